// Rules over several rows that an undo could break; each area adds its own.

import { bankRuleCheck } from './bank/check-bank.ts'
import { closedYearsCheck } from './bookkeeping/closed-years.ts'
import { collectionRuleCheck } from './direct-debit/check-collections.ts'
import { agreementRuleCheck } from './dues/check-agreements.ts'
import { ledgerRuleCheck } from './dues/check-ledger.ts'
import { checkInvitedOnce, checkOneOpenFollowUp } from './gatherings/check-invitations.ts'
import { checkPlaces } from './history/places-in-trash.ts'
import type { RuleCheck } from './journal/undo-action.ts'
import { checkBelonging } from './members/belonging-check.ts'

export const ruleChecks: readonly RuleCheck[] = [
  checkInvitedOnce,
  checkOneOpenFollowUp,
  checkBelonging,
  checkPlaces,
  ledgerRuleCheck,
  agreementRuleCheck,
  closedYearsCheck,
  bankRuleCheck,
  collectionRuleCheck,
]

// Who pays by direct debit: nobody is asked to transfer what is taken from the account.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { mandateState } from '../../../shared/domain/mandate.ts'
import type { Reader } from '../database/transaction.ts'
import { centsUnderWay } from '../direct-debit/collection-queries.ts'
import { allMandates } from '../direct-debit/mandate-queries.ts'
import { mandateByAccount, peopleCollectedFrom, surplusByAccount } from '../direct-debit/propose-collection.ts'
import { allAgreements } from '../dues/agreement-queries.ts'
import { makeAccounts } from '../dues/payer-accounts.ts'
import type { OpenAccount } from './open-accounts.ts'

/**
 * Whether what a payer has open is collected: it is on its way to the bank, or direct debit was agreed and the mandate allows it.
 * Without a mandate that can be used (not signed, on hold after a return, ended) a letter may go.
 */
export async function collectedPayers(db: Reader, today: Day): Promise<(account: OpenAccount) => boolean> {
  const agreements = await allAgreements(db)
  const people = peopleCollectedFrom(agreements, today)
  const accounts = makeAccounts(agreements)
  const mandates = mandateByAccount(accounts, await allMandates(db), today)
  const { byDue: underWay, surplus: left } = await centsUnderWay(db)
  const surplus = surplusByAccount(left, accounts)
  return ({ key, dues }) => {
    if (surplus.has(key) || dues.some((due) => underWay.has(due.id))) return true
    const mandate = mandates.get(key)
    const canCollect = mandate !== undefined && mandateState(mandate, today) === 'active'
    return canCollect && dues.some((due) => people.has(due.personId))
  }
}

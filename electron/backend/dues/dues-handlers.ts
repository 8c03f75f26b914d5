import type { dues } from '../../../shared/contract/dues.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { agreeOnDues, endAgreement } from './agree-on-dues.ts'
import { agreeWithAll, membersWithoutAgreement } from './agree-with-all.ts'
import { duesBounds } from './agreement-queries.ts'
import { addPlan, feePlans, removePlan, removeRate, renamePlan, setRate } from './change-plan.ts'
import { duesOverview } from './dues-overview.ts'
import { findPayers, listPayments } from './payments-list.ts'
import { personDues } from './person-dues.ts'
import { previewPayment } from './preview-payment.ts'
import { recordPayment, refundCredit, reverseAllocation, reversePayment } from './record-payment.ts'
import { previewRun, runDues } from './run-dues.ts'
import { addOpeningBalance, reverseOpeningBalance, reverseWaiver, waiveDue } from './waive-dues.ts'
import { writeOffOwedBack } from './write-off-owed.ts'

export const duesHandlers: HandlersOf<typeof dues, BookContext> = {
  overview: async (input, { db, today }) => ({
    ...(await duesOverview(db, today(), input.limit)),
    planCount: (await feePlans(db, today())).length,
  }),
  previewRun: (_input, { db, today }) => previewRun(db, today()),
  run: (_input, context) => runDues(context),
  person: (input, context) => personDues(context, input.personId),
  payments: (input, { db }) => listPayments(db, input.find, input.limit),
  findPayers: (input, { db }) => findPayers(db, input.find),
  previewPayment: (input, context) => previewPayment(context, input),
  recordPayment: (input, context) => recordPayment(context, input),
  reversePayment: (input, context) => reversePayment(context, input.paymentId, input.reason),
  reverseAllocation: (input, context) => reverseAllocation(context, input.paymentId, input.dueId),
  refund: (input, context) => refundCredit(context, input),
  writeOffOwedBack: (input, context) => writeOffOwedBack(context, input.payer, input.note),
  waive: (input, context) => waiveDue(context, input.dueId, input.amountCents, input.reason),
  reverseWaiver: (input, context) => reverseWaiver(context, input.dueId),
  addOpeningBalance: (input, context) => addOpeningBalance(context, input.personId, input.amountCents, input.day),
  reverseOpeningBalance: async (input, context) => {
    await reverseOpeningBalance(context, input.dueId)
    return null
  },
  plans: (_input, { db, today }) => feePlans(db, today()),
  addPlan: (input, context) => addPlan(context, input),
  renamePlan: async (input, context) => {
    await renamePlan(context, input.planId, input.name)
    return null
  },
  removePlan: async (input, context) => {
    await removePlan(context, input.planId)
    return null
  },
  setRate: async (input, context) => {
    await setRate(context, input.planId, input)
    return null
  },
  removeRate: async (input, context) => {
    await removeRate(context, input.rateId)
    return null
  },
  agree: (input, context) => agreeOnDues(context, input),
  withoutAgreement: async (_input, { db, today }) => ({
    people: (await membersWithoutAgreement(db, today())).map(({ personId, name }) => ({ personId, name })),
    from: (await duesBounds(db, today())).accountingStart,
  }),
  agreeWithAll: (input, context) => agreeWithAll(context, input),
  endAgreement: async (input, context) => {
    await endAgreement(context, input.personId, input.untilDay)
    return null
  },
}

import type { directDebit } from '../../../shared/contract/direct-debit.ts'
import { mainAccountOf } from '../bank/main-account.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import {
  addMandate,
  amendMandate,
  endMandate,
  holdMandate,
  mandateForm,
  personMandates,
  releaseMandate,
  signMandate,
} from './change-mandate.ts'
import { announceCollection, exportCollection, submitCollection } from './collection-steps.ts'
import { collectionDetail, collectionNotices, collectionsOverview } from './collection-views.ts'
import { cancelCollection, dropItem, makeCollection } from './make-collection.ts'
import { proposeCollection } from './propose-collection.ts'
import { saveAccount } from './save-account.ts'
import { returnByHand, settleByHand } from './settle-collection.ts'

export const directDebitHandlers: HandlersOf<typeof directDebit, BookContext> = {
  account: (_input, { db }) => mainAccountOf(db),
  saveAccount: (input, context) => saveAccount(context, input),
  person: (input, context) => personMandates(context, input.personId),
  addMandate: (input, context) => addMandate(context, input),
  signMandate: async (input, context) => {
    await signMandate(context, input.mandateId, input.signedOn)
    return null
  },
  holdMandate: async (input, context) => {
    await holdMandate(context, input.mandateId, input.reason)
    return null
  },
  releaseMandate: async (input, context) => {
    await releaseMandate(context, input.mandateId)
    return null
  },
  endMandate: async (input, context) => {
    await endMandate(context, input.mandateId, input.endedOn)
    return null
  },
  amendMandate: async (input, context) => {
    await amendMandate(context, input.mandateId, input)
    return null
  },
  mandateForm: (input, context) => mandateForm(context, input.mandateId),
  overview: (_input, context) => collectionsOverview(context),
  propose: (input, { db, today }) => proposeCollection(db, input.collectDay, today()),
  make: (input, context) => makeCollection(context, input),
  collection: (input, context) => collectionDetail(context, input.collectionId),
  notices: (input, context) => collectionNotices(context, input.collectionId),
  announce: async (input, context) => {
    await announceCollection(context, input.collectionId, input.day)
    return null
  },
  exportFile: (input, context) => exportCollection(context, input.collectionId),
  submit: async (input, context) => {
    await submitCollection(context, input.collectionId, input.day)
    return null
  },
  cancel: async (input, context) => {
    await cancelCollection(context, input.collectionId)
    return null
  },
  dropItem: async (input, context) => {
    await dropItem(context, input.itemId)
    return null
  },
  settle: (input, context) => settleByHand(context, input.collectionId, input.day),
  recordReturn: (input, context) => returnByHand(context, input),
}

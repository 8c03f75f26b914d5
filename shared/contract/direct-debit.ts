// Direct debit [incasso]: the account that collects, mandates, collections and what comes back. Amounts are whole cents.
import { z } from 'zod'
import { painVersions } from '../domain/collection-days.ts'
import { holdReasons, mandateKinds, mandateStates } from '../domain/mandate.ts'
import { returnAdvices, returnCodes } from '../domain/return-code.ts'
import { amount, day, id, words } from './fields.ts'
import { command, query } from './method.ts'

const holder = z.string().trim().min(1).max(70)
const iban = z.string().trim().min(1).max(42)

const account = z.object({
  id: z.string(),
  /** The name exactly as at the bank. */
  holder: z.string(),
  iban: z.string(),
  /** null = the association does not collect. */
  creditorId: z.string().nullable(),
  itemLimitCents: z.number().nullable(),
  monthLimitCents: z.number().nullable(),
  noticeDays: z.number(),
  painVersion: z.enum(painVersions),
})

const mandate = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.enum(mandateKinds),
  holder: z.string(),
  iban: z.string(),
  signedOn: z.string().nullable(),
  heldOn: z.string().nullable(),
  holdReason: z.enum(holdReasons).nullable(),
  endedOn: z.string().nullable(),
  lastUsedOn: z.string().nullable(),
  /** On the day of asking. */
  state: z.enum(mandateStates),
  /** The next collection tells the bank of the new account. */
  newAccount: z.boolean(),
})

/** Why somebody who should be collected from is not. */
export const leftOutReasons = [
  'noMandate',
  'unsigned',
  'hold',
  'ended',
  'unused',
  'used',
  'ibanInvalid',
  'holderUnwritable',
  'overItemLimit',
  'inCollection',
  'deceased',
  'paid',
] as const

const days = z.object({
  announceBy: z.string(),
  submitBy: z.string(),
  collectDay: z.string(),
  returnsUntil: z.string(),
  refundsUntil: z.string(),
})

const proposedItem = z.object({
  mandateId: z.string(),
  personId: z.string(),
  name: z.string(),
  iban: z.string(),
  cents: z.number(),
  /** First day of the oldest and of the newest period it is for. */
  from: z.string(),
  to: z.string(),
  newAccount: z.boolean(),
})

const leftOut = z.object({
  personId: z.string(),
  name: z.string(),
  cents: z.number(),
  reason: z.enum(leftOutReasons),
})

/** Why an item that was made may not be sent any more as it is: the same, or something that changed since. */
export const itemProblems = [...leftOutReasons, 'changed', 'agreedOtherwise', 'mateDeceased'] as const

const collectionStates = ['made', 'announced', 'exported', 'submitted', 'settled', 'cancelled'] as const

const collection = z.object({
  id: z.string(),
  reference: z.string(),
  sequence: z.enum(mandateKinds),
  state: z.enum(collectionStates),
  days,
  count: z.number(),
  cents: z.number(),
  announcedOn: z.string().nullable(),
  exportedOn: z.string().nullable(),
  submittedOn: z.string().nullable(),
  /** Of the file that was made last. */
  fileSha256: z.string().nullable(),
  settledCents: z.number(),
  returnedCount: z.number(),
  returnedCents: z.number(),
})

const item = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  holder: z.string().nullable(),
  iban: z.string().nullable(),
  cents: z.number(),
  newAccount: z.boolean(),
  state: z.enum(['open', 'settled', 'returned']),
  returnCode: z.string().nullable(),
  /** Why it may not be sent any more as it is; null when it may. Only asked before it is with the bank. */
  problem: z.enum(itemProblems).nullable(),
})

const returned = z.object({
  itemId: z.string(),
  collectionId: z.string(),
  personId: z.string(),
  name: z.string(),
  cents: z.number(),
  day: z.string(),
  code: z.string(),
  /** null when the code is not known to us. */
  knownCode: z.enum(returnCodes).nullable(),
  advice: z.enum(returnAdvices),
  letter: z.boolean(),
  mandateState: z.enum(mandateStates),
})

export const directDebit = {
  /** The main account at the bank; null when none is known. */
  account: query(z.strictObject({}), account.nullable()),
  saveAccount: command(
    z.strictObject({
      holder,
      iban,
      creditorId: z.string().trim().max(40).nullable(),
      itemLimitCents: amount.nullable(),
      monthLimitCents: amount.nullable(),
      noticeDays: z.int().min(1).max(90),
      painVersion: z.enum(painVersions),
      /** What it is called while nobody called it otherwise. */
      name: words(60).optional(),
    }),
    account,
  ),

  /** Mandates of one person, and what a new one would begin with. */
  person: query(
    z.strictObject({ personId: id }),
    z.object({
      /** Whether dues are kept at all. */
      enabled: z.boolean(),
      /** The association can collect. */
      canCollect: z.boolean(),
      mandates: z.array(mandate),
      /** The mandate of somebody else by which the dues of this person are collected; null when it is their own, or there is none. */
      ofOther: z.object({ personId: z.string(), name: z.string(), mandate }).nullable(),
      holder: z.string(),
      reference: z.string(),
    }),
  ),
  addMandate: command(
    z.strictObject({
      personId: id,
      reference: z.string().trim().max(35),
      kind: z.enum(mandateKinds),
      holder,
      iban,
      signedOn: day.nullable(),
      usedBeforeOn: day.nullable(),
    }),
    z.object({ id: z.string() }),
  ),
  signMandate: command(z.strictObject({ mandateId: id, signedOn: day }), z.null()),
  holdMandate: command(z.strictObject({ mandateId: id, reason: z.enum(holdReasons) }), z.null()),
  /** It may be used again. */
  releaseMandate: command(z.strictObject({ mandateId: id }), z.null()),
  endMandate: command(z.strictObject({ mandateId: id, endedOn: day }), z.null()),
  /** The payer has another account; the mandate stays. */
  amendMandate: command(z.strictObject({ mandateId: id, iban, holder }), z.null()),
  /** What stands on the form that the payer signs. */
  mandateForm: query(
    z.strictObject({ mandateId: id }),
    z.object({
      reference: z.string(),
      kind: z.enum(mandateKinds),
      holder: z.string(),
      iban: z.string(),
      creditorName: z.string(),
      creditorId: z.string().nullable(),
      addressLines: z.array(z.string()),
    }),
  ),

  overview: query(
    z.strictObject({}),
    z.object({
      account: account.nullable(),
      /** People whose dues should be collected, and how many of them have a mandate that can be used. */
      wanting: z.number(),
      withMandate: z.number(),
      earliestDay: z.string().nullable(),
      /** Newest first. */
      collections: z.array(collection),
      /** Newest first. */
      returns: z.array(returned),
    }),
  ),
  /** Who would be in a collection on this day; nothing is written. */
  propose: query(
    z.strictObject({ collectDay: day }),
    z.object({
      days,
      /** The day banks settle, when the asked one is not. */
      nextDay: z.string(),
      earliestDay: z.string(),
      items: z.array(proposedItem),
      leftOut: z.array(leftOut),
      cents: z.number(),
      /** Collected in the same month already. */
      monthCents: z.number(),
      monthLimitCents: z.number().nullable(),
    }),
  ),
  /** Makes the collection; one-off mandates get a file of their own. */
  make: command(
    z.strictObject({ collectDay: day, text: z.string().trim().min(1).max(100), without: z.array(id).max(5000) }),
    z.object({ ids: z.array(z.string()) }),
  ),
  collection: query(z.strictObject({ collectionId: id }), collection.extend({ items: z.array(item) })),
  /** Whom to tell what before it is collected. */
  notices: query(
    z.strictObject({ collectionId: id }),
    z.object({
      collectDay: z.string(),
      creditorName: z.string(),
      creditorId: z.string(),
      text: z.string(),
      people: z.array(
        z.object({
          itemId: z.string(),
          personId: z.string(),
          name: z.string(),
          email: z.string().nullable(),
          addressLines: z.array(z.string()),
          iban: z.string(),
          mandateReference: z.string(),
          cents: z.number(),
        }),
      ),
    }),
  ),
  announce: command(z.strictObject({ collectionId: id, day }), z.null()),
  /** Makes the file and gives the handle to fetch it with. */
  exportFile: command(
    z.strictObject({ collectionId: id }),
    z.object({ file: z.string(), name: z.string(), sha256: z.string() }),
  ),
  submit: command(z.strictObject({ collectionId: id, day }), z.null()),
  /** Before it is with the bank. */
  cancel: command(z.strictObject({ collectionId: id }), z.null()),
  /** One item is not sent after all. */
  dropItem: command(z.strictObject({ itemId: id }), z.null()),
  /** The money came in, without a bank file. */
  settle: command(z.strictObject({ collectionId: id, day }), z.object({ cents: z.number() })),
  /** The bank gave one back, without a bank file. */
  recordReturn: command(
    z.strictObject({ itemId: id, code: z.enum(returnCodes), day }),
    z.object({ advice: z.enum(returnAdvices), heldMandate: z.boolean() }),
  ),
}

export type MandateView = z.output<typeof mandate>
export type CollectionView = z.output<typeof collection>
export type CollectionItemView = z.output<typeof item>
export type CollectionProposal = z.output<typeof directDebit.propose.output>
export type ReturnView = z.output<typeof returned>
export type DebitNotices = z.output<typeof directDebit.notices.output>

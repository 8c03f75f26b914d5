// What is collected from whom. These rows are added and never changed, like the ledger: what was sent to the bank stays as it was
// sent, and a collection or an item that is not sent after all gets a counter-row. Names and account numbers stand beside them.
import { painVersions } from '../../../shared/domain/collection-days.ts'
import { mandateKinds } from '../../../shared/domain/mandate.ts'
import { declareTable, idOf, integer, oneOf, optionalIdOf, optionalText, text } from '../database/declare-table.ts'

const collected = {
  class: 'fact',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
} as const

/** One file for the bank [incasso]: all items of one day. `amount_cents` is what it was made with; what counts is the sum of its items. */
export const collectionTable = declareTable({
  name: 'collection',
  ...collected,
  columns: {
    /** Names file and batch; the bank gives it back with the money. */
    reference: text(),
    bank_account_id: idOf('bank_account'),
    sequence: oneOf(mandateKinds),
    collect_day: text(),
    notice_days: integer(),
    /** The settings of the account as they were when it was made. */
    creditor_id: text(),
    creditor_name: text(),
    creditor_iban: text(),
    pain_version: oneOf(painVersions),
    /** What every payer reads. */
    text: text(),
  },
  checks: ['amount_cents <> 0'],
  indexes: [['reference'], ['collect_day']],
})

/** What is taken from one account. */
export const collectionItemTable = declareTable({
  name: 'collection_item',
  ...collected,
  columns: {
    collection_id: idOf('collection'),
    mandate_id: idOf('mandate'),
    person_id: idOf('person'),
    payer_person_id: optionalIdOf('person'),
    payer_household_id: optionalIdOf('household'),
    end_to_end_id: text(),
  },
  checks: ['(payer_person_id IS NULL) <> (payer_household_id IS NULL)', 'amount_cents <> 0'],
  indexes: [['collection_id'], ['mandate_id'], ['end_to_end_id']],
})

/** Which due an item is for, and how much of it. */
export const collectionChargeTable = declareTable({
  name: 'collection_charge',
  ...collected,
  columns: { item_id: idOf('collection_item'), due_id: idOf('due') },
  checks: ['amount_cents <> 0'],
  indexes: [['item_id'], ['due_id']],
})

/** What the bank gave back of an item [storno], and why. */
export const collectionReturnTable = declareTable({
  name: 'collection_return',
  ...collected,
  columns: { item_id: idOf('collection_item'), code: text(), day: text(), bank_line_id: optionalText() },
  checks: ['amount_cents <> 0'],
  indexes: [['item_id'], ['day']],
})

/** Whom an item names in the file. Beside the ledger, because it holds a name and must be erasable. */
export const collectionDebtorTable = declareTable({
  name: 'collection_debtor',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: {
    item_id: idOf('collection_item'),
    holder: text(),
    iban: text(),
    mandate_reference: text(),
    signed_on: text(),
    /** The mandate was last used with another account. */
    new_account: integer({ check: '{column} IN (0, 1)' }),
  },
  indexes: [['item_id']],
})

const collectionSteps = ['announced', 'exported', 'submitted'] as const

/** How far a collection is. */
export const collectionStepTable = declareTable({
  name: 'collection_step',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'not_personal', retention: 'ledger_7_years' },
  columns: {
    collection_id: idOf('collection'),
    step: oneOf(collectionSteps),
    day: text(),
    /** The step before it, which therefore cannot be undone first. */
    follows_id: optionalIdOf('collection_step'),
    /** Of the file that was made; only for `exported`. */
    file_sha256: optionalText(),
  },
  checks: ["(step = 'exported') = (file_sha256 IS NOT NULL)"],
  indexes: [['collection_id']],
})

// What goes along when a person is erased for good. The ledger keeps its ids and cents: sums stay true, and without the person an id
// says nothing. Every computer works this out for itself, so that a row that arrives later goes the same way.
import type { TableName } from '../../database/schema.ts'

interface EraseRule {
  readonly table: TableName
  /** The rows of the person, as SQL over `erased`: the ids of people who were erased. */
  readonly rows: string
  /** Fields that are emptied for good; without `wipes` and `letsGo` the whole row goes. */
  readonly wipes?: Readonly<Record<string, string | number | null>>
  /** Fields that are emptied and can be filled with somebody else. */
  readonly letsGo?: Readonly<Record<string, null>>
}

const erased = "(SELECT row_id FROM sync_erased WHERE table_name = 'person')"
/** A household that ended with somebody's erasure: what it paid until then was theirs. The id may serve others afterwards. */
export const endedHousehold = 'household_until_erased'
/** Somebody whose details were taken away: the row stays, for the amounts and counts that name it. */
export const takenDetails = 'person_details'
/** The household that was theirs alone; its address went with them. */
export const emptiedHousehold = 'household_details'
/** What stands in the place of the name, in every language of the book. */
const erasedName = '(verwijderd)'

// Whoever was erased afterwards falls under the rules of that.
const taken = `(SELECT d.row_id FROM sync_erased d WHERE d.table_name = '${takenDetails}' AND d.row_id NOT IN ${erased})`
const emptied = `(SELECT row_id FROM sync_erased WHERE table_name = '${emptiedHousehold}')`
const isTheirs = (table: string) =>
  `(${table}.payer_person_id IN ${erased} OR EXISTS (SELECT 1 FROM sync_erased e
    WHERE e.table_name = '${endedHousehold}' AND e.row_id = ${table}.payer_household_id AND ${table}.created_at <= e.at))`
// That there was a pair, and how often they met, stays: what came of a round counts all who were brought together.
const isInPair = (people: string, households: string) =>
  `(a_person_id IN ${people} OR b_person_id IN ${people} OR a_household_id IN ${households} OR b_household_id IN ${households})`
// Whoever lives there afterwards may be in a pair again.
const endedBefore = (day: string) =>
  `(SELECT row_id FROM sync_erased WHERE table_name = '${endedHousehold}' AND ${day} <= substr(at, 1, 10))`
const pairWords = {
  shared_ground: null,
  a_brings: null,
  b_brings: null,
  a_click: null,
  b_click: null,
  guardian_name: null,
  guardian_contact: null,
  school: null,
  goal: null,
}
const theirPayments = `(SELECT id FROM payment WHERE ${isTheirs('payment')})`
const theirLines = `(SELECT bank_line_id FROM payment WHERE bank_line_id IS NOT NULL AND ${isTheirs('payment')})`
/** Of an address that went with whoever lived there; once others have its id, the rows are theirs. */
const isOfGoneHome = (column: string) =>
  `(${column} IN (SELECT row_id FROM sync_erased WHERE table_name = '${endedHousehold}') AND ${column} NOT IN (SELECT id FROM household))`
/** Found as long as the account is known: what the bank wrote goes in the same run as the account itself. */
const theirAccounts = `(SELECT iban_hash FROM payer_account WHERE payer_person_id IN ${erased} OR ${isOfGoneHome('payer_household_id')})`
const theirOwnLines = `(SELECT id FROM bank_line_text WHERE counter_hash IN ${theirAccounts} UNION ${theirLines.slice(1, -1)})`
const theirItems = `(SELECT id FROM collection_item WHERE person_id IN ${erased} OR ${isTheirs('collection_item')})`

const detailsRules: readonly EraseRule[] = [
  {
    table: 'person',
    rows: `id IN ${taken}`,
    wipes: {
      first_name: '',
      infix: '',
      last_name: erasedName,
      called: '',
      birth_year: null,
      phone: null,
      mobile: null,
      email: null,
      preferred_contact: null,
      languages: null,
      emergency_contact: null,
      note: null,
      moved_on: null,
    },
  },
  {
    table: 'household',
    rows: `id IN ${emptied}`,
    wipes: { street: '', house_number: null, house_suffix: '', postcode: '', city: '', note: null },
  },
  { table: 'membership', rows: `person_id IN ${taken}`, wipes: { number: null } },
  { table: 'role_term', rows: `person_id IN ${taken}`, wipes: { side: null, languages: null } },
  {
    table: 'attendance',
    // Where the name is no longer kept there is none to replace.
    rows: `person_id IN ${taken} AND name_snapshot <> ''`,
    wipes: { name_snapshot: erasedName, reason: null, attention: null },
  },
  { table: 'follow_up', rows: `person_id IN ${taken}` },
  { table: 'lift', rows: `person_id IN ${taken}` },
  { table: 'speaker', rows: `person_id IN ${taken}` },
  { table: 'help_giver', rows: `person_id IN ${taken}` },
  { table: 'help_offer', rows: `person_id IN ${taken}` },
  { table: 'help_request', rows: `person_id IN ${taken}`, wipes: { words: null } },
  { table: 'help_job', rows: `person_id IN ${taken}`, wipes: { title: erasedName, place: null } },
  { table: 'fee_agreement', rows: `person_id IN ${taken}`, wipes: { reduction_reason: null } },
  { table: 'reminder_pause', rows: `person_id IN ${taken} OR household_id IN ${emptied}` },
  { table: 'payer_account', rows: `payer_person_id IN ${taken} OR payer_household_id IN ${emptied}` },
  {
    table: 'payment_note',
    rows: `payment_id IN (SELECT id FROM payment WHERE payer_person_id IN ${taken} OR payer_household_id IN ${emptied})`,
  },
  {
    table: 'collection_debtor',
    rows: `item_id IN (SELECT id FROM collection_item WHERE person_id IN ${taken})`,
    wipes: { holder: '', iban: '' },
  },
  { table: 'mandate', rows: `person_id IN ${taken}`, wipes: { holder: '', iban: '', previous_iban: null } },
  { table: 'pair_intake', rows: `person_id IN ${taken} OR household_id IN ${emptied}` },
  { table: 'pair', rows: isInPair(taken, emptied), wipes: pairWords },
  { table: 'shared_person', rows: `person_id IN ${taken}`, wipes: { stamps: '{}' } },
  { table: 'dues_standing', rows: `person_id IN ${taken}` },
]

/** What neighbours wrote down to look after somebody is theirs; who looked in for others is forgotten. */
const careOf = (people: string): readonly EraseRule[] => [
  { table: 'signal', rows: `person_id IN ${people}` },
  { table: 'referral', rows: `person_id IN ${people}` },
  { table: 'care_contact', rows: `person_id IN ${people}` },
  { table: 'contact_moment', rows: `person_id IN ${people}` },
  { table: 'care_note', rows: `person_id IN ${people}` },
  { table: 'planned_absence', rows: `person_id IN ${people}` },
  { table: 'planned_absence_why', rows: `person_id IN ${people}` },
  { table: 'absence_cause', rows: `person_id IN ${people}` },
]

/** How many signed up stays true; what they wanted for themselves goes. */
const lettingGo = (people: string): readonly EraseRule[] => [
  { table: 'initiative', rows: `owner_person_id IN ${people}`, letsGo: { owner_person_id: null, owner_name: null } },
  { table: 'initiative_sign_up', rows: `person_id IN ${people}`, letsGo: { person_id: null, known_as: null } },
  { table: 'initiative_own_goal', rows: `person_id IN ${people}` },
  { table: 'kept_longer', rows: `person_id IN ${people}` },
]

/**
 * Columns that named a row which was erased. The journal forgets them: what is still counted of a signal has an id that follows from
 * that of the signal, and whom somebody was in touch with because of it would say whose it was.
 */
export const namesOfErased: readonly { readonly table: TableName; readonly column: string; readonly of: TableName }[] =
  [{ table: 'contact_moment', column: 'signal_id', of: 'signal' }]

/** What they said about the use of what was kept of them; nothing is kept any more. */
const sayingsOf = (people: string): readonly EraseRule[] =>
  (['consent', 'restriction', 'dispute'] as const).map((table) => ({ table, rows: `person_id IN ${people}` }))

export const eraseRules: readonly EraseRule[] = [
  ...detailsRules,
  ...careOf(taken),
  ...careOf(erased),
  { table: 'signal', rows: `owner_person_id IN ${erased}`, letsGo: { owner_person_id: null, owner_name: null } },
  { table: 'signal', rows: `said_by_person_id IN ${erased}`, letsGo: { said_by_person_id: null } },
  { table: 'contact_moment', rows: `by_person_id IN ${erased}`, letsGo: { by_person_id: null, by_name: null } },
  ...lettingGo(taken),
  ...lettingGo(erased),
  ...sayingsOf(taken),
  ...sayingsOf(erased),
  {
    table: 'leader_attendance',
    rows: `role_term_id IN (SELECT id FROM role_term WHERE person_id IN ${erased}
      UNION SELECT row_id FROM sync_erased WHERE table_name = 'role_term')`,
  },
  { table: 'membership', rows: `person_id IN ${erased}` },
  { table: 'neighbourhood_membership', rows: `person_id IN ${erased}` },
  { table: 'role_term', rows: `person_id IN ${erased}` },
  // The agreement holds the sums together; why somebody paid less is theirs.
  { table: 'fee_agreement', rows: `person_id IN ${erased}`, wipes: { reduction_reason: null } },
  { table: 'payment_note', rows: `payment_id IN ${theirPayments}` },
  { table: 'payment_reference', rows: `person_id IN ${erased}` },
  { table: 'reminder_pause', rows: `person_id IN ${erased} OR ${isOfGoneHome('household_id')}` },
  { table: 'bank_line_text', rows: `id IN ${theirLines} OR counter_hash IN ${theirAccounts}` },
  // What a gift or another entry was for, where its line was theirs.
  { table: 'booking_note', rows: `booking_id IN (SELECT id FROM booking WHERE bank_line_id IN ${theirOwnLines})` },
  { table: 'bank_decision', rows: `bank_line_id IN ${theirLines}` },
  { table: 'payer_account', rows: `payer_person_id IN ${erased} OR ${isOfGoneHome('payer_household_id')}` },
  {
    table: 'mandate',
    rows: `person_id IN ${erased}`,
    wipes: { holder: '', iban: '', previous_iban: null, reference: '' },
  },
  {
    table: 'collection_debtor',
    rows: `item_id IN ${theirItems}`,
    wipes: { holder: '', iban: '', mandate_reference: '' },
  },
  // How many came stays true.
  {
    table: 'attendance',
    rows: `person_id IN ${erased}`,
    wipes: { name_snapshot: '', neighbourhood_snapshot: null, reason: null, attention: null },
  },
  { table: 'gathering', rows: `host_person_id IN ${erased}`, letsGo: { host_person_id: null } },
  { table: 'pair_intake', rows: `person_id IN ${erased} OR household_id IN ${endedBefore('day')}` },
  { table: 'pair', rows: isInPair(erased, endedBefore('from_day')), wipes: pairWords },
  { table: 'pair', rows: `deputy_person_id IN ${erased}`, letsGo: { deputy_person_id: null } },
  { table: 'pair', rows: `coach_person_id IN ${erased}`, letsGo: { coach_person_id: null } },
  { table: 'lift', rows: `person_id IN ${erased}` },
  { table: 'speaker', rows: `person_id IN ${erased}` },
  { table: 'follow_up', rows: `person_id IN ${erased}` },
  { table: 'follow_up', rows: `owner_person_id IN ${erased}`, letsGo: { owner_person_id: null, owner_name: null } },
  { table: 'help_giver', rows: `person_id IN ${erased}` },
  { table: 'help_offer', rows: `person_id IN ${erased}` },
  { table: 'help_job_member', rows: `person_id IN ${erased}` },
  { table: 'newcomer', rows: `person_id IN ${erased} OR person_id IN ${taken}` },
  // That a neighbour was helped stays true; who it was is theirs.
  { table: 'help_request', rows: `person_id IN ${erased}`, wipes: { person_id: null, words: null } },
  { table: 'help_request', rows: `asked_by_person_id IN ${erased}`, letsGo: { asked_by_person_id: null } },
  { table: 'help_request', rows: `helper_person_id IN ${erased}`, letsGo: { helper_person_id: null } },
  { table: 'help_act', rows: `giver_person_id IN ${erased}`, letsGo: { giver_person_id: null } },
  { table: 'help_act', rows: `receiver_person_id IN ${erased}`, letsGo: { receiver_person_id: null } },
  { table: 'help_job', rows: `person_id IN ${erased}`, wipes: { person_id: null, title: erasedName, place: null } },
  // The two ids stay: the other book must not bring them back as somebody new.
  { table: 'shared_person', rows: `person_id IN ${erased}`, wipes: { stamps: '{}' } },
  { table: 'dues_standing', rows: `person_id IN ${erased}` },
  { table: 'newcomer', rows: `contact_by_person_id IN ${erased}`, letsGo: { contact_by_person_id: null } },
  { table: 'newcomer', rows: `invited_by_person_id IN ${erased}`, letsGo: { invited_by_person_id: null } },
]

/** Whether the rows of a person in this table go as a whole when the person is erased; else they stay without what says who it was. */
export const goesWhole = (table: string): boolean =>
  table === 'person' ||
  table === 'household' ||
  eraseRules.some((rule) => rule.table === table && rule.rows.includes(erased) && !rule.wipes && !rule.letsGo)

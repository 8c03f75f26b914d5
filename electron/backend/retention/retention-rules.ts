// Until when everything that is kept may stay: one rule for every retention that a column can be declared with. What a table loses then
// follows from its declarations: the whole row, or the columns that say something of somebody.
import type { Retention, Table } from '../database/declare-table.ts'
import { type TableName, tables } from '../database/schema.ts'

/**
 * never: it is about nobody, or lasts as long as the book. itself: it was promised, so it goes at its day without anybody's word.
 * withPerson and withYear: somebody decides, for one person or one book year at a time; see people-to-go.ts and years-to-go.ts.
 */
export type WayOfGoing = 'never' | 'itself' | 'withPerson' | 'withYear'

interface TableRule {
  /** SQL over a row: the first day nothing may be left of it; NULL as long as what it is for goes on. */
  readonly goneOn: string
  /** Columns that are emptied, where they are not those of the declaration: the others of the row hold the books together. */
  readonly empties?: readonly string[]
  /** SQL for SET: what was never finished is over by then. */
  readonly closes?: string
}

export interface RetentionRule {
  readonly goes: WayOfGoing
  readonly tables: Partial<Record<TableName, TableRule>>
}

const ofGathering = (table: string) =>
  `(SELECT date(g.day, '+1 year') FROM gathering g WHERE g.id = ${table}.gathering_id)`
/** Of something that hangs on a signal: its day, and long ago when there is no such signal any more. */
const ofSignal = (table: string) => `coalesce((SELECT s.expires_day FROM signal s WHERE s.id = ${table}.signal_id), '')`
/** The books of a year are kept for seven years after it. */
export const yearsOfBooks = 7
const ofYear = (year: string) => `(${year} + ${yearsOfBooks + 1}) || '-01-01'`
const ofDay = (day: string) => ofYear(`CAST(substr(${day}, 1, 4) AS INTEGER)`)
const ofBankLine = (id: string) => `(SELECT ${ofDay('l.book_day')} FROM bank_line l WHERE l.id = ${id})`
const lastCollected = `(SELECT max(c.collect_day) FROM collection_item i JOIN collection c ON c.id = i.collection_id
  WHERE i.mandate_id = mandate.id)`

/** What hangs on another row stands before it. */
export const retentionRules: Record<Retention, RetentionRule> = {
  while_book: { goes: 'never', tables: {} },
  leaving_2_years: { goes: 'withPerson', tables: {} },
  care_6_months: {
    goes: 'itself',
    tables: {
      referral: { goneOn: ofSignal('referral') },
      care_note: { goneOn: 'expires_day' },
      absence_cause: { goneOn: 'expires_day' },
      planned_absence_why: {
        // Without a day of its own it was written by version 4, which let it go half a year after the absence began.
        goneOn: `min(coalesce(expires_day, (SELECT date(a.from_day, '+6 months') FROM planned_absence a
          WHERE a.id = planned_absence_why.planned_absence_id), ''), coalesce((SELECT coalesce(a.until_day, '9999') FROM planned_absence a
          WHERE a.id = planned_absence_why.planned_absence_id), ''))`,
      },
      signal: { goneOn: 'expires_day' },
      care_contact: {
        goneOn: `max(expires_day, coalesce((SELECT max(s.expires_day) FROM signal s
          WHERE s.person_id = care_contact.person_id AND s.deleted_at IS NULL), ''))`,
      },
    },
  },
  contact_moment_1_year: {
    goes: 'itself',
    tables: {
      contact_moment: {
        goneOn: `min(date(day, '+1 year'), iif(person_id IS NULL, ${ofSignal('contact_moment')}, '9999'))`,
      },
    },
  },
  follow_up_6_months: {
    goes: 'itself',
    tables: {
      follow_up: { goneOn: "date(coalesce(done_day, due_day), '+6 months')" },
      planned_absence: { goneOn: "date(coalesce(until_day, date(from_day, '+1 year')), '+6 months')" },
    },
  },
  gathering_1_year: {
    goes: 'itself',
    tables: {
      lift: { goneOn: ofGathering('lift') },
      speaker: { goneOn: ofGathering('speaker') },
      attendance: { goneOn: ofGathering('attendance') },
      gathering: { goneOn: "date(day, '+1 year')" },
      help_act: { goneOn: "date(done_day, '+1 year')" },
      help_request: {
        // Help that goes on is not over.
        goneOn: `iif(lasting = 1 AND state = 'afgesproken', NULL, date(coalesce(closed_day, wanted_by, asked_day), '+1 year'))`,
        closes: "state = 'niet_gelukt', closed_day = coalesce(wanted_by, asked_day) WHERE closed_day IS NULL",
      },
      help_job_member: {
        goneOn: `(SELECT date(coalesce(j.last_day, j.first_day), '+1 year') FROM help_job j WHERE j.id = help_job_member.job_id)`,
      },
      help_job: {
        goneOn: "date(coalesce(last_day, first_day), '+1 year')",
        closes: "state = 'afgelast' WHERE state = 'gepland'",
      },
      newcomer: { goneOn: "date(max(arrived_day, coalesce(settled_day, ''), coalesce(contact_day, '')), '+1 year')" },
    },
  },
  pair_1_year: {
    goes: 'itself',
    tables: {
      pair_intake: {
        goneOn: `date(max(day, coalesce(spoken_on, ''), coalesce(withdrawn_on, ''), coalesce((
          SELECT max(coalesce(r.until_day, r.planned_until)) FROM pair r WHERE r.programme_id = pair_intake.programme_id
            AND (pair_intake.person_id IN (r.a_person_id, r.b_person_id)
              OR pair_intake.household_id IN (r.a_household_id, r.b_household_id))), '')), '+1 year')`,
      },
      pair_contact: { goneOn: `(SELECT ${ofPair('p')} FROM pair p WHERE p.id = pair_contact.pair_id)` },
      pair: { goneOn: ofPair('pair') },
      sealed_record: { goneOn: 'expires_day' },
      shared_sealed_record: { goneOn: 'expires_day' },
    },
  },
  ledger_7_years: {
    goes: 'withYear',
    tables: {
      bank_line_text: { goneOn: ofBankLine('bank_line_text.id') },
      bank_decision: { goneOn: ofBankLine('bank_decision.bank_line_id') },
      booking_note: {
        goneOn: `(SELECT ${ofDay('b.day')} FROM booking b WHERE b.id = booking_note.booking_id)`,
      },
      cash_count_note: {
        goneOn: `(SELECT ${ofDay('c.day')} FROM cash_count c WHERE c.id = cash_count_note.cash_count_id)`,
      },
      collection_debtor: {
        goneOn: `(SELECT ${ofDay('c.collect_day')} FROM collection_item i JOIN collection c ON c.id = i.collection_id
          WHERE i.id = collection_debtor.item_id)`,
        empties: ['holder', 'iban', 'mandate_reference'],
      },
      mandate: {
        goneOn: `iif(ended_on IS NULL, NULL, ${ofDay(`max(ended_on, coalesce(${lastCollected}, ''))`)})`,
        empties: ['holder', 'iban', 'previous_iban', 'reference'],
      },
      payment_reference: { goneOn: ofYear('year') },
      fee_agreement: { goneOn: ofDay('until_day'), empties: ['reduction_reason'] },
      bank_file_content: {
        goneOn: `(SELECT max(${ofDay('f.to_day')}) FROM bank_file f WHERE f.sha256 = bank_file_content.id)`,
      },
      bank_file: { goneOn: ofDay('to_day') },
    },
  },
}

/** A pair that was never ended is over when its time was, or when they were last in touch. */
function ofPair(pair: string): string {
  const last = `(SELECT max(k.day) FROM pair_contact k WHERE k.pair_id = ${pair}.id AND k.deleted_at IS NULL)`
  return `date(max(coalesce(${pair}.until_day, ${pair}.planned_until), coalesce(${last}, '')), '+1 year')`
}

/** The columns of a table that are declared with a retention; what follows from others goes with them. */
export function columnsUnder(table: Table, retention: Retention): string[] {
  return Object.entries(table.columns).flatMap(([name, column]) =>
    (column.retention ?? table.privacy.retention) === retention && !column.derived ? [name] : [],
  )
}

/** What goes of a table by a rule: columns that are emptied; undefined: the whole row. */
export function emptiedColumns(name: TableName, retention: Retention): readonly string[] | undefined {
  const table: Table = tables[name]
  const columns = retentionRules[retention].tables[name]?.empties ?? columnsUnder(table, retention)
  const own = Object.entries(table.columns).filter(([, { derived }]) => !derived)
  return columns.length === own.length ? undefined : columns
}

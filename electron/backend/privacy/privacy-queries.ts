import type { BackupSummary } from '../../../shared/contract/backups.ts'
import { addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import { breachAdvice, breachedData, reportBefore } from '../../../shared/domain/person-rights.ts'
import { type TermAfterLeaving, termsAfterLeaving, usualTermAfterLeaving } from '../../../shared/domain/retention.ts'
import type { BookContext } from '../context.ts'
import { type Row, tableNamed } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'
import { privacySettingsId } from './privacy-table.ts'

export interface PrivacySettings {
  readonly contact: string
  readonly assessedDay: Day | null
  readonly assessedBy: string | null
  readonly monthsAfterLeaving: TermAfterLeaving
}

export async function privacySettingsOf(db: Reader): Promise<PrivacySettings> {
  const row = await db.selectFrom('privacy_settings').selectAll().where('id', '=', privacySettingsId).executeTakeFirst()
  return {
    contact: row?.contact ?? '',
    assessedDay: row?.assessed_day ?? null,
    assessedBy: row?.assessed_by ?? null,
    monthsAfterLeaving: termOf(row?.months_after_leaving ?? null),
  }
}

/** Of a newer program may come a term that this one does not know: it keeps no longer than usual. */
const termOf = (months: number | null): TermAfterLeaving =>
  termsAfterLeaving.find((term) => term === months) ?? usualTermAfterLeaving

/** Within so many months somebody goes through the assessment again. */
const monthsAssessed = 12

export const isAssessmentDue = ({ assessedDay }: PrivacySettings, today: Day): boolean =>
  assessedDay === null || addMonths(assessedDay, monthsAssessed) <= today

/** Everybody whose data are in the book, whatever they are to it. */
export async function countEverybody(db: Reader): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    'SELECT count(*) AS count FROM person WHERE deleted_at IS NULL AND erased_on IS NULL',
  )
  return row?.count ?? 0
}

/** The newest found first. */
export async function breachesOf(db: Reader) {
  const rows = await db
    .selectFrom('data_breach')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('found_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(breachOf)
}

export type Breach = ReturnType<typeof breachOf>

export function breachOf(row: Row<'data_breach'>) {
  const codes = new Set(row.kinds.split(' '))
  const kinds = breachedData.filter((code) => codes.has(code))
  return {
    id: row.id,
    kind: row.kind,
    happenedDay: row.happened_day,
    foundAt: row.found_at,
    what: row.what,
    kinds,
    people: row.people,
    isLocked: row.is_locked,
    measures: row.measures,
    toldAuthorityDay: row.told_authority_day,
    toldPeopleDay: row.told_people_day,
    whyNot: row.why_not,
    closedDay: row.closed_day,
    reportBefore: reportBefore(row.found_at),
    advice: breachAdvice({ isLocked: row.is_locked === 'ja', kinds, people: row.people }),
  }
}

export interface Receipt {
  readonly id: string
  readonly erasedAt: string
  readonly gone: readonly CountedRows[]
  readonly stays: readonly CountedRows[]
  readonly ledgerUntil: Day | null
  readonly copiesUntil: Day
}

export interface CountedRows {
  readonly table: string
  readonly count: number
}

export async function receiptsOf(db: Reader): Promise<Receipt[]> {
  const rows = await db
    .selectFrom('erasure_receipt')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('erased_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    erasedAt: row.erased_at,
    gone: withoutCare(JSON.parse(row.gone)), // written by eraseNow
    stays: withoutCare(JSON.parse(row.stays)),
    ledgerUntil: row.ledger_until,
    copiesUntil: row.copies_until,
  }))
}

/** Receipts of before told of it. */
const withoutCare = (rows: readonly CountedRows[]) => rows.filter(({ table }) => tableNamed(table)?.scope !== 'zorg')

/** What papers about the book as a whole tell of it. */
export async function bookFacts({ db, backups, sharing, now, today }: BookContext) {
  const [care] = await rowsOf<{ count: number }>(
    db,
    `SELECT (SELECT count(*) FROM signal WHERE deleted_at IS NULL) + (SELECT count(*) FROM care_note WHERE deleted_at IS NULL)
      + (SELECT count(*) FROM contact_moment WHERE deleted_at IS NULL) AS count`,
  )
  const mandate = await db.selectFrom('mandate').select('id').where('deleted_at', 'is', null).executeTakeFirst()
  const copies: readonly BackupSummary[] = await backups.list()
  const { devices } = await sharing.state()
  return {
    ...(await privacySettingsOf(db)),
    today: today(),
    now: now().toISOString(),
    people: await countEverybody(db),
    careRows: care?.count ?? 0,
    collects: mandate !== undefined,
    copies: copies.length,
    devices,
  }
}

export type BookFacts = Awaited<ReturnType<typeof bookFacts>>

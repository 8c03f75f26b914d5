import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { LetterLanguage, PauseKind, ReminderLevel, ReminderWay } from '../../../shared/domain/reminder-rules.ts'
import { mainAccountOf } from '../bank/main-account.ts'
import type { Reader } from '../database/transaction.ts'
import { idList, isStanding, rowsOf } from '../dues/rows.ts'
import { statusOn } from '../members/person-queries.ts'
import { restrictedPeople } from '../rights/left-out.ts'

export interface SentReminder {
  readonly id: string
  readonly payer_person_id: string | null
  readonly payer_household_id: string | null
  readonly level: ReminderLevel
  readonly day: Day
  readonly way: ReminderWay
  readonly language: LetterLanguage
  readonly cents: number
}

/** Reminders that were not taken back. */
export const liveReminder = `SELECT r.id, r.payer_person_id, r.payer_household_id, r.level, r.day, r.way, r.language, r.amount_cents AS cents, r.row_no
  FROM reminder r WHERE ${isStanding('reminder', 'r')}`

/** Reminders that count, to any of these payers or about any of these dues; newest first. */
export function remindersAbout(
  db: Reader,
  about: { readonly people: Iterable<string>; readonly households: Iterable<string>; readonly dues: Iterable<string> },
): Promise<SentReminder[]> {
  return rowsOf(
    db,
    `${liveReminder} AND (r.payer_person_id IN (SELECT value FROM json_each(?1)) OR r.payer_household_id IN (SELECT value FROM json_each(?2))
      OR r.id IN (SELECT d.reminder_id FROM reminder_due d WHERE d.due_id IN (SELECT value FROM json_each(?3))))
      ORDER BY r.day DESC, r.row_no DESC`,
    [idList(about.people), idList(about.households), idList(about.dues)],
  )
}

/** Which reminders that count were about which of these dues. */
export function reminderDues(db: Reader, dueIds: Iterable<string>): Promise<{ reminderId: string; dueId: string }[]> {
  return rowsOf(
    db,
    `SELECT DISTINCT d.reminder_id AS reminderId, d.due_id AS dueId FROM reminder_due d
      WHERE d.reverses_id IS NULL AND d.due_id IN (SELECT value FROM json_each(?1))
      AND d.reminder_id IN (SELECT id FROM (${liveReminder}))`,
    [idList(dueIds)],
  )
}

export interface PauseRow {
  readonly id: string
  readonly person_id: string | null
  readonly household_id: string | null
  readonly kind: PauseKind
  readonly reason: string | null
  readonly until_day: Day | null
}

/** Pauses that hold on a day. To somebody whose data may not be used no letter goes either: something is being talked about. */
export function pausesOn(db: Reader, day: Day): Promise<PauseRow[]> {
  return rowsOf(
    db,
    `SELECT id, person_id, household_id, kind, reason, until_day FROM reminder_pause
      WHERE deleted_at IS NULL AND (until_day IS NULL OR until_day > ?1)
    UNION ALL SELECT p.id, p.id, NULL, 'discussion', NULL, NULL FROM person p WHERE p.id IN ${restrictedPeople} ORDER BY id`,
    [day],
  )
}

/** A person as a letter needs them. */
export interface Addressee {
  readonly id: string
  readonly given: string
  readonly family: string
  readonly email: string | null
  /** As it was written down: "Arabisch, wat Nederlands". */
  readonly languages: string | null
  readonly householdId: string
  readonly isGone: boolean
  readonly isDeceased: boolean
  readonly isMember: boolean
}

export async function addressees(db: Reader, ids: Iterable<string>, today: Day): Promise<Map<string, Addressee>> {
  const { rows } = await sql<{
    id: string
    first_name: string
    infix: string
    last_name: string
    called: string
    email: string | null
    languages: string | null
    household_id: string
    deleted_at: string | null
    deceased_on: string | null
    status: string
  }>`SELECT p.id, p.first_name, p.infix, p.last_name, p.called, p.email, p.languages, p.household_id, p.deleted_at, p.deceased_on, ${statusOn(today)} AS status
    FROM person AS p WHERE p.id IN (SELECT value FROM json_each(${idList(ids)}))`.execute(db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        given: row.called || row.first_name,
        family: [row.infix, row.last_name].filter((part) => part !== '').join(' '),
        email: row.email === '' ? null : row.email,
        languages: row.languages,
        householdId: row.household_id,
        isGone: row.deleted_at !== null,
        // A death that somebody dated ahead by mistake is still a death.
        isDeceased: row.deceased_on !== null,
        isMember: row.status === 'lid',
      },
    ]),
  )
}

export interface PostalAddress {
  readonly street: string
  readonly house_number: number | null
  readonly house_suffix: string
  readonly postcode: string
  readonly city: string
}

/** Addresses of households, and whether anybody the book knows lives there. */
export async function householdAddresses(
  db: Reader,
  ids: Iterable<string>,
): Promise<Map<string, PostalAddress & { readonly isLivedIn: boolean }>> {
  const rows = await rowsOf<PostalAddress & { id: string; living: number }>(
    db,
    `SELECT h.id, h.street, h.house_number, h.house_suffix, h.postcode, h.city,
      EXISTS (SELECT 1 FROM person p WHERE p.household_id = h.id AND p.deleted_at IS NULL AND p.deceased_on IS NULL) AS living
      FROM household h WHERE h.deleted_at IS NULL AND h.id IN (SELECT value FROM json_each(?1))`,
    [idList(ids)],
  )
  return new Map(rows.map(({ id, living, ...address }) => [id, { ...address, isLivedIn: living === 1 }]))
}

/** Whose dues each household pays for now, also those who have nothing open: they share the letter. */
export async function peoplePaidBy(db: Reader, householdIds: Iterable<string>): Promise<Map<string, string[]>> {
  const rows = await rowsOf<{ household: string; person: string }>(
    db,
    `SELECT DISTINCT g.payer_household_id AS household, g.person_id AS person FROM fee_agreement g JOIN person p ON p.id = g.person_id
      WHERE g.deleted_at IS NULL AND p.deleted_at IS NULL AND g.payer_household_id IN (SELECT value FROM json_each(?1)) ORDER BY g.person_id`,
    [idList(householdIds)],
  )
  const people = new Map<string, string[]>()
  for (const { household, person } of rows) people.set(household, [...(people.get(household) ?? []), person])
  return people
}

/** The account that letters ask for money on: null when there is none. */
export async function accountForLetters(db: Reader): Promise<{ holder: string; iban: string } | null> {
  const main = await mainAccountOf(db)
  return main === null || main.holder === '' ? null : { holder: main.holder, iban: main.iban }
}

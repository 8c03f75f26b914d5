// Who owes what, and who may not be written to, worked out from the bare rows by the plainest code there is.
import type { ReminderLetter } from '../../../shared/contract/reminders.ts'
import type { OpenTestBook } from '../../support/open-book.ts'

interface Row {
  readonly id: string
  readonly period_start: string
  readonly row_no: number
  readonly reverses_id: string | null
  readonly amount_cents: number
  readonly person_id: string
  readonly agreement_id: string | null
  readonly payment_id: string
  readonly due_id: string
  readonly reminder_id: string
  readonly payer_person_id: string | null
  readonly payer_household_id: string | null
  readonly household_id: string
  readonly from_day: string
  readonly method: string
  readonly street: string
  readonly day: string
  readonly until_day: string | null
  readonly deleted_at: string | null
  readonly deceased_on: string | null
  readonly held_on: string | null
  readonly ended_on: string | null
}

/** What is wrong with a letter at this moment; null when nothing is. */
export function wrongLetter(book: OpenTestBook, letter: ReminderLetter, today: string): string | null {
  return wrongFor(book, `${letter.payer.kind}:${letter.payer.id}`, letter.cents, today)
}

/** What is wrong with the reminders that were written down after row `before`; null when nothing is. */
export function wrongRecord(book: OpenTestBook, before: number, today: string): string | null {
  const reminders = rowsOf(book, 'reminder')
  const dues = rowsOf(book, 'reminder_due')
  for (const reminder of reminders.filter((row) => row.row_no > before)) {
    const key = payerKey(reminder)
    const wrong = wrongFor(book, key, reminder.amount_cents, today)
    if (wrong) return wrong
    const sum = total(dues.filter((row) => row.reminder_id === reminder.id))
    if (sum !== reminder.amount_cents) return `for ${reminder.amount_cents}, about dues of ${sum}`
    const sameDay = live(reminders).filter((row) => payerKey(row) === key && daysApart(row.day, reminder.day) < 21)
    if (sameDay.length > 1) return `to ${key}, who got one less than three weeks ago`
  }
  return null
}

function wrongFor(book: OpenTestBook, key: string, cents: number, today: string): string | null {
  const agreements = rowsOf(book, 'fee_agreement')
  const accountOf = accounts(agreements)
  const dues = openDues(book).filter(({ due }) => accountOf(due) === key)
  const open = dues.reduce((sum, { cents: own }) => sum + own, 0)
  const left = creditOf(book, key, accountOf)
  // What comes in makes that good first: who pays what such a letter asks would still owe dues, and be asked again.
  if (left < 0) return `to ${key}, who has to pay back ${-left} as well`
  const credit = Math.max(0, left)
  const owed = Math.max(0, open - credit)
  if (cents !== owed || owed === 0) return `to ${key} for ${cents}, who owes ${owed}`
  const people = rowsOf(book, 'person')
  const concerned = new Set([...dues.map(({ due }) => due.person_id), key.replace('person:', '')])
  for (const person of people.filter(({ id }) => concerned.has(id))) {
    if (person.deceased_on !== null) return `about ${person.id}, who has died`
    if (person.deleted_at !== null) return `about ${person.id}, who is in the bin`
  }
  const paused = rowsOf(book, 'reminder_pause').filter(
    (pause) => pause.deleted_at === null && (pause.until_day === null || pause.until_day > today),
  )
  if (paused.some((pause) => key === `household:${pause.household_id}` || concerned.has(pause.person_id)))
    return `to ${key}, who gets no letters for now`
  const collected = agreements.filter(({ method, deleted_at }) => method === 'incasso' && deleted_at === null)
  // One that came back unpaid is on hold: until that is settled nothing is collected, and a letter may go.
  const mandates = rowsOf(book, 'mandate')
    .filter((row) => row.deleted_at === null && row.held_on === null && (row.ended_on === null || row.ended_on > today))
    .map(({ person_id }) => person_id)
  // Money that is left pays the oldest first; what it pays is not what the letter asks for.
  const isPaid = ({ due, cents: own }: (typeof dues)[number]) =>
    dues.reduce((sum, each) => sum + (each.due.period_start < due.period_start ? each.cents : 0), own) <= credit
  const asked = dues.filter((one) => !isPaid(one))
  // Whoever has a mandate and nothing but direct debit agreed pays by it.
  const byDebit = asked.filter(
    ({ due }) =>
      mandates.includes(due.person_id) &&
      accountOf({ ...due, agreement_id: null }) === key &&
      agreements.every((row) => row.person_id !== due.person_id || collected.includes(row)),
  )
  if (byDebit.some(({ due }) => collected.some((row) => row.person_id === due.person_id && row.from_day <= today)))
    return `to ${key}, whose dues are collected`
  return null
}

function openDues(book: OpenTestBook) {
  const settled = new Map<string, number>()
  for (const row of [...rowsOf(book, 'allocation'), ...rowsOf(book, 'waiver')])
    settled.set(row.due_id, (settled.get(row.due_id) ?? 0) + row.amount_cents)
  return live(rowsOf(book, 'due'))
    .map((due) => ({ due, cents: due.amount_cents - (settled.get(due.id) ?? 0) }))
    .filter(({ cents }) => cents > 0)
}

function creditOf(book: OpenTestBook, key: string, accountOf: (row: Payer) => string): number {
  const payments = rowsOf(book, 'payment')
  const own = payments.filter((payment) => accountOf(payment) === key)
  const ids = new Set(own.map(({ id }) => id))
  return total(own) - total(rowsOf(book, 'allocation').filter((row) => ids.has(row.payment_id)))
}

type Payer = Pick<Row, 'payer_person_id' | 'payer_household_id'> & Partial<Row>

/** Money and dues of a person count with the household that pays by that person's newest agreement. */
function accounts(agreements: readonly Row[]) {
  const byId = new Map(agreements.map((row) => [row.id, row]))
  const newest = new Map<string, Row>()
  for (const row of agreements.filter(({ deleted_at }) => deleted_at === null)) {
    const known = newest.get(row.person_id)
    if (!known || `${row.from_day} ${row.id}` > `${known.from_day} ${known.id}`) newest.set(row.person_id, row)
  }
  const ofPayer = (row: Payer): string => {
    const household = row.payer_household_id ?? newest.get(row.payer_person_id ?? '')?.payer_household_id
    return household ? `household:${household}` : `person:${row.payer_person_id}`
  }
  return (row: Payer): string => {
    if (row.agreement_id === undefined) return ofPayer(row)
    const agreement = byId.get(row.agreement_id ?? '') ?? newest.get(row.person_id ?? '')
    return agreement ? ofPayer(agreement) : `person:${row.person_id}`
  }
}

const payerKey = (row: Row) =>
  row.payer_household_id === null ? `person:${row.payer_person_id}` : `household:${row.payer_household_id}`

/** Rows that count: a row and its reversals together are the whole amount or nothing. */
function live(rows: readonly Row[]): Row[] {
  const reversed = new Map<string, number>()
  for (const row of rows)
    if (row.reverses_id !== null) reversed.set(row.reverses_id, (reversed.get(row.reverses_id) ?? 0) + row.amount_cents)
  return rows.filter((row) => row.reverses_id === null && row.amount_cents + (reversed.get(row.id) ?? 0) !== 0)
}

const total = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.amount_cents, 0)

function rowsOf({ opened }: OpenTestBook, table: string): Row[] {
  return opened.raw.prepare(`SELECT * FROM ${table}`).all() as Row[] // the columns read above
}

const daysApart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000

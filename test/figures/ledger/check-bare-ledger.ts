// What must be true of the ledger, worked out from the bare rows by the plainest code there is.
import type { OpenTestBook } from '../../support/open-book.ts'
import type { World } from './ledger-events.ts'

interface Row {
  readonly id: string
  readonly reverses_id: string | null
  readonly amount_cents: number
  readonly person_id: string
  readonly agreement_id: string | null
  readonly period_start: string
  readonly payment_id: string
  readonly due_id: string
}

/** Nothing is reversed twice or allocated beyond what there is. The first thing that is not true, in words; null when all is. */
export function checkBareLedger(book: OpenTestBook): string | null {
  const { due: dues, payment: payments, allocation: allocations, waiver: waivers } = ledgerRows(book)
  for (const [table, all] of Object.entries({ dues, payments, allocations, waivers })) {
    const nets = sums(all, root)
    const bad = all.find((row) => row.reverses_id === null && !isWholeOrNothing(row, nets))
    if (bad) return `${table} ${bad.id} is reversed in part or twice`
  }
  const paidPerDue = sums(allocations, (row) => row.due_id)
  const waivedPerDue = sums(waivers, (row) => row.due_id)
  for (const [id, net] of sums(dues, root)) {
    const settled = (paidPerDue.get(id) ?? 0) + (waivedPerDue.get(id) ?? 0)
    if (settled < 0 || settled > net) return `due ${id} of ${net} is settled for ${settled}`
  }
  const usedPerPayment = sums(allocations, (row) => row.payment_id)
  for (const [id, net] of sums(payments, root)) {
    const used = usedPerPayment.get(id) ?? 0
    if (used < 0 || used > Math.max(0, net)) return `payment ${id} of ${net} pays ${used}`
  }
  return checkClosedYear(book) ?? checkCollected(book)
}

/** A closed year took no row since it was closed. */
function checkClosedYear(book: OpenTestBook): string | null {
  const closed = lastClose(book)
  if (closed === null) return null
  const late = book.opened.raw
    .prepare(
      `SELECT c.table_name || ' ' || c.row_id FROM change c LEFT JOIN payment p ON p.id = c.row_id LEFT JOIN due d ON d.id = c.row_id
        WHERE c.table_name IN ('payment', 'due') AND c.action_seq > ?
          AND coalesce(p.day, d.period_start) < ?`,
    )
    .pluck()
    .get(closed.actionSeq, closed.firstOpenDay)
  return late === undefined ? null : `${late} was added to a year that was closed`
}

/** The last year that is closed now, by the bare rows: every second row against a close opens it again. */
export function lastClose({ opened }: OpenTestBook): { actionSeq: number; firstOpenDay: string } | null {
  const row = opened.raw
    .prepare(
      `SELECT y.year, max(c.action_seq) AS actionSeq, count(*) % 2 AS isLive FROM year_close y
        JOIN change c ON c.table_name = 'year_close' AND c.row_id = y.id
        GROUP BY coalesce(y.reverses_id, y.id) HAVING isLive = 1 ORDER BY y.year DESC LIMIT 1`,
    )
    .get() as { year: number; actionSeq: number } | undefined // the columns above
  return row ? { actionSeq: row.actionSeq, firstOpenDay: `${row.year + 1}-01-01` } : null
}

/** What came in for an item is what it asked for, once at most, and nothing of it counts after the bank took it back. */
function checkCollected({ opened }: OpenTestBook): string | null {
  const wrong = opened.raw
    .prepare(
      `SELECT i.id FROM collection_item i WHERE i.reverses_id IS NULL AND (
        SELECT coalesce(sum(p.amount_cents), 0) FROM payment o JOIN payment p ON p.id = o.id OR p.reverses_id = o.id
          WHERE o.collection_item_id = i.id AND o.reverses_id IS NULL
      ) NOT IN (0, CASE WHEN (SELECT coalesce(sum(r.amount_cents), 0) FROM collection_return r WHERE r.item_id = i.id) > 0
        THEN 0 ELSE i.amount_cents END) LIMIT 1`,
    )
    .pluck()
    .get()
  return wrong === undefined ? null : `item ${wrong} counts for something else than the bank gave`
}

function ledgerRows({ opened }: OpenTestBook) {
  const rows = (table: string) => opened.raw.prepare(`SELECT * FROM ${table}`).all() as Row[] // the columns read below
  return { due: rows('due'), payment: rows('payment'), allocation: rows('allocation'), waiver: rows('waiver') }
}

const root = (row: Row) => row.reverses_id ?? row.id

function sums(rows: readonly Row[], key: (row: Row) => string): Map<string, number> {
  const made = new Map<string, number>()
  for (const row of rows) made.set(key(row), (made.get(key(row)) ?? 0) + row.amount_cents)
  return made
}

const isWholeOrNothing = (row: Row, nets: ReadonlyMap<string, number>) => {
  const net = nets.get(row.id) ?? 0
  return net === 0 || net === row.amount_cents
}

/** open = dues - reversals - live allocations - waivers, in every view. */
export async function checkViews(book: OpenTestBook, world: World): Promise<string | null> {
  const { api } = book
  const { due: dues, allocation, waiver } = ledgerRows(book)
  const paid = sums(allocation, (row) => row.due_id)
  const waived = sums(waiver, (row) => row.due_id)
  const open = (rows: readonly Row[]) => {
    const ids = new Set(rows.map((row) => row.id))
    return [...ids].reduce((sum, id) => sum - (paid.get(id) ?? 0) - (waived.get(id) ?? 0), total(rows))
  }
  const credits = new Map<string, number>()
  for (const personId of world.people) {
    const { status, payer, dues: shown } = await api.dues.person({ personId })
    credits.set(`${payer.kind} ${payer.id}`, status.creditCents)
    const expected = open(dues.filter((row) => row.person_id === personId))
    if (status.openCents !== expected) return `${personId} has ${expected} open and is told ${status.openCents}`
    if (total(shown.map((due) => ({ amount_cents: due.openCents }))) !== expected)
      return `dues of ${personId} do not add up`
    if (total(status.openMonths.map((month) => ({ amount_cents: month.cents }))) + status.openingCents !== expected)
      return `months of ${personId} do not add up`
  }
  // One account may be below nothing: its household was given back what one of them had paid, who now pays alone. Never all together,
  // but for what the bank took back once it had been given back.
  const left = [...credits.values()].reduce((sum, cents) => sum + cents, 0)
  if (left < -takenBackAfterRefund(book)) return 'more was given back than was left'
  const overview = await api.dues.overview({ limit: 20_000 })
  if (overview.openCents + overview.olderCents !== open(dues)) return 'the overview does not add up'
  if (overview.payers.reduce((sum, payer) => sum + payer.openCents, 0) !== open(dues)) return 'its list does not add up'
  return null
}

/** What the bank took back of payments after money was given back for the first time. */
function takenBackAfterRefund({ opened }: OpenTestBook): number {
  const cents = opened.raw
    .prepare(
      `SELECT coalesce(-sum(amount_cents), 0) FROM payment
        WHERE reason = 'bounced' AND amount_cents < 0
          AND row_no > (SELECT min(row_no) FROM payment WHERE reverses_id IS NULL AND amount_cents < 0)`,
    )
    .pluck()
    .get()
  return Number(cents)
}

const total = (rows: readonly { amount_cents: number }[]) => rows.reduce((sum, row) => sum + row.amount_cents, 0)

/** After a run every month of every agreement was asked once, and nobody has money left while something of theirs is open. */
export async function checkAfterRun(book: OpenTestBook, world: World): Promise<string | null> {
  return (await checkNoneIdle(book, world)) ?? checkWanted(book, ledgerRows(book).due)
}

async function checkNoneIdle({ api }: OpenTestBook, world: World) {
  for (const personId of world.people) {
    const { payer } = await api.dues.person({ personId })
    const { openCents, creditCents } = await api.dues.previewPayment({
      payer: { kind: payer.kind, id: payer.id },
      amountCents: 0,
      day: null,
      parts: null,
    })
    if (openCents > 0 && creditCents > 0) return `${personId} has ${openCents} open and ${creditCents} left`
  }
  return null
}

interface Agreement {
  readonly id: string
  readonly fee_plan_id: string
  readonly interval_months: number
  readonly anchor_day: string
  readonly from_day: string
  readonly until_day: string | null
  readonly reduction_kind: string | null
  readonly reduction_value: number | null
  readonly reduction_until: string | null
}

/** Every month of an agreement once: all agreements here begin on the first of a month, so plain month numbers will do. */
function checkWanted(book: OpenTestBook, all: readonly Row[]) {
  const { opened, context } = book
  // A closed year stays as it is, right or wrong.
  const firstOpenDay = lastClose(book)?.firstOpenDay ?? ''
  const dues = all.filter((due) => due.period_start >= firstOpenDay)
  const agreements = opened.raw.prepare('SELECT * FROM fee_agreement WHERE deleted_at IS NULL').all() as Agreement[]
  const rates = opened.raw
    .prepare(
      `SELECT r.fee_plan_id, r.amount_cents, r.valid_from, coalesce(f.rate_months, 1) AS months
        FROM fee_rate r JOIN fee_plan f ON f.id = r.fee_plan_id WHERE r.deleted_at IS NULL ORDER BY r.valid_from`,
    )
    .all() as { fee_plan_id: string; amount_cents: number; valid_from: string; months: number }[]
  for (const agreement of agreements) {
    const asked = total(dues.filter((due) => due.agreement_id === agreement.id))
    let wanted = 0
    for (let month = 0; month < 36; month += 1) {
      const day = monthDay(month)
      if (day < agreement.from_day || day < agreement.anchor_day) continue
      if (agreement.until_day !== null && day >= agreement.until_day) continue
      const first = firstOfPeriod(agreement, month)
      if (first > context.today() || first < firstOpenDay) continue
      const rate = rates.filter((each) => each.fee_plan_id === agreement.fee_plan_id && each.valid_from <= day).at(-1)
      wanted += partOf(reduced(agreement, rate?.amount_cents ?? 0, day), rate?.months ?? 1, month)
    }
    if (asked !== wanted) return `agreement ${agreement.id} asks ${asked} instead of ${wanted}`
  }
  return null
}

/** What of an amount for more months was asked up to and with this one of them, less what was asked before it. */
function partOf(cents: number, months: number, month: number): number {
  const asked = (count: number) => (cents * count - ((cents * count) % months)) / months
  const place = month % months
  return asked(place + 1) - asked(place)
}

const monthDay = (month: number) => `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
const monthNumber = (day: string) => (Number(day.slice(0, 4)) - 2026) * 12 + Number(day.slice(5, 7)) - 1

/** The first month that counts of the period a month lies in. */
function firstOfPeriod(agreement: Agreement, month: number): string {
  const anchor = monthNumber(agreement.anchor_day)
  const start = anchor + Math.floor((month - anchor) / agreement.interval_months) * agreement.interval_months
  return monthDay(Math.max(start, monthNumber(agreement.from_day), 0))
}

function reduced(agreement: Agreement, rate: number, day: string): number {
  if (agreement.reduction_until !== null && day >= agreement.reduction_until) return rate
  const value = agreement.reduction_value ?? 0
  if (agreement.reduction_kind === 'exempt') return 0
  if (agreement.reduction_kind === 'amount') return Math.max(0, rate - value)
  if (agreement.reduction_kind === 'percent') return Math.round((rate * (100 - value)) / 100)
  return rate
}

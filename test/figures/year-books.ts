// The books of a year under events in any order: dues, payments, returns, refunds, waivers, other money, counts, moves, undo, and
// closing. What must be true is worked out here from the bare rows: what is owned at the end is what was owned at the start and
// what came in less what went out; the chain is whole; a closed year does not change by a cent.
import { CompiledQuery } from 'kysely'
import { write } from '../../electron/backend/database/write.ts'
import { checkChain } from '../../electron/backend/ledger-chain/check-chain.ts'
import type { OpenTestBook } from '../support/open-book.ts'
import { openTestBook } from '../support/open-book.ts'
import { type Random, seededRandom } from '../support/random.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { doEvent, events as duesEvents, type Events, makeWorld } from './ledger/ledger-events.ts'

const days = ['2026-03-03', '2026-08-15', '2026-12-30', '2027-01-05', '2027-02-10', '2027-09-01', '2028-01-06']

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const orders = short ? 3 : 10_000
  const found = await runOrders(orders, seed, moneyEvents)
  // The control: a row that gets into a closed year past the rules must be noticed.
  const control = await runOrders(short ? 4 : 50, seed, { ...moneyEvents, intoClosedYear })
  return [
    {
      id: 'year_books',
      values: { orders, ...found, seed, control_breaches: control.breaches },
      ok: found.breaches === 0 && found.closed > 0 && found.events > orders * 5 && control.breaches > 0,
    },
  ]
}

const amount = (random: Random) => 50 * (1 + random.below(100))
const someDay = (random: Random, today: string) => random.pick([today, today, '2026-02-01', '2026-12-15']) ?? today

const moneyEvents: Events = {
  ...duesEvents,
  receive: ({ api, context }, _world, random) =>
    api.bookkeeping.addBooking({
      day: someDay(random, context.today()),
      direction: 'in',
      amountCents: amount(random),
      categoryId: random.pick(['gift', 'subsidy', 'hall']) ?? 'gift',
      place: null,
      text: null,
    }),
  spend: ({ api, context }, _world, random) =>
    api.bookkeeping.addBooking({
      day: someDay(random, context.today()),
      direction: 'out',
      amountCents: amount(random),
      categoryId: 'activity',
      place: random.chance(0.5) ? 'bank' : null,
      text: 'Barbecue',
    }),
  move: ({ api, context }, _world, random) =>
    api.bookkeeping.addTransfer({
      day: someDay(random, context.today()),
      amountCents: amount(random),
      from: random.chance(0.5) ? 'bank' : null,
      to: random.chance(0.5) ? 'bank' : null,
      text: null,
      awaitBankFile: random.chance(0.3),
    }),
  count: ({ api, context }, _world, random) =>
    api.bookkeeping.countCash({
      day: someDay(random, context.today()),
      countedCents: amount(random),
      countedBy: 'Bep',
      acceptDifference: random.chance(0.7),
    }),
  cashOpening: ({ api }, _world, random) =>
    api.bookkeeping.setCashOpening({
      day: random.pick(['2026-01-01', '2026-06-01']) ?? '2026-01-01',
      amountCents: amount(random),
    }),
  takeBack: async ({ api }, _world, random) => {
    const { lines } = await api.bookkeeping.cash({ year: random.pick([2026, 2027]) ?? 2026 })
    return api.bookkeeping.reverseBooking({ bookingId: random.pick(lines)?.id ?? 'none', reason: 'mistake' })
  },
  close: ({ api }, _world, random) => api.bookkeeping.closeYear({ year: random.pick([2026, 2026, 2027]) ?? 2026 }),
}

/** A row put in past write()'s own look at closed years. */
async function intoClosedYear({ context, opened }: OpenTestBook): Promise<void> {
  if (opened.raw.prepare('SELECT count(*) FROM year_close').pluck().get() === 0) return
  const [first] = opened.raw
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'booking_journal_insert'")
    .pluck()
    .all()
  opened.raw.exec('DROP TRIGGER booking_journal_insert')
  await write(context, { kind: 'bookingReceived' }, (tx) =>
    tx.executeQuery(
      CompiledQuery.raw(
        `INSERT INTO booking (id, created_at, created_by, amount_cents, day, kind, category_id, source) VALUES (?, '2026', 'x', 100, '2026-05-05', 'entry', 'gift', 'cash')`,
        [context.newId()],
      ),
    ),
  )
  opened.raw.exec(String(first))
}

async function runOrders(orders: number, seed: number, possible: Events) {
  const random = seededRandom(seed)
  const found = { events: 0, closed: 0, breaches: 0 }
  for (let index = 0; index < orders; index += 1) {
    const book = await openTestBook({ today: '2026-01-05' })
    const { done, closed, breach } = await runOne(book, random, possible)
    await book.close()
    found.events += done
    if (closed) found.closed += 1
    if (breach === null) continue
    found.breaches += 1
    if (possible === moneyEvents) console.error(`year_books: order ${index} of seed ${seed}: ${breach}`)
  }
  return found
}

async function runOne(book: OpenTestBook, random: Random, possible: Events) {
  await anAccount(book)
  const world = await makeWorld(book, random)
  const names = Object.keys(possible)
  const kept = new Map<string, string>()
  let done = 0
  let closed = false
  for (const day of days) {
    book.setDay(day)
    for (let step = 0; step < 3; step += 1) {
      // Closing is rare among so many events, and it is what this is about.
      const isLate = day > '2027'
      const isControl = isLate && 'intoClosedYear' in possible && random.chance(0.4)
      const other = isControl ? 'intoClosedYear' : (random.pick(names) ?? 'run')
      const name = isLate && random.chance(0.25) ? 'close' : other
      if (await doEvent(possible, name, book, world, random)) done += 1
    }
    if (day > '2027') await doEvent(possible, 'run', book, world, random)
    const breach = (await checkSums(book)) ?? (await checkClosed(book, kept)) ?? (await checkRows(book))
    closed ||= kept.size > 0
    if (breach) return { done, closed, breach: `on ${day}: ${breach}` }
  }
  return { done, closed, breach: null }
}

const anAccount = ({ context }: OpenTestBook) =>
  write(context, { kind: 'bookChanged' }, (tx) =>
    tx
      .insertInto('bank_account')
      .values({
        id: 'bank',
        name: 'Betaalrekening',
        iban: 'NL13TEST0123456789',
        holder: 'Stadsdorp Oosterweide',
        is_main: 1,
        opening_day: '2026-01-01',
        opening_cents: 50_000,
        notice_days: 14,
        pain_version: '08',
        deleted_at: null,
      })
      .execute(),
  )

/** Begin and result make the end, in the report and worked out from the bare rows. */
async function checkSums({ api, opened }: OpenTestBook): Promise<string | null> {
  for (const year of [2026, 2027]) {
    const { begin, end, resultCents, broughtInCents, accounts, lines, dues } = await api.bookkeeping.year({ year })
    if (begin.capitalCents + resultCents + broughtInCents !== end.capitalCents) return `${year} does not add up`
    const owned = accounts.reduce((sum, { endCents }) => sum + endCents, 0) + end.cashCents + end.onItsWayCents
    if (owned + end.receivableCents + end.owedBackCents - end.prepaidCents !== end.capitalCents)
      return `the end of ${year} does not add up`
    const shown = lines.reduce((sum, { kind, cents }) => sum + (kind === 'income' ? cents : -cents), 0)
    if (shown !== resultCents) return `the lines of ${year} are not its result`
    const asked = dues.lines.reduce((sum, { cents }) => sum + cents, 0)
    if (asked - dues.waivedCents - dues.waivedEarlierCents !== dues.cents) return `the dues of ${year} are no product`
  }
  const bare = (sql: string) => Number(opened.raw.prepare(`SELECT coalesce(${sql}, 0)`).pluck().get())
  const { end } = await api.bookkeeping.year({ year: null })
  const cash =
    bare("(SELECT sum(amount_cents) FROM payment WHERE method = 'contant')") +
    bare('(SELECT sum(amount_cents) FROM booking WHERE account_id IS NULL)')
  return cash === end.cashCents ? null : `the cash box has ${cash} and is told ${end.cashCents}`
}

/** What a closed year said when it was closed, it says for ever, unless it was opened again. */
async function checkClosed({ api, opened }: OpenTestBook, kept: Map<string, string>): Promise<string | null> {
  for (const year of [2026, 2027]) {
    const { isClosed, isAsClosed, end, begin, lines, resultCents } = await api.bookkeeping.year({ year })
    if (!isAsClosed) return `${year} is said to be other than when it was closed`
    const now = JSON.stringify({ end, begin, lines, resultCents })
    // Between two looks it may have been opened again, and closed anew: every time adds a row.
    const times = opened.raw.prepare('SELECT count(*) FROM year_close WHERE year = ?').pluck().get(year)
    const before = kept.get(`${year} ${times}`)
    if (isClosed && before === undefined) kept.set(`${year} ${times}`, now)
    else if (isClosed && before !== now) return `${year} was closed and changed`
  }
  return null
}

async function checkRows({ context }: OpenTestBook): Promise<string | null> {
  const fault = await checkChain(context.db)
  return fault === null ? null : `the chain: ${fault.fault} ${fault.table}`
}

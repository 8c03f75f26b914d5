// The ledger of dues under events in any order: rates that change in the past, agreements, runs, payments, reversals, waivers,
// leaving, joining again, lines of the bank, collections and what the bank takes back of them, refunds, closes of the year and undo. What must be true is worked out here from the bare rows, not by the code under test.
import type { BookContext } from '../../electron/backend/context.ts'
import { write } from '../../electron/backend/database/write.ts'
import { postAllocations, postingOf } from '../../electron/backend/dues/post-ledger.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import { type Random, seededRandom } from '../support/random.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { checkAfterRun, checkBareLedger, checkViews, lastClose } from './ledger/check-bare-ledger.ts'
import { doEvent, type Events, events, makeWorld, type World } from './ledger/ledger-events.ts'

const sequencesPerBook = 10
const days = [
  '2026-02-03',
  '2026-04-15',
  '2026-06-01',
  '2026-08-31',
  '2026-10-10',
  '2026-11-23',
  '2026-12-31',
  '2027-01-12',
  '2027-02-03',
]

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const sequences = short ? 6 : 10_000
  const found = await runSequences(sequences, seed, events)
  // The control: a payment that is allocated without looking at what is open must be noticed.
  const control = await runSequences(100, seed, { ...events, pay: payWithoutCap }, { upToFirst: short })
  return [
    {
      id: 'ledger',
      values: { sequences, ...found, seed, control_breaches: control.breaches },
      ok:
        found.breaches === 0 &&
        found.events > sequences * 4 &&
        (short || Math.min(found.returns, found.refunds, found.closes) > 0) &&
        control.breaches > 0,
    },
  ]
}

interface Found {
  /** Events that did something; a rule said no to the others. */
  readonly events: number
  /** Of these: payments that the bank took back, money given back, and years closed. */
  readonly returns: number
  readonly refunds: number
  readonly closes: number
  /** Sequences after which something was not true. */
  readonly breaches: number
}

export async function runSequences(
  sequences: number,
  seed: number,
  possible: Events,
  { upToFirst = false } = {},
): Promise<Found> {
  const random = seededRandom(seed)
  const found = { events: 0, returns: 0, refunds: 0, closes: 0, breaches: 0 }
  let book: OpenTestBook | undefined
  for (let index = 0; index < sequences; index += 1) {
    // After a close there is no year left to begin in.
    if (index % sequencesPerBook === 0 || (book && lastClose(book))) {
      await book?.close()
      book = await openTestBook({ today: '2026-01-05' })
    }
    if (!book) break
    const { done, breach } = await runOne(book, random, possible)
    found.events += done.length
    found.returns += countOf(done, 'reverse', 'bankReturn')
    found.refunds += countOf(done, 'refund', 'bankRefund')
    found.closes += countOf(done, 'close')
    if (breach === null) continue
    found.breaches += 1
    if (upToFirst) break
    if (possible === events) console.error(`ledger: sequence ${index} of seed ${seed}: ${breach}`)
    await book.close()
    book = await openTestBook({ today: '2026-01-05' })
  }
  await book?.close()
  return found
}

const countOf = (done: readonly string[], ...names: string[]) => done.filter((name) => names.includes(name)).length

async function runOne(book: OpenTestBook, random: Random, possible: Events) {
  book.setDay('2026-01-05')
  const world = await makeWorld(book, random)
  const names = Object.keys(possible)
  const done: string[] = []
  let day = 0
  if (random.chance(0.3)) {
    // A year that can be closed from the first event.
    day = days.length - 1
    book.setDay(days[day - 1] ?? '2027-01-12')
  }
  const count = 8 + random.below(8)
  for (let step = 0; step < count; step += 1) {
    if (random.chance(0.25) && day < days.length) book.setDay(laterOf(book.context.today(), days[day++] ?? ''))
    const name = random.pick(names) ?? ''
    if (await doEvent(possible, name, book, world, random)) done.push(name)
    const breach = checkBareLedger(book)
    if (breach) return { done, breach: `after event ${step}: ${breach}` }
  }
  const untrue = await checkViews(book, world)
  if (untrue) return { done, breach: `before the last run: ${untrue}` }
  await book.api.dues.run({})
  const breach = checkBareLedger(book) ?? (await checkViews(book, world)) ?? (await checkAfterRun(book, world))
  if (breach) return { done, breach: `after the last run: ${breach}` }
  return { done, breach: (await runAgainChanges(book)) ? 'the second run changed something' : null }
}

const laterOf = (one: string, other: string) => (one > other ? one : other)

/** Every table says whether the run wrote anything, whatever it answers itself. */
async function runAgainChanges({ api, opened }: OpenTestBook): Promise<boolean> {
  const count = () =>
    opened.raw.prepare('SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM action)').pluck().get()
  const before = count()
  const second = await api.dues.run({})
  return count() !== before || second.added.count + second.reversed.count + second.allocated.count > 0
}

async function payWithoutCap(book: OpenTestBook, world: World, random: Random): Promise<void> {
  const personId = random.pick(world.people) ?? ''
  const { payer, dues } = await book.api.dues.person({ personId })
  const [oldest] = dues
  const cents = 100 * (1 + random.below(60))
  await write(book.context, { kind: 'paymentRecorded' }, async (tx) => {
    const id = book.context.newId()
    await tx
      .insertInto('payment')
      .values({ ...paymentRow(book.context, id, cents), ...payerColumns(payer) })
      .execute()
    if (oldest) await postAllocations(tx, book.context, [{ paymentId: id, dueId: oldest.id, cents }])
  })
}

const payerColumns = (payer: { kind: 'person' | 'household'; id: string }) => ({
  payer_person_id: payer.kind === 'person' ? payer.id : null,
  payer_household_id: payer.kind === 'household' ? payer.id : null,
})

const paymentRow = (context: BookContext, id: string, cents: number) => ({
  ...postingOf(context),
  id,
  day: context.today(),
  method: 'contant' as const,
  bank_line_id: null,
  reason: null,
  amount_cents: cents,
  reverses_id: null,
})

// A wrong reminder must never happen: payments, returns, waivers, moves, deaths and pauses in any order, with letters that are made
// at one moment and written down at another. Who owes what is worked out here from the bare rows.
import { saveMainAccount } from '../../electron/backend/bank/main-account.ts'
import { write } from '../../electron/backend/database/write.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import { type Random, seededRandom } from '../support/random.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { doEvent, events as ledgerEvents, makeWorld } from './ledger/ledger-events.ts'
import { wrongLetter, wrongRecord } from './reminders/check-letters.ts'
import { lifeEvents, makeLetters, type Record, recordAnew, recordAsPrinted } from './reminders/letter-events.ts'

const sequencesPerBook = 10
const days = ['2026-02-20', '2026-04-15', '2026-06-01', '2026-08-31', '2026-10-10', '2026-11-23', '2026-12-31']
const events = { ...ledgerEvents, ...lifeEvents }
const names = [...Object.keys(events), ...Object.keys(lifeEvents), 'run', 'run', 'run', 'run', 'pay', 'pay', 'reverse']

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const sequences = short ? 12 : 3000
  const found = await runSequences(sequences, seed, recordAnew)
  // The control writes down what was open when the letters were made: it must be noticed.
  const control = await runSequences(short ? 8 : 200, seed, recordAsPrinted)
  return [
    {
      id: 'reminders',
      values: { sequences, ...found, seed, control_wrong: control.wrong },
      ok:
        found.wrong === 0 &&
        found.recorded > sequences / 2 &&
        found.taken_out > sequences / 10 &&
        (short || found.owing_back > sequences / 20) &&
        control.wrong > 0,
    },
  ]
}

interface Found {
  /** Letters that were looked at. */
  letters: number
  recorded: number
  /** Letters that were made and not written down, because something changed. */
  taken_out: number
  /** Times that somebody with dues open got no letter because money has to be paid back as well. */
  owing_back: number
  /** Letters to somebody not owing, or for another amount. */
  wrong: number
}

export async function runSequences(sequences: number, seed: number, record: Record): Promise<Found> {
  const random = seededRandom(seed)
  const found: Found = { letters: 0, recorded: 0, taken_out: 0, owing_back: 0, wrong: 0 }
  let book: OpenTestBook | undefined
  for (let index = 0; index < sequences; index += 1) {
    if (index % sequencesPerBook === 0) {
      await book?.close()
      book = await bookWithAccount()
    }
    if (!book) break
    const wrong = await runOne(book, random, record, found)
    if (wrong === null) continue
    found.wrong += 1
    if (record === recordAnew) console.error(`reminders: sequence ${index} of seed ${seed}: ${wrong}`)
    await book.close()
    book = await bookWithAccount()
  }
  await book?.close()
  return found
}

async function bookWithAccount(): Promise<OpenTestBook> {
  const book = await openTestBook({ today: '2026-01-05' })
  await write(book.context, { kind: 'bookChanged' }, (tx) =>
    saveMainAccount(
      tx,
      {
        holder: 'Stadsdorp Oosterweide',
        iban: 'NL13TEST0123456789',
        creditorId: null,
        itemLimitCents: null,
        monthLimitCents: null,
      },
      'main-account',
    ),
  )
  return book
}

/** The first thing that was wrong, in words; null when nothing was. */
async function runOne(book: OpenTestBook, random: Random, record: Record, found: Found): Promise<string | null> {
  book.setDay('2026-01-05')
  const world = await makeWorld(book, random)
  const happen = async (count: number) => {
    for (let step = 0; step < count; step += 1) await doEvent(events, random.pick(names) ?? '', book, world, random)
  }
  for (const day of days) {
    if (random.chance(0.3)) continue
    book.setDay(day)
    await happen(random.below(4))
    const made = await makeLetters(book, world, random)
    found.letters += made.letters.length
    found.owing_back += made.left.filter(({ reason }) => reason === 'owesBack').length
    for (const letter of made.letters) {
      // A collection may have moved the calendar on.
      const wrong = wrongLetter(book, letter, book.context.today())
      if (wrong) return `on ${day} a letter was made ${wrong}`
    }
    // Between printing and writing down, life goes on.
    await happen(random.below(3))
    const before = lastReminder(book)
    const recorded = await record(book, made)
    found.recorded += recorded
    found.taken_out += made.letters.length - recorded
    const wrong = wrongRecord(book, before, book.context.today())
    if (wrong) return `on ${day} was written down ${wrong}`
  }
  return null
}

function lastReminder({ opened }: OpenTestBook): number {
  return opened.raw.prepare('SELECT coalesce(max(row_no), 0) FROM reminder').pluck().get() as number // a count of rows
}

// Several computers with one book: the rules of merging by themselves, and the whole engine over real books.
import type { Result, RunOptions } from '../../support/result.ts'
import { type Hear, playBooks } from './book-histories.ts'
import { isNoticed, playHistories, soundEngine } from './histories.ts'
import { weakened } from './weakened.ts'

export async function run(options: RunOptions): Promise<Result[]> {
  return [histories(options), await bookHistories(options)]
}

/** The rules of merging by themselves, in memory. */
function histories({ short, seed }: RunOptions): Result {
  const count = short ? 200 : 100_000
  const found = playHistories(count, seed, soundEngine)
  const missed = weakened.filter(({ engine, by }) => !isNoticed(engine, by, 3000, seed))
  if (missed.length > 0) console.error(`sync: not noticed: ${missed.map(({ name }) => name).join('; ')}`)
  return {
    id: 'sync-histories',
    values: { histories: count, ...found, seed, weakened: weakened.length, noticed: weakened.length - missed.length },
    ok: Object.values(found).every((faults) => faults === 0) && missed.length === 0,
  }
}

const missLastLine: Hear = (book, segment) =>
  book.hear(book.device === 'c' ? { ...segment, lines: segment.lines.slice(0, -1) } : segment)

/** The whole engine over SQLite, with the journal, search, the chain and undo, doing what people do. */
async function bookHistories({ short, seed }: RunOptions): Promise<Result> {
  const count = short ? 1 : 300
  const found = await playBooks(count, seed)
  // The control: one computer that misses the last line of what it hears.
  const control = await playBooks(short ? 1 : 5, seed, missLastLine)
  return {
    id: 'sync-books',
    values: { histories: count, ...found, seed, control_diverged: control.diverged },
    ok:
      found.diverged === 0 &&
      found.chains === 0 &&
      found.search === 0 &&
      found.bugs === 0 &&
      found.actions > count * 8 &&
      control.diverged > 0,
  }
}

// Mutated lists into a real book: afterwards either everything that was promised is there, in one action, or nothing changed.
// Some imports are made to fail half-way by the database itself.
import { createHash } from 'node:crypto'
import { allTables } from '../../../electron/backend/database/schema.ts'
import type { Transaction } from '../../../electron/backend/database/transaction.ts'
import { plannedOf, sessionOf } from '../../../electron/backend/import/import-desk.ts'
import { runImport } from '../../../electron/backend/import/run-import.ts'
import { RuleBroken } from '../../../electron/backend/rule-broken.ts'
import { CallError } from '../../../shared/contract/create-client.ts'
import { type OpenTestBook, openTestBook } from '../../support/open-book.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { corpus } from './corpus.ts'
import { mutate } from './mutate.ts'

export interface TakenIn {
  imports: number
  refused: number
  failedHalfway: number
  people: number
  partial: number
}

export async function takeInMutations(seed: number, files: number): Promise<TakenIn> {
  const book = await openTestBook()
  const random = seededRandom(seed)
  const counts: TakenIn = { imports: 0, refused: 0, failedHalfway: 0, people: 0, partial: 0 }
  for (let count = 0; count < files; count += 1) await takeInOne(book, mutate(corpus, random), random, counts)
  await book.close()
  return counts
}

async function takeInOne(book: OpenTestBook, bytes: Uint8Array, random: Random, counts: TakenIn): Promise<void> {
  const before = stateOf(book)
  const breaks = random.chance(0.3)
  if (breaks) breakWrites(book, random.below(4))
  try {
    const id = await open(book, bytes)
    const taken = await book.api.imports.run({ id })
    counts.imports += 1
    counts.people += taken.people
    const after = stateOf(book)
    if (after.actions !== before.actions + 1 || after.people !== before.people + taken.new) counts.partial += 1
  } catch (error) {
    if (error instanceof CallError || error instanceof RuleBroken) counts.refused += 1
    // The bug that breakWrites() planted; any other is one of ours.
    else if (breaks) counts.failedHalfway += 1
    else throw error
    if (stateOf(book).hash !== before.hash) counts.partial += 1
  } finally {
    book.opened.raw.exec('DROP TRIGGER IF EXISTS temp.break_writes')
  }
}

/** The control: the same writing without a transaction, broken off half-way. Answers whether the check saw it. */
export async function seesHalfAnImport(): Promise<boolean> {
  const book = await openTestBook()
  const id = await open(book, new TextEncoder().encode('Naam;Binnenbuurt\nRia Berg;Noord\nWim Groot;Noord'))
  const before = stateOf(book)
  const session = sessionOf(book.context, id)
  const { plan, known } = await plannedOf(book.context, session)
  breakWrites(book, 1)
  book.opened.raw.exec('UPDATE current_action SET action_seq = 1')
  const { now, newId } = book.context
  const moment = { ...session, today: book.context.today(), now, newId }
  // On purpose not inside write(): what must never happen.
  const outside = book.context.db as unknown as Transaction
  const failed = await runImport(outside, plan, known, moment).then(
    () => false,
    () => true,
  )
  const changed = stateOf(book).hash !== before.hash
  await book.close()
  return failed && changed
}

async function open(book: OpenTestBook, bytes: Uint8Array): Promise<string> {
  const { file } = await book.context.files.receive('lijst', onePiece(bytes))
  return (await book.api.imports.open({ file })).id
}

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** Makes the database refuse the last kinds of rows an import writes, after `passed` of them. */
function breakWrites({ opened }: OpenTestBook, passed: number): void {
  const { count } = opened.raw.prepare('SELECT count(*) AS count FROM membership').get() as { count: number }
  opened.raw.exec(
    `CREATE TEMP TRIGGER break_writes BEFORE INSERT ON main.membership WHEN (SELECT count(*) FROM membership) >= ${count + passed} BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`,
  )
}

function stateOf({ opened }: OpenTestBook): { hash: string; actions: number; people: number } {
  const hash = createHash('sha256')
  const countOf = (table: string) =>
    (opened.raw.prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count
  for (const table of ['action', 'change', 'current_action', ...allTables.map(({ name }) => name)]) {
    for (const row of opened.raw.prepare(`SELECT * FROM ${table}`).iterate()) hash.update(JSON.stringify(row))
  }
  return { hash: hash.digest('hex'), actions: countOf('action'), people: countOf('person') }
}

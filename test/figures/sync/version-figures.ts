// Two versions of the program with one book. The older one is the program itself with two fields less, read by Node under another
// name: a field of people and one of payments. Both do what people do; a PC joins out of the state of each; and then the older ones are
// updated. Nothing that the newer version wrote may be lost on the way through the older. The control is an older version that forgets
// what it does not understand.
import { rmSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { write } from '../../../electron/backend/database/write.ts'
import { CallError } from '../../../shared/contract/create-client.ts'
import { duesSteps } from '../../support/dues-book.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { act } from '../../support/random-actions.ts'
import type { Result, RunOptions } from '../../support/result.ts'
import type { SharedBook } from '../../support/shared-books.ts'
import * as newer from '../../support/shared-books.ts'

type Program = typeof newer

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const older = await olderProgram()
  const count = short ? 2 : 150
  const found = await playVersions(older, seed, count, true)
  const control = await playVersions(older, seed, short ? 1 : 5, false)
  return [
    {
      id: 'sync-versions',
      values: { seed, histories: count, ...found },
      ok: found.lost + found.diverged === 0 && found.written > count * 3 && found.waited > 0,
    },
    { id: 'sync-versions-control', values: { ...control }, ok: control.lost > 0 },
  ]
}

/** What the older version lacks, as it stands in the declarations. */
const lacking = [
  { file: '/members/person-table.ts', field: /^ {4}languages: .*$/m },
  { file: '/dues/ledger-table.ts', field: /(?<=optionalIdOf\('collection_item'\),\n) {4}reason: .*$/m },
]

async function olderProgram(): Promise<Program> {
  const isOurs = (url: string) => url.startsWith('file:') && !url.includes('/node_modules/')
  registerHooks({
    resolve(name, context, next) {
      const resolved = next(name, context)
      const isOlder = context.parentURL?.endsWith('?older') && isOurs(resolved.url)
      return isOlder ? { ...resolved, url: `${resolved.url}?older` } : resolved
    },
    load(url, context, next) {
      const loaded = next(url, context)
      const lack = lacking.find(({ file }) => url.endsWith(`${file}?older`))
      if (!lack) return loaded
      const source = String(loaded.source)
      const shorter = source.replace(lack.field, '')
      if (shorter === source) throw new Error(`${lack.file} has no such field`)
      return { ...loaded, source: shorter }
    },
  })
  const name = `${import.meta.resolve('../../support/shared-books.ts')}?older`
  return (await import(name)) as Program // the same module under another name
}

interface Found {
  /** Values of the fields that only the newer version has. */
  written: number
  /** Values that are not on every PC after the update. */
  lost: number
  /** Histories after which two books were not the same. */
  diverged: number
  /** Lines that waited on PCs with the older version. */
  waited: number
}

async function playVersions(older: Program, seed: number, count: number, keeps: boolean): Promise<Found> {
  const found: Found = { written: 0, lost: 0, diverged: 0, waited: 0 }
  for (let index = 0; index < count; index += 1)
    await playOne(older, seededRandom(seed * 1_000_003 + index), keeps, found)
  return found
}

async function playOne(older: Program, random: Random, keeps: boolean, found: Found): Promise<void> {
  const a = await newer.openSharedBook('a')
  const paying = await duesSteps(a.api).aPayer('Noor Çelik', { from: '2026-10-01' })
  await tell(a, random, paying)
  const b = await older.join(a, 'b')
  for (let step = 0; step < 8; step += 1) {
    await doSomething(random.chance(0.5) ? a : b, random)
    await tell(a, random, paying)
    if (random.chance(0.4)) await newer.settle([a, b])
  }
  await newer.settle([a, b])
  // One more of each version, out of the state as the other version has it.
  const [c, d] = [await newer.join(b, 'c'), await older.join(a, 'd')]
  for (let step = 0; step < 4; step += 1) {
    await doSomething(random.pick([a, b, c, d]) ?? a, random)
    await tell(random.pick([a, c]) ?? a, random, paying)
  }
  await newer.settle([a, b, c, d])
  const updated: SharedBook[] = []
  for (const book of [b, d]) {
    found.waited += book.rows('SELECT 1 FROM sync_pending').length
    if (!keeps) book.opened.raw.exec('DELETE FROM sync_pending')
    await book.opened.close()
    updated.push(await newer.openSharedBook(`${book.device}2`, undefined, book.context.dataFolder))
  }
  const books = [a, c, ...updated]
  await newer.settle(books)
  await judge(books, found)
  for (const book of books) {
    await book.close()
    rmSync(book.context.dataFolder, { recursive: true, force: true })
  }
}

async function doSomething(book: SharedBook, random: Random): Promise<void> {
  const name = random.pick([
    'register',
    'change',
    'move',
    'end',
    'planGathering',
    'runDues',
    'pay',
    'remove',
    'restore',
    'mark',
  ])
  try {
    await act(book.api, name ?? '', random)
  } catch (error) {
    // A rule said no; the older program has an error class of its own.
    if (!(error instanceof Error && 'code' in error) || error.code === 'unexpected') throw error
  }
}

/** Fills the two fields that the older version lacks. */
async function tell(book: SharedBook, random: Random, paying: string): Promise<void> {
  const id = String(random.pick(book.rows('SELECT id FROM person WHERE deleted_at IS NULL'))?.id ?? paying)
  await book.api.members.change({ id, fields: { languages: `nl,${random.below(1000)}` } }).catch(orRuleBroken)
  await write(book.context, { kind: 'paymentRecorded' }, async (tx) => {
    const [now, device] = [book.context.now().toISOString(), book.device]
    const payer = { payer_person_id: paying, method: 'contant' as const, reason: `bij de deur ${random.below(1000)}` }
    const fact = { id: book.context.newId(), created_at: now, created_by: device, amount_cents: 500, day: '2026-11-20' }
    await tx
      .insertInto('payment')
      .values({ ...fact, ...payer })
      .execute()
  })
}

function orRuleBroken(error: unknown): void {
  if (!(error instanceof CallError)) throw error
}

async function judge(books: readonly SharedBook[], found: Found): Promise<void> {
  const values = books.map((book) =>
    book
      .rows(
        `SELECT 'languages ' || id || languages AS value FROM person WHERE languages IS NOT NULL
          UNION ALL SELECT 'reason ' || id || reason FROM payment WHERE reason IS NOT NULL`,
      )
      .map(({ value }) => String(value)),
  )
  const all = new Set(values.flat())
  found.written += all.size
  for (const value of all) if (!values.every((each) => each.includes(value))) found.lost += 1
  for (const scope of newer.scopes) {
    const digests = new Set<string>()
    for (const book of books) digests.add(await book.digest(scope))
    if (digests.size > 1) {
      found.diverged += 1
      return
    }
  }
}

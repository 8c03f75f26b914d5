// Random sequences of actions, undone again in any order that is allowed: every table and every derived view is as it was
// before; for the ledger, where nothing is ever removed, every derived view.
import { createHash } from 'node:crypto'
import { columnsOf } from '../../electron/backend/database/declare-table.ts'
import { allTables } from '../../electron/backend/database/schema.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Client } from '../../shared/contract/create-client.ts'
import { CallError } from '../../shared/contract/create-client.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import { type Random, seededRandom } from '../support/random.ts'
import { act, actionNames } from '../support/random-actions.ts'
import type { Result, RunOptions } from '../support/result.ts'

const sequencesPerBook = 100
const longest = 7

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const sequences = short ? 8 : 10_000
  const found = await undoSequences(sequences, seed, undoOne)
  // The control: an undo that leaves one change of the journal out must be noticed.
  const control = await undoSequences(short ? 4 : 200, seed, undoAllButOneChange)
  return [
    {
      id: 'undo',
      values: { sequences, ...found, seed, control_differing: control.differing },
      ok: found.differing === 0 && found.stuck === 0 && found.actions > sequences && control.differing > 0,
    },
  ]
}

interface Found {
  readonly actions: number
  /** Undos that were refused because later work depended on it. */
  readonly refused: number
  /** Sequences after which a table or a view was not as before. */
  readonly differing: number
  /** Sequences of which an action could not be undone in any order. */
  readonly stuck: number
}

type Undo = (book: OpenTestBook, actionId: string) => Promise<void>

export async function undoSequences(sequences: number, seed: number, undo: Undo): Promise<Found> {
  const random = seededRandom(seed)
  const found = { actions: 0, refused: 0, differing: 0, stuck: 0 }
  let book: OpenTestBook | undefined
  for (let index = 0; index < sequences; index += 1) {
    if (index % sequencesPerBook === 0) {
      await book?.close()
      book = await bookWithPeople(random)
    }
    if (!book) break
    const before = await stateOf(book)
    const done = await actSeveral(book, random)
    found.actions += done.length
    const { refused, left } = await undoAll(book, done, random, undo)
    found.refused += refused
    if (left > 0) found.stuck += 1
    const same = (await stateOf(book)) === before
    if (!same) found.differing += 1
    if (!same || left > 0) {
      if (undo === undoOne) console.error(`undo: sequence ${index} of seed ${seed} differs=${!same} left=${left}`)
      await book.close()
      book = await bookWithPeople(random)
    }
  }
  await book?.close()
  return found
}

async function bookWithPeople(random: Random): Promise<OpenTestBook> {
  const book = await openTestBook()
  const start = [
    'addNeighbourhood',
    'addPlan',
    ...Array<string>(6).fill('register'),
    'agree',
    'runDues',
    'planGathering',
  ]
  for (const name of start) await act(book.api, name, random)
  return book
}

/** Ids of the actions that were done. */
async function actSeveral(book: OpenTestBook, random: Random): Promise<string[]> {
  const done: string[] = []
  const count = 1 + random.below(longest)
  let last = (await book.api.history.lastAction({}))?.id
  for (let step = 0; step < count; step += 1) {
    await act(book.api, random.pick(actionNames) ?? '', random)
    const now = (await book.api.history.lastAction({}))?.id
    if (now && now !== last) done.push(now)
    last = now
  }
  return done
}

/** Tries any action that is left; when refused another one, and the newest is always allowed. */
async function undoAll(book: OpenTestBook, done: readonly string[], random: Random, undo: Undo) {
  const left = [...done]
  let refused = 0
  while (left.length > 0) {
    const order = [...left.keys()].sort(() => random.next() - 0.5)
    const allowed = await firstAllowed(order, async (index) => undo(book, left[index] ?? ''))
    if (allowed === undefined) break
    refused += order.indexOf(allowed)
    left.splice(allowed, 1)
  }
  return { refused, left: left.length }
}

async function firstAllowed(order: readonly number[], attempt: (index: number) => Promise<void>) {
  for (const index of order) {
    try {
      await attempt(index)
      return index
    } catch (error) {
      if (!(error instanceof CallError && error.code === 'undoBlocked')) throw error
    }
  }
  return undefined
}

export async function undoOne(book: OpenTestBook, actionId: string): Promise<void> {
  await book.api.history.undo({ actionId })
}

async function undoAllButOneChange(book: OpenTestBook, actionId: string): Promise<void> {
  const { raw } = book.opened
  raw
    .prepare(
      'DELETE FROM change WHERE seq = (SELECT max(change.seq) FROM change JOIN action ON action.seq = action_seq WHERE action.id = ?)',
    )
    .run(actionId)
  await undoOne(book, actionId)
}

/** Every register row, what the ledger adds up to, and every view made from it, as one hash. */
async function stateOf({ api, opened }: OpenTestBook): Promise<string> {
  const hash = createHash('sha256')
  for (const table of allTables) {
    if (table.class === 'local') continue
    const columns = Object.keys(columnsOf(table)).join(', ')
    const select =
      table.class === 'fact'
        ? `SELECT coalesce(reverses_id, id) AS root, sum(amount_cents) AS cents FROM ${table.name} GROUP BY root HAVING cents <> 0 ORDER BY cents`
        : `SELECT ${columns} FROM ${table.name} ORDER BY id`
    const rows = opened.raw.prepare(select).raw().all()
    // A due that was made again has another id: what counts is how much, for whom (in the views below).
    hash.update(JSON.stringify(table.class === 'fact' ? rows.map((row) => (row as unknown[])[1]) : rows))
  }
  for (const words of ['ria', 'berg', 'kastanjehof', '06'])
    hash.update(JSON.stringify(await api.search.find({ text: words })))
  hash.update(JSON.stringify(await viewsOf(api)))
  return hash.digest('hex')
}

async function viewsOf(api: Client<Contract>): Promise<unknown> {
  const everybody = { neighbourhood: null, text: '', sort: 'name', offset: 0, limit: 1000 } as const
  const people = (await api.members.list({ ...everybody, kind: 'now' })).rows
  const statuses = []
  for (const { id } of people) {
    const { status, dues } = await api.dues.person({ personId: id })
    const live = dues.filter(({ amountCents }) => amountCents !== 0)
    statuses.push([
      status,
      live.map(({ periodStart, openCents, paidCents }) => [periodStart, openCents, paidCents]).sort(),
    ])
  }
  const { planned, toRecord, past } = await api.gatherings.list({ year: null, group: null })
  return [
    people,
    statuses,
    await api.neighbourhoods.list({}),
    await api.dues.overview({ limit: 100 }),
    await api.followUps.list({ closed: true }),
    planned,
    toRecord,
    past,
  ]
}

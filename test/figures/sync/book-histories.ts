// Three real books doing what contact people and treasurers do, in any order, undone now and then, with files that arrive late.
import { checkChain } from '../../../electron/backend/ledger-chain/check-chain.ts'
import { CallError } from '../../../shared/contract/create-client.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { act, actionNames } from '../../support/random-actions.ts'
import { join, openSharedBook, type Segment, type SharedBook, scopes } from '../../support/shared-books.ts'

interface Found {
  actions: number
  undone: number
  differences: number
  breaches: number
  /** Histories after which two books were not the same. */
  diverged: number
  /** Books whose chain of the ledger did not hold. */
  chains: number
  /** Books in which search found other words than the rows have. */
  search: number
  /** Actions that ended in a bug, by what had been merged. */
  bugs: number
}

const steps = 20

export type Hear = (book: SharedBook, segment: Segment) => Promise<unknown>

export async function playBooks(
  count: number,
  seed: number,
  hear: Hear = (book, segment) => book.hear(segment),
): Promise<Found> {
  const found: Found = {
    actions: 0,
    undone: 0,
    differences: 0,
    breaches: 0,
    diverged: 0,
    chains: 0,
    search: 0,
    bugs: 0,
  }
  for (let index = 0; index < count; index += 1) await playOne(seededRandom(seed * 1_000_003 + index), found, hear)
  return found
}

async function playOne(random: Random, found: Found, hear: Hear): Promise<void> {
  const first = await openSharedBook('a')
  for (const name of ['addNeighbourhood', 'addPlan', 'register', 'register', 'agree', 'runDues', 'planGathering'])
    await act(first.api, name, random)
  const books = [first, await join(first, 'b'), await join(first, 'c')]
  const sent: Segment[] = []
  const read = books.map(() => new Map<string, number>())
  for (let step = 0; step < steps; step += 1) {
    const book = random.pick(books) ?? first
    await doSomething(book, random, found)
    if (!random.chance(0.35)) continue
    sent.push(...(await book.send()))
    await readSome(book, read[books.indexOf(book)] ?? new Map(), sent, random, hear)
  }
  await settleAll(books, read, sent, hear)
  await judge(books, found)
  for (const book of books) await book.close()
}

async function doSomething(book: SharedBook, random: Random, found: Found): Promise<void> {
  try {
    if (random.chance(0.15)) {
      const { actions } = await book.api.history.list({ limit: 6 })
      const action = random.pick(actions.filter(({ undoable }) => undoable))
      if (action) {
        await book.api.history.undo({ actionId: action.id })
        found.undone += 1
      }
    } else if (await act(book.api, random.pick(actionNames) ?? '', random)) found.actions += 1
  } catch (error) {
    if (error instanceof CallError && error.code !== 'unexpected') return
    console.error(error)
    found.bugs += 1
  }
}

/** Per computer and scope in order, up to some place; a segment is heard twice now and then. */
async function readSome(
  book: SharedBook,
  places: Map<string, number>,
  sent: readonly Segment[],
  random: Random,
  hear: Hear,
) {
  for (const [chain, segments] of chainsOf(sent)) {
    if (segments[0]?.device === book.device || random.chance(0.3)) continue
    const known = places.get(chain) ?? 0
    const upTo = known + random.below(segments.length - known + 1)
    const again = known > 0 && random.chance(0.2) ? 1 : 0
    for (const segment of segments.slice(known - again, upTo)) await hear(book, segment)
    places.set(chain, Math.max(known, upTo))
  }
}

async function settleAll(
  books: readonly SharedBook[],
  read: readonly Map<string, number>[],
  sent: Segment[],
  hear: Hear,
) {
  for (let round = 0; round < 6; round += 1) {
    for (const book of books) sent.push(...(await book.send()))
    let heard = 0
    for (const [at, book] of books.entries())
      for (const [chain, segments] of chainsOf(sent)) {
        if (segments[0]?.device === book.device) continue
        const known = read[at]?.get(chain) ?? 0
        for (const segment of segments.slice(known)) await hear(book, segment)
        heard += segments.length - known
        read[at]?.set(chain, segments.length)
      }
    if (heard === 0) return
  }
}

const chainsOf = (sent: readonly Segment[]) => Map.groupBy(sent, ({ device, scope }) => `${device} ${scope}`)

async function judge(books: readonly SharedBook[], found: Found): Promise<void> {
  let differs = false
  for (const scope of scopes) {
    const digests = new Set<string>()
    for (const book of books) digests.add(await book.digest(scope))
    differs ||= digests.size > 1
  }
  if (differs) found.diverged += 1
  for (const book of books) {
    if ((await checkChain(book.context.db)) !== null) found.chains += 1
    if (!(await searchFits(book))) found.search += 1
    const counted = await book.api.differences.count({})
    found.differences += counted.differences
    found.breaches += counted.breaches
  }
}

/** Everybody is found by their own last name, and nobody in the bin is. */
async function searchFits(book: SharedBook): Promise<boolean> {
  for (const { id, last_name, deleted_at } of book.rows('SELECT id, last_name, deleted_at FROM person')) {
    const hits = book.rows(
      `SELECT p.id FROM person_search s JOIN person p ON p.row_no = s.rowid WHERE person_search MATCH 'words : "${String(last_name).toLowerCase()}"'`,
    )
    if (hits.some((hit) => hit.id === id) !== (deleted_at === null)) return false
  }
  return true
}

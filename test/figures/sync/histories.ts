// Random histories of four computers with one book: what people do, when files arrive, and what clocks say, in any order. At the end
// everything has arrived everywhere, in another order each, and four questions are asked.
import { mergeRules } from '../../../electron/backend/sync/merge/merge-row.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import {
  addFact,
  type Change,
  type Engine,
  eraseRow,
  hear,
  insertRow,
  type MemoryBook,
  newBook,
  removeRow,
  setFields,
  stateOf,
  versionsIn,
} from './memory-book.ts'

export interface Faults {
  /** The books are not the same. */
  diverged: number
  /** A payment is missing or counts twice. */
  payments: number
  /** Something typed is nowhere to be seen, and nobody who had seen it replaced it. */
  overwritten: number
  /** Something erased is still there. */
  stillVisible: number
}

export const soundEngine: Engine = {
  rules: mergeRules,
  erasesAlong: true,
  knowsErased: true,
  bringsBack: true,
  republishes: true,
  sameReversal: true,
}

const computers = 4
const steps = 36
const yearMs = 365 * 24 * 60 * 60 * 1000
const start = Date.UTC(2026, 10, 23)

export function playHistories(count: number, seed: number, engine: Engine): Faults {
  const faults: Faults = { diverged: 0, payments: 0, overwritten: 0, stillVisible: 0 }
  for (let index = 0; index < count; index += 1) {
    const found = playOne(seededRandom(seed * 1_000_003 + index), engine)
    for (const name of Object.keys(faults) as (keyof Faults)[]) faults[name] += found[name] ? 1 : 0
  }
  return faults
}

/** Whether a weakened engine is noticed, by what it should be, within so many histories. */
export function isNoticed(engine: Engine, by: keyof Faults, limit: number, seed: number): boolean {
  for (let index = 0; index < limit; index += 1)
    if (playOne(seededRandom(seed * 1_000_003 + index), engine)[by]) return true
  return false
}

interface Typed {
  readonly text: string
  readonly id: string
  readonly field: string
  /** Somebody who saw it wrote something else, or removed the row. */
  isReplaced: boolean
  /** Somebody who saw it threw the row away, or it was typed in the bin. */
  isBinned: boolean
}

interface World {
  readonly books: readonly MemoryBook[]
  /** Per computer what it sent, and per reader up to where it came. */
  readonly sent: readonly Change[][][]
  readonly read: readonly number[][]
  readonly typed: Typed[]
  readonly people: string[]
  readonly payments: Map<string, { readonly person: string; isReversed: boolean }>
  count: number
}

function playOne(random: Random, engine: Engine): Record<keyof Faults, boolean> {
  const books = Array.from({ length: computers }, (_, device) =>
    newBook(device, 0, start + (random.below(2001) - 1000) * (yearMs / 1000)),
  )
  const world: World = {
    books,
    sent: books.map(() => []),
    read: books.map(() => books.map(() => 0)),
    typed: [],
    people: [],
    payments: new Map(),
    count: 0,
  }
  const first = pick(random, books)
  act(world, first, 'register', random, engine)
  act(world, first, 'register', random, engine)
  for (let step = 0; step < steps; step += 1) {
    const book = pick(random, books)
    // Clocks jump, also backwards.
    book.wall += random.chance(0.03) ? (random.below(3) - 1) * random.below(yearMs) : random.below(600_000)
    act(world, book, pick(random, deeds), random, engine)
  }
  settle(world, random, engine)
  return judge(world)
}

const deeds = [
  ...Array<'type'>(6).fill('type'),
  ...Array<'sync'>(8).fill('sync'),
  'register',
  'pay',
  'pay',
  'import',
  'import',
  'reverse',
  'reverse',
  'reverse',
  'bin',
  'restore',
  'remove',
  'erase',
  'role',
  'undo',
  'again',
] as const
type Deed = (typeof deeds)[number]

function act(world: World, book: MemoryBook, deed: Deed, random: Random, engine: Engine): void {
  const here = [...book.rows].filter(([, row]) => row.values !== null)
  const person = pick(
    random,
    here.filter(([id]) => id.startsWith('p')).map(([id]) => id),
  )
  const next = () => `${++world.count}`
  switch (deed) {
    case 'register': {
      const id = `p${next()}`
      world.people.push(id)
      insertRow(book, id, { note: null, phone: null, deleted_at: null })
      return
    }
    case 'type':
    case 'undo': {
      // Undoing is typing what was there before; as a text of its own, so that it can be followed.
      const [id, row] = pick(random, here) ?? []
      if (!id || !row || id.startsWith('r')) return
      const field = id.startsWith('n') ? 'text' : random.chance(0.5) ? 'note' : 'phone'
      type(world, book, id, field, `w${next()}`)
      return
    }
    case 'pay': {
      if (!person) return
      const id = `f${next()}`
      world.payments.set(id, { person, isReversed: false })
      addFact(book, id, { amount_cents: 1000, reverses_id: null, person })
      const noteId = `n${id}`
      insertRow(book, noteId, { person, text: null, deleted_at: null })
      type(world, book, noteId, 'text', `w${next()}`)
      return
    }
    case 'import': {
      // The same line of the bank on several computers; now and then another file says it differently.
      const id = `b${random.below(6)}`
      world.payments.set(id, world.payments.get(id) ?? { person: '', isReversed: false })
      addFact(book, id, { amount_cents: random.chance(0.2) ? 2001 : 2000, reverses_id: null, file: `${book.device}` })
      return
    }
    case 'reverse': {
      const live = [...book.facts].filter(([id, { reverses_id }]) => reverses_id === null && !isReversedIn(book, id))
      const [id, values] = pick(random, live) ?? []
      const known = id === undefined ? undefined : world.payments.get(id)
      if (!id || !values || !known || id.startsWith('b')) return
      known.isReversed = true
      const reversal = engine.sameReversal ? `x${id}` : `x${id}-${next()}`
      addFact(book, reversal, { ...values, amount_cents: -Number(values.amount_cents), reverses_id: id })
      return
    }
    case 'bin':
      if (!person || book.rows.get(person)?.values?.deleted_at) return
      setFields(book, person, { deleted_at: `${book.wall}` })
      for (const each of seenBy(world, book, person)) each.isBinned = true
      return
    case 'restore':
      if (person && book.rows.get(person)?.values?.deleted_at) setFields(book, person, { deleted_at: null })
      return
    case 'remove':
      if (!person || random.chance(0.5)) return
      for (const each of seenBy(world, book, person)) each.isReplaced = true
      removeRow(book, person)
      return
    case 'erase':
      if (person && random.chance(0.5)) eraseRow(book, person, engine)
      return
    case 'role': {
      const open = here.filter(([id, row]) => id.startsWith('r') && row.values?.until === null)
      for (const [id] of open) setFields(book, id, { until: `${book.wall}` })
      insertRow(book, `r${next()}`, { holder: person ?? null, until: null, deleted_at: null })
      return
    }
    case 'sync':
      send(world, book)
      for (const from of world.books) if (from !== book && random.chance(0.6)) read(world, book, from, random, engine)
      return
    case 'again': {
      // A file that was read before, once more.
      const from = pick(random, world.books)
      const known = world.read[book.device]?.[from?.device ?? 0] ?? 0
      const segment = from && world.sent[from.device]?.[random.below(Math.max(1, known))]
      if (from && from !== book && known > 0 && segment) hear(book, segment, engine)
    }
  }
}

function type(world: World, book: MemoryBook, id: string, field: string, text: string): void {
  const seen = new Set(versionsIn(book, id, field))
  for (const each of world.typed)
    if (each.id === id && each.field === field && seen.has(each.text)) each.isReplaced = true
  const isBinned = typeof book.rows.get(id)?.values?.deleted_at === 'string'
  world.typed.push({ text, id, field, isReplaced: false, isBinned })
  setFields(book, id, { [field]: text })
}

function seenBy(world: World, book: MemoryBook, id: string): Typed[] {
  return world.typed.filter((each) => each.id === id && versionsIn(book, id, each.field).includes(each.text))
}

const isReversedIn = (book: MemoryBook, id: string) =>
  [...book.facts.values()].some(({ reverses_id }) => reverses_id === id)

function send(world: World, book: MemoryBook): void {
  if (book.queue.length === 0) return
  world.sent[book.device]?.push(book.queue)
  book.queue = []
}

/** Some of what one computer sent; per computer in order, as a gap is waited for. */
function read(world: World, to: MemoryBook, from: MemoryBook, random: Random, engine: Engine): void {
  const places = world.read[to.device]
  const segments = world.sent[from.device] ?? []
  if (!places) return
  const known = places[from.device] ?? 0
  const upTo = known + random.below(segments.length - known + 1)
  for (const segment of segments.slice(known, upTo)) hear(to, segment, engine)
  places[from.device] = upTo
}

/** Everything to everybody, in an order of its own for each, until nobody has anything left to say. */
function settle(world: World, random: Random, engine: Engine): void {
  for (let round = 0; round < 8; round += 1) {
    for (const book of world.books) send(world, book)
    let heard = 0
    for (const to of world.books)
      for (const from of random.chance(0.5) ? world.books : world.books.toReversed()) {
        if (from === to) continue
        const places = world.read[to.device]
        const segments = world.sent[from.device] ?? []
        for (const segment of segments.slice(places?.[from.device] ?? 0)) {
          hear(to, segment, engine)
          heard += 1
        }
        if (places) places[from.device] = segments.length
      }
    if (heard === 0) return
  }
}

function judge({ books, typed, people, payments }: World): Record<keyof Faults, boolean> {
  const [first] = books
  const states = new Set(books.map(stateOf))
  const erased = new Set(books.flatMap((book) => [...book.erased]))
  return {
    diverged: states.size !== 1,
    payments: books.some((book) => [...payments].some(([id, known]) => isWrong(book, id, known.isReversed))),
    overwritten: books.some((book) =>
      typed.some((each) => {
        if (each.isReplaced || erased.has(each.id)) return false
        if (!versionsIn(book, each.id, each.field).includes(each.text)) return true
        return !each.isBinned && typeof book.rows.get(each.id)?.values?.deleted_at === 'string'
      }),
    ),
    stillVisible:
      first !== undefined &&
      people.some((id) => erased.has(id)) &&
      books.some((book) =>
        [...book.rows].some(
          ([id, { values }]) => values !== null && (erased.has(id) || erased.has(String(values.person))),
        ),
      ),
  }
}

function isWrong(book: MemoryBook, id: string, isReversed: boolean): boolean {
  const rows = [...book.facts].filter(([each, { reverses_id }]) => each === id || reverses_id === id)
  return rows.length !== (isReversed ? 2 : 1) || !book.facts.has(id)
}

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[random.below(Math.max(1, items.length))] as Item // undefined of an empty list; callers look

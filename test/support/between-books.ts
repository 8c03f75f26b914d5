// An association's book and books of binnenbuurten that know each other, and a post that carries files between them.
import type { Contract } from '../../shared/contract/contract.ts'
import type { Client } from '../../shared/contract/create-client.ts'
import { type OpenTestBook, openTestBook } from './open-book.ts'
import { aMember } from './people.ts'

export interface BetweenBook extends OpenTestBook {
  readonly name: string
  /** By the name of the other book. */
  readonly known: Map<string, string>
}

export interface Letter {
  readonly name: string
  readonly bytes: Uint8Array
}

export async function openBetweenBook(
  name: string,
  kind: 'binnenbuurt' | 'vereniging',
  number: number,
  today = '2026-01-05',
): Promise<BetweenBook> {
  const bank_secret = number.toString(16).padStart(2, '0').repeat(32)
  const book = await openTestBook({ today, device: `b${number}`, book: { name, kind, bank_secret } })
  return { ...book, name, known: new Map() }
}

/** Both ways, with the words that each reads to the other. */
export async function meet(association: BetweenBook, group: BetweenBook): Promise<void> {
  const { id } = await association.api.neighbourhoods.add({ ...aGroup, name: group.name })
  await meetOneWay(association, group, id)
  await meetOneWay(group, association, null)
}

const aGroup = { areaNote: null, targetSize: 50, cadencePerYear: null }

async function meetOneWay(book: BetweenBook, other: BetweenBook, groupId: string | null): Promise<void> {
  const { words, ...card } = await other.api.between.makeCard({})
  const file = await receive(book, taken(other, card))
  const { id } = await book.api.between.meet({ file, words, groupId })
  book.known.set(other.name, id)
}

export const otherId = (book: BetweenBook, other: BetweenBook): string => book.known.get(other.name) ?? ''

export async function writeMembers(from: BetweenBook, to: BetweenBook, withContact = true): Promise<Letter> {
  return taken(from, await from.api.between.makeMembers({ id: otherId(from, to), withContact }))
}

export async function writeStandings(from: BetweenBook, to: BetweenBook, withOpen = false): Promise<Letter> {
  return taken(from, await from.api.between.makeStandings({ id: otherId(from, to), withOpen }))
}

export function taken({ context }: BetweenBook, { file, name }: { file: string; name: string }): Letter {
  const bytes = context.files.take(file)?.bytes
  if (!bytes) throw new Error(`${name} was not made`)
  return { name, bytes }
}

export async function receive({ context }: BetweenBook, { name, bytes }: Letter): Promise<string> {
  const pieces = async function* () {
    yield bytes
  }
  return (await context.files.receive(name, pieces())).file
}

/** Opens a file; the session to look at and take in. */
export async function open(book: BetweenBook, letter: Letter) {
  return book.api.between.open({ file: await receive(book, letter) })
}

/** Opens a file and takes it in as it is shown. */
export async function takeIn(book: BetweenBook, letter: Letter) {
  const { id } = await open(book, letter)
  await book.api.between.preview({ id })
  return book.api.between.takeIn({ id })
}

/** Files of members both ways until neither has anything to say, in the order group, association, group. */
export async function settle(association: BetweenBook, group: BetweenBook): Promise<void> {
  await takeIn(association, await writeMembers(group, association))
  await takeIn(group, await writeMembers(association, group))
  await takeIn(association, await writeMembers(group, association))
}

type Api = Client<Contract>

/** A member of a book; of an association's one, in a binnenbuurt. */
export async function addPerson(
  api: Api,
  name: string,
  values: Partial<Parameters<typeof aMember>[0]> & { readonly houseNumber?: number } = {},
): Promise<string> {
  const [firstName = '', lastName = ''] = name.split(' ')
  const { houseNumber = 1, ...rest } = values
  const home = { kind: 'address', street: 'Lijsterpad', houseNumber, houseSuffix: '', postcode: '', city: '' } as const
  return (await api.members.register(aMember({ firstName, infix: '', lastName, home, ...rest }))).id
}

/** Names of everybody who belongs today. */
export async function namesIn(
  { api }: Pick<BetweenBook, 'api'>,
  neighbourhood: string | null = null,
): Promise<string[]> {
  const filter = { neighbourhood, kind: 'now', text: '', sort: 'name', offset: 0, limit: 1000 } as const
  return (await api.members.list(filter)).rows.map(({ name }) => name)
}

/** The only one of that name. */
export async function idOf({ api }: Pick<BetweenBook, 'api'>, name: string): Promise<string> {
  const filter = { neighbourhood: null, kind: 'now', text: name, sort: 'name', offset: 0, limit: 10 } as const
  const [found, ...others] = (await api.members.list(filter)).rows
  if (!found || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} people are called ${name}`)
  return found.id
}

export async function groupOf({ context }: Pick<BetweenBook, 'context'>, name: string): Promise<string> {
  const row = await context.db
    .selectFrom('neighbourhood')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return row.id
}

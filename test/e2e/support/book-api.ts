// Fills a book without typing: asks the backend what the window would ask, through the door of the shell under test.
import type { Page } from '@playwright/test'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import type { Contract } from '../../../shared/contract/contract.ts'
import { type Client, createClient } from '../../../shared/contract/create-client.ts'
import { addDays, type Day, dayOfClock, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import type { ModuleCode } from '../../../shared/domain/modules.ts'
import { aMember } from '../../support/people.ts'
import { plainGathering } from '../../support/plain-gathering.ts'

export type BookApi = Client<Contract>

/** The contract as an object to call, by way of this window. */
export function openApi(page: Page): BookApi {
  return createClient<Contract>(async (method, input) => {
    const answer = await page.evaluate(async (body) => {
      const bridge: Bridge | undefined = Reflect.get(window, 'buurtboek')
      if (bridge) return bridge.call(body)
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch('/call', { method: 'POST', headers, body })).text()
    }, JSON.stringify({ method, input }))
    return JSON.parse(answer)
  })
}

export interface MadeBook {
  readonly api: BookApi
  readonly neighbourhoodId: string
  /** Ids of the neighbours, in the order of their numbers. */
  readonly people: readonly string[]
}

/** An own book in Dutch with one binnenbuurt, Merelhof, dues from the first of this month, and `people` made-up neighbours. */
export async function makeBook(
  page: Page,
  options: { people?: number; userName?: string; modules?: readonly ModuleCode[] } = {},
): Promise<MadeBook> {
  const api = openApi(page)
  await api.preferences.set({ language: 'nl', userName: options.userName ?? 'Joyce' })
  await api.books.create({
    name: 'Stadsdorp Oosterweide',
    kind: 'vereniging',
    rolePattern: 'contact_deputy',
    minGatheringsPerYear: 3,
    duesEnabled: true,
    accountingStart: startOfMonth(today()),
    preset: null,
    modules: [...(options.modules ?? [])],
  })
  const { id } = await api.neighbourhoods.add({
    name: 'Merelhof',
    areaNote: null,
    targetSize: 50,
    cadencePerYear: null,
  })
  const people = await addNeighbours(page, api, { neighbourhoodId: id, count: options.people ?? 0 })
  return { api, neighbourhoodId: id, people }
}

const firstNames = ['Ria', 'Ruud', 'Anh', 'Tesfay', 'Nel', 'Yusuf', 'Joyce', 'Sanne', 'Piet', 'Amina']

/** More than these come in as a list; reading one costs more than writing a few down. */
const fewPeople = 10

/** Neighbour 1 is Ria Buur01 at Merelhof 1, neighbour 2 is Ruud Buur02 at Merelhof 2, and so on. Answers their ids in that order. */
async function addNeighbours(
  page: Page,
  api: BookApi,
  { neighbourhoodId, count }: { neighbourhoodId: string; count: number },
): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => ({
    firstName: firstNames[index % firstNames.length] ?? '',
    lastName: `Buur${String(index + 1).padStart(2, '0')}`,
    houseNumber: index + 1,
    mobile: `06-1000 22${String(index + 1).padStart(2, '0')}`,
  }))
  const since = daysAgo(400)
  if (count <= fewPeople) {
    const membership = { kind: 'lid', from: since, number: null } as const
    const place = { street: 'Merelhof', houseSuffix: '', postcode: '1234 AB', city: 'Oosterweide' }
    const ids: string[] = []
    for (const { firstName, lastName, houseNumber, mobile } of people) {
      const home = { kind: 'address', ...place, houseNumber } as const
      const person = aMember({ firstName, infix: '', lastName, mobile, home, membership, neighbourhoodId })
      const { id } = await api.members.register(person)
      ids.push(id)
    }
    return ids
  }
  const lines = people.map(
    ({ firstName, lastName, houseNumber, mobile }) =>
      `${firstName};${lastName};Merelhof ${houseNumber};1234 AB;Oosterweide;${mobile};${since};Merelhof`,
  )
  await takeIn(
    page,
    api,
    ['Voornaam;Achternaam;Adres;Postcode;Plaats;Mobiel;Lid sinds;Binnenbuurt', ...lines].join('\n'),
  )
  return (await everybody(api, count)).map(({ id }) => id)
}

/** The people of the book, as they stand in the list. */
export async function everybody(api: BookApi, limit = 100) {
  const wish = { neighbourhood: null, kind: 'now', text: '', sort: 'name', offset: 0, limit } as const
  return (await api.members.list(wish)).rows
}

/** Takes a list in at once, without looking at it first. */
async function takeIn(page: Page, api: BookApi, csv: string): Promise<void> {
  const file = await receiveFile(page, { name: 'lijst.csv', bytes: Buffer.from(csv) })
  const { id } = await api.imports.open({ file })
  await api.imports.run({ id })
}

export interface Letter {
  readonly name: string
  readonly bytes: Buffer
}

/** Brings a file to the backend, as the window does with one that was chosen; what it is called there. Not in the desktop app. */
export async function receiveFile(page: Page, { name, bytes }: Letter): Promise<string> {
  const received = await page.evaluate(
    async ([to, text]) => {
      const body = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const headers = { 'Content-Type': 'application/octet-stream' }
      return (await fetch(to, { method: 'POST', headers, body })).json()
    },
    [`/files?name=${encodeURIComponent(name)}`, bytes.toString('base64')] as const,
  )
  return received.value.file
}

/** A file that the backend made, as the window saves it. Not in the desktop app. */
export async function takeFile(page: Page, { file, name }: { file: string; name: string }): Promise<Letter> {
  const bytes = await page.evaluate(
    async (from) => [...new Uint8Array(await (await fetch(from)).arrayBuffer())],
    `/files/${file}`,
  )
  return { name, bytes: Buffer.from(bytes) }
}

/** A gathering of a binnenbuurt, to which everybody in it is invited. */
export async function planGathering(
  api: BookApi,
  gathering: { groupId: string; day: Day; title: string },
): Promise<string> {
  const { id } = await api.gatherings.plan({ ...plainGathering, ...gathering, place: 'de Weidekamer' })
  return id
}

export const today = (): Day => dayOfClock(new Date())
export const daysAgo = (days: number): Day => addDays(today(), -days)

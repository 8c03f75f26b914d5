// Fills a book without typing: asks the backend what the window would ask, through the door of the shell under test.
import type { Page } from '@playwright/test'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import type { Contract } from '../../../shared/contract/contract.ts'
import { type Client, createClient } from '../../../shared/contract/create-client.ts'
import { addDays, type Day, dayOfClock, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import type { ModuleCode } from '../../../shared/domain/modules.ts'

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
  const people = options.people ? await addNeighbours(page, api, options.people) : []
  return { api, neighbourhoodId: id, people }
}

const firstNames = ['Ria', 'Ruud', 'Anh', 'Tesfay', 'Nel', 'Yusuf', 'Joyce', 'Sanne', 'Piet', 'Amina']

/** Neighbour 1 is Ria Buur01 at Merelhof 1, neighbour 2 is Ruud Buur02 at Merelhof 2, and so on. Answers their ids in that order. */
async function addNeighbours(page: Page, api: BookApi, count: number): Promise<string[]> {
  const lines = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(2, '0')
    const name = `${firstNames[index % firstNames.length]};Buur${number}`
    return `${name};Merelhof ${index + 1};1234 AB;Oosterweide;06-1000 22${number};${daysAgo(400)};Merelhof`
  })
  await takeIn(
    page,
    api,
    ['Voornaam;Achternaam;Adres;Postcode;Plaats;Mobiel;Lid sinds;Binnenbuurt', ...lines].join('\n'),
  )
  const { rows } = await api.members.list({
    neighbourhood: null,
    kind: 'now',
    text: '',
    sort: 'name',
    offset: 0,
    limit: count,
  })
  return rows.map(({ id }) => id)
}

/** Takes a list in at once, without looking at it first. */
async function takeIn(page: Page, api: BookApi, csv: string): Promise<void> {
  const received = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/octet-stream' }
    return (await fetch('/files?name=lijst.csv', { method: 'POST', headers, body })).json()
  }, csv)
  const { id } = await api.imports.open({ file: received.value.file })
  await api.imports.run({ id })
}

/** A gathering of a binnenbuurt, to which everybody in it is invited. */
export async function planGathering(
  api: BookApi,
  gathering: { groupId: string; day: Day; title: string },
): Promise<string> {
  const { id } = await api.gatherings.plan({
    ...gathering,
    place: 'de Weidekamer',
    hostPersonId: null,
    startTime: null,
    capacity: null,
    language: null,
    theme: null,
    programme: null,
    note: null,
  })
  return id
}

export const today = (): Day => dayOfClock(new Date())
export const daysAgo = (days: number): Day => addDays(today(), -days)

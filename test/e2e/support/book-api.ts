// Fills a book without typing: asks the backend what the window would ask, through the door of the shell under test.
import type { Page } from '@playwright/test'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import type { Contract } from '../../../shared/contract/contract.ts'
import { type Client, createClient } from '../../../shared/contract/create-client.ts'
import { addDays, type Day, dayOfClock, startOfMonth } from '../../../shared/domain/calendar-date.ts'

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
}

/** An own book in Dutch with one binnenbuurt, Merelhof, and dues from the first of this month. */
export async function makeBook(page: Page, options: { people?: number; userName?: string } = {}): Promise<MadeBook> {
  const api = openApi(page)
  await api.preferences.set({ language: 'nl', userName: options.userName ?? 'Joyce' })
  await api.books.create({
    name: 'Stadsdorp Oosterweide',
    kind: 'vereniging',
    rolePattern: 'contact_deputy',
    minGatheringsPerYear: 3,
    duesEnabled: true,
    accountingStart: startOfMonth(today()),
  })
  const { id } = await api.neighbourhoods.add({
    name: 'Merelhof',
    areaNote: null,
    targetSize: 50,
    cadencePerYear: null,
  })
  for (let number = 1; number <= (options.people ?? 0); number += 1) await addNeighbour(api, number, id)
  return { api, neighbourhoodId: id }
}

const firstNames = ['Ria', 'Ruud', 'Anh', 'Tesfay', 'Nel', 'Yusuf', 'Joyce', 'Sanne', 'Piet', 'Amina']

/** Neighbour 1 is Ria Buur01 at Merelhof 1, neighbour 2 is Ruud Buur02 at Merelhof 2, and so on. */
export async function addNeighbour(api: BookApi, number: number, neighbourhoodId: string | null): Promise<string> {
  const { id } = await api.members.register({
    firstName: firstNames[(number - 1) % firstNames.length] ?? '',
    infix: '',
    lastName: `Buur${String(number).padStart(2, '0')}`,
    called: '',
    birthYear: null,
    phone: null,
    mobile: `06-1000 22${String(number).padStart(2, '0')}`,
    email: null,
    preferredContact: null,
    languages: null,
    emergencyContact: null,
    note: null,
    home: {
      kind: 'address',
      street: 'Merelhof',
      houseNumber: number,
      houseSuffix: '',
      postcode: '1234 AB',
      city: 'Oosterweide',
    },
    membership: { kind: 'lid', from: daysAgo(400), number: null },
    neighbourhoodId,
    fee: null,
  })
  return id
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

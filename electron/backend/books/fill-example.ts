// Lives a year in the example book, day by day, through the same requests as a window sends: what it holds is what the rules
// make of it. Days count back from today, so that the example is never old.
import type { Contract } from '../../../shared/contract/contract.ts'
import type { Client } from '../../../shared/contract/create-client.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addDays, addMonths, dayOfClock, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { usualNoticeDays } from '../../../shared/domain/collection-days.ts'
import { moduleCodes } from '../../../shared/domain/modules.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { insertBook } from './book-queries.ts'
import { bookId } from './book-table.ts'
import { careEvents } from './example-care.ts'
import type { ExampleHousehold, ExamplePerson } from './example-data.ts'
import { readExample } from './example-data.ts'
import { type Event, gatheringEvents, liveThrough } from './example-gatherings.ts'
import { helpEvents } from './example-help.ts'
import { networkEvents } from './example-network.ts'
import { pairEvents } from './example-pairs.ts'
import { returningGatherings } from './example-series.ts'
import { cashEvents, exampleCreditorId, fillTreasurersDesk } from './example-treasurer.ts'

export interface ExampleTools {
  /** Requests to the book that is being filled, at the time that `now` tells. */
  readonly api: (now: () => Date) => Client<Contract>
  readonly contextAt: (now: () => Date) => BookContext
}

/** A clock for the story: it stands at ten in the morning of its day and moves a minute with every look; at last it is now. */
interface StoryClock {
  readonly now: () => Date
  readonly goTo: (day: Day) => void
}

export interface Story {
  readonly api: Client<Contract>
  readonly goTo: (day: Day) => void
  readonly today: Day
  readonly groupId: (name: string) => string
  /** By first and last name. */
  readonly personId: (name: string) => string
}

interface Home {
  readonly household: ExampleHousehold
  readonly householdId: string
  readonly personIds: readonly string[]
}

/** Fills an empty book with the made-up neighbourhood. */
export async function fillExample(tools: ExampleTools, now: Date): Promise<void> {
  const example = readExample()
  const today = dayOfClock(now)
  const clock = storyClock(now)
  const api = tools.api(clock.now)
  const context = tools.contextAt(clock.now)
  const first = addMonths(startOfMonth(today), -11)
  clock.goTo(first)
  await write(context, { kind: 'bookCreated', subject: { table: 'book', id: bookId } }, (tx) =>
    insertBook(tx, {
      name: example.name,
      kind: 'vereniging',
      rolePattern: 'contact_deputy',
      minGatheringsPerYear: 3,
      duesEnabled: true,
      accountingStart: first,
      preset: 'inner_circles',
      modules: [...moduleCodes],
    }),
  )
  await api.directDebit.saveAccount({
    holder: example.name,
    iban: example.accountIban,
    creditorId: exampleCreditorId,
    itemLimitCents: null,
    monthLimitCents: null,
    noticeDays: usualNoticeDays,
    painVersion: '08',
  })
  const groups = new Map<string, string>()
  for (const { name, areaNote } of example.groups) {
    groups.set(name, (await api.neighbourhoods.add({ name, areaNote, targetSize: 50, cadencePerYear: null })).id)
  }
  const plan = await api.dues.addPlan({ name: 'Gewone contributie', amountCents: 1000, validFrom: first })
  const people = new Map<string, string>()
  const homes: Home[] = []
  const settleIn = async (household: ExampleHousehold) => {
    const address = {
      street: household.street,
      houseNumber: household.houseNumber,
      houseSuffix: '',
      postcode: example.postcodes[household.street] ?? '',
      city: example.city,
    }
    const home = await moveIn(api, household, address, found(groups, household.group), plan.id)
    for (const [index, person] of household.people.entries()) people.set(nameOf(person), home.personIds[index] ?? '')
    homes.push(home)
  }
  const isLater = ({ daysHere }: ExampleHousehold) => daysHere !== null
  for (const household of example.households.filter((each) => !isLater(each))) await settleIn(household)
  const story: Story = {
    api,
    goTo: clock.goTo,
    today,
    groupId: (name) => found(groups, name),
    personId: (name) => found(people, name),
  }
  const arrivals = example.households.filter(isLater).map((household): Event => {
    const since = addDays(today, -(household.daysHere ?? 0))
    return [since, () => settleIn({ ...household, since })]
  })
  const resigns = await appoint(story, first)
  await halve(story, homes, plan.id, first)
  await liveThrough(story, [
    ...arrivals,
    ...settlings(story, homes),
    resigns,
    ...gatheringEvents(story),
    ...helpEvents(story),
    ...careEvents(story),
    ...returningGatherings(story),
    ...pairEvents(story),
    ...networkEvents(story),
    ...cashEvents(story, first),
  ])
  story.goTo(today)
  await settle(story, homes, addDays(today, -3))
  await fillTreasurersDesk(story, context, { first, planId: plan.id })
}

async function moveIn(
  api: Client<Contract>,
  household: ExampleHousehold,
  address: { street: string; houseNumber: number; houseSuffix: string; postcode: string; city: string },
  neighbourhoodId: string,
  planId: string,
): Promise<Home> {
  const personIds: string[] = []
  let householdId = ''
  for (const person of household.people) {
    const isMember = person.kind === 'lid'
    const { id } = await api.members.register({
      firstName: person.firstName,
      infix: person.infix,
      lastName: person.lastName,
      called: '',
      birthYear: person.birthYear,
      phone: null,
      mobile: person.mobile,
      email: person.email,
      preferredContact: person.preferredContact,
      languages: person.languages,
      emergencyContact: null,
      note: null,
      home: householdId === '' ? { kind: 'address', ...address } : { kind: 'with', householdId },
      membership: { kind: person.kind, from: household.since, number: null },
      neighbourhoodId,
      fee: isMember ? { planId, intervalMonths: household.intervalMonths } : null,
    })
    personIds.push(id)
    if (householdId === '') householdId = (await api.members.get({ id })).householdId
  }
  return { household, householdId, personIds }
}

/** One seat ends soon, and one empties later: the deputy who resigns. */
async function appoint(story: Story, from: Day): Promise<Event> {
  const { api, today } = story
  const assign = (role: 'contactpersoon' | 'vervanger', group: string, name: string, plannedEnd: Day) =>
    api.roles.assign({
      role,
      neighbourhoodId: story.groupId(group),
      side: null,
      personId: story.personId(name),
      from,
      plannedEnd,
    })
  const later = addMonths(today, 14)
  await assign('contactpersoon', 'Kastanjehof', 'Margreet Hoekstra', later)
  const stopped = await assign('vervanger', 'Kastanjehof', 'Henk Brouwer', later)
  await assign('contactpersoon', 'Lijsterpad', 'Elif Demir', later)
  await assign('vervanger', 'Lijsterpad', 'Mohamad Khatib', addDays(today, 24))
  await assign('contactpersoon', 'De Kade', 'Lidia Ferreira', addMonths(today, 20))
  await assign('vervanger', 'De Kade', 'Daan Wit', addMonths(today, 20))
  for (const [role, name] of [
    ['voorzitter', 'Ria Berg'],
    ['penningmeester', 'Wim Groot'],
  ] as const) {
    await api.roles.assign({
      role,
      neighbourhoodId: null,
      side: null,
      personId: story.personId(name),
      from,
      plannedEnd: later,
    })
  }
  const lastDay = addDays(today, -53)
  const resign = async () => {
    await api.roles.end({ id: stopped.id, day: lastDay })
  }
  return [lastDay, resign]
}

/** One household pays half. */
async function halve({ api }: Story, homes: readonly Home[], planId: string, first: Day): Promise<void> {
  const half = homes.find((home) => home.household.halfPrice)
  for (const personId of half?.personIds ?? []) {
    await api.dues.agree({
      personId,
      fromDay: first,
      planId,
      intervalMonths: 1,
      anchorDay: null,
      payer: null,
      reduction: { kind: 'percent', value: 50, reason: 'Afgesproken met het bestuur', until: null },
      method: 'contant',
    })
  }
}

/** Who owes something pays, twice in the year. */
function settlings(story: Story, homes: readonly Home[]): Event[] {
  return [200, 100].map((daysAgo) => {
    const day = addDays(story.today, -daysAgo)
    return [day, () => settle(story, homes, day)]
  })
}

/** Asks for what is due and writes down who paid; those who are behind always leave that much open. */
async function settle(story: Story, homes: readonly Home[], day: Day): Promise<void> {
  const { api } = story
  await api.dues.run({})
  for (const { household, householdId } of homes) {
    if (household.people.every((person) => person.kind !== 'lid')) continue
    const payer = { kind: 'household', id: householdId } as const
    const { openCents } = await api.dues.previewPayment({ payer, amountCents: 0, day: null, parts: null })
    const amountCents = openCents - household.behindEuros * 100
    if (amountCents <= 0) continue
    await api.dues.recordPayment({
      payer,
      amountCents,
      day,
      method: household.halfPrice ? 'contant' : 'overboeking',
      note: '',
      parts: null,
      notDouble: true,
    })
  }
}

function storyClock(end: Date): StoryClock {
  let minute = 0
  let day = ''
  return {
    now: () => {
      minute += 1
      // Local time, as the clock on the wall; an hour or more of actions does not leave the day, and nothing lies ahead of now.
      const time = new Date(`${day}T10:00:00`).getTime() + Math.min(minute, 600) * 60_000
      return new Date(Math.min(time, end.getTime()))
    },
    goTo(next) {
      // More may happen on one day: time goes on.
      if (next === day) return
      day = next
      minute = 0
    },
  }
}

const nameOf = (person: ExamplePerson) => `${person.firstName} ${person.lastName}`

function found(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`the example has no ${name}`)
  return id
}

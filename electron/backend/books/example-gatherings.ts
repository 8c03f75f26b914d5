// What happened in the example year: gatherings with who came, one that nobody has written down yet, and who looks in on whom.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addDays, compareDays } from '../../../shared/domain/calendar-date.ts'
import type { Story } from './fill-example.ts'

export type Event = readonly [day: Day, happen: () => Promise<void>]

interface HeldGathering {
  readonly group: string
  readonly daysAgo: number
  readonly title: string
  /** Where, or at whose home. */
  readonly at: { readonly place: string } | { readonly host: string }
  readonly startTime: string
  /** Said beforehand that they could not come. */
  readonly excused?: readonly string[]
  readonly missed?: readonly string[]
  readonly guests?: number
}

const held: readonly HeldGathering[] = [
  {
    group: 'Kastanjehof',
    daysAgo: 240,
    title: 'Theemiddag',
    at: { host: 'Margreet Hoekstra' },
    startTime: '14:30',
    excused: ['Greet Postma', 'Jan Visser', 'Els Visser'],
    missed: ['Nel Oostveen', 'Anh Nguyen', 'Leila Haddad', 'Yusuf Kaya'],
    guests: 2,
  },
  {
    group: 'Kastanjehof',
    daysAgo: 155,
    title: 'Borrel in het hof',
    at: { place: 'Binnentuin Kastanjehof' },
    startTime: '17:00',
    excused: ['Bep Kuipers'],
    missed: ['Nel Oostveen', 'Tekle Ghebremedhin', 'Anh Nguyen'],
    guests: 4,
  },
  {
    group: 'Lijsterpad',
    daysAgo: 210,
    title: 'Verhalenavond',
    at: { host: 'Elif Demir' },
    startTime: '19:30',
    excused: ['Theo Jansma'],
    missed: ['Gerard Vermeulen', 'Rosa Silva'],
  },
  {
    group: 'Lijsterpad',
    daysAgo: 130,
    title: 'Soep voor iedereen',
    at: { place: 'Buurthuis De Ekster' },
    startTime: '12:30',
    missed: ['Winston Martina'],
    guests: 3,
  },
  {
    group: 'Lijsterpad',
    daysAgo: 33,
    title: 'Theemiddag',
    at: { host: 'Sunita Ramdin' },
    startTime: '14:30',
    excused: ['Frans Dekkers', 'Lia Dekkers'],
    missed: ['Winston Martina'],
  },
  {
    group: 'De Kade',
    daysAgo: 118,
    title: 'Wandeling langs de kade',
    at: { place: 'Meerkoetkade 8' },
    startTime: '10:30',
    excused: ['Truus Wagenaar'],
    missed: ['Semret Tesfay'],
  },
]

export const nothingMore = { capacity: null, language: null, theme: null, programme: null, note: null }

/** The gatherings of the year, to be lived through with the rest. */
export function gatheringEvents(story: Story): Event[] {
  const { today } = story
  const events: Event[] = []
  for (const gathering of held) {
    const day = addDays(today, -gathering.daysAgo)
    let id = ''
    const planIt = async () => {
      id = await plan(story, gathering, day)
    }
    events.push([addDays(day, -21), planIt])
    events.push([addDays(day, 1), () => record(story, gathering, id)])
  }
  events.push([addDays(today, -40), () => planTea(story)])
  events.push([addDays(today, -20), () => planDrinks(story)])
  events.push([addDays(today, -15), () => planLater(story)])
  return [...events, ...lookIn(story)]
}

/** Everything that happens, each on its day; what happens on one day in the order it is given. */
export async function liveThrough(story: Story, events: readonly Event[]): Promise<void> {
  for (const [day, happen] of events.toSorted(([a], [b]) => compareDays(a, b))) {
    story.goTo(day)
    await happen()
  }
}

async function plan(story: Story, gathering: HeldGathering, day: Day): Promise<string> {
  const { title, at, startTime, group } = gathering
  const planned = await story.api.gatherings.plan({
    groupId: story.groupId(group),
    day,
    title,
    startTime,
    place: 'place' in at ? at.place : null,
    hostPersonId: 'host' in at ? story.personId(at.host) : null,
    ...nothingMore,
  })
  return planned.id
}

async function record({ api, personId }: Story, gathering: HeldGathering, gatheringId: string): Promise<void> {
  const { excused = [], missed = [], guests = 0 } = gathering
  for (const name of excused) {
    await api.gatherings.mark({ gatheringId, personId: personId(name), status: 'afgemeld' })
  }
  for (const name of missed) {
    await api.gatherings.mark({ gatheringId, personId: personId(name), status: 'niet_gekomen' })
  }
  await api.gatherings.markRest({ gatheringId })
  if (guests > 0) await api.gatherings.setGuests({ gatheringId, guests })
  for (const name of excused) {
    await api.gatherings.setReason({ gatheringId, personId: personId(name), reason: 'vakantie' })
  }
  await api.gatherings.complete({ gatheringId })
}

/** Was held, and nobody has written down yet who came. */
async function planTea({ api, today, groupId, personId }: Story): Promise<void> {
  await api.gatherings.plan({
    groupId: groupId('Kastanjehof'),
    day: addDays(today, -18),
    title: 'Theemiddag',
    place: null,
    startTime: '14:30',
    hostPersonId: personId('Wim Groot'),
    ...nothingMore,
  })
}

/** Comes soon; some have said whether they will be there. */
async function planDrinks({ api, today, groupId, personId }: Story): Promise<void> {
  const { id: gatheringId } = await api.gatherings.plan({
    groupId: groupId('Kastanjehof'),
    day: addDays(today, 19),
    title: 'Borrel',
    place: null,
    startTime: '16:00',
    hostPersonId: personId('Ria Berg'),
    ...nothingMore,
    programme: 'Met zelfgemaakte hapjes; wie wil, neemt iets mee.',
  })
  const coming = ['Margreet Hoekstra', 'Ria Berg', 'Wim Groot', 'Henk Brouwer', 'Farida Benali', 'Hassan Idrissi']
  for (const name of [...coming, 'Naima Idrissi', 'Cor Mulder', 'Tineke Mulder']) {
    await api.gatherings.expect({ gatheringId, personId: personId(name), coming: true })
  }
  for (const name of ['Greet Postma', 'Piet Zandstra', 'Bep Kuipers']) {
    await api.gatherings.mark({ gatheringId, personId: personId(name), status: 'afgemeld' })
  }
}

async function planLater({ api, today, groupId, personId }: Story): Promise<void> {
  await api.gatherings.plan({
    groupId: groupId('De Kade'),
    day: addDays(today, 40),
    title: 'Samen koken',
    place: 'Buurthuis De Ekster',
    startTime: '17:30',
    hostPersonId: personId('Lidia Ferreira'),
    ...nothingMore,
  })
}

/** One visit is done, one is agreed and near, one is past its day. */
function lookIn({ api, today, personId }: Story): Event[] {
  const agree = (about: string, by: string, dueDay: Day) =>
    api.followUps.plan({
      personId: personId(about),
      gatheringId: null,
      ownerPersonId: personId(by),
      ownerName: null,
      dueDay,
      how: 'langsgaan',
    })
  let visited = ''
  return [
    [
      addDays(today, -25),
      async () => {
        visited = (await agree('Winston Martina', 'Elif Demir', addDays(today, -10))).id
        await agree('Nel Oostveen', 'Margreet Hoekstra', addDays(today, 3))
        await agree('Anh Nguyen', 'Margreet Hoekstra', addDays(today, -2))
      },
    ],
    [
      addDays(today, -12),
      async () => {
        await api.followUps.finish({ id: visited, doneDay: addDays(today, -12), how: 'langsgaan' })
      },
    ],
  ]
}

// What returns in the example: a conversation table that nearly nobody came to until somebody asked why, a street barbecue on a
// subsidy, and lifts to the next drinks.
import { addDays } from '../../../shared/domain/calendar-date.ts'
import type { Event } from './example-gatherings.ts'
import { nothingMore } from './example-gatherings.ts'
import type { Story } from './fill-example.ts'

const everyFourWeeks = 28
/** Days ago of the first evening; the next one comes after the drinks, which stay the first thing to come. */
const firstDaysAgo = 60

const evenings = [
  { came: 5, languages: 'Nederlands, Tigrinya' },
  { came: 14, languages: 'Nederlands, Tigrinya, Oekraïens' },
  { came: 23, languages: 'Nederlands, Arabisch, Turks, Tigrinya' },
]

/** The days on which something happens with what returns, to be lived through with the rest. */
export function returningGatherings(story: Story): Event[] {
  const { api, today, groupId } = story
  const ago = (days: number) => addDays(today, -days)
  let seriesId = ''
  let noChildcare = ''
  const recordEvening = async (at: number) => {
    const meeting = (await api.series.get({ id: seriesId })).toRecord[0]
    const { came = 0, languages = null } = evenings[at] ?? {}
    if (meeting) await api.gatherings.recordHeadcount({ gatheringId: meeting.id, count: came, languages })
    return meeting?.id ?? ''
  }
  return [
    [
      ago(firstDaysAgo + 14),
      async () => {
        const started = await api.series.start({
          title: 'Praattafel',
          groupId: null,
          counted: 'aantal',
          place: 'Buurthuis De Ekster',
          startTime: '19:30',
          rhythm: { kind: 'weken', every: 4, nth: null, firstDay: ago(firstDaysAgo) },
          asksLanguages: true,
          workForm: 'terugkerend',
          goals: ['saamhorigheid', 'eenzaamheid'],
          connections: ['eigen', 'lokaal', 'instanties'],
        })
        seriesId = started.id
      },
    ],
    [
      ago(firstDaysAgo),
      async () => {
        await recordEvening(0)
      },
    ],
    [
      ago(firstDaysAgo - 2),
      async () => {
        const { id } = await api.barriers.add({
          kind: 'kinderopvang',
          note: 'Ouders konden niet weg: er was niemand voor de kinderen.',
          foundHow: 'gebeld',
          foundDay: ago(firstDaysAgo - 2),
          seriesId,
          groupId: null,
        })
        noChildcare = id
        await api.themes.ask({ theme: 'Hoe werkt de zorgverzekering?', seriesId })
        await api.themes.ask({ theme: 'Een brief van de gemeente lezen', seriesId })
      },
    ],
    [
      ago(firstDaysAgo - everyFourWeeks),
      async () => {
        await api.barriers.takeMeasure({
          id: noChildcare,
          measure: 'Opvang geregeld in de zaal ernaast',
          day: ago(firstDaysAgo - everyFourWeeks),
        })
        await recordEvening(1)
      },
    ],
    [
      ago(firstDaysAgo - 2 * everyFourWeeks),
      async () => {
        const gatheringId = await recordEvening(2)
        const [first] = (await api.themes.list({})).open
        if (first) await api.themes.hold({ id: first.id, gatheringId })
        await api.speakers.add({
          gatheringId,
          kind: 'spreker',
          personId: null,
          name: 'Joke Timmer',
          topic: 'de zorgverzekering',
          consentDay: ago(firstDaysAgo - 2 * everyFourWeeks),
        })
      },
    ],
    [
      ago(16),
      async () => {
        await api.barriers.add({
          kind: 'toegang',
          note: 'De trap bij de Kastanjehof is voor sommigen te steil.',
          foundHow: 'gevraagd',
          foundDay: ago(16),
          seriesId: null,
          groupId: groupId('Kastanjehof'),
        })
      },
    ],
    ...barbecueOnSubsidy(story),
    [ago(19), () => liftsToDrinks(story)],
  ]
}

function barbecueOnSubsidy({ api, today }: Story): Event[] {
  const plan = {
    ...nothingMore,
    day: addDays(today, -95),
    title: 'Straatbarbecue',
    place: 'Plein bij de Kade',
    startTime: '17:00',
    hostPersonId: null,
    workForm: 'eenmalig' as const,
    goals: ['saamhorigheid' as const],
    connections: ['lokaal' as const],
  }
  let paid = { subsidyId: '' }
  let id = ''
  return [
    [
      addDays(today, -96),
      async () => {
        const subsidy = await api.subsidies.add({
          giver: 'Gemeente Voorbeeldstad',
          purpose: 'Ontmoeting in de straat',
          grantedDay: addDays(today, -96),
          grantedCents: 50000,
          otherCents: 7500,
          otherNote: 'Huur van tafels',
          accountDay: addDays(today, 35),
        })
        paid = { subsidyId: subsidy.id }
        id = (await api.gatherings.plan({ ...plan, ...paid, groupId: null, counted: 'aantal' })).id
      },
    ],
    [
      plan.day,
      async () => {
        await api.gatherings.recordHeadcount({ gatheringId: id, count: 64 })
        await api.gatherings.change({ id, ...plan, ...paid, costCents: 32000, volunteerHours: 18 })
      },
    ],
  ]
}

async function liftsToDrinks({ api, personId }: Story): Promise<void> {
  const drinks = (await api.gatherings.list({ year: null, group: null })).planned.find(
    ({ title }) => title === 'Borrel',
  )
  if (!drinks) throw new Error('the example has no drinks to drive to')
  const add = (name: string, kind: 'aanbod' | 'nodig', seats: number) =>
    api.lifts.add({ gatheringId: drinks.id, personId: personId(name), kind, seats, note: '' })
  const offer = await add('Cor Mulder', 'aanbod', 2)
  const need = await add('Farida Benali', 'nodig', 1)
  await add('Naima Idrissi', 'nodig', 2)
  await api.lifts.match({ id: need.id, offerId: offer.id })
}

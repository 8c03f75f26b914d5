// Pairs in the example: buddies in two rounds of which the second went better, two households that share a year, and some who wait.
import { addDays, addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import { usualAgreement } from '../../../shared/domain/pair-programme.ts'
import type { Event } from './example-gatherings.ts'
import type { Story } from './fill-example.ts'

interface ExamplePair {
  readonly a: string
  readonly b: string
  readonly sharedGround: string
  readonly aBrings: string
  readonly bBrings: string
  /** Days after the beginning on which they were in touch. */
  readonly metAfter: readonly number[]
}

const firstRound: readonly ExamplePair[] = [
  {
    a: 'Semret Tesfay',
    b: 'Tineke Mulder',
    sharedGround: 'Koken',
    aBrings: 'Injera bakken',
    bBrings: 'Fietsen leren',
    metAfter: [0, 9, 17, 24],
  },
  {
    a: 'Leila Haddad',
    b: 'Bep Kuipers',
    sharedGround: 'Naaien',
    aBrings: 'Borduren',
    bBrings: 'Een naaimachine',
    metAfter: [0],
  },
  {
    a: 'Anh Nguyen',
    b: 'Cor Mulder',
    sharedGround: 'Tuinieren',
    aBrings: 'Kruiden',
    bBrings: 'Een moestuin',
    metAfter: [],
  },
]

const secondRound: readonly ExamplePair[] = [
  {
    a: 'Anh Nguyen',
    b: 'Margreet Hoekstra',
    sharedGround: 'Tuinieren',
    aBrings: 'Kruiden',
    bBrings: 'Nederlands oefenen',
    metAfter: [0, 7, 13, 21, 28, 34, 41, 47],
  },
  {
    a: 'Tekle Ghebremedhin',
    b: 'Wim Groot',
    sharedGround: 'Voetbal',
    aBrings: 'Koffie zoals thuis',
    bBrings: 'De weg bij de gemeente',
    metAfter: [0, 8, 15, 22, 30],
  },
]

const blank = { roundId: null, interests: null, availability: null, languages: null, brings: null, spokenOn: null }

/** The programmes, to be lived through with the rest. */
export function pairEvents(story: Story): Event[] {
  return [...buddies(story), ...households(story)]
}

/** Known once it was begun. */
interface Programme {
  programmeId: string
  roundId: string | null
}

function buddies(story: Story): Event[] {
  const { api, today } = story
  const { months, ...rhythm } = usualAgreement.maatjes
  const begin = addDays(today, -230)
  const again = addDays(today, -55)
  const spring: Programme = { programmeId: '', roundId: null }
  const autumn: Programme = { programmeId: '', roundId: null }
  const matchingPlace = 'Buurthuis De Ekster'
  return [
    [
      begin,
      async () => {
        const { id: programmeId } = await api.pairs.addProgramme({
          name: 'Maatjes',
          kind: 'maatjes',
          aName: 'Nieuw in de buurt',
          bName: 'Buurtgenoot',
          rhythm,
          months,
        })
        const evening = { programmeId, matchingPlace, fromDay: begin, matchingDay: begin }
        const round = await api.pairs.addRound({ ...evening, name: 'Voorjaar', changes: null })
        Object.assign(spring, { programmeId, roundId: round.id })
      },
    ],
    ...firstRound.flatMap((pair) => pairUp(story, spring, pair, begin)),
    [addMonths(begin, months), () => closeRunning(story, spring, addMonths(begin, months))],
    [
      again,
      async () => {
        const { programmeId } = spring
        const evening = { programmeId, matchingPlace, fromDay: again, matchingDay: again }
        const changes = 'Eerst met iedereen apart gesproken, daarna samen gegeten'
        const round = await api.pairs.addRound({ ...evening, name: 'Najaar', changes })
        Object.assign(autumn, { programmeId, roundId: round.id })
      },
    ],
    ...secondRound.flatMap((pair) => pairUp(story, autumn, pair, again)),
    [addDays(today, -12), () => wait(story, autumn)],
  ]
}

/** Two who signed up and are not in a pair yet. */
async function wait({ api, today, personId }: Story, round: Programme): Promise<void> {
  const waits = { ...blank, ...round, day: addDays(today, -12) }
  await api.pairs.takeIntake({
    ...waits,
    personId: personId('Farida Benali'),
    side: 'a',
    interests: 'Wandelen, koken, muziek',
    availability: 'Doordeweeks overdag',
    languages: 'Arabisch, Frans, Nederlands',
    brings: 'Muziek maken',
  })
  await api.pairs.takeIntake({
    ...waits,
    personId: personId('Ria Berg'),
    side: 'b',
    interests: 'Muziek, wandelen',
    availability: 'Woensdag en vrijdag',
    languages: 'Nederlands, Frans',
    brings: 'Een piano',
    spokenOn: addDays(today, -12),
  })
}

function households(story: Story): Event[] {
  const { api, today } = story
  const { months, ...rhythm } = usualAgreement.huishoudens
  const begin = addDays(today, -120)
  const programme: Programme = { programmeId: '', roundId: null }
  return [
    [
      begin,
      async () => {
        const { id } = await api.pairs.addProgramme({
          name: 'Samen aan tafel',
          kind: 'huishoudens',
          aName: 'Nieuw gezin',
          bName: 'Gezin uit de buurt',
          rhythm,
          months,
        })
        programme.programmeId = id
      },
    ],
    ...pairUp(
      story,
      programme,
      {
        a: 'Hassan Idrissi',
        b: 'Frans Dekkers',
        sharedGround: 'Kleinkinderen van dezelfde leeftijd',
        aBrings: 'Feesten vieren',
        bBrings: 'Uitstapjes',
        metAfter: [0, 6, 20, 33, 47, 61, 70, 92],
      },
      begin,
    ),
  ]
}

function pairUp(story: Story, programme: Programme, pair: ExamplePair, day: Day): Event[] {
  const { api } = story
  const { a, b, metAfter, ...together } = pair
  let pairId = ''
  const form = async () => {
    const signed = { ...blank, ...programme, day }
    const one = await api.pairs.takeIntake({ ...signed, personId: story.personId(a), side: 'a' })
    const other = await api.pairs.takeIntake({ ...signed, personId: story.personId(b), side: 'b' })
    const { id } = await api.pairs.form({
      aIntakeId: one.id,
      bIntakeId: other.id,
      roundId: programme.roundId,
      fromDay: day,
      ...together,
      isOnce: false,
      coachPersonId: story.personId('Lidia Ferreira'),
    })
    pairId = id
  }
  const meet = async (met: Day) => {
    await api.pairs.recordContact({ pairId, day: met, confirmedBy: 'allebei', initiatedBy: null })
  }
  return [
    [day, form],
    ...metAfter.map((after): Event => {
      const met = addDays(day, after)
      return [met, () => meet(met)]
    }),
  ]
}

async function closeRunning({ api }: Story, { programmeId }: Programme, day: Day): Promise<void> {
  const { running } = await api.pairs.programme({ id: programmeId })
  for (const { id, contacts } of running)
    await api.pairs.end({
      id,
      day,
      reason: contacts > 1 ? 'klaar' : 'geen_tijd',
      continued: contacts > 1 || null,
    })
}

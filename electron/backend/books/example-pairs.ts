// Pairs in the example: buddies in two rounds of which the second went better, two households that share a year, and some who wait.
import { addDays, addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import { usualAgreement } from '../../../shared/domain/pair-programme.ts'
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

export async function bringTogether(story: Story): Promise<void> {
  await liveBuddies(story)
  await liveHouseholds(story)
}

async function liveBuddies(story: Story): Promise<void> {
  const { api, today } = story
  const { months, ...rhythm } = usualAgreement.maatjes
  const begin = addDays(today, -230)
  story.goTo(begin)
  const { id: programmeId } = await api.pairs.addProgramme({
    name: 'Maatjes',
    kind: 'maatjes',
    aName: 'Nieuw in de buurt',
    bName: 'Buurtgenoot',
    rhythm,
    months,
  })
  const evening = { programmeId, matchingPlace: 'Buurthuis De Ekster' }
  const first = await api.pairs.addRound({
    ...evening,
    name: 'Voorjaar',
    fromDay: begin,
    matchingDay: begin,
    changes: null,
  })
  for (const pair of firstRound) await live(story, programmeId, first.id, pair, begin)
  await closeRunning(story, programmeId, addMonths(begin, months))
  const again = addDays(today, -55)
  story.goTo(again)
  const second = await api.pairs.addRound({
    ...evening,
    name: 'Najaar',
    fromDay: again,
    matchingDay: again,
    changes: 'Eerst met iedereen apart gesproken, daarna samen gegeten',
  })
  for (const pair of secondRound) await live(story, programmeId, second.id, pair, again)
  story.goTo(addDays(today, -12))
  const waits = { ...blank, programmeId, roundId: second.id, day: addDays(today, -12) }
  await api.pairs.takeIntake({
    ...waits,
    personId: story.personId('Farida Benali'),
    side: 'a',
    interests: 'Wandelen, koken, muziek',
    availability: 'Doordeweeks overdag',
    languages: 'Arabisch, Frans, Nederlands',
    brings: 'Muziek maken',
  })
  await api.pairs.takeIntake({
    ...waits,
    personId: story.personId('Ria Berg'),
    side: 'b',
    interests: 'Muziek, wandelen',
    availability: 'Woensdag en vrijdag',
    languages: 'Nederlands, Frans',
    brings: 'Een piano',
    spokenOn: addDays(today, -12),
  })
}

async function liveHouseholds(story: Story): Promise<void> {
  const { api, today } = story
  const { months, ...rhythm } = usualAgreement.huishoudens
  const begin = addDays(today, -120)
  story.goTo(begin)
  const { id: programmeId } = await api.pairs.addProgramme({
    name: 'Samen aan tafel',
    kind: 'huishoudens',
    aName: 'Nieuw gezin',
    bName: 'Gezin uit de buurt',
    rhythm,
    months,
  })
  await live(
    story,
    programmeId,
    null,
    {
      a: 'Hassan Idrissi',
      b: 'Frans Dekkers',
      sharedGround: 'Kleinkinderen van dezelfde leeftijd',
      aBrings: 'Feesten vieren',
      bBrings: 'Uitstapjes',
      metAfter: [0, 6, 20, 33, 47, 61, 70, 92],
    },
    begin,
  )
}

async function live(story: Story, programmeId: string, roundId: string | null, pair: ExamplePair, day: Day) {
  const { api } = story
  const { a, b, metAfter, ...together } = pair
  const signed = { ...blank, programmeId, roundId, day }
  const one = await api.pairs.takeIntake({ ...signed, personId: story.personId(a), side: 'a' })
  const other = await api.pairs.takeIntake({ ...signed, personId: story.personId(b), side: 'b' })
  const { id: pairId } = await api.pairs.form({
    aIntakeId: one.id,
    bIntakeId: other.id,
    roundId,
    fromDay: day,
    ...together,
    isOnce: false,
    coachPersonId: story.personId('Lidia Ferreira'),
  })
  for (const after of metAfter) {
    story.goTo(addDays(day, after))
    await api.pairs.recordContact({ pairId, day: addDays(day, after), confirmedBy: 'allebei', initiatedBy: null })
  }
  story.goTo(day)
}

async function closeRunning(story: Story, programmeId: string, day: Day): Promise<void> {
  story.goTo(day)
  const { running } = await story.api.pairs.programme({ id: programmeId })
  for (const { id, contacts } of running)
    await story.api.pairs.end({
      id,
      day,
      reason: contacts > 1 ? 'klaar' : 'geen_tijd',
      continued: contacts > 1 || null,
    })
}

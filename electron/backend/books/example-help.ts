// What neighbours of the example would gladly do, what was asked and done, a job, and two who came to live there.
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { HelpCategory, HelpTime } from '../../../shared/domain/mutual-help.ts'
import type { Story } from './fill-example.ts'

const offers: readonly (readonly [
  name: string,
  categories: HelpCategory[],
  times: HelpTime[],
  perMonth: number | null,
])[] = [
  ['Henk Brouwer', ['vervoer', 'klusje'], ['overdag'], 2],
  ['Farida Benali', ['koken', 'taal'], ['avond', 'weekend'], null],
  ['Hassan Idrissi', ['computer', 'papieren'], ['avond'], 4],
  ['Elif Demir', ['meegaan', 'papieren', 'taal'], ['overdag'], 3],
  ['Tineke Mulder', ['wandelen', 'gezelschap', 'boodschappen'], [], null],
  ['Daan Wit', ['klusje', 'inrichten'], ['weekend'], 1],
]

const done: readonly (readonly [
  daysAgo: number,
  giver: string | null,
  receiver: string | null,
  category: HelpCategory,
  grewInto: 'niets' | 'nogmaals' | 'vast' | null,
])[] = [
  [160, 'Henk Brouwer', 'Nel Oostveen', 'vervoer', 'nogmaals'],
  [120, 'Henk Brouwer', 'Nel Oostveen', 'vervoer', null],
  [95, 'Farida Benali', null, 'koken', 'niets'],
  [60, null, 'Greet Postma', 'boodschappen', null],
  [41, 'Hassan Idrissi', 'Piet Zandstra', 'computer', 'vast'],
  [12, 'Tineke Mulder', 'Bep Kuipers', 'wandelen', null],
]

/** What neighbours did for each other, each on its day. */
export function helpEvents(story: Story): (readonly [day: Day, happen: () => Promise<void>])[] {
  const { today } = story
  return [
    [addDays(today, -170), () => offerAll(story)],
    ...done.map((act) => [addDays(today, -act[0]), () => recordDone(story, act)] as const),
    [addDays(today, -30), () => goAlong(story)],
    [addDays(today, -24), () => offerInVain(story)],
    [addDays(today, -9), () => askForHelp(story)],
    [addDays(today, -8), () => planTheJob(story)],
    [addDays(today, -23), () => welcomeFirst(story)],
    [addDays(today, -21), () => welcomeSecond(story)],
  ]
}

async function offerAll({ api, personId }: Story): Promise<void> {
  for (const [name, categories, times, perMonth] of offers)
    await api.mutualHelp.offer({
      personId: personId(name),
      categories,
      times,
      perMonth,
      pausedUntil: null,
      words: name === 'Henk Brouwer' ? 'geen ladders' : null,
    })
}

const nothingMore = { requestId: null, groupId: null, institution: null, askedDay: null, grewInto: null }

async function recordDone(
  { api, today, personId }: Story,
  [daysAgo, giver, receiver, category, grewInto]: (typeof done)[number],
) {
  await api.mutualHelp.recordAct({
    ...nothingMore,
    giverId: giver && personId(giver),
    receiverId: receiver && personId(receiver),
    category,
    doneDay: addDays(today, -daysAgo),
    outcome: 'gedaan',
    grewInto,
  })
}

async function goAlong({ api, today, personId }: Story): Promise<void> {
  await api.mutualHelp.recordAct({
    ...nothingMore,
    giverId: personId('Elif Demir'),
    receiverId: personId('Semret Tesfay'),
    category: 'meegaan',
    institution: 'gemeente',
    doneDay: addDays(today, -30),
    outcome: 'gedaan',
  })
}

async function offerInVain({ api, today, personId }: Story): Promise<void> {
  await api.mutualHelp.recordAct({
    ...nothingMore,
    giverId: personId('Farida Benali'),
    receiverId: null,
    category: 'koken',
    doneDay: addDays(today, -24),
    outcome: 'niet_aangenomen',
  })
}

/** One waits, one is agreed and goes on, one is asked by the contact person for a neighbour who is not named. */
async function askForHelp({ api, today, personId, groupId }: Story): Promise<void> {
  const ask = (about: Partial<Parameters<typeof api.mutualHelp.ask>[0]> & { category: HelpCategory }) =>
    api.mutualHelp.ask({
      personId: null,
      askedByPersonId: null,
      groupId: null,
      institution: null,
      words: null,
      wantedBy: null,
      wantedTime: null,
      lasting: false,
      ...about,
    })
  await ask({
    personId: personId('Cor Mulder'),
    category: 'klusje',
    words: 'Een lamp ophangen in de gang',
    wantedBy: addDays(today, 5),
  })
  await ask({ askedByPersonId: personId('Margreet Hoekstra'), groupId: groupId('Kastanjehof'), category: 'gezelschap' })
  const { id } = await ask({ personId: personId('Tekle Ghebremedhin'), category: 'taal', lasting: true })
  await api.mutualHelp.agree({ id, personId: personId('Farida Benali') })
}

async function planTheJob({ api, today, personId }: Story): Promise<void> {
  await api.mutualHelp.planJob({
    title: 'Kasten in elkaar zetten en gordijnen ophangen',
    personId: personId('Anh Nguyen'),
    groupId: null,
    place: null,
    firstDay: addDays(today, 9),
    lastDay: null,
    team: ['Daan Wit', 'Henk Brouwer', 'Hassan Idrissi'].map(personId),
  })
}

const nothingYet = { contactByPersonId: null, invitedByPersonId: null, informedDay: null, visitedDay: null }

/** Spoken to on the first day, told what there is, and settling in. */
async function welcomeFirst({ api, today, personId }: Story): Promise<void> {
  const arrivedDay = addDays(today, -23)
  await api.newcomers.save({
    ...nothingYet,
    personId: personId('Oksana Bondarenko'),
    arrivedDay,
    contactDay: arrivedDay,
    contactByPersonId: personId('Lidia Ferreira'),
    informedDay: arrivedDay,
  })
}

/** Was invited by a neighbour; somebody has yet to go and visit. */
async function welcomeSecond({ api, today, personId }: Story): Promise<void> {
  await api.newcomers.save({
    ...nothingYet,
    personId: personId('Amina Warsame'),
    arrivedDay: addDays(today, -22),
    contactDay: addDays(today, -21),
    invitedByPersonId: personId('Semret Tesfay'),
  })
}

// What the example book holds of organisations, initiatives and the working group. Everything in it is made up.
import { addDays } from '../../../shared/domain/calendar-date.ts'
import type { Event } from './example-gatherings.ts'
import type { Story } from './fill-example.ts'

/** A little of everything: money that ends soon, an initiative halfway, an idea that worked; to be lived through with the rest. */
export function networkEvents(story: Story): Event[] {
  const known: Known = { language: '', welfare: '' }
  const { today } = story
  return [
    [addDays(today, -150), () => meetOrganisations(story, known)],
    [addDays(today, -120), () => findConnector(story, known)],
    ...initiatives(story, known),
    ...workTogether(story),
    [addDays(today, -20), () => refer(story, known)],
  ]
}

/** Organisations that others name, once they are met. */
interface Known {
  language: string
  welfare: string
}

async function meetOrganisations({ api, today }: Story, known: Known): Promise<void> {
  const add = async (name: string, values: Partial<Parameters<typeof api.organisations.save>[0]>) => {
    const { id } = await api.organisations.save({
      ...{ id: null, name, kind: 'anders', what: null, forWhom: null, district: null, contactName: null, phone: null },
      ...{ email: null, site: null, memberSince: null, note: null },
      ...values,
    })
    return id
  }
  const language = await add('Taalhuis Oosterweide', {
    ...{
      kind: 'taal',
      what: 'Nederlandse les en een praattafel',
      forWhom: 'wie Nederlands leert',
      district: 'Centrum',
    },
    ...{ contactName: 'Mevrouw De Boer', phone: '010-100 0021', memberSince: addDays(today, -400) },
  })
  const welfare = await add('Welzijn aan de Kade', {
    ...{ kind: 'welzijn', what: 'Maatje, maaltijd en vervoer', district: 'De Kade', phone: '010-100 0022' },
  })
  await add('Huisartsenpraktijk Lijster', { kind: 'huisarts', district: 'Centrum', phone: '010-100 0023' })
  await add('Wonen Oosterweide', {
    ...{ kind: 'wonen', what: 'Verhuur en reparaties', forWhom: 'huurders', phone: '010-100 0024' },
  })
  const offer = async (organisationId: string, what: string, days: string, district: string | null) =>
    (
      await api.organisations.saveOffer({
        ...{ id: null, organisationId, what, days, district, forWhom: null, from: null, lastDay: null },
      })
    ).id
  const lessons = await offer(language, 'Nederlandse les', 'Maandag en donderdag, 10.00 uur', null)
  await offer(language, 'Hulp bij brieven en formulieren', 'Woensdag, 14.00 uur', 'De Kade')
  await offer(welfare, 'Samen eten', 'Vrijdag, 17.30 uur', null)
  const fund = (values: Partial<Parameters<typeof api.organisations.saveFunding>[0]>) =>
    api.organisations.saveFunding({
      ...{ id: null, organisationId: null, offerId: null, funder: 'Gemeente Oosterweide', amountCents: 400_000 },
      ...{ kind: 'incidenteel', from: addDays(today, -300), lastDay: null, note: null },
      ...values,
    })
  await fund({ organisationId: language, offerId: lessons, lastDay: addDays(today, 75) })
  await fund({ organisationId: welfare, kind: 'structureel', amountCents: 1_250_000 })
  await fund({ funder: 'Buurtfonds', amountCents: 75_000, lastDay: addDays(today, 300) })
  Object.assign(known, { language, welfare })
}

async function findConnector({ api, today, personId }: Story, { language }: Known): Promise<void> {
  await api.roles.assign({
    ...{ role: 'cultuurverbinder', neighbourhoodId: null, organisationId: language, side: null },
    ...{ personId: personId('Mohamad Khatib'), from: addDays(today, -120), plannedEnd: null },
    ...{ paid: false, languages: 'Arabisch, Nederlands' },
  })
}

async function refer({ api, today }: Story, { language, welfare }: Known): Promise<void> {
  await api.organisations.saveReferral({
    ...{ id: null, organisationId: welfare, day: addDays(today, -40), outcome: 'geholpen' },
  })
  await api.organisations.saveReferral({
    ...{ id: null, organisationId: language, day: addDays(today, -20), outcome: 'open' },
  })
  await api.organisations.saveJoinRequest({
    ...{ id: null, name: 'Fietsschool Rondje', what: 'Fietsles voor vrouwen', contact: '010-100 0025' },
    ...{ askedDay: addDays(today, -20), state: 'gevraagd' },
  })
}

const areas = ['Kastanjehof', 'Lijsterpad', 'De Kade']
const sources = ['Kraam op de buurtmarkt', 'Van een buur gehoord', 'Boekje in de bus']

function initiatives(story: Story, known: Known): Event[] {
  const { api, today } = story
  const stall = { what: 'Kraam op de buurtmarkt', dueDay: addDays(today, -100) }
  let id = ''
  let stallId = ''
  return [
    [
      addDays(today, -140),
      async () => {
        id = await begin(story, known)
        stallId = (await api.initiatives.saveStep({ id: null, initiativeId: id, ...stall, doneDay: null })).id
      },
    ],
    [
      addDays(today, -104),
      async () => {
        const doneDay = addDays(today, -104)
        await api.initiatives.saveStep({ id: stallId, initiativeId: id, ...stall, doneDay })
      },
    ],
    ...Array.from({ length: 8 }, (_, number): Event => {
      const day = addDays(today, -104 + number * 11)
      const signUp = async () => {
        await api.initiatives.saveSignUp({
          ...{ id: null, initiativeId: id, day, source: sources[number % 3] ?? null },
          ...{ area: areas[(number * 2) % 5] ?? null, organisationId: known.welfare },
          ...{ personId: null, knownAs: null, seenDay: null, leftDay: null },
        })
      }
      return [day, signUp]
    }),
    [
      addDays(today, -27),
      async () => {
        await api.initiatives.save({
          ...{ id: null, name: 'Dorpsauto', goal: 'Wie niet meer rijdt, komt toch overal.', ownerPersonId: null },
          ...{ ownerName: null, organisationId: null, state: 'idee', from: null, plannedEnd: null, note: null },
        })
      },
    ],
  ]
}

async function begin({ api, today, personId }: Story, { welfare }: Known): Promise<string> {
  const { id } = await api.initiatives.save({
    ...{ id: null, name: 'Dertig nieuwe vrijwilligers', goal: 'Genoeg handen voor maaltijd, vervoer en maatjes.' },
    ...{ ownerPersonId: personId('Ria Berg'), ownerName: null, organisationId: welfare, state: 'loopt', note: null },
    ...{ from: addDays(today, -140), plannedEnd: addDays(today, 225) },
  })
  const lunch = { what: 'Lunch voor wie zich aanmeldde', dueDay: addDays(today, 21), doneDay: null }
  await api.initiatives.saveStep({ id: null, initiativeId: id, ...lunch })
  const target = (values: Partial<Parameters<typeof api.initiatives.saveTarget>[0]>) =>
    api.initiatives.saveTarget({
      ...{ id: null, initiativeId: id, what: 'Nieuwe vrijwilligers', kind: 'aantal', source: 'aanmeldingen' },
      ...{ counting: 'stand', needed: 30, areas: [], days: null, year: null, loyalTimes: null, loyalOutOf: null },
      ...{ byDay: addDays(today, 225) },
      ...values,
    })
  await target({})
  await target({ what: 'Vrijwilligers in elke binnenbuurt', kind: 'per_gebied', needed: 3, areas })
  await target({ what: 'Na een jaar nog actief', kind: 'na_dagen', needed: 30, days: 365 })
  return id
}

function workTogether(story: Story): Event[] {
  const { today } = story
  let ideaId = ''
  return [
    [
      addDays(today, -90),
      async () => {
        ideaId = await meetLeaders(story)
      },
    ],
    [addDays(today, -30), () => tryIdea(story, ideaId)],
  ]
}

async function meetLeaders({ api, today, groupId }: Story): Promise<string> {
  const day = addDays(today, -90)
  const there = (await api.workingGroup.rolesOn({ day })).filter(({ of }) => of === 'Kastanjehof' || of === 'De Kade')
  await api.workingGroup.saveMeeting({
    ...{ id: null, kind: 'intervisie', day, topic: 'Hoe begint u een gesprek?', place: 'Het buurthuis', note: null },
    termIds: there.map(({ termId }) => termId),
  })
  const idea = await api.workingGroup.saveIdea({
    ...{ id: null, what: 'Soep aan de deur bij nieuwe buren', day, neighbourhoodId: groupId('Kastanjehof') },
    fromWords: null,
  })
  return idea.id
}

async function tryIdea({ api, today, groupId }: Story, ideaId: string): Promise<void> {
  await api.workingGroup.saveTrial({
    ...{ id: null, ideaId, neighbourhoodId: groupId('Lijsterpad'), byWords: null, day: addDays(today, -30) },
    ...{ worked: 'ja', note: 'Zeven deuren, vijf gesprekken.' },
  })
  const point = (kind: 'goed' | 'lastig' | 'vraag', words: string) =>
    api.workingGroup.savePoint({
      ...{ id: null, kind, words, neighbourhoodId: null, day: addDays(today, -30), broughtDay: null, answer: null },
    })
  await point('goed', 'Soep aan de deur bij nieuwe buren')
  await point('lastig', 'Een plaats vinden waar twintig mensen kunnen zitten')
  await point('vraag', 'Hoe vinden andere stadsdorpen jongere contactpersonen?')
}

// What the example book holds of organisations, initiatives and the working group. Everything in it is made up.
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Story } from './fill-example.ts'

/** A little of everything: money that ends soon, an initiative halfway, an idea that worked. */
export async function liveAmongOthers(story: Story): Promise<void> {
  const organisations = await meetOrganisations(story)
  await beginInitiatives(story, organisations)
  await workTogether(story)
}

interface Known {
  readonly language: string
  readonly welfare: string
}

async function meetOrganisations({ api, goTo, today, personId }: Story): Promise<Known> {
  goTo(addDays(today, -150))
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
  await api.roles.assign({
    ...{ role: 'cultuurverbinder', neighbourhoodId: null, organisationId: language, side: null },
    ...{ personId: personId('Mohamad Khatib'), from: addDays(today, -120), plannedEnd: null },
    ...{ paid: false, languages: 'Arabisch, Nederlands' },
  })
  goTo(addDays(today, -20))
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
  return { language, welfare }
}

async function beginInitiatives({ api, goTo, today, personId }: Story, { welfare }: Known): Promise<void> {
  goTo(addDays(today, -140))
  const { id } = await api.initiatives.save({
    ...{ id: null, name: 'Dertig nieuwe vrijwilligers', goal: 'Genoeg handen voor maaltijd, vervoer en maatjes.' },
    ...{ ownerPersonId: personId('Ria Berg'), ownerName: null, organisationId: welfare, state: 'loopt', note: null },
    ...{ from: addDays(today, -140), plannedEnd: addDays(today, 225) },
  })
  const step = (what: string, dueDay: Day, doneDay: Day | null) =>
    api.initiatives.saveStep({ id: null, initiativeId: id, what, dueDay, doneDay })
  await step('Kraam op de buurtmarkt', addDays(today, -100), addDays(today, -104))
  await step('Lunch voor wie zich aanmeldde', addDays(today, 21), null)
  const areas = ['Kastanjehof', 'Lijsterpad', 'De Kade']
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
  const sources = ['Kraam op de buurtmarkt', 'Van een buur gehoord', 'Boekje in de bus']
  for (let number = 0; number < 8; number += 1) {
    const day = addDays(today, -104 + number * 11)
    goTo(day)
    await api.initiatives.saveSignUp({
      ...{
        id: null,
        initiativeId: id,
        day,
        source: sources[number % 3] ?? null,
        area: areas[(number * 2) % 5] ?? null,
      },
      ...{ organisationId: welfare, personId: null, knownAs: null, seenDay: null, leftDay: null },
    })
  }
  await api.initiatives.save({
    ...{ id: null, name: 'Dorpsauto', goal: 'Wie niet meer rijdt, komt toch overal.', ownerPersonId: null },
    ...{ ownerName: null, organisationId: null, state: 'idee', from: null, plannedEnd: null, note: null },
  })
}

async function workTogether({ api, goTo, today, groupId }: Story): Promise<void> {
  goTo(addDays(today, -90))
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
  goTo(addDays(today, -30))
  await api.workingGroup.saveTrial({
    ...{ id: null, ideaId: idea.id, neighbourhoodId: groupId('Lijsterpad'), byWords: null, day: addDays(today, -30) },
    ...{ worked: 'ja', note: 'Zeven deuren, vijf gesprekken.' },
  })
  const point = (kind: 'goed' | 'lastig' | 'vraag', words: string) =>
    api.workingGroup.savePoint({
      ...{ id: null, kind, words, neighbourhoodId: null, day: addDays(today, -30), broughtDay: null, answer: null },
    })
  await point('goed', 'Soep aan de deur bij nieuwe buren')
  await point('lastig', 'Een plaats vinden waar twintig mensen kunnen zitten')
  await point('vraag', 'Hoe vinden andere stadsdorpen jongere contactpersonen?')
  goTo(today)
}

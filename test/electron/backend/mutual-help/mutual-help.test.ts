import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type HelpingBook, openHelpingBook } from '../../../support/helping-book.ts'

let book: HelpingBook
let groupId: string
beforeEach(async () => {
  book = await openHelpingBook('small_help', '2026-11-02')
  groupId = await book.group('Kastanjehof')
})
afterEach(() => book.close())

const neighbour = (
  lastName: string,
  { group = false, ...place }: { group?: boolean; street?: string; postcode?: string } = {},
) => book.neighbour(`Ria ${lastName}`, group ? { ...place, groupId } : place)
const listed = () => book.api.mutualHelp.list({ acts: 20 })
const namesFor = async (requestId: string) =>
  (await book.api.mutualHelp.matches({ requestId })).helpers.map(({ name, nearness }) => [name, nearness])

describe('offering', () => {
  test('what somebody would gladly do is written down as a whole: what is not named any more is withdrawn', async () => {
    const ria = await neighbour('Berg')
    await book.offers(ria, ['tuin', 'vervoer'], { times: ['avond'], perMonth: 2, words: 'geen ladders' })
    expect((await listed()).helpers).toMatchObject([
      {
        name: 'Ria Berg',
        categories: ['vervoer', 'tuin'],
        times: ['avond'],
        perMonth: 2,
        words: 'geen ladders',
        standing: 'yes',
      },
    ])
    await book.offers(ria, ['koken'])
    expect((await listed()).helpers).toMatchObject([{ categories: ['koken'], times: [], perMonth: null, words: null }])
    await book.offers(ria, ['tuin'])
    expect((await listed()).helpers).toMatchObject([{ categories: ['tuin'] }])
    await book.api.history.undo({})
    expect((await listed()).helpers).toMatchObject([{ categories: ['koken'] }])
    await book.api.mutualHelp.stopOffering({ personId: ria })
    expect((await listed()).helpers).toEqual([])
  })

  test('who left is not proposed any more, and who goes to the bin takes the offer along and back', async () => {
    const ria = await neighbour('Berg')
    await book.offers(ria, ['tuin'])
    await book.api.members.remove({ personId: ria })
    expect((await listed()).helpers).toEqual([])
    await book.api.trash.restore({ table: 'person', id: ria })
    expect((await listed()).helpers).toHaveLength(1)
    await book.api.members.end({ personId: ria, day: '2026-11-02', reason: 'verhuisd' })
    expect((await listed()).helpers).toEqual([])
  })
})

describe('who could be asked', () => {
  test('nearest first: street, postcode, binnenbuurt, quarter, elsewhere', async () => {
    const asker = await neighbour('Vraag', { street: 'Kerkstraat', postcode: '1234 AB', group: true })
    await book.offers(await neighbour('Ver', { street: 'Dorpsweg', postcode: '9999 ZZ' }), ['vervoer'])
    await book.offers(await neighbour('Wijk', { street: 'Laan', postcode: '1234 XY' }), ['vervoer'])
    await book.offers(await neighbour('Groep', { street: 'Pad', postcode: '5678 AA', group: true }), ['vervoer'])
    await book.offers(await neighbour('Hoek', { street: 'Steeg', postcode: '1234ab' }), ['vervoer'])
    await book.offers(await neighbour('Straat', { street: 'Kerkstr.', postcode: '' }), ['vervoer'])
    await book.offers(await neighbour('Anders', { street: 'Kerkstraat' }), ['koken'])
    await book.offers(asker, ['vervoer'])
    const { id } = await book.asks(asker, 'vervoer')
    expect(await namesFor(id)).toEqual([
      ['Ria Straat', 'sameStreet'],
      ['Ria Hoek', 'samePostcode'],
      ['Ria Groep', 'sameGroup'],
      ['Ria Wijk', 'sameQuarter'],
      ['Ria Ver', 'elsewhere'],
    ])
  })

  test('a limit that is reached and a pause come before what is needed; who rests is counted, not named', async () => {
    const asker = await neighbour('Vraag')
    const full = await neighbour('Vol')
    const paused = await neighbour('Rust')
    const evenings = await neighbour('Avond')
    await book.offers(full, ['vervoer'], { perMonth: 1 })
    await book.offers(paused, ['vervoer'], { pausedUntil: '2026-11-20' })
    await book.offers(evenings, ['vervoer'], { times: ['avond'] })
    await book.helps(full, asker)
    const soon = await book.asks(asker, 'vervoer', { wantedTime: 'overdag' })
    expect(await book.api.mutualHelp.matches({ requestId: soon.id })).toEqual({
      helpers: [],
      resting: 2,
      restricted: 0,
      otherTimes: 1,
    })
    // In another month, after the pause, both may be asked again.
    const later = await book.asks(asker, 'vervoer', { wantedBy: '2026-12-10' })
    expect(await namesFor(later.id)).toEqual([
      ['Ria Avond', 'sameStreet'],
      ['Ria Rust', 'sameStreet'],
      ['Ria Vol', 'sameStreet'],
    ])
  })

  test('what somebody agreed to do this month counts towards the limit as well', async () => {
    const helper = await neighbour('Berg')
    await book.offers(helper, ['vervoer'], { perMonth: 1 })
    const first = await book.asks(await neighbour('Een'), 'vervoer')
    const second = await book.asks(await neighbour('Twee'), 'vervoer')
    await book.api.mutualHelp.agree({ id: first.id, personId: helper })
    expect((await listed()).helpers).toMatchObject([{ thisMonth: 1, standing: 'full' }])
    expect((await book.api.mutualHelp.matches({ requestId: second.id })).resting).toBe(1)
    await book.api.mutualHelp.decline({ id: first.id })
    expect((await book.api.mutualHelp.matches({ requestId: second.id })).resting).toBe(0)
  })

  test('what is still to be done counts in the month it can be done: not before today', async () => {
    const helper = await neighbour('Berg')
    await book.offers(helper, ['vervoer'], { perMonth: 1 })
    const { id } = await book.asks(await neighbour('Een'), 'vervoer', { wantedBy: '2026-11-20' })
    await book.api.mutualHelp.agree({ id, personId: helper })
    book.setDay('2026-12-03')
    expect((await listed()).helpers).toMatchObject([{ thisMonth: 1, standing: 'full' }])
    const soon = await book.asks(await neighbour('Twee'), 'vervoer')
    expect((await book.api.mutualHelp.matches({ requestId: soon.id })).resting).toBe(1)
    const later = await book.asks(await neighbour('Drie'), 'vervoer', { wantedBy: '2027-01-10' })
    expect((await book.api.mutualHelp.matches({ requestId: later.id })).resting).toBe(0)
  })

  test('of those equally near, who helped least lately comes first', async () => {
    const asker = await neighbour('Vraag')
    const often = await neighbour('Aalders')
    const never = await neighbour('Zwart')
    await book.offers(often, ['vervoer'])
    await book.offers(never, ['vervoer'])
    await book.helps(often, asker)
    const { id } = await book.asks(asker, 'vervoer')
    expect((await namesFor(id)).map(([name]) => name)).toEqual(['Ria Zwart', 'Ria Aalders'])
  })

  test('for a neighbour who is not named the group says who is near', async () => {
    await book.offers(await neighbour('Hier', { group: true }), ['vervoer'])
    await book.offers(await neighbour('Daar'), ['vervoer'])
    const { id } = await book.asks(null, 'vervoer', { groupId })
    expect(await namesFor(id)).toEqual([
      ['Ria Hier', 'sameGroup'],
      ['Ria Daar', 'unknown'],
    ])
  })
})

describe('a request', () => {
  test('goes from open by asked to agreed, and the act that answers it closes it', async () => {
    const asker = await neighbour('Vraag', { group: true })
    const helper = await neighbour('Berg')
    const { id } = await book.asks(asker, 'boodschappen', { wantedBy: '2026-11-05' })
    expect((await listed()).requests).toMatchObject([{ state: 'open', groupName: 'Kastanjehof', isLate: false }])
    await book.api.mutualHelp.propose({ id, personId: helper })
    expect((await listed()).requests).toMatchObject([{ state: 'voorgesteld', helper: { name: 'Ria Berg' } }])
    await book.api.mutualHelp.agree({ id, personId: helper })
    book.setDay('2026-11-06')
    expect((await listed()).requests).toMatchObject([{ state: 'afgesproken', isLate: true }])
    await book.helps(helper, asker, { requestId: id, doneDay: '2026-11-05', category: 'boodschappen' })
    const after = await listed()
    expect(after.requests).toEqual([])
    expect(after.closed).toMatchObject([{ id, state: 'gedaan', closedDay: '2026-11-06' }])
    expect(after.acts).toMatchObject([{ askedDay: '2026-11-02', doneDay: '2026-11-05', groupName: 'Kastanjehof' }])
    await expect(book.helps(helper, asker, { requestId: id })).rejects.toMatchObject({ code: 'helpRequestClosed' })
    await book.api.history.undo({})
    expect(await listed()).toMatchObject({ requests: [{ state: 'afgesproken' }], acts: [], closed: [] })
  })

  test('of a group that closed since is answered all the same, and counted there', async () => {
    const { id } = await book.asks(null, 'tuin', { groupId })
    await book.api.neighbourhoods.close({ id: groupId, day: '2026-11-02' })
    book.setDay('2026-11-05')
    await book.helps(await neighbour('Berg'), null, { requestId: id, groupId })
    expect(await listed()).toMatchObject({ requests: [], acts: [{ groupName: 'Kastanjehof' }] })
    await expect(book.helps(null, null, { groupId })).rejects.toMatchObject({ code: 'notFound' })
  })

  test('one that goes on stays agreed after an act', async () => {
    const { id } = await book.asks(await neighbour('Vraag'), 'taal', { lasting: true })
    await book.helps(await neighbour('Berg'), null, { requestId: id })
    expect((await listed()).requests).toMatchObject([{ id, state: 'afgesproken', helper: { name: 'Ria Berg' } }])
  })

  test('can be asked for somebody else, be withdrawn, or not succeed', async () => {
    const asker = await neighbour('Berg')
    const first = await book.asks(null, 'tuin', { askedByPersonId: asker })
    const second = await book.asks(null, 'tuin')
    expect((await listed()).requests).toMatchObject([
      { person: null, askedBy: { name: 'Ria Berg' } },
      { askedBy: null },
    ])
    await book.api.mutualHelp.closeRequest({ id: first.id, as: 'ingetrokken' })
    await book.api.mutualHelp.closeRequest({ id: second.id, as: 'niet_gelukt' })
    expect((await listed()).closed.map(({ state }) => state).sort()).toEqual(['ingetrokken', 'niet_gelukt'])
    await expect(book.api.mutualHelp.decline({ id: first.id })).rejects.toMatchObject({ code: 'helpRequestClosed' })
  })

  test('can be changed while it waits: for whom, and with that where it is counted', async () => {
    const asker = await neighbour('Vraag', { group: true })
    const { id } = await book.asks(null, 'tuin')
    const asked = { askedByPersonId: null, groupId: null, institution: null, words: 'Heg', wantedBy: null } as const
    const change = (personId: string | null, groupId: string | null = null) =>
      book.api.mutualHelp.changeRequest({
        id,
        personId,
        ...asked,
        groupId,
        category: 'tuin',
        wantedTime: null,
        lasting: false,
      })
    await change(null, groupId)
    expect((await listed()).requests).toMatchObject([{ person: null, words: 'Heg', groupName: 'Kastanjehof' }])
    await change(null)
    expect((await listed()).requests).toMatchObject([{ groupName: null }])
    await change(asker)
    expect((await listed()).requests).toMatchObject([{ person: { id: asker }, groupName: 'Kastanjehof' }])
    await book.api.mutualHelp.agree({ id, personId: await neighbour('Berg') })
    await change(asker)
    expect((await listed()).requests).toMatchObject([{ state: 'afgesproken', helper: { name: 'Ria Berg' } }])
  })

  test('nobody is asked to help themself', async () => {
    const asker = await neighbour('Vraag')
    const { id } = await book.asks(asker, 'vervoer')
    await expect(book.api.mutualHelp.propose({ id, personId: asker })).rejects.toMatchObject({ code: 'helpsThemself' })
    await expect(book.helps(asker, asker)).rejects.toMatchObject({ code: 'helpsThemself' })
  })
})

describe('a Dammetje', () => {
  test('an offer that was not taken is an outcome, and counts for nobody', async () => {
    const helper = await neighbour('Berg')
    await book.offers(helper, ['koken'], { perMonth: 1 })
    await book.helps(helper, null, { outcome: 'niet_aangenomen', grewInto: 'vast' })
    expect(await listed()).toMatchObject({
      acts: [{ outcome: 'niet_aangenomen', grewInto: null, receiver: null }],
      helpers: [{ thisMonth: 0 }],
    })
  })

  test('is of today or before, and was asked before it was done', async () => {
    await expect(book.helps(null, null, { doneDay: '2026-11-03' })).rejects.toMatchObject({ code: 'dayInFuture' })
    await expect(book.helps(null, null, { askedDay: '2026-11-03', doneDay: '2026-11-02' })).rejects.toMatchObject({
      code: 'helpAskedLater',
    })
  })

  test('what came of it can be said later, and a mistake is thrown away', async () => {
    const helper = await neighbour('Berg')
    const { id } = await book.helps(helper, null)
    const same = { groupId: null, category: 'vervoer', institution: null, askedDay: null, outcome: 'gedaan' } as const
    await book.api.mutualHelp.changeAct({
      id,
      giverId: helper,
      receiverId: null,
      doneDay: '2026-11-01',
      ...same,
      grewInto: 'nogmaals',
    })
    expect((await listed()).acts).toMatchObject([{ doneDay: '2026-11-01', grewInto: 'nogmaals' }])
    await book.api.mutualHelp.removeAct({ id })
    expect(await listed()).toMatchObject({ acts: [], actsInAll: 0 })
  })
})

describe('where a Dammetje is counted', () => {
  const act = {
    groupId: null,
    category: 'vervoer',
    institution: null,
    askedDay: null,
    doneDay: '2026-11-02',
    outcome: 'gedaan',
    grewInto: null,
  } as const
  const placeOf = async () => (await listed()).acts[0]?.groupName

  test('can be said afterwards, and stays when it closed since', async () => {
    const { id } = await book.helps(null, null)
    const change = (said: string | null) =>
      book.api.mutualHelp.changeAct({ id, giverId: null, receiverId: null, ...act, groupId: said })
    await change(groupId)
    expect(await placeOf()).toBe('Kastanjehof')
    await book.api.neighbourhoods.close({ id: groupId, day: '2026-11-02' })
    await change(groupId)
    expect(await placeOf()).toBe('Kastanjehof')
    await change(null)
    expect(await placeOf()).toBeNull()
    await expect(change(groupId)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('is a group that can end, and is not thrown away', async () => {
    await book.helps(null, null, { groupId })
    await expect(book.api.neighbourhoods.remove({ id: groupId })).rejects.toMatchObject({ code: 'groupInUse' })
  })

  test('is the group of who is named later, and does not move along with them', async () => {
    const receiver = await neighbour('Berg', { group: true })
    const { id } = await book.helps(null, null)
    const change = () => book.api.mutualHelp.changeAct({ id, giverId: null, receiverId: receiver, ...act })
    await change()
    expect(await placeOf()).toBe('Kastanjehof')
    await book.api.members.end({ personId: receiver, day: '2026-11-02', reason: 'verhuisd' })
    await change()
    expect(await placeOf()).toBe('Kastanjehof')
  })
})

describe('for the coordinator', () => {
  test('who asks one and the same neighbour again and again is a quiet hint; two helpers are none', async () => {
    const asker = await neighbour('Vraag')
    const helper = await neighbour('Berg')
    for (const day of [
      '2026-09-01',
      '2026-09-10',
      '2026-09-20',
      '2026-10-01',
      '2026-10-10',
      '2026-10-20',
      '2026-11-02',
    ])
      await book.helps(helper, asker, { doneDay: day })
    // Too long ago to count.
    await book.helps(helper, asker, { doneDay: '2026-07-01' })
    expect((await listed()).patterns).toEqual([
      {
        receiver: { id: asker, name: 'Ria Vraag' },
        giver: { id: helper, name: 'Ria Berg' },
        times: 7,
        days: 90,
      },
    ])
    expect(await book.api.mutualHelp.forPerson({ personId: asker })).toMatchObject({
      gave: 0,
      received: 8,
      pattern: { times: 7 },
    })
    expect((await book.api.mutualHelp.forPerson({ personId: helper })).pattern).toBeNull()
    await book.helps(await neighbour('Ander'), asker)
    expect((await listed()).patterns).toEqual([])
  })
})

describe('a job', () => {
  const plan = (team: string[], more = {}) => ({
    title: 'Behangen',
    personId: null,
    groupId: null,
    place: null,
    firstDay: '2026-11-07',
    lastDay: '2026-11-08',
    team,
    ...more,
  })

  test('has a team that can change, ends, and may grow into contact', async () => {
    const [an, bo, cas] = [await neighbour('An'), await neighbour('Bo'), await neighbour('Cas')]
    const { id } = await book.api.mutualHelp.planJob(plan([an, bo, an]))
    expect((await listed()).jobs).toMatchObject([{ team: [{ name: 'Ria An' }, { name: 'Ria Bo' }], isOver: false }])
    await book.api.mutualHelp.changeJob({ id, ...plan([bo, cas]) })
    expect((await listed()).jobs).toMatchObject([{ team: [{ name: 'Ria Bo' }, { name: 'Ria Cas' }] }])
    await expect(book.api.mutualHelp.setJobState({ id, state: 'gedaan', grewInto: null })).rejects.toMatchObject({
      code: 'dayInFuture',
    })
    book.setDay('2026-11-09')
    expect((await listed()).jobs).toMatchObject([{ isOver: true }])
    await book.api.mutualHelp.setJobState({ id, state: 'gedaan', grewInto: 'vast' })
    expect((await listed()).jobs).toMatchObject([{ state: 'gedaan', grewInto: 'vast', isOver: false }])
    await book.api.mutualHelp.removeJob({ id })
    expect((await listed()).jobs).toEqual([])
    await book.api.history.undo({})
    expect((await listed()).jobs).toMatchObject([{ team: [{ name: 'Ria Bo' }, { name: 'Ria Cas' }] }])
  })

  test('is counted for the group that is said, and that can be another one later', async () => {
    const other = await book.group('Berkenhof')
    const { id } = await book.api.mutualHelp.planJob(plan([], { groupId }))
    await book.api.mutualHelp.changeJob({ id, ...plan([], { groupId: other }) })
    expect((await listed()).jobs).toMatchObject([{ groupName: 'Berkenhof' }])
  })

  test('its last day does not lie before its first', async () => {
    await expect(
      book.api.mutualHelp.planJob(plan([], { firstDay: '2026-11-07', lastDay: '2026-11-06' })),
    ).rejects.toMatchObject({ code: 'jobEndsFirst' })
  })
})

describe('who died or went to the bin', () => {
  const goings = {
    died: (personId: string) => book.api.members.markDeceased({ personId, day: '2026-11-02' }),
    removed: (personId: string) => book.api.members.remove({ personId }),
  }

  test.each(Object.entries(goings))('asks nothing any more and is counted on by nobody: %s', async (_name, go) => {
    const [gone, other, third] = [await neighbour('Weg'), await neighbour('Blijft'), await neighbour('Derde')]
    const own = await book.asks(gone, 'tuin')
    const helped = await book.asks(other, 'vervoer')
    const done = await book.asks(other, 'koken')
    await book.api.mutualHelp.agree({ id: own.id, personId: other })
    await book.api.mutualHelp.agree({ id: helped.id, personId: gone })
    await book.helps(gone, other, { requestId: done.id })
    const job = { title: 'Behangen', personId: null, groupId: null, place: null, lastDay: null }
    await book.api.mutualHelp.planJob({ ...job, firstDay: '2026-11-07', team: [gone, third] })
    await book.api.mutualHelp.planJob({ ...job, personId: gone, firstDay: '2026-11-08', team: [third] })

    await go(gone)
    const after = await listed()
    expect(after.requests).toMatchObject([{ id: helped.id, state: 'open', helper: null }])
    expect(after.closed.map(({ id, state }) => [id, state]).sort()).toEqual(
      [
        [own.id, 'ingetrokken'],
        [done.id, 'gedaan'],
      ].sort(),
    )
    expect(after.jobs).toMatchObject([{ team: [{ name: 'Ria Derde' }] }, { state: 'afgelast' }])

    await book.api.history.undo({})
    expect((await listed()).requests.map(({ state }) => state)).toEqual(['afgesproken', 'afgesproken'])
    expect((await listed()).jobs[0]?.team).toHaveLength(2)
  })
})

test('a job that was called off when somebody died is not planned again', async () => {
  const [gone, other] = [await neighbour('Weg'), await neighbour('Blijft')]
  const job = { title: 'Behangen', groupId: null, place: null, firstDay: '2026-11-07', lastDay: null, team: [other] }
  const { id } = await book.api.mutualHelp.planJob({ ...job, personId: gone })
  await book.api.members.markDeceased({ personId: gone, day: '2026-11-02' })
  const again = book.api.mutualHelp.setJobState({ id, state: 'gepland', grewInto: null })
  await expect(again).rejects.toMatchObject({ code: 'personGone' })
})

test('who comes back from the bin asks again, and does again what they would do', async () => {
  const [gone, other] = [await neighbour('Weg'), await neighbour('Blijft')]
  const own = await book.asks(gone, 'tuin')
  const helped = await book.asks(other, 'vervoer')
  const given = await book.asks(other, 'koken')
  for (const { id } of [helped, given]) await book.api.mutualHelp.agree({ id, personId: gone })
  const job = { title: 'Behangen', personId: gone, groupId: null, place: null, firstDay: '2026-11-07', lastDay: null }
  await book.api.mutualHelp.planJob({ ...job, team: [other] })
  await book.api.members.remove({ personId: gone })
  // Somebody else was found since.
  await book.api.mutualHelp.agree({ id: given.id, personId: await neighbour('Derde') })
  await book.api.trash.restore({ table: 'person', id: gone })
  const { requests, jobs } = await listed()
  const standing = requests.map(({ id, state, helper }) => [id, state, helper?.name ?? null])
  expect(standing.sort()).toEqual(
    [
      [own.id, 'open', null],
      [helped.id, 'afgesproken', 'Ria Weg'],
      [given.id, 'afgesproken', 'Ria Derde'],
    ].sort(),
  )
  expect(jobs).toMatchObject([{ state: 'gepland' }])
})

test('when somebody is erased, that a neighbour was helped stays and who it was is gone', async () => {
  const [helper, asker] = [await neighbour('Berg'), await neighbour('Vraag')]
  await book.offers(helper, ['tuin'])
  const { id } = await book.asks(asker, 'tuin', { words: 'Canariezaad halen' })
  await book.api.mutualHelp.agree({ id, personId: helper })
  await book.helps(helper, asker)
  for (const person of [helper, asker]) {
    await book.api.members.remove({ personId: person })
    await book.api.trash.erase({ table: 'person', id: person })
  }
  const after = await listed()
  expect(after.closed).toMatchObject([{ person: null, helper: null, words: null, state: 'ingetrokken' }])
  expect(after.acts).toMatchObject([{ giver: null, receiver: null }])
  expect(after.helpers).toEqual([])
})

describe('who left', () => {
  test('is counted on by nobody: not for what was agreed, not in a job to come, not in a pattern', async () => {
    const [gone, other, third] = [await neighbour('Weg'), await neighbour('Blijft'), await neighbour('Derde')]
    const { id } = await book.asks(other, 'vervoer', { lasting: true })
    await book.api.mutualHelp.agree({ id, personId: gone })
    const job = { title: 'Heg', personId: other, groupId: null, place: null, lastDay: null }
    const done = await book.api.mutualHelp.planJob({ ...job, firstDay: '2026-11-02', team: [gone] })
    await book.api.mutualHelp.setJobState({ id: done.id, state: 'gedaan', grewInto: null })
    await book.api.mutualHelp.planJob({ ...job, firstDay: '2026-11-20', team: [gone, third] })
    for (let time = 0; time < 7; time += 1) await book.helps(gone, other)
    expect((await listed()).patterns).toHaveLength(1)
    await book.api.members.end({ personId: gone, day: '2026-11-02', reason: 'verhuisd' })
    const { requests, jobs, patterns, acts } = await listed()
    expect(requests).toMatchObject([{ id, state: 'open', helper: null }])
    expect(jobs.map(({ team }) => team.map(({ name }) => name))).toEqual([['Ria Derde'], ['Ria Weg']])
    expect(patterns).toEqual([])
    expect(acts[0]).toMatchObject({ giver: { name: 'Ria Weg' } })
    // Another is found as for any that is open.
    await book.api.mutualHelp.agree({ id, personId: third })
    expect((await listed()).requests).toMatchObject([{ state: 'afgesproken', helper: { name: 'Ria Derde' } }])
  })
})

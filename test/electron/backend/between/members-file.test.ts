import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { somebodyElse } from '../../../../shared/domain/between.ts'
import {
  addPerson,
  type BetweenBook,
  groupOf,
  idOf,
  meet,
  namesIn,
  open,
  openBetweenBook,
  otherId,
  settle,
  takeIn,
  writeMembers,
} from '../../../support/between-books.ts'

let association: BetweenBook
let noord: BetweenBook
beforeEach(async () => {
  association = await openBetweenBook('Stadsdorp Oosterweide', 'vereniging', 1)
  noord = await openBetweenBook('Noord', 'binnenbuurt', 2)
  await meet(association, noord)
})
afterEach(async () => {
  await association.close()
  await noord.close()
})

const linesOf = async (book: BetweenBook, id: string) => (await book.api.between.preview({ id })).lines
const later = (day: string) => {
  association.setDay(day)
  noord.setDay(day)
}

describe('a ledenbestand', () => {
  it('brings who joined the binnenbuurt into the association, in that binnenbuurt, as one action', async () => {
    await addPerson(noord.api, 'Ria Berg')
    await addPerson(noord.api, 'Wim Groot', { houseNumber: 2 })
    const counts = await takeIn(association, await writeMembers(noord, association))
    expect(counts).toMatchObject({ people: 2, new: 2, changed: 0, left: 0, waiting: 0 })
    expect(await namesIn(association, await groupOf(association, 'Noord'))).toEqual(['Ria Berg', 'Wim Groot'])
    const last = await association.api.history.lastAction({})
    await association.api.history.undo({ actionId: last?.id ?? '' })
    expect(await namesIn(association)).toEqual([])
    // Undone as a whole: the same file can be taken in again.
    expect(await takeIn(association, await writeMembers(noord, association))).toMatchObject({ new: 2 })
  })

  it('brings a correction to the other book, and the next file says nothing new', async () => {
    const id = await addPerson(noord.api, 'Ria Berg')
    await settle(association, noord)
    later('2026-02-01')
    await noord.api.members.change({ id, fields: { email: 'ria@voorbeeld.test', lastName: 'Bergman' }, address: {} })
    await takeIn(association, await writeMembers(noord, association))
    const there = await association.api.members.get({ id: await idOf(association, 'Bergman') })
    expect(there).toMatchObject({ email: 'ria@voorbeeld.test' })
    const { id: session } = await open(noord, await writeMembers(association, noord))
    expect((await linesOf(noord, session)).map(({ status }) => status)).toEqual(['same'])
  })

  it('takes no telephone number or e-mail address along unless somebody chose so', async () => {
    const id = await addPerson(noord.api, 'Ria Berg', { mobile: '0612345678', email: 'ria@voorbeeld.test' })
    const preview = { id: otherId(noord, association), withContact: false }
    const [row] = (await noord.api.between.previewMembers(preview)).people
    expect(row).toMatchObject({ name: 'Ria Berg', mobile: '', email: '' })
    await takeIn(association, await writeMembers(noord, association, false))
    expect(await association.api.members.get({ id: await idOf(association, 'Berg') })).toMatchObject({ email: null })
    expect(await noord.api.members.get({ id })).toMatchObject({ email: 'ria@voorbeeld.test' })
  })

  it('shows what both changed with both values, and nothing changes until somebody chose', async () => {
    const here = await addPerson(noord.api, 'Ria Berg', { birthYear: 1950 })
    await settle(association, noord)
    const there = await idOf(association, 'Berg')
    later('2026-03-01')
    await noord.api.members.change({ id: here, fields: { birthYear: 1951 }, address: {} })
    await association.api.members.change({ id: there, fields: { birthYear: 1952 }, address: {} })
    const { id } = await open(association, await writeMembers(noord, association))
    const [line] = await linesOf(association, id)
    expect(line).toMatchObject({ status: 'clash', clashes: [{ field: 'birthYear', mine: '1952', theirs: '1951' }] })
    expect(await association.api.between.takeIn({ id })).toMatchObject({ people: 0, waiting: 1 })
    expect(await association.api.members.get({ id: there })).toMatchObject({ birthYear: 1952 })

    later('2026-03-02')
    const again = await open(association, await writeMembers(noord, association))
    const choice = { kind: 'field', field: 'birthYear', value: 'theirs' } as const
    await association.api.between.decide({ id: again.id, key: here, choice })
    await association.api.between.preview({ id: again.id })
    await association.api.between.takeIn({ id: again.id })
    await takeIn(noord, await writeMembers(association, noord))
    for (const [book, person] of [
      [noord, here],
      [association, there],
    ] as const)
      expect(await book.api.members.get({ id: person })).toMatchObject({ birthYear: 1951 })
  })

  it('never wipes what is filled in: an empty value is for somebody to choose', async () => {
    const here = await addPerson(noord.api, 'Ria Berg', { birthYear: 1950 })
    await settle(association, noord)
    later('2026-03-01')
    await noord.api.members.change({ id: here, fields: { birthYear: null }, address: {} })
    await takeIn(association, await writeMembers(noord, association))
    expect(await association.api.members.get({ id: await idOf(association, 'Berg') })).toMatchObject({
      birthYear: 1950,
    })
  })

  it('asks who it is where that is not certain, and never makes one person of two', async () => {
    await addPerson(association.api, 'Jan Bos', {
      birthYear: 1948,
      neighbourhoodId: await groupOf(association, 'Noord'),
    })
    await addPerson(noord.api, 'Jan Bos', { birthYear: 1979 })
    const { id } = await open(association, await writeMembers(noord, association))
    const [line] = await linesOf(association, id)
    expect(line).toMatchObject({ status: 'unsure', alike: [{ name: 'Jan Bos', canBeSame: true }], who: null })
    await association.api.between.decide({ id, key: line?.key ?? '', choice: { kind: 'who', value: 'other' } })
    await association.api.between.preview({ id })
    await association.api.between.takeIn({ id })
    expect(await namesIn(association)).toEqual(['Jan Bos', 'Jan Bos'])
  })

  it('lets one choose among several of that name, told apart by what differs, and choose otherwise after that', async () => {
    const noordHere = await groupOf(association, 'Noord')
    const ask = { houseNumber: 9, birthYear: 1948, neighbourhoodId: noordHere }
    const father = await addPerson(association.api, 'Jan Bos', { ...ask, mobile: '0612345601' })
    const son = await addPerson(association.api, 'Jan Bos', { ...ask, mobile: '0612345602' })
    await addPerson(noord.api, 'Jan Bos', { houseNumber: 3, email: 'jan@voorbeeld.test' })
    await addPerson(noord.api, 'Ria Berg', { houseNumber: 4 })
    const { id } = await open(association, await writeMembers(noord, association))
    const [line] = await linesOf(association, id)
    const decide = (value: string) =>
      association.api.between.decide({ id, key: line?.key ?? '', choice: { kind: 'who', value } })
    expect(line).toMatchObject({ status: 'unsure', address: expect.stringMatching(/ 3/), who: null })
    expect(line?.alike.map(({ apart, ...rest }) => [rest.personId, rest.birthYear, apart])).toEqual([
      [father, '1948', [{ part: 'mobile', value: '06-1234 5601' }]],
      [son, '1948', [{ part: 'mobile', value: '06-1234 5602' }]],
    ])
    await decide(somebodyElse)
    expect((await linesOf(association, id))[0]).toMatchObject({ key: line?.key, status: 'new', who: somebodyElse })
    await decide(son)
    const [chosen] = await linesOf(association, id)
    expect(chosen).toMatchObject({ address: line?.address, status: 'clash', personId: son, who: son })
    const theirs = { kind: 'field', field: 'address', value: 'theirs' } as const
    await association.api.between.decide({ id, key: line?.key ?? '', choice: theirs })
    // Still in its place, before the one who is new, and with what was chosen.
    const [both] = await linesOf(association, id)
    expect(both).toMatchObject({ status: 'changed', who: son, clashes: [{ field: 'address', chosen: 'theirs' }] })
    await association.api.between.takeIn({ id })
    expect(await association.api.members.get({ id: son })).toMatchObject({ houseNumber: 3 })
    expect(await association.api.members.get({ id: father })).toMatchObject({ houseNumber: 9 })
  })

  it('asks about somebody who died here, and says so', async () => {
    const id = await addPerson(association.api, 'Jan Bos', { neighbourhoodId: await groupOf(association, 'Noord') })
    await association.api.members.markDeceased({ personId: id, day: association.context.today() })
    await addPerson(noord.api, 'Jan Bos')
    const { id: session } = await open(association, await writeMembers(noord, association))
    expect(await linesOf(association, session)).toMatchObject([
      { status: 'unsure', alike: [{ personId: id, isDeceased: true, canBeSame: true }] },
    ])
  })

  it('says of people who share a name where they live, and of nobody else', async () => {
    const ids = [
      await addPerson(noord.api, 'Jan Bos', { houseNumber: 1, birthYear: 1948 }),
      await addPerson(noord.api, 'Jan Bos', { houseNumber: 2, birthYear: 1979 }),
      await addPerson(noord.api, 'Ria Berg', { houseNumber: 3 }),
    ]
    await settle(association, noord)
    later('2026-02-01')
    for (const each of ids) await noord.api.members.change({ id: each, fields: { called: 'Bo' }, address: {} })
    const { id } = await open(association, await writeMembers(noord, association))
    const lines = await linesOf(association, id)
    expect(lines.map(({ status, birthYear }) => `${status} ${birthYear}`).sort()).toEqual([
      'changed ',
      'changed 1948',
      'changed 1979',
    ])
    expect(lines.filter(({ address }) => address === '').map(({ changes }) => changes[0]?.to)).toEqual([
      expect.stringContaining('Berg'),
    ])
  })

  it('of somebody who left the binnenbuurt leaves the membership of the association as it is', async () => {
    const here = await addPerson(noord.api, 'Ria Berg')
    await settle(association, noord)
    later('2026-04-01')
    await noord.api.members.end({ personId: here, day: '2026-04-01', reason: 'verhuisd' })
    const { id } = await open(association, await writeMembers(noord, association))
    expect(await linesOf(association, id)).toMatchObject([
      { status: 'left', leaving: { until: '2026-04-01', reason: 'verhuisd', choice: 'leave', canEndMembership: true } },
    ])
    await association.api.between.takeIn({ id })
    expect(await namesIn(association, await groupOf(association, 'Noord'))).toEqual([])
    expect(await namesIn(association)).toEqual(['Ria Berg'])
  })

  it('lets somebody move from one binnenbuurt to another without a second membership', async () => {
    const zuid = await openBetweenBook('Zuid', 'binnenbuurt', 3)
    await meet(association, zuid)
    const here = await addPerson(noord.api, 'Ria Berg', { birthYear: 1950 })
    await settle(association, noord)
    const there = await idOf(association, 'Berg')
    for (const book of [association, noord, zuid]) book.setDay('2026-05-01')
    await noord.api.members.end({ personId: here, day: '2026-05-01', reason: 'verhuisd' })
    // The new binnenbuurt is told first, at the old address.
    await addPerson(zuid.api, 'Ria Berg', { birthYear: 1950 })
    await takeIn(association, await writeMembers(zuid, association))
    await takeIn(association, await writeMembers(noord, association))
    expect(await namesIn(association)).toEqual(['Ria Berg'])
    expect(await namesIn(association, await groupOf(association, 'Zuid'))).toEqual(['Ria Berg'])
    expect(await namesIn(association, await groupOf(association, 'Noord'))).toEqual([])
    expect((await association.api.members.get({ id: there })).memberships).toHaveLength(1)
    await zuid.close()
  })

  it('asks about whoever was erased in the other book, and erases nobody by itself', async () => {
    const here = await addPerson(noord.api, 'Ria Berg')
    await settle(association, noord)
    await noord.api.members.remove({ personId: here })
    await noord.api.trash.erase({ table: 'person', id: here })
    await takeIn(association, await writeMembers(noord, association))
    const state = await association.api.between.state({})
    expect(state.books).toMatchObject([{ erasedThere: [{ name: 'Ria Berg' }] }])
    expect(await namesIn(association)).toEqual(['Ria Berg'])
    // Nothing of them goes back to the book that erased them.
    const preview = { id: otherId(association, noord), withContact: true }
    expect((await association.api.between.previewMembers(preview)).people).toEqual([])
    await association.api.between.keepErased({ id: preview.id, personId: await idOf(association, 'Berg') })
    expect((await association.api.between.state({})).books).toMatchObject([{ erasedThere: [] }])
  })

  it('does not bring back whoever was erased here', async () => {
    const here = await addPerson(noord.api, 'Ria Berg')
    await settle(association, noord)
    const late = await writeMembers(association, noord)
    await noord.api.members.remove({ personId: here })
    await noord.api.trash.erase({ table: 'person', id: here })
    const { id } = await open(noord, late)
    expect((await linesOf(noord, id)).map(({ status }) => status)).toEqual(['goneHere'])
    await noord.api.between.takeIn({ id })
    expect(await namesIn(noord)).toEqual([])
  })
})

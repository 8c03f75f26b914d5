import { read, utils } from '@e965/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useModules } from '../../../../electron/backend/books/change-settings.ts'
import { readWorkgroupFile, writeWorkgroupFile } from '../../../../electron/backend/workgroup/workgroup-file.ts'
import { workgroupContent } from '../../../../shared/contract/workgroup.ts'
import type { ModuleCode } from '../../../../shared/domain/modules.ts'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

const year = { from: '2026-01-01', until: '2026-12-31' }

let book: NeighbourhoodBook
beforeEach(async () => {
  book = await openNeighbourhoodBook()
})
afterEach(() => book.close())

async function madeFile(questions: readonly string[] = []) {
  const { file } = await book.api.workgroup.make({ ...year, questions: [...questions] })
  return book.context.files.take(file)?.bytes ?? new Uint8Array()
}
const keep = (modules: ModuleCode[]) => useModules({ preset: null, modules }, book.context)
const asJson = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes))
const asBytes = (json: unknown) => new TextEncoder().encode(JSON.stringify(json))

describe('a file for the working group', () => {
  it('says how many there are in each group, but not when they are a few', async () => {
    const many = await book.aGroup('Kastanjehof')
    const few = await book.aGroup('Lijsterpad')
    for (const name of ['Ria Berg', 'Wim Groot', 'Fatma Demir', 'Joyce Tjon', 'Anh Nguyen', 'Bep Vos'])
      await book.aPerson(name, { groupId: many })
    for (const name of ['Mo Haddad', 'Els Bos']) await book.aPerson(name, { groupId: few })
    const { groups } = await book.api.workgroup.preview({ ...year, questions: [] })
    expect(groups.map(({ name, members }) => [name, members])).toEqual([
      ['Kastanjehof', 6],
      ['Lijsterpad', '<5'],
    ])
    // Nobody pays yet: that nobody does tells nothing of anybody; of the few it is not said at all.
    expect(groups.map(({ paying }) => paying)).toEqual([0, null])
  })

  it('holds no name, address, number or note of anybody', async () => {
    const groupId = await book.aGroup('Kastanjehof')
    await book.aPerson('Xantippe Zonderling', { groupId })
    const text = new TextDecoder().decode(await madeFile(['Hoe doen jullie de koffie?']))
    expect(text).toContain('Hoe doen jullie de koffie?')
    for (const personal of ['Xantippe', 'Zonderling']) expect(text).not.toContain(personal)
    // The control: the book itself has it.
    const found = await book.api.search.find({ text: 'Zonderling' })
    expect(JSON.stringify(found)).toContain('Xantippe')
  })

  it('says in fixed words what kept people away and whether what was done about it helped, but not of a few people', async () => {
    await keep(['barriers'])
    const many = await book.aGroup('Kastanjehof')
    const few = await book.aGroup('Lijsterpad')
    for (const name of ['Ria Berg', 'Wim Groot', 'Fatma Demir', 'Joyce Tjon', 'Anh Nguyen'])
      await book.aPerson(name, { groupId: many })
    await book.aPerson('Mo Haddad', { groupId: few })
    const { barriers } = book.api
    const found = { foundHow: 'gevraagd', foundDay: '2026-05-01', seriesId: null } as const
    const all = await barriers.add({ ...found, kind: 'vervoer', note: 'Zonderling rijdt niet', groupId: null })
    await barriers.add({ ...found, kind: 'taal', note: '', groupId: many })
    await barriers.add({ ...found, kind: 'geld', note: '', groupId: few })
    await barriers.takeMeasure({ id: all.id, measure: 'Zonderling haalt op', day: '2026-06-01' })
    await barriers.judge({ id: all.id, outcome: 'hielp', note: '' })
    const content = await book.api.workgroup.preview({ ...year, questions: [] })
    expect(content.groups.map(({ barriers: said }) => said)).toEqual([
      [
        { kind: 'vervoer', outcome: 'hielp' },
        { kind: 'taal', outcome: null },
      ],
      [],
    ])
    expect(JSON.stringify(content)).not.toContain('Zonderling')
    const { file } = await book.api.workgroup.make({ ...year, questions: [] })
    expect((await readWorkgroupFile(book.context.files.take(file)?.bytes ?? new Uint8Array())).content).toEqual(content)
  })

  it('tells nothing of a part that the book no longer keeps: who makes it cannot see it there', async () => {
    const groupId = await book.aGroup('Kastanjehof')
    for (const name of ['Ria Berg', 'Wim Groot', 'Fatma Demir', 'Joyce Tjon', 'Anh Nguyen'])
      await book.aPerson(name, { groupId })
    const found = { foundHow: 'gevraagd', foundDay: '2026-05-01', seriesId: null, note: '' } as const
    await book.api.barriers.add({ ...found, kind: 'vervoer', groupId })
    const { id } = await book.api.gatherings.plan({
      ...plainGathering,
      groupId,
      day: '2026-05-01',
      title: 'Theemiddag',
      theme: 'Eenzaamheid',
    })
    await book.api.gatherings.complete({ gatheringId: id })
    const said = async () =>
      (await book.api.workgroup.preview({ ...year, questions: [] })).groups.map(({ themes, barriers }) => ({
        themes,
        barriers,
      }))
    await keep(['forms', 'barriers'])
    expect(await said()).toEqual([{ themes: ['Eenzaamheid'], barriers: [{ kind: 'vervoer', outcome: null }] }])
    await keep([])
    expect(await said()).toEqual([{ themes: [], barriers: [] }])
  })

  it('of an earlier year holds no group that was founded later, but one whose people or gatherings are older than the book', async () => {
    await book.aGroup('Kastanjehof', { activeFrom: '2024-05-01' })
    await book.aGroup('Lijsterpad', { activeFrom: '2026-02-01' })
    const older = await book.aGroup('Merelhof', { activeFrom: '2026-02-01' })
    await book.aPerson('Ria Berg', { groupId: older, from: '2019-01-01' })
    const named = async (of: number) =>
      (await book.api.workgroup.preview({ from: `${of}-01-01`, until: `${of}-12-31`, questions: [] })).groups.map(
        ({ name }) => name,
      )
    expect(await named(2025)).toEqual(['Kastanjehof', 'Merelhof'])
    expect(await named(2026)).toEqual(['Kastanjehof', 'Lijsterpad', 'Merelhof'])
  })

  it('does not say of an earlier year how a group goes when that was said later', async () => {
    const id = await book.aGroup('Kastanjehof', { activeFrom: '2024-05-01' })
    await book.api.neighbourhoods.change({ id, status: 'loopt_goed' })
    const statusOf = async (of: number) =>
      (await book.api.workgroup.preview({ from: `${of}-01-01`, until: `${of}-12-31`, questions: [] })).groups[0]?.status
    expect([await statusOf(2025), await statusOf(2026)]).toEqual([null, 'loopt_goed'])
  })

  it('is named after the last day it tells of', async () => {
    const { name } = await book.api.workgroup.make({ ...year, questions: [] })
    expect(name).toContain(' 2026-11-23.buurtgroep')
    const before = { from: '2025-01-01', until: '2025-12-31', questions: [] }
    expect((await book.api.workgroup.make(before)).name).toContain(' 2025-12-31.buurtgroep')
  })

  it('is read back as it was made', async () => {
    await book.aGroup('Kastanjehof')
    const bytes = await madeFile(['Wie heeft een bakfiets?'])
    const { content } = await readWorkgroupFile(bytes)
    expect(content).toEqual(workgroupContent.parse(asJson(bytes).content))
    expect(content.questions).toEqual(['Wie heeft een bakfiets?'])
  })

  it('of a book without groups is about the whole association', async () => {
    const { groups } = await book.api.workgroup.preview({ ...year, questions: [] })
    expect(groups).toMatchObject([{ key: 'vereniging', seats: 'geen' }])
  })
})

describe('the files of all groups as a spreadsheet', () => {
  it('are the groups, what came in, and what they ask', async () => {
    await book.aGroup('Kastanjehof')
    const { content } = await readWorkgroupFile(await madeFile(['Wie heeft een bakfiets?', '=1+1']))
    const files = [{ ...content, dues: { expectedCents: 120_050, receivedCents: 60_000 } }]
    const { file } = await book.api.workgroup.exportOverview({ files })
    const { SheetNames, Sheets } = read(book.context.files.take(file)?.bytes)
    const rowsOf = (name: string) => utils.sheet_to_json<unknown[]>(Sheets[name] ?? {}, { header: 1 })
    expect(SheetNames).toEqual(['Overzicht van de groepen', 'Contributie', 'Vragen en ideeën'])
    expect(rowsOf('Overzicht van de groepen')[1]).toContain('Kastanjehof')
    expect(rowsOf('Contributie')[1]?.slice(-2)).toEqual([600, 1200.5])
    expect(rowsOf('Vragen en ideeën').map((row) => row.at(-1))).toEqual([
      'Vraag of idee',
      'Wie heeft een bakfiets?',
      '=1+1',
    ])
  })

  it('have no sheet of what nobody said', async () => {
    await book.aGroup('Kastanjehof')
    const { content } = await readWorkgroupFile(await madeFile())
    const { file } = await book.api.workgroup.exportOverview({ files: [{ ...content, dues: null }] })
    expect(read(book.context.files.take(file)?.bytes).SheetNames).toEqual(['Overzicht van de groepen'])
  })
})

describe('a file that comes in', () => {
  it('is refused when anything in it was changed', async () => {
    await book.aGroup('Kastanjehof')
    const file = asJson(await madeFile())
    file.content.groups[0].gatherings.held += 1
    await expect(readWorkgroupFile(asBytes(file))).rejects.toMatchObject({ code: 'workgroupChanged' })
  })

  it('is taken as it is when only the order of its fields was changed', async () => {
    await book.aGroup('Kastanjehof')
    const file = asJson(await madeFile())
    const turned = { ...file, content: Object.fromEntries(Object.entries(file.content).reverse()) }
    await expect(readWorkgroupFile(asBytes(turned))).resolves.toMatchObject({ key: file.key })
  })

  it('of a Buurtboek that did not say yet what kept people away is told apart', async () => {
    await book.aGroup('Kastanjehof')
    const bytes = await madeFile()
    expect(await readWorkgroupFile(bytes)).toMatchObject({ isOlder: false })
    const { content } = asJson(bytes)
    for (const group of content.groups) delete group.barriers
    const older = await writeWorkgroupFile(content, '5e'.repeat(32))
    expect(await readWorkgroupFile(older)).toMatchObject({ isOlder: true, content: { groups: [{ barriers: [] }] } })
  })

  it('of a newer Buurtboek, and one that is none, are each refused in their own words', async () => {
    await book.aGroup('Kastanjehof')
    const file = asJson(await madeFile())
    await expect(readWorkgroupFile(asBytes({ ...file, version: 2 }))).rejects.toMatchObject({ code: 'workgroupNewer' })
    for (const bytes of [
      asBytes({ hello: 1 }),
      asBytes(null),
      new Uint8Array([0xff, 0xfe]),
      asBytes({ ...file, content: {} }),
    ])
      await expect(readWorkgroupFile(bytes)).rejects.toMatchObject({ code: 'workgroupNotOne' })
  })

  it('cannot smuggle in a number of people under five', async () => {
    const { groups, ...rest } = await book.api.workgroup.preview({ ...year, questions: [] })
    const [first] = groups
    if (!first) throw new Error('a book has at least one group')
    const bytes = await writeWorkgroupFile({ ...rest, groups: [{ ...first, members: 3 }] }, '5e'.repeat(32))
    await expect(readWorkgroupFile(bytes)).rejects.toMatchObject({ code: 'workgroupNotOne' })
  })
})

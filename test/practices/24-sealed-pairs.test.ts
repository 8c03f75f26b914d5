// Pairs of whom nobody may know that they are in one. Nothing of them is in a search, an export, a report, the raw file or a line to
// another PC, unless it was chosen that it goes along; an alias stands for a name, and nothing is asked about anybody's orientation.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { exchange } from '../../electron/backend/database/write.ts'
import { CallError } from '../../shared/contract/create-client.ts'
import { sealedPairs as contract } from '../../shared/contract/sealed-pairs.ts'
import { openSharedBook, type SharedBook, scopes } from '../support/shared-books.ts'
import { openTestBackend, type TestBackend } from '../support/test-backend.ts'

const canary = 'Kanariegeel'
const words = (what: string) => `${canary}-${what}`
const code = 'blauwe fiets'

const agreement = {
  name: words('naam'),
  aName: words('kant a'),
  bName: words('kant b'),
  rhythm: { unit: 'maand' as const, times: 2 },
  months: 6,
}
const pair = {
  aAlias: words('alias a'),
  bAlias: words('alias b'),
  fromDay: '2026-01-05',
  plannedUntil: '2026-07-05',
  sharedGround: words('grond'),
  aBrings: words('brengt a'),
  bBrings: words('brengt b'),
  aClick: null,
  bClick: null,
  midTalkOn: null,
  endTalkOn: null,
  untilDay: null,
  endReason: null,
}

let backend: TestBackend | undefined
const books: SharedBook[] = []
afterEach(async () => {
  await backend?.close()
  backend = undefined
  for (const book of books.splice(0)) await book.close()
})

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof CallError ? error.code : error),
  )

async function openSealed(): Promise<{ book: TestBackend; programmeId: string; pairId: string }> {
  const book = await openTestBackend({ today: '2026-01-05' })
  backend = book
  // biome-ignore lint/correctness/useHookAtTopLevel: a method of the contract, no hook
  await book.api.books.useModules({ preset: 'sealed_pairs', modules: ['pairs'] })
  const { id: programmeId } = await book.api.sealedPairs.add({ ...agreement, code })
  const { id: pairId } = await book.api.sealedPairs.addPair({ programmeId, ...pair })
  return { book, programmeId, pairId }
}

describe('a sealed programme', () => {
  it('lives three months like any other, once the coach opened it', async () => {
    const { book, programmeId, pairId } = await openSealed()
    const { api } = book
    for (const day of ['2026-01-10', '2026-01-24', '2026-02-07', '2026-02-21', '2026-03-14']) {
      book.setDay(day)
      await api.sealedPairs.open({ programmeId, code })
      await api.sealedPairs.recordContact({ programmeId, pairId, day, confirmedBy: 'allebei', initiatedBy: 'a' })
    }
    book.setDay('2026-04-06')
    await api.sealedPairs.open({ programmeId, code })
    expect(await api.sealedPairs.get({ programmeId })).toMatchObject({
      name: agreement.name,
      outcome: { pairs: 1, oftener: 1 },
      pairs: [
        { aAlias: pair.aAlias, months: { met: 2, of: 6 }, asks: { rhythm: { since: '2026-03-01' }, oneSided: 'a' } },
      ],
    })
  })

  it('opens with the code of the coach alone, and closes by itself', async () => {
    const { book, programmeId } = await openSealed()
    const { api } = book
    await api.sealedPairs.close({ programmeId })
    expect(await codeOf(api.sealedPairs.get({ programmeId }))).toBe('sealedClosed')
    expect(await codeOf(api.sealedPairs.addPair({ programmeId, ...pair }))).toBe('sealedClosed')
    expect(await codeOf(api.sealedPairs.open({ programmeId, code: 'rode fiets' }))).toBe('codeWrong')
    await api.sealedPairs.open({ programmeId, code })
    expect(await codeOf(api.sealedPairs.get({ programmeId }))).toBe('done')
    book.setDay('2026-01-06')
    expect(await codeOf(api.sealedPairs.get({ programmeId }))).toBe('sealedClosed')
    expect(JSON.stringify(await api.sealedPairs.list({}))).not.toContain(canary)
  })

  it('takes a new code from who holds the recovery sheet, and from nobody else', async () => {
    const { book, programmeId } = await openSealed()
    const { api } = book
    await api.sealedPairs.close({ programmeId })
    const { line } = await api.sealing.makeSheet({})
    const renew = (typed: string) => api.sealedPairs.renewCode({ programmeId, line: typed, code: 'groene fiets' })
    expect(await codeOf(renew('zomaar een regel'))).toBe('sheetLineWrong')
    expect(await codeOf(api.sealedPairs.get({ programmeId }))).toBe('sealedClosed')
    await renew(line)
    await api.sealedPairs.close({ programmeId })
    expect(await codeOf(api.sealedPairs.open({ programmeId, code }))).toBe('codeWrong')
    await api.sealedPairs.open({ programmeId, code: 'groene fiets' })
  })

  it('has no field for orientation, origin or religion, and names nobody of the book', () => {
    const fields = Object.keys({ ...contract.add.input.shape, ...contract.addPair.input.shape })
    expect(fields.filter((field) => /orient|gender|religi|origin|person|household/i.test(field))).toEqual([])
    expect(fields).toContain('aAlias')
  })

  it('is undone as a whole, and a removed one leaves nothing to read', async () => {
    const { book, programmeId } = await openSealed()
    const { api } = book
    await api.sealedPairs.remove({ programmeId })
    expect(await api.sealedPairs.list({})).toEqual({ programmes: [] })
    await api.history.undo({})
    await api.sealedPairs.open({ programmeId, code })
    expect((await api.sealedPairs.get({ programmeId })).pairs).toHaveLength(1)
  })
})

/** Everything this backend can be asked, with what a screen would ask. */
async function everythingSaid({ api }: TestBackend): Promise<string> {
  const people = { text: canary, neighbourhood: null, except: [] }
  const period = { from: '2026-01-01', until: '2026-12-31' }
  const told: unknown[] = [
    await api.search.find({ text: canary }),
    await api.members.choose(people),
    await api.households.choose({ text: canary }),
    await api.pairs.programmes({}),
    await api.overview.get({}),
    await api.overview.moduleTasks({}),
    await api.history.list({ limit: 200 }),
    await api.history.lastAction({}),
    await api.trash.list({}),
    await api.sealedPairs.list({}),
    await api.sealing.state({}),
    await api.books.settings({}),
  ]
  for (const { code: report } of await api.reports.list({})) told.push(await api.reports.get({ report, ...period }))
  return JSON.stringify(told)
}

describe('twenty words that were sealed', () => {
  it('stand in no answer, no export and not in the raw file; the words of an open programme do (control)', async () => {
    const { book } = await openSealed()
    const { api, folder } = book
    const said = await everythingSaid(book)
    expect(said).not.toContain(canary)
    for (const list of ['members', 'neighbourhoods', 'openDues', 'payments', 'gatherings'] as const) {
      const { rows } = await api.exports.make({ list, format: 'csv' })
      expect(rows).toBe(0)
    }
    expect(bytesUnder(folder)).not.toContain(canary)
    expect(book.logged.join('\n')).not.toContain(canary)

    // The control: the same words without a seal are found in both ways.
    await api.pairs.addProgramme({ ...agreement, kind: 'anders' })
    expect(await everythingSaid(book)).toContain(canary)
    expect(bytesUnder(folder)).toContain(canary)
  })

  it('go in no line to another PC, sealed or not, until it was chosen; an open programme does (control)', async () => {
    const book = await openSharedBook('a')
    books.push(book)
    const { api } = book
    const { id: programmeId } = await api.sealedPairs.add({ ...agreement, code })
    await api.sealedPairs.addPair({ programmeId, ...pair })
    const lines = async () => (await book.send()).flatMap((segment) => segment.lines).join('\n')
    const silent = await lines()
    expect(silent).not.toContain(canary)
    expect(silent).not.toContain(programmeId)
    expect(await snapshot(book)).not.toContain(programmeId)

    await api.sealedPairs.share({ programmeId, isShared: true })
    const chosen = await lines()
    expect(chosen).toContain(programmeId)
    expect(chosen).not.toContain(canary)
    await api.sealedPairs.share({ programmeId, isShared: false })
    expect((await api.sealedPairs.get({ programmeId })).pairs).toMatchObject([{ aAlias: pair.aAlias }])
    await lines()
    await api.sealedPairs.addPair({ programmeId, ...pair })
    expect(await lines()).toBe('')

    await api.pairs.addProgramme({ ...agreement, kind: 'anders' })
    expect(await lines()).toContain(canary)
  })
})

async function snapshot(book: SharedBook): Promise<string> {
  const all: string[] = []
  for (const scope of scopes) all.push(...(await exchange(book.context, (tx) => book.merge.snapshotLines(tx, scope))))
  return all.join('\n')
}

/** Every file of the data folder, read as text: what lies unsealed shows. */
function bytesUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n')
}

// Pairs of whom nobody may know that they are in one. Nothing of them is in a search, an export, a report, the raw file or a line to
// another PC, unless it was chosen that it goes along; an alias stands for a name, and nothing is asked about anybody's orientation.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { exchange } from '../../electron/backend/database/write.ts'
import { sealedPairs as contract } from '../../shared/contract/sealed-pairs.ts'
import { codeOf } from '../support/code-of.ts'
import { askEverything } from '../support/every-answer.ts'
import { join as joinBook, openSharedBook, type SharedBook, scopes, settle } from '../support/shared-books.ts'
import { openTestBackend, type TestBackend } from '../support/test-backend.ts'
import { unpacked } from '../support/unpacked.ts'

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
    expect(await codeOf(api.sealedPairs.get({ programmeId }))).toBe('no error')
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

  it('is brought back by nobody who is not its coach: what was done in it cannot be undone', async () => {
    const { book, programmeId, pairId } = await openSealed()
    const { api } = book
    await api.sealedPairs.removePair({ programmeId, id: pairId })
    await api.sealedPairs.close({ programmeId })
    const last = await api.history.lastAction({})
    expect(last).toMatchObject({ kind: 'sealedChanged', undoable: false })
    expect(await codeOf(api.history.undo({ actionId: last?.id ?? '' }))).toBe('nothingToUndo')
    await api.sealedPairs.open({ programmeId, code })
    expect((await api.sealedPairs.get({ programmeId })).pairs).toEqual([])
    await api.sealedPairs.remove({ programmeId })
    expect((await api.history.nextUndo({}))?.kind).not.toBe('sealedChanged')
    expect(await api.sealedPairs.list({})).toEqual({ programmes: [] })
  })

  it('that is removed leaves no old values, and is still taken away on the other PC', async () => {
    const a = await openSharedBook('a')
    books.push(a)
    const { id: programmeId } = await a.api.sealedPairs.add({ ...agreement, code })
    await a.api.sealedPairs.addPair({ programmeId, ...pair })
    await a.api.sealedPairs.share({ programmeId, isShared: true })
    const b = await joinBook(a, 'b')
    books.push(b)
    await a.api.sealedPairs.change({ programmeId, ...agreement, months: 7 })
    const kept = (place: string) =>
      a.rows(`SELECT before FROM change WHERE table_name = '${place}' AND before IS NOT NULL`).length +
      a.rows(`SELECT after FROM change WHERE table_name = '${place}' AND after NOT LIKE '%deleted_at":"%'
        AND after IS NOT NULL`).length
    expect([kept('sealed_record'), kept('shared_sealed_record')]).toEqual([0, 4])
    await a.api.sealedPairs.remove({ programmeId })
    expect(kept('shared_sealed_record')).toBe(0)
    await settle([a, b])
    expect(b.rows('SELECT count(*) AS live FROM shared_sealed_record WHERE deleted_at IS NULL')).toEqual([{ live: 0 }])
  })
})

/** Every question of every other part of the contract, with the answer as it crosses the door. */
async function everythingSaid({ backend }: TestBackend, ids: Readonly<Record<string, string>> = {}): Promise<string> {
  const asked = await askEverything({ backend, without: ['sealedPairs'], ids }, ['query'])
  expect(asked.filter(({ isAnswered }) => isAnswered).length).toBeGreaterThan(30)
  return asked.map(({ reply }) => reply).join('\n')
}

/** Every list that can be taken along, and the book as plain lists. */
async function everythingTaken({ api, backend: { produceFile } }: TestBackend): Promise<string> {
  const lists = ['members', 'neighbourhoods', 'openDues', 'payments', 'gatherings'] as const
  const files = [(await api.exports.everything({})).file]
  for (const list of lists) files.push((await api.exports.make({ list, format: 'csv' })).file)
  const read = await Promise.all(files.map((file) => produceFile(file)))
  return read.map((file) => unpacked(file?.bytes ?? new Uint8Array())).join('\n')
}

describe('twenty words that were sealed', () => {
  it('stand in no answer, no export and not in the raw file; the words of an open programme do (control)', async () => {
    const { book } = await openSealed()
    const { api, folder } = book
    expect(await everythingSaid(book)).not.toContain(canary)
    const taken = await everythingTaken(book)
    expect(taken).not.toContain(canary)
    expect(taken).toContain('programme.csv')
    expect(taken).not.toMatch(/(?<!shared_)sealed_record\.csv/)
    expect(bytesUnder(folder)).not.toContain(canary)
    expect(book.logged.join('\n')).not.toContain(canary)

    // The control: the same words without a seal are found in both ways.
    const { id } = await api.pairs.addProgramme({ ...agreement, kind: 'anders' })
    expect(await everythingSaid(book, { 'pairs.id': id })).toContain(canary)
    expect(await everythingTaken(book)).toContain(canary)
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

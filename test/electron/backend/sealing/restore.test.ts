import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let folders: string[]
let here: TestBackend

beforeEach(async () => {
  folders = []
  here = await openComputer()
})
afterEach(async () => {
  await here.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function openComputer(book: 'none' | 'vereniging' = 'vereniging'): Promise<TestBackend> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'buurtboek-computer-'))
  folders.push(dataFolder)
  return openTestBackend({ dataFolder, book, newId: randomUUID })
}

async function makeSheet() {
  const sheet = await here.api.sealing.makeSheet({})
  const [first = '', second = ''] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '')
  return { ...sheet, state: await here.api.sealing.confirmSheet({ first, second }) }
}

async function newestCopy() {
  const { backups } = await here.api.backups.list({})
  const [newest] = backups
  if (!newest) throw new Error('there is no copy')
  return newest.id
}

/** Another computer that has the folder of copies and nothing else. */
async function bringCopies(): Promise<TestBackend> {
  const there = await openComputer('none')
  await cp(join(here.folder, 'reservekopieen'), join(there.folder, 'reservekopieen'), { recursive: true })
  return there
}

test('a copy that is put back on another computer is opened by the recovery sheet', async () => {
  const { line, groups } = await makeSheet()
  const there = await bringCopies()
  await there.api.books.restore({ backupId: await newestCopy() })
  expect(await there.api.sealing.asks({})).toEqual({ asks: 'key' })
  const locked = { state: 'locked', holder: null, locked: { reason: 'otherComputer', sheet: true } }
  expect(await there.api.sealing.state({})).toMatchObject(locked)
  await expect(there.api.sealing.makeSheet({})).rejects.toMatchObject({ code: 'keyMissing' })
  await expect(there.api.sealing.openBySheet({ line: line.replace(/.$/, '') })).rejects.toMatchObject({
    code: 'sheetLineWrong',
  })
  const opened = await there.api.sealing.openBySheet({ line: groups.join(' ') })
  expect(opened).toMatchObject({ state: 'open', holder: 'keyFile', locked: null, sheet: { state: 'made' } })
  expect(await there.api.sealing.asks({})).toEqual({ asks: null })
  await there.close()
})

test('a sheet is asked for from the first sealed thing until it was typed back', async () => {
  const asked = async () => ({
    notice: (await here.api.sealing.asks({})).asks,
    task: (await here.api.overview.get({})).attention.some(({ kind }) => kind === 'recoverySheet'),
  })
  expect(await asked()).toEqual({ notice: null, task: false })
  await here.api.sealing.makeSheet({})
  expect(await asked()).toEqual({ notice: 'sheet', task: true })
  await makeSheet()
  expect(await asked()).toEqual({ notice: null, task: false })
})

test('making a sheet makes a copy that has it, though nothing else was done', async () => {
  await here.api.sealing.makeSheet({})
  await here.api.backups.make({})
  const before = await newestCopy()
  await makeSheet()
  expect(await newestCopy()).not.toBe(before)
  expect((await here.api.backups.make({})).made).toBe(false)
})

test('a copy of before the sheet, put back on the same computer, keeps the sheet of today', async () => {
  await makeSheet()
  const old = await newestCopy()
  const { line } = await makeSheet()
  await here.api.backups.restore({ backupId: old })
  expect(await here.api.sealing.state({})).toMatchObject({ state: 'open', sheet: { state: 'made' } })
  await rm(join(here.folder, 'sleutels'), { recursive: true })
  await here.close()
  here = await openTestBackend({ dataFolder: here.folder, book: 'none' })
  expect(await here.api.sealing.state({})).toMatchObject({ state: 'locked', locked: { reason: 'keyFileGone' } })
  expect(await here.api.sealing.openBySheet({ line })).toMatchObject({ state: 'open' })
})

test('a copy of before anything was sealed keeps the key of today, so that there is never a second one', async () => {
  await here.api.backups.make({})
  const old = await newestCopy()
  const { line } = await makeSheet()
  await here.api.backups.restore({ backupId: old })
  expect(await here.api.sealing.state({})).toMatchObject({ state: 'open', sheet: { state: 'made' } })
  await here.api.sealing.openBySheet({ line })
})

test('the example seals under a key of its own, which goes with it', async () => {
  await makeSheet()
  await here.api.books.openDemo({})
  expect(await here.api.sealing.state({})).toMatchObject({ sheet: { state: 'none' } })
  await here.api.sealing.makeSheet({})
  expect(await here.api.sealing.asks({})).toEqual({ asks: null })
  await here.api.books.leaveDemo({})
  expect(await here.api.sealing.state({})).toMatchObject({ state: 'open', sheet: { state: 'made' } })
})

import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FolderAnswer, FolderRequest } from '../../../../../electron/backend/capabilities.ts'
import { doFolderTask } from '../../../../../electron/backend/sync/folder/folder-tasks.ts'
import { duesSteps } from '../../../../support/dues-book.ts'
import { plainGathering } from '../../../../support/plain-gathering.ts'
import { openTestBackend, type TestBackend } from '../../../../support/test-backend.ts'

let folders: string[]
let open: TestBackend[]
let shared: string
let anna: TestBackend
let sheet: string
/** What the folder does not do for now. */
let refuses: (request: FolderRequest) => boolean

beforeEach(async () => {
  refuses = () => false
  folders = []
  open = []
  shared = await aFolder()
  anna = await aComputer('vereniging')
  sheet = await makeSheet(anna)
  await anna.api.neighbourhoods.add({ name: 'Merelhof', areaNote: null, targetSize: 50, cadencePerYear: null })
})
afterEach(async () => {
  for (const computer of open) await computer.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtboek-pair-'))
  folders.push(folder)
  return folder
}

async function aComputer(book: 'file' | 'vereniging' = 'file', dataFolder?: string): Promise<TestBackend> {
  const ask = async (request: FolderRequest): Promise<FolderAnswer> =>
    refuses(request) ? { kind: 'failed', reason: 'denied' } : doFolderTask(request)
  const folderProcess = { ask, end: async () => undefined }
  const capabilities = { shell: 'browser', folderProcess } as const
  const computer = await openTestBackend({
    dataFolder: dataFolder ?? (await aFolder()),
    ...{ book, capabilities, newId: randomUUID },
  })
  open.push(computer)
  return computer
}

/** The line on it. */
async function makeSheet({ api }: TestBackend): Promise<string> {
  const sheet = await api.sealing.makeSheet({})
  const [first = '', second = ''] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '')
  await api.sealing.confirmSheet({ first, second })
  return sheet.line
}

const idOf = async ({ api }: TestBackend, name: string) =>
  (await api.sync.state({})).devices.find((device) => device.name === name)?.id ?? ''

async function* onePiece(bytes: Uint8Array) {
  yield bytes
}

async function groupNames({ api }: TestBackend): Promise<string[]> {
  return (await api.neighbourhoods.list({})).open.map(({ name }) => name)
}

/** Each looks twice, so that what the second sent reaches the first. */
async function lookAll(...computers: TestBackend[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const { api } of computers) await api.sync.look({})
}

async function letIn(role: 'deputy' | 'treasurer' = 'deputy', name = 'Bert'): Promise<TestBackend> {
  const { words } = await anna.api.sync.invite({ invited: name, role })
  const computer = await aComputer()
  await computer.api.sync.join({ folder: shared, name, words })
  await anna.api.sync.look({})
  const [invitation] = (await anna.api.sync.state({})).invitations
  const { joining } = await computer.api.sync.state({})
  expect(invitation?.answer).toEqual({ name, words: joining?.words })
  await anna.api.sync.confirm({ invitation: invitation?.id ?? '' })
  await lookAll(anna, computer)
  return computer
}

test('four words and two checked words later both have the same book, key and all', async () => {
  expect(await anna.api.sync.state({})).toMatchObject({ state: 'off', devices: [] })
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const bert = await letIn()
  expect(await bert.api.books.status({})).toMatchObject({ state: 'open', book: { name: 'Stadsdorp Oosterweide' } })
  expect(await groupNames(bert)).toEqual(['Merelhof'])
  expect(await bert.api.sealing.state({})).toMatchObject({ state: 'open', sheet: { state: 'made' } })
  const state = await bert.api.sync.state({})
  expect(state).toMatchObject({ state: 'on', isAdmin: false, status: { level: 'upToDate', causes: [] } })
  expect(state.devices.map(({ name, parts }) => [name, parts.length])).toEqual([
    ['Anna', 5],
    ['Bert', 4],
  ])
  // Nothing of the invitation is left.
  expect(await readdir(join(shared, 'j'), { recursive: true })).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/invitation|answer/)]),
  )
  await bert.api.neighbourhoods.add({ name: 'Lindehof', areaNote: null, targetSize: 50, cadencePerYear: null })
  await lookAll(bert, anna)
  expect(await groupNames(anna)).toEqual(['Lindehof', 'Merelhof'])
})

test('a folder that was marked when the program stopped is taken up again by the same book, and by no other', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  // Half-way: it says whose folder it is, and there is nothing else.
  const marked = await aFolder()
  await cp(join(shared, 'vault.json'), join(marked, 'vault.json'))
  await anna.api.sync.leave({})
  const other = await aComputer('vereniging')
  await makeSheet(other)
  await expect(other.api.sync.begin({ folder: marked, name: 'Cees' })).rejects.toMatchObject({
    code: 'folderOfOtherBook',
  })
  // The control: a folder with files of a book that was shared is not begun anew.
  await expect(anna.api.sync.begin({ folder: shared, name: 'Anna' })).rejects.toMatchObject({
    code: 'folderOfOtherBook',
  })
  expect(await anna.api.sync.begin({ folder: marked, name: 'Anna' })).toMatchObject({ state: 'on', folder: marked })
  shared = marked
  const bert = await letIn()
  expect((await bert.api.sync.state({})).status).toMatchObject({ level: 'upToDate', causes: [] })
})

test('a book that was marked as shared and no further, begins again', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  await anna.backend.close()
  const raw = new BetterSqlite3(join(anna.folder, 'boek.db'))
  for (const table of ['sync_list', 'sync_file', 'sync_chain']) raw.exec(`DELETE FROM ${table}`)
  raw.close()
  for (const name of ['m', 'd', 's', 'j']) await rm(join(shared, name), { recursive: true, force: true })
  anna = await aComputer('vereniging', anna.folder)
  expect(await anna.api.sync.state({})).toMatchObject({ state: 'off' })
  expect(await anna.api.sync.begin({ folder: shared, name: 'Anna' })).toMatchObject({ state: 'on', isAdmin: true })
  const bert = await letIn()
  expect((await bert.api.sync.state({})).status).toMatchObject({ level: 'upToDate', causes: [] })
})

test('nobody comes in with other words, without the yes, or after the invitation was taken back', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const { words } = await anna.api.sync.invite({ invited: 'Bert', role: 'deputy' })
  const bert = await aComputer()
  const joinBy = (some: string[]) => bert.api.sync.join({ folder: shared, name: 'Bert', words: some })
  await expect(joinBy(words.toReversed())).rejects.toMatchObject({ code: 'invitationWords' })
  expect(await bert.api.books.status({})).toMatchObject({ state: 'none' })
  expect(await joinBy(words)).toMatchObject({ state: 'joining' })
  await lookAll(anna, bert)
  expect(await bert.api.books.status({})).toMatchObject({ state: 'joining' })
  const [invitation] = (await anna.api.sync.state({})).invitations
  await anna.api.sync.withdraw({ invitation: invitation?.id ?? '' })
  await expect(anna.api.sync.confirm({ invitation: invitation?.id ?? '' })).rejects.toMatchObject({
    code: 'invitationGone',
  })
  expect(await bert.api.sync.stopJoining({})).toMatchObject({ state: 'none' })
  // The words open nothing any more.
  await expect(joinBy(words)).rejects.toMatchObject({ code: 'noInvitation' })
})

test('whoever could not be welcomed is not let in, and comes in once at the next yes', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const { words } = await anna.api.sync.invite({ invited: 'Bert', role: 'deputy' })
  const bert = await aComputer()
  await bert.api.sync.join({ folder: shared, name: 'Bert', words })
  await anna.api.sync.look({})
  const [invitation] = (await anna.api.sync.state({})).invitations
  const sayYes = () => anna.api.sync.confirm({ invitation: invitation?.id ?? '' })
  const names = async () => (await anna.api.sync.state({})).devices.map(({ name }) => name)
  refuses = (request) => request.kind === 'write' && request.name.endsWith('/welcome.age')
  await expect(sayYes()).rejects.toMatchObject({ code: 'folderUnusable' })
  expect(await names()).toEqual(['Anna'])
  refuses = () => false
  await sayYes()
  await lookAll(anna, bert)
  expect(await names()).toEqual(['Anna', 'Bert'])
  expect(await groupNames(bert)).toEqual(['Merelhof'])
})

test('whoever could not answer can try again with the same words', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const { words } = await anna.api.sync.invite({ invited: 'Bert', role: 'deputy' })
  const bert = await aComputer()
  const answer = () => bert.api.sync.join({ folder: shared, name: 'Bert', words })
  refuses = (request) => request.kind === 'read' && request.name.endsWith('/invitation.age')
  await expect(answer()).rejects.toMatchObject({ code: 'folderUnusable' })
  refuses = (request) => request.kind === 'write' && request.name.endsWith('/answer.age')
  await expect(answer()).rejects.toMatchObject({ code: 'folderUnusable' })
  expect(await bert.api.books.status({})).toMatchObject({ state: 'none' })
  expect(await bert.api.sync.state({})).toMatchObject({ state: 'off' })
  refuses = () => false
  expect(await answer()).toMatchObject({ state: 'joining' })
})

test('a second answer by the same words lets nobody in', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const { words } = await anna.api.sync.invite({ invited: 'Bert', role: 'deputy' })
  const [bert, thief] = [await aComputer(), await aComputer()]
  const copy = await aFolder()
  await cp(shared, copy, { recursive: true })
  await bert.api.sync.join({ folder: shared, name: 'Bert', words })
  await anna.api.sync.look({})
  await thief.api.sync.join({ folder: copy, name: 'Bert', words })
  await cp(join(copy, 'j'), join(shared, 'j'), { recursive: true })
  await anna.api.sync.look({})
  const [invitation] = (await anna.api.sync.state({})).invitations
  expect(invitation).toMatchObject({ isSpoilt: true })
  await expect(anna.api.sync.confirm({ invitation: invitation?.id ?? '' })).rejects.toMatchObject({
    code: 'invitationGone',
  })
})

test('an invitation that came by mail is answered in a folder where it does not lie', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const { words, file } = await anna.api.sync.invite({ invited: 'Bert', role: 'deputy' })
  const made = await anna.backend.produceFile(file)
  await rm(join(shared, 'j'), { recursive: true })
  const bert = await aComputer()
  const joinBy = (some: string[], invitation?: string) =>
    bert.api.sync.join({ folder: shared, name: 'Bert', words: some, ...(invitation && { invitation }) })
  await expect(joinBy(words)).rejects.toMatchObject({ code: 'noInvitation' })
  const receive = async (bytes: Uint8Array) =>
    JSON.parse(await bert.backend.receiveFile('uitnodiging.age', onePiece(bytes))).value.file
  await expect(joinBy(words, await receive(Buffer.from('iets anders')))).rejects.toMatchObject({
    code: 'invitationWords',
  })
  const letter = await receive(made?.bytes ?? Buffer.of())
  await expect(joinBy(words.toReversed(), letter)).rejects.toMatchObject({ code: 'invitationWords' })
  expect(await joinBy(words, letter)).toMatchObject({ state: 'joining' })
  await anna.api.sync.look({})
  const [invitation] = (await anna.api.sync.state({})).invitations
  await anna.api.sync.confirm({ invitation: invitation?.id ?? '' })
  await lookAll(anna, bert)
  expect(await groupNames(bert)).toEqual(['Merelhof'])
})

test('an invitation of more than seven days ago is too old', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const { words } = await anna.api.sync.invite({ invited: 'Bert', role: 'deputy' })
  const bert = await aComputer()
  bert.setDay('2026-12-01')
  await expect(bert.api.sync.join({ folder: shared, name: 'Bert', words })).rejects.toMatchObject({
    code: 'invitationOld',
  })
})

test('a treasurer sees no gathering; whoever is taken off hears nothing of what follows', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const cees = await letIn('treasurer', 'Cees')
  const bert = await letIn()
  const { id } = (await anna.api.neighbourhoods.list({})).open[0] ?? { id: '' }
  await anna.api.gatherings.plan({ ...plainGathering, groupId: id, day: '2026-12-12', title: 'Winterborrel' })
  await lookAll(anna, bert, cees)
  const planned = async ({ api }: TestBackend) =>
    (await api.gatherings.list({ year: null, group: null })).planned.length
  expect([await planned(anna), await planned(bert), await planned(cees)]).toEqual([1, 1, 0])

  const device = (await anna.api.sync.state({})).devices.find(({ name }) => name === 'Bert')?.id ?? ''
  await expect(anna.api.sync.remove({ device, folder: shared })).rejects.toMatchObject({ code: 'sameFolder' })
  await expect(bert.api.sync.remove({ device, folder: await aFolder() })).rejects.toMatchObject({ code: 'notYourTask' })
  const next = await aFolder()
  await anna.api.sync.remove({ device, folder: next })
  await cees.api.sync.moveTo({ folder: next })
  await anna.api.neighbourhoods.add({ name: 'Geheim', areaNote: null, targetSize: 50, cadencePerYear: null })
  await lookAll(anna, cees)
  // Even with everything that is in the new folder.
  await cp(next, shared, { recursive: true })
  await lookAll(bert)
  expect(await groupNames(cees)).toEqual(['Geheim', 'Merelhof'])
  expect(await groupNames(bert)).toEqual(['Merelhof'])
  expect((await bert.api.sync.state({})).status?.causes).toContainEqual({ kind: 'removed' })
})

test('a successor has the whole book, and may invite and take off', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const bert = await letIn()
  await anna.api.bookkeeping.addCategory({ kind: 'expense', name: 'Bloemen' })
  await lookAll(anna, bert)
  const kinds = async ({ api }: TestBackend) =>
    (await api.bookkeeping.categories({})).map(({ name }) => name).filter((name) => name === 'Bloemen')
  expect(await kinds(bert)).toEqual([])
  await expect(bert.api.sync.handOver({ device: await idOf(bert, 'Bert') })).rejects.toMatchObject({
    code: 'notYourTask',
  })
  await anna.api.sync.handOver({ device: await idOf(anna, 'Bert') })
  await lookAll(anna, bert, anna)
  expect(await bert.api.sync.state({})).toMatchObject({ isAdmin: true, status: { level: 'upToDate', causes: [] } })
  // What was written before it was handed over, and what comes after.
  expect(await kinds(bert)).toEqual(['Bloemen'])
  const next = await aFolder()
  await bert.api.sync.remove({ device: await idOf(bert, 'Anna'), folder: next })
  await lookAll(anna)
  expect((await anna.api.sync.state({})).status?.causes).toContainEqual({ kind: 'removed' })
})

test('two who took each other off go on once the recovery sheet says who', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const bert = await letIn()
  await anna.api.sync.makeAdmin({ device: await idOf(anna, 'Bert') })
  await lookAll(anna, bert)
  await expect(anna.api.sync.settle({ line: sheet, keep: [] })).rejects.toMatchObject({ code: 'notDisputed' })
  // The former sheet lay about: from now on only the new one decides.
  const former = sheet
  sheet = await makeSheet(anna)
  await lookAll(anna, bert)
  const [toAnna, toBert] = [await aFolder(), await aFolder()]
  const [annaId, bertId] = [await idOf(anna, 'Anna'), await idOf(anna, 'Bert')]
  // Each does so before they hear of the other.
  const apart = await aFolder()
  await cp(shared, apart, { recursive: true })
  await bert.api.sync.moveTo({ folder: apart })
  await anna.api.sync.remove({ device: bertId, folder: toAnna })
  await bert.api.sync.remove({ device: annaId, folder: toBert })
  for (const folder of [toAnna, toBert, apart]) await cp(folder, shared, { recursive: true })
  for (const computer of [anna, bert]) await computer.api.sync.moveTo({ folder: shared })
  await lookAll(anna, bert)
  const state = await anna.api.sync.state({})
  expect(state.status?.causes).toContainEqual({ kind: 'listDisputed' })
  expect(state.disputed.map(({ name, isHere }) => [name, isHere])).toEqual([
    ['Anna', true],
    ['Bert', false],
  ])
  await expect(anna.api.sync.settle({ line: former, keep: [] })).rejects.toMatchObject({ code: 'sheetOfOther' })
  await expect(anna.api.sync.settle({ line: 'zomaar iets', keep: [] })).rejects.toMatchObject({
    code: 'sheetLineWrong',
  })

  await anna.api.sync.settle({ line: sheet, keep: [bertId] })
  await lookAll(anna, bert)
  for (const computer of [anna, bert])
    expect(await computer.api.sync.state({})).toMatchObject({ disputed: [], isAdmin: true })
  await bert.api.neighbourhoods.add({ name: 'Lindehof', areaNote: null, targetSize: 50, cadencePerYear: null })
  await lookAll(bert, anna)
  expect(await groupNames(anna)).toEqual(['Lindehof', 'Merelhof'])
})

test('once somebody is erased everything is summed up anew by itself, and the files before that go', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const bert = await letIn()
  const id = await duesSteps(anna.api).aPerson('Noor Çelik')
  await lookAll(anna, bert)
  const filesOf = async (place: string) => (await readdir(join(shared, place), { recursive: true })).map(String)
  const isOfMembers = (name: string) => name.includes('leden')
  const before = (await filesOf('d')).filter((name) => isOfMembers(name) && name.endsWith('.age'))
  const epoch = async () =>
    Math.max(...(await filesOf('s')).filter(isOfMembers).map((name) => Number(name.slice(0, 8))))
  const first = await epoch()
  expect(before.length).toBeGreaterThan(0)

  await bert.api.members.remove({ personId: id })
  await lookAll(anna, bert)
  // The control: the bin alone changes nothing in the folder.
  expect(await epoch()).toBe(first)
  const forgotten = async ({ api }: TestBackend) =>
    (await api.sync.state({})).devices.map(({ hasForgotten }) => hasForgotten)
  expect(await forgotten(anna)).toEqual([null, null])
  await bert.api.trash.erase({ table: 'person', id })
  await bert.api.sync.look({})
  // Gone from his book; but it stands in old files as long as Anna was not there.
  expect(await forgotten(bert)).toEqual([false, false])
  await lookAll(bert, anna, bert, anna)
  for (const computer of [anna, bert]) expect(await forgotten(computer)).toEqual([true, true])
  expect(await epoch()).toBe(first + 1)
  const left = await filesOf('d')
  expect(before.filter((name) => left.includes(name))).toEqual([])
  await expect(anna.api.members.get({ id })).rejects.toMatchObject({ code: 'notFound' })
  expect((await anna.api.sync.state({})).status).toMatchObject({ causes: [] })
})

/** Erases people, one after the other: each time all take new keys, and throw the former away. */
async function renewKeys(...computers: TestBackend[]): Promise<void> {
  for (const name of ['Noor Çelik', 'Jan Vos']) {
    const id = await duesSteps(anna.api).aPerson(name)
    await lookAll(...computers)
    await anna.api.members.remove({ personId: id })
    await anna.api.trash.erase({ table: 'person', id })
    await lookAll(...computers, ...computers)
  }
}

test('whoever comes later is heard by everybody, also by those who took new keys meanwhile', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const bert = await letIn()
  await renewKeys(anna, bert)
  const cees = await letIn('deputy', 'Cees')
  await cees.api.neighbourhoods.add({ name: 'Lindehof', areaNote: null, targetSize: 50, cadencePerYear: null })
  await lookAll(cees, anna, bert)
  for (const computer of [anna, bert, cees]) {
    expect(await groupNames(computer)).toEqual(['Lindehof', 'Merelhof'])
    expect((await computer.api.sync.state({})).status).toMatchObject({ level: 'upToDate', causes: [] })
  }
})

test('an invitation is answered, and a welcome read, also when keys were renewed in between', async () => {
  await anna.api.sync.begin({ folder: shared, name: 'Anna' })
  const bert = await letIn()
  const { words } = await anna.api.sync.invite({ invited: 'Cees', role: 'deputy' })
  await renewKeys(anna, bert)
  const cees = await aComputer()
  await cees.api.sync.join({ folder: shared, name: 'Cees', words })
  await anna.api.sync.look({})
  const [invitation] = (await anna.api.sync.state({})).invitations
  expect(invitation?.answer?.name).toBe('Cees')
  // The welcome is the last file that the provider brings.
  refuses = (request) => request.kind === 'read' && request.name.endsWith('/welcome.age')
  await anna.api.sync.confirm({ invitation: invitation?.id ?? '' })
  await renewKeys(anna, bert, cees)
  refuses = () => false
  await cees.api.sync.look({})
  expect(await cees.api.sync.state({})).toMatchObject({ state: 'on', joining: null })
  expect(await cees.api.sealing.state({})).toMatchObject({ state: 'open' })
})

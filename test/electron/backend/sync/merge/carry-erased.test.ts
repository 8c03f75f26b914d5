import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { duesSteps } from '../../../../support/dues-book.ts'
import { openTestBackend } from '../../../../support/test-backend.ts'

let folder: string
let book: Awaited<ReturnType<typeof openTestBackend>>

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-erased-'))
  book = await openTestBackend({ dataFolder: folder })
})
afterEach(async () => {
  await book.close()
  await rm(folder, { recursive: true, force: true })
})

const canary = 'kanarie'

async function aCopyWithThem() {
  const { api } = book
  const steps = duesSteps(api)
  const id = await steps.aPayer('Kanarie Kanarie')
  await api.members.change({ id, fields: { note: `${canary} zingt` }, address: { street: `${canary}straat` } })
  await api.dues.run({})
  await api.members.end({ personId: id, day: '2026-11-22', reason: 'verhuisd' })
  await api.dues.run({})
  const { openCents } = (await api.dues.person({ personId: id })).status
  await steps.pay(id, openCents / 100, { note: `${canary} aan de deur` })
  await api.backups.make({})
  const { backups } = await api.backups.list({})
  return { id, openCents, backupId: backups[0]?.id ?? '' }
}

/** In the book and the log beside it; the copies are as they were. */
async function findsCanary(): Promise<boolean> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('boek.db'))
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'latin1')))
  return texts.some((text) => text.toLowerCase().includes(canary))
}

test('a copy of before brings nobody back who was erased since', async () => {
  const { id, backupId } = await aCopyWithThem()
  await book.api.members.remove({ personId: id })
  await book.api.trash.erase({ table: 'person', id })
  await book.api.backups.restore({ backupId })
  await expect(book.api.members.get({ id })).rejects.toMatchObject({ code: 'notFound' })
  expect(await findsCanary()).toBe(false)
})

test('nor when the book itself is damaged', async () => {
  const { id, backupId } = await aCopyWithThem()
  await book.api.members.remove({ personId: id })
  await book.api.trash.erase({ table: 'person', id })
  await book.close()
  await writeFile(path.join(folder, 'boek.db'), 'dit is geen boek meer')
  book = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
  await book.api.books.restore({ backupId })
  await expect(book.api.members.get({ id })).rejects.toMatchObject({ code: 'notFound' })
  await book.api.backups.make({})
  await rm(path.join(folder, (await readdir(folder)).find((name) => name.includes('beschadigd')) ?? ''))
  expect(await findsCanary()).toBe(false)
})

test('nor when the program stopped between the two', async () => {
  const { id, backupId } = await aCopyWithThem()
  await book.api.members.takeDetails({ personId: id })
  const before = await book.api.members.get({ id })
  await book.close()
  await copyFile(path.join(folder, 'reservekopieen', `${backupId}.db`), path.join(folder, 'boek.db'))
  book = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
  expect(await book.api.members.get({ id })).toEqual(before)
  expect(await findsCanary()).toBe(false)
})

test('nor when the computer lost its power right after', async () => {
  const { id, backupId } = await aCopyWithThem()
  await book.api.members.remove({ personId: id })
  await book.api.trash.erase({ table: 'person', id })
  const left = path.join(folder, 'na de stroom')
  await mkdir(left)
  await copyFile(path.join(folder, 'gewist.json'), path.join(left, 'gewist.json'))
  await copyFile(path.join(folder, 'reservekopieen', `${backupId}.db`), path.join(left, 'boek.db'))
  await book.close()
  book = await openTestBackend({ dataFolder: left, book: 'none', newId: randomUUID })
  await expect(book.api.members.get({ id })).rejects.toMatchObject({ code: 'notFound' })
})

test('the list of one book erases nothing in another', async () => {
  const { id, backupId } = await aCopyWithThem()
  await book.api.members.remove({ personId: id })
  await book.api.trash.erase({ table: 'person', id })
  await book.close()
  const list = path.join(folder, 'gewist.json')
  const said = JSON.parse(await readFile(list, 'utf8'))
  await writeFile(list, JSON.stringify({ ...said, book: 'een ander' }))
  await copyFile(path.join(folder, 'reservekopieen', `${backupId}.db`), path.join(folder, 'boek.db'))
  book = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
  expect(await book.api.members.get({ id })).toMatchObject({ id })
})

test('nor the details that were taken away; what they paid is there', async () => {
  const { id, backupId, openCents } = await aCopyWithThem()
  await book.api.members.takeDetails({ personId: id })
  const before = await book.api.members.get({ id })
  await book.api.backups.restore({ backupId })
  expect(await book.api.members.get({ id })).toEqual(before)
  expect(await findsCanary()).toBe(false)
  expect((await book.api.dues.person({ personId: id })).status).toMatchObject({ openCents: 0 })
  expect(openCents).toBeGreaterThan(0)
})

test('somebody who was only thrown away does come back (control)', async () => {
  const { id, backupId } = await aCopyWithThem()
  await book.api.members.remove({ personId: id })
  await book.api.backups.restore({ backupId })
  expect(await book.api.members.get({ id })).toMatchObject({ erasedOn: null })
  expect(await findsCanary()).toBe(true)
})

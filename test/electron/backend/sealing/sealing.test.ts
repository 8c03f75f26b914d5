import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { durableReplace } from '../../../../electron/backend/database/durable-replace.ts'
import { keyFolderOf, openSealingBook, type SealingBook } from '../../../support/sealing-book.ts'

const place = { table: 'bank_text', id: 'row-1', column: 'description' }

let folder: string
let keys: string
let book: SealingBook

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtboek-sealing-'))
  keys = keyFolderOf(folder)
  book = await openSealingBook(folder)
})
afterEach(async () => {
  await book.close()
  await rm(folder, { recursive: true, force: true })
})

const sealText = async (text: string) => (await book.sealing.forWriting()).sealText(place, text)
const readText = async (sealed: Uint8Array) => (await book.sealing.forReading())?.openText(place, sealed)
const countKeys = () => [book.count('book_key'), book.count('book_key_wrap')]

async function reopenAfter(change: () => Promise<void> = async () => undefined): Promise<void> {
  await book.close()
  await change()
  book = await openSealingBook(folder)
}

test('a book in which nothing was sealed has no key, and asks for none', async () => {
  expect(await book.sealing.forReading()).toBeUndefined()
  expect(countKeys()).toEqual([0, 0])
  await expect(readdir(keys)).rejects.toThrow('ENOENT')
})

test('the first thing that is sealed makes the key, once, also when two ask at the same moment', async () => {
  const [one, two] = await Promise.all([book.sealing.forWriting(), book.sealing.forWriting()])
  expect(two.openText(place, one.sealText(place, 'stil'))).toBe('stil')
  expect(countKeys()).toEqual([1, 1])
  expect(await readdir(keys)).toHaveLength(1)
})

test('the key file is for this user alone, and the book does not hold what is in it', async () => {
  await book.sealing.forWriting()
  const [name = ''] = await readdir(keys)
  expect((await stat(join(keys, name))).mode & 0o777).toBe(0o600)
  expect((await stat(keys)).mode & 0o777).toBe(0o700)
  const { secret } = JSON.parse(await readFile(join(keys, name), 'utf8'))
  await book.close()
  const file = await readFile(join(folder, 'boek.db'))
  expect(file.includes(secret)).toBe(false)
  expect(file.includes(Buffer.from(secret, 'base64'))).toBe(false)
})

test('what was sealed opens again after the book was closed and opened', async () => {
  const sealed = await sealText('stil')
  await reopenAfter()
  expect(await readText(sealed)).toBe('stil')
})

test('a lost key file does not keep the book from opening; nothing new is sealed and no other key is made', async () => {
  const sealed = await sealText('stil')
  await reopenAfter(() => rm(keys, { recursive: true }))
  expect(await readText(sealed)).toBeUndefined()
  await expect(book.sealing.forWriting()).rejects.toMatchObject({ code: 'keyMissing' })
  expect(countKeys()).toEqual([1, 1])
})

test('a key file that was spoilt and comes back opens the book again', async () => {
  const sealed = await sealText('stil')
  const [name = ''] = await readdir(keys)
  const content = await readFile(join(keys, name))
  await reopenAfter(() => durableReplace(join(keys, name), '{"format":1,"secret":"onleesbaar"}'))
  expect(await readText(sealed)).toBeUndefined()
  await durableReplace(join(keys, name), content)
  expect(await readText(sealed)).toBe('stil')
})

test('the key file of another book opens nothing', async () => {
  const sealed = await sealText('stil')
  const [name = ''] = await readdir(keys)
  const other = { format: 1, secret: Buffer.alloc(32, 7).toString('base64') }
  await reopenAfter(() => durableReplace(join(keys, name), JSON.stringify(other)))
  expect(await readText(sealed)).toBeUndefined()
})

test('making the key leaves no trace in the history', async () => {
  const before = book.count('action')
  await book.sealing.forWriting()
  expect(book.count('action')).toBe(before)
  expect(book.count('change')).toBe(0)
})

test('a copy of the book on another computer cannot be read there', async () => {
  const sealed = await sealText('stil')
  await book.close()
  const elsewhere = await mkdtemp(join(tmpdir(), 'buurtboek-elsewhere-'))
  await durableReplace(join(elsewhere, 'boek.db'), await readFile(join(folder, 'boek.db')))
  book = await openSealingBook(elsewhere)
  expect(await readText(sealed)).toBeUndefined()
  await rm(elsewhere, { recursive: true, force: true })
})

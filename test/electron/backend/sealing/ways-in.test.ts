// Ways to the key, and the six ways to lose one: key store gone, changed, falling back to none, another computer, a wrong passphrase, and
// only the sheet left.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { durableReplace } from '../../../../electron/backend/database/durable-replace.ts'
import type { SealingOptions } from '../../../../electron/backend/sealing/sealing.ts'
import { createTestKeyStore, type TestKeyStore } from '../../../support/key-store.ts'
import { keyFolderOf, openSealingBook, type SealingBook } from '../../../support/sealing-book.ts'

const place = { table: 'bank_line_text', id: 'row-1', column: 'content' }
const passphrase = 'drie groene fietsen'

let folders: string[]
let here: string
let book: SealingBook

beforeEach(async () => {
  folders = []
  here = await newComputer()
})
afterEach(async () => {
  await book.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function newComputer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtboek-computer-'))
  folders.push(folder)
  return folder
}

/** A book with one sealed value, on a computer with or without a key store. */
async function sealedBook(options: Partial<SealingOptions> = {}): Promise<Buffer> {
  book = await openSealingBook(here, options)
  return (await book.sealing.forWriting()).sealText(place, 'stil')
}

async function reopen(options: Partial<SealingOptions> = {}, change: () => Promise<unknown> = async () => undefined) {
  await book.close()
  await change()
  book = await openSealingBook(here, options)
}

/** Takes the book, and nothing else, to another computer. */
async function moveToOtherComputer(options: Partial<SealingOptions> = {}): Promise<void> {
  await book.close()
  const there = await newComputer()
  await durableReplace(join(there, 'boek.db'), await readFile(join(here, 'boek.db')))
  here = there
  book = await openSealingBook(there, { device: 'other-computer', ...options })
}

async function makeSheet(): Promise<string> {
  const sheet = await book.sealing.beginSheet()
  const [first, second] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '')
  await book.sealing.confirmSheet(first ?? '', second ?? '')
  return sheet.line
}

const read = async (sealed: Uint8Array) =>
  (await book.sealing.forReading())?.openText(place, sealed) ?? 'nu niet te lezen'
const holders = () => book.raw.prepare('SELECT holder FROM book_key_wrap ORDER BY row_no').pluck().all()
const refusal = { code: 'keyMissing' }

describe('the key store of the system', () => {
  let store: TestKeyStore
  beforeEach(() => {
    store = createTestKeyStore()
  })

  test('holds the key where there is one: no file, nothing to remember', async () => {
    const sealed = await sealedBook({ keyStore: store })
    expect(holders()).toEqual(['keyStore'])
    await expect(readdir(keyFolderOf(here))).rejects.toThrow('ENOENT')
    await reopen({ keyStore: store })
    expect(await read(sealed)).toBe('stil')
  })

  test('that only pretends counts as none: the key file holds the key', async () => {
    store.become({ name: null })
    const sealed = await sealedBook({ keyStore: store })
    expect(holders()).toEqual(['keyFile'])
    await reopen({ keyStore: store })
    expect(await read(sealed)).toBe('stil')
  })

  test('that is shut for a while keeps the book open, refuses to write, and reads again when it opens', async () => {
    const sealed = await sealedBook({ keyStore: store })
    await reopen({ keyStore: store })
    store.become({ isShut: true })
    expect(await read(sealed)).toBe('nu niet te lezen')
    await expect(book.sealing.forWriting()).rejects.toMatchObject(refusal)
    expect(holders()).toEqual(['keyStore'])
    store.become({ isShut: false })
    expect(await read(sealed)).toBe('stil')
  })

  test.each([
    ['the system chose another', { backend: 'kwallet6', app: 'Buurtboek' }],
    ['the system fell back to none', null],
    ['the program has another name', { backend: 'gnome_libsecret', app: 'Buurtboek Test' }],
  ])('is not asked, and not replaced, when %s', async (_what, name) => {
    const sealed = await sealedBook({ keyStore: store })
    const asked = store.asked()
    await reopen({ keyStore: store })
    store.become({ name })
    expect(await read(sealed)).toBe('nu niet te lezen')
    await expect(book.sealing.forWriting()).rejects.toMatchObject(refusal)
    expect(store.asked()).toBe(asked)
    expect(holders()).toEqual(['keyStore'])
  })

  test('that was changed: the sheet opens, the new one holds from then on, and the old one still would', async () => {
    const sealed = await sealedBook({ keyStore: store })
    const line = await makeSheet()
    await reopen({ keyStore: store })
    store.become({ name: { backend: 'kwallet6', app: 'Buurtboek' } })
    await book.sealing.openBySheet(line)
    expect(await read(sealed)).toBe('stil')
    await reopen({ keyStore: store })
    expect(await read(sealed)).toBe('stil')
    store.become({ name: { backend: 'gnome_libsecret', app: 'Buurtboek' } })
    await reopen({ keyStore: store })
    expect(await read(sealed)).toBe('stil')
  })

  test('that has a new key of its own gets the key anew', async () => {
    const sealed = await sealedBook({ keyStore: store })
    const [before] = book.raw.prepare('SELECT wrapped FROM book_key_wrap').pluck().all()
    await reopen({ keyStore: store })
    store.become({ isOld: true })
    expect(await read(sealed)).toBe('stil')
    const after = book.raw.prepare('SELECT wrapped FROM book_key_wrap').pluck().all()
    expect(after).toHaveLength(1)
    expect(after[0]).not.toBe(before)
  })
})

describe('another computer', () => {
  test.each([
    ['with a key store', true],
    ['without one', false],
  ])('%s opens the book with the sheet, and by itself from then on', async (_what, hasStore) => {
    const sealed = await sealedBook({ keyStore: createTestKeyStore() })
    const line = await makeSheet()
    const there = hasStore ? createTestKeyStore() : undefined
    await moveToOtherComputer({ keyStore: there })
    expect(await read(sealed)).toBe('nu niet te lezen')
    await expect(book.sealing.forWriting()).rejects.toMatchObject(refusal)
    await book.sealing.openBySheet(line)
    expect(await read(sealed)).toBe('stil')
    await reopen({ device: 'other-computer', keyStore: there })
    expect(await read(sealed)).toBe('stil')
    expect((await book.sealing.forWriting()).openText(place, sealed)).toBe('stil')
  })

  test('cannot open it without: the control to the test above', async () => {
    const sealed = await sealedBook()
    await moveToOtherComputer()
    expect(await read(sealed)).toBe('nu niet te lezen')
  })
})

describe('the recovery sheet', () => {
  test('opens the book when the key file is lost, typed with spaces and in small letters', async () => {
    const sealed = await sealedBook()
    const line = await makeSheet()
    await reopen({}, () => rm(keyFolderOf(here), { recursive: true }))
    expect(await read(sealed)).toBe('nu niet te lezen')
    await book.sealing.openBySheet(` ${line.toLowerCase().replace(/(.{9})/g, '$1 ')}`)
    expect(await read(sealed)).toBe('stil')
    await reopen()
    expect(await read(sealed)).toBe('stil')
  })

  test('with a sign wrong is told apart from a sheet of another book', async () => {
    await sealedBook()
    const line = await makeSheet()
    await reopen({}, () => rm(keyFolderOf(here), { recursive: true }))
    const wrong = line.slice(0, -1) + (line.endsWith('Q') ? 'P' : 'Q')
    await expect(book.sealing.openBySheet(wrong)).rejects.toMatchObject({ code: 'sheetLineWrong' })
    const { generateX25519Identity } = await import('age-encryption')
    await expect(book.sealing.openBySheet(await generateX25519Identity())).rejects.toMatchObject({
      code: 'sheetOfOther',
    })
    await book.sealing.openBySheet(line)
  })

  test('is finished by typing two of its groups back, and not by anything else', async () => {
    await sealedBook()
    const sheet = await book.sealing.beginSheet()
    const [first, second] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '') as [string, string] // there are two
    expect((await book.sealing.look()).wraps.find(({ holder }) => holder === 'sheet')?.confirmedAt).toBeNull()
    await expect(book.sealing.confirmSheet(second, first)).rejects.toMatchObject({
      code: 'sheetGroupWrong',
      details: { field: 'first' },
    })
    await expect(book.sealing.confirmSheet(first, 'QQQQQQ')).rejects.toMatchObject({ details: { field: 'second' } })
    await book.sealing.confirmSheet(first.toLowerCase(), ` ${second.slice(0, 3)} ${second.slice(3)}`)
    expect((await book.sealing.look()).wraps.find(({ holder }) => holder === 'sheet')?.confirmedAt).not.toBeNull()
    await expect(book.sealing.confirmSheet(first, second)).rejects.toMatchObject({ code: 'sheetNotBegun' })
  })

  test('that is made anew takes the place of the former, but only once it was typed back', async () => {
    const sealed = await sealedBook()
    const former = await makeSheet()
    const unfinished = await book.sealing.beginSheet()
    await reopen({}, () => rm(keyFolderOf(here), { recursive: true }))
    await book.sealing.openBySheet(former)
    expect(await read(sealed)).toBe('stil')
    const latest = await makeSheet()
    await reopen({}, () => rm(keyFolderOf(here), { recursive: true }))
    for (const line of [former, unfinished.line])
      await expect(book.sealing.openBySheet(line)).rejects.toMatchObject({ code: 'sheetOfOther' })
    await book.sealing.openBySheet(latest)
    expect(await read(sealed)).toBe('stil')
  })

  test('that was printed and never typed back still opens the book when it is all there is', async () => {
    const sealed = await sealedBook()
    const { line } = await book.sealing.beginSheet()
    await reopen({}, () => rm(keyFolderOf(here), { recursive: true }))
    await book.sealing.openBySheet(line)
    expect(await read(sealed)).toBe('stil')
    expect((await book.sealing.look()).wraps.find(({ holder }) => holder === 'sheet')?.confirmedAt).not.toBeNull()
  })

  test('stays on paper only: its line is nowhere in the folder', async () => {
    await sealedBook()
    const line = await makeSheet()
    await book.close()
    for (const entry of await readdir(here, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const content = await readFile(join(entry.parentPath, entry.name))
      expect(content.includes(line), entry.name).toBe(false)
      expect(content.includes(line.slice(16, 40)), entry.name).toBe(false)
    }
    book = await openSealingBook(here)
  })
})

describe('a passphrase', () => {
  test('is only taken when there is a sheet, and when it is long enough', async () => {
    await sealedBook()
    await expect(book.sealing.choosePassphrase(passphrase)).rejects.toMatchObject({ code: 'sheetFirst' })
    await makeSheet()
    await expect(book.sealing.choosePassphrase('te kort')).rejects.toMatchObject({ code: 'passphraseTooShort' })
    await book.sealing.choosePassphrase(passphrase)
    expect(holders()).toEqual(['sheet', 'passphrase'])
  })

  test('takes the place of the key file: the computer opens nothing by itself any more', async () => {
    const sealed = await sealedBook()
    await makeSheet()
    await book.sealing.choosePassphrase(passphrase)
    expect(await readdir(keyFolderOf(here))).toEqual([])
    await reopen()
    expect(await read(sealed)).toBe('nu niet te lezen')
    await expect(book.sealing.forWriting()).rejects.toMatchObject(refusal)
    await book.sealing.openByPassphrase(` ${passphrase} `)
    expect(await read(sealed)).toBe('stil')
  })

  test('takes the place of the key store too', async () => {
    const store = createTestKeyStore()
    const sealed = await sealedBook({ keyStore: store })
    await makeSheet()
    await book.sealing.choosePassphrase(passphrase)
    await reopen({ keyStore: store })
    expect(await read(sealed)).toBe('nu niet te lezen')
    await book.sealing.openByPassphrase(passphrase)
    expect(await read(sealed)).toBe('stil')
  })

  test('that is wrong waits longer each time, locks nobody out and wipes nothing', async () => {
    const waits: number[] = []
    const wait = async (milliseconds: number) => void waits.push(milliseconds)
    const sealed = await sealedBook()
    await makeSheet()
    await book.sealing.choosePassphrase(passphrase)
    await reopen({ wait })
    for (let attempt = 0; attempt < 4; attempt += 1)
      await expect(book.sealing.openByPassphrase(`mis ${attempt}`)).rejects.toMatchObject({ code: 'passphraseWrong' })
    expect(waits).toEqual([1000, 2000, 4000])
    await book.sealing.openByPassphrase(passphrase)
    expect(await read(sealed)).toBe('stil')
    expect(holders()).toEqual(['sheet', 'passphrase'])
  })

  test('that was forgotten: the sheet opens the book, and another may be chosen', async () => {
    const sealed = await sealedBook()
    const line = await makeSheet()
    await book.sealing.choosePassphrase(passphrase)
    await reopen()
    await book.sealing.openBySheet(line)
    expect(await read(sealed)).toBe('stil')
    expect(holders()).toEqual(['sheet', 'passphrase'])
    await book.sealing.choosePassphrase('vier blauwe klompen')
    await reopen({ wait: async () => undefined })
    await expect(book.sealing.openByPassphrase(passphrase)).rejects.toMatchObject({ code: 'passphraseWrong' })
    await book.sealing.openByPassphrase('vier blauwe klompen')
    expect(await read(sealed)).toBe('stil')
  })

  test('that is dropped gives the key back to the computer', async () => {
    const sealed = await sealedBook()
    await makeSheet()
    await book.sealing.choosePassphrase(passphrase)
    await reopen()
    await expect(book.sealing.dropPassphrase()).rejects.toMatchObject(refusal)
    await book.sealing.openByPassphrase(passphrase)
    await book.sealing.dropPassphrase()
    expect(holders()).toEqual(['sheet', 'keyFile'])
    await reopen()
    expect(await read(sealed)).toBe('stil')
  })
})

import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decryptBy, decryptByWords, encryptByWords } from '../../../../electron/backend/book-files/age-file.ts'
import { packBook, unpackBook } from '../../../../electron/backend/book-files/book-file.ts'
import type { BookFileOpening } from '../../../../shared/contract/book-files.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

const hasAge = spawnSync('age', ['--version']).status === 0
if (!hasAge) console.warn('The age program is not on this computer: what it opens was not tried (apt install age).')

const canary = 'Kanarievogel'

let folders: string[]
let open: TestBackend[]
let here: TestBackend

beforeEach(async () => {
  folders = []
  open = []
  here = await openComputer('vereniging')
  await here.api.neighbourhoods.add({ name: canary, areaNote: null, targetSize: 50, cadencePerYear: null })
})
afterEach(async () => {
  for (const computer of open) await computer.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function openComputer(book: 'none' | 'vereniging' = 'none'): Promise<TestBackend> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'buurtboek-file-'))
  folders.push(dataFolder)
  const computer = await openTestBackend({ dataFolder, book, newId: randomUUID })
  open.push(computer)
  return computer
}

async function makeSheet(computer = here): Promise<string> {
  const sheet = await computer.api.sealing.makeSheet({})
  const [first = '', second = ''] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '')
  await computer.api.sealing.confirmSheet({ first, second })
  return sheet.line
}

async function bytesOf({ backend }: TestBackend, { file }: { file: string }): Promise<Uint8Array> {
  return (await backend.produceFile(file))?.bytes ?? new Uint8Array()
}

/** Head and database of what is inside. */
async function unpack(plain: Uint8Array = new Uint8Array(), size = plain.length) {
  const cut = Array.from({ length: Math.ceil(plain.length / size) }, (_, at) =>
    plain.subarray(at * size, (at + 1) * size),
  )
  const pieces: Uint8Array[] = []
  const head = await unpackBook(Readable.from(cut), async (piece) => pieces.push(piece))
  return { head, database: Buffer.concat(pieces) }
}

async function hand(computer: TestBackend, bytes: Uint8Array): Promise<string> {
  async function* body() {
    yield bytes
  }
  return JSON.parse(await computer.backend.receiveFile('boek.buurtboek', body())).value.file
}

async function groupNames({ api }: TestBackend): Promise<string[]> {
  return (await api.neighbourhoods.list({})).open.map(({ name }) => name)
}

const byWords = (words: readonly string[]): BookFileOpening => ({ way: 'words', words: [...words] })

describe('a copy for elsewhere', () => {
  test('needs a recovery sheet, and says when the last one was made', async () => {
    await expect(here.api.bookFiles.makeCopy({})).rejects.toMatchObject({ code: 'copyNeedsSheet' })
    expect(await here.api.bookFiles.state({})).toEqual({ lastCopyAt: null, hasSheet: false })
    await makeSheet()
    const made = await here.api.bookFiles.makeCopy({})
    expect(made.name).toBe('Stadsdorp Oosterweide kopie 2026-11-23.buurtboek')
    expect(await here.api.bookFiles.state({})).toEqual({ lastCopyAt: expect.any(String), hasSheet: true })
  })

  test('becomes the book of another computer by the sheet alone, lock and all', async () => {
    const line = await makeSheet()
    const bytes = await bytesOf(here, await here.api.bookFiles.makeCopy({}))
    const there = await openComputer()
    const file = await hand(there, bytes)
    expect(await there.api.bookFiles.look({ file, by: { way: 'here' } })).toEqual({ lock: 'sheet', book: null })
    const by: BookFileOpening = { way: 'sheet', line }
    const { book } = await there.api.bookFiles.look({ file, by })
    expect(book).toMatchObject({ kind: 'copy', name: 'Stadsdorp Oosterweide' })
    expect(await there.api.bookFiles.takeIn({ file, by })).toMatchObject({ state: 'open' })
    expect(await groupNames(there)).toEqual([canary])
    expect(await there.api.sealing.state({})).toMatchObject({ state: 'open', holder: 'keyFile' })
  })

  test('opens by another sheet nowhere, and by itself where it was made', async () => {
    await makeSheet()
    const bytes = await bytesOf(here, await here.api.bookFiles.makeCopy({}))
    const there = await openComputer('vereniging')
    const otherLine = await makeSheet(there)
    const file = await hand(there, bytes)
    for (const way of ['look', 'takeIn'] as const)
      await expect(there.api.bookFiles[way]({ file, by: { way: 'sheet', line: otherLine } })).rejects.toMatchObject({
        code: 'sheetNotOfFile',
      })
    expect(await groupNames(there)).toEqual([])
    const own = await here.api.bookFiles.look({ file: await hand(here, bytes), by: { way: 'here' } })
    expect(own.book).toMatchObject({ kind: 'copy' })
  })

  test('shows nothing of what is in it', async () => {
    const line = await makeSheet()
    const bytes = Buffer.from(await bytesOf(here, await here.api.bookFiles.makeCopy({})))
    expect(bytes.includes(canary)).toBe(false)
    expect(bytes.includes('Oosterweide')).toBe(false)
    // It is there for whoever has the sheet.
    const { database } = await unpack(await decryptBy<Uint8Array>(line, bytes))
    expect(database.includes(canary)).toBe(true)
  })

  test.skipIf(!hasAge)('is opened by the age program and gunzip, without Buurtboek', async () => {
    const line = await makeSheet()
    const bytes = await bytesOf(here, await here.api.bookFiles.makeCopy({}))
    const sheet = join(here.folder, 'blad.txt')
    await writeFile(sheet, `${line}\n`)
    const { stdout } = spawnSync('age', ['-d', '-i', sheet], { input: bytes })
    const [, head = ''] = stdout.toString('latin1').split('\n')
    const from = stdout.indexOf('\n', stdout.indexOf('\n') + 1) + 1
    const sha256 = createHash('sha256')
      .update(gunzipSync(stdout.subarray(from)))
      .digest('hex')
    expect(sha256).toBe(JSON.parse(head).manifest.sha256)
  })

  test('is asked for when eight days of work are on this computer only, and not while nothing changed', async () => {
    const asked = async () => (await here.api.overview.get({})).attention.find(({ kind }) => kind === 'copyDue')
    here.setDay('2026-12-01')
    expect(await asked()).toBeUndefined()
    here.setDay('2026-12-02')
    expect(await asked()).toMatchObject({ days: 9, ever: false })
    await makeSheet()
    await here.api.bookFiles.makeCopy({})
    expect(await asked()).toBeUndefined()
    here.setDay('2026-12-20')
    expect(await asked()).toBeUndefined()
    await here.api.neighbourhoods.add({ name: 'Lindehof', areaNote: null, targetSize: 50, cadencePerYear: null })
    expect(await asked()).toMatchObject({ days: 18, ever: true })
  })
})

describe('a book that is handed over', () => {
  test('opens with its four words only, and brings the key along; a password of the former one does not count there', async () => {
    await makeSheet()
    await here.api.sealing.choosePassphrase({ passphrase: 'drie groene fietsen' })
    const made = await here.api.bookFiles.makeHandOver({})
    const bytes = await bytesOf(here, made)
    const there = await openComputer()
    const file = await hand(there, bytes)
    expect(await there.api.bookFiles.look({ file, by: { way: 'here' } })).toEqual({ lock: 'words', book: null })
    const [one = '', two = '', ...rest] = made.words
    const wrong = [byWords([two, one, ...rest]), byWords([one, two, ...rest.with(0, 'onzin')])]
    for (const by of wrong)
      await expect(there.api.bookFiles.takeIn({ file, by })).rejects.toMatchObject({
        code: one === two ? expect.any(String) : 'wordsWrong',
      })
    // The first four letters are enough.
    const by = byWords(made.words.map((word) => word.slice(0, 4).toUpperCase()))
    await there.api.bookFiles.takeIn({ file, by })
    expect(await groupNames(there)).toEqual([canary])
    const state = await there.api.sealing.state({})
    expect(state).toMatchObject({ state: 'open', holder: 'keyFile', sheet: { state: 'made' } })
  })

  test('would stay locked without the key that goes along', async () => {
    await makeSheet()
    const made = await here.api.bookFiles.makeHandOver({})
    const words = made.words.join(' ')
    const { head, database } = await unpack(await decryptByWords(words, await bytesOf(here, made)))
    const keyless = await encryptByWords(words, 2, await packBook({ ...head, key: null }, database))
    const there = await openComputer()
    await there.api.bookFiles.takeIn({ file: await hand(there, keyless), by: byWords(made.words) })
    expect(await there.api.sealing.state({})).toMatchObject({ state: 'locked', locked: { reason: 'otherComputer' } })
  })

  test('takes the place of a book only after a checked copy of that one', async () => {
    const made = await here.api.bookFiles.makeHandOver({})
    const there = await openComputer('vereniging')
    await there.api.neighbourhoods.add({ name: 'Lindehof', areaNote: null, targetSize: 50, cadencePerYear: null })
    const file = await hand(there, await bytesOf(here, made))
    await there.api.bookFiles.takeIn({ file, by: byWords(made.words) })
    expect(await groupNames(there)).toEqual([canary])
    const kept = (await there.api.backups.list({})).backups.find(({ reason }) => reason === 'restore')
    await there.api.backups.restore({ backupId: kept?.id ?? '' })
    expect(await groupNames(there)).toEqual(['Lindehof'])
    await expect(readFile(join(there.folder, 'boek.db.ontvangen'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('says before it takes the place of the same book how often something was written there since', async () => {
    const made = await here.api.bookFiles.makeHandOver({})
    const bytes = await bytesOf(here, made)
    const there = await openComputer('vereniging')
    const by = byWords(made.words)
    const look = async () => (await there.api.bookFiles.look({ file: await hand(there, bytes), by })).book
    // What was written in another book is told by that it makes way.
    expect(await look()).toMatchObject({ writtenSince: 0 })
    await there.api.bookFiles.takeIn({ file: await hand(there, bytes), by })
    expect(await look()).toMatchObject({ writtenSince: 0 })
    for (const name of ['Lindehof', 'Merelhof'])
      await there.api.neighbourhoods.add({ name, areaNote: null, targetSize: 50, cadencePerYear: null })
    expect(await look()).toMatchObject({ kind: 'handOver', writtenSince: 2 })
  })

  test('with any byte changed or the end cut off is refused, and the book stays as it is', async () => {
    const made = await here.api.bookFiles.makeHandOver({})
    const bytes = await bytesOf(here, made)
    const there = await openComputer()
    const spoilt = Array.from({ length: 16 }, (_, index) => {
      const at = Math.floor((index * bytes.length) / 16)
      return bytes.with(at, (bytes[at] ?? 0) ^ 1)
    })
    const cut = [0.1, 0.5, 0.9, 0.999].map((part) => bytes.subarray(0, Math.floor(bytes.length * part)))
    for (const wrong of [...spoilt, ...cut, bytes.subarray(0, -1)]) {
      const file = await hand(there, wrong)
      await expect(there.api.bookFiles.takeIn({ file, by: byWords(made.words) })).rejects.toMatchObject({
        code: expect.stringMatching(/^(bookFileDamaged|bookFileUnknown|wordsWrong)$/),
      })
    }
    expect(await there.api.books.status({})).toMatchObject({ state: 'none' })
    const good = await there.api.bookFiles.takeIn({ file: await hand(there, bytes), by: byWords(made.words) })
    expect(good.state).toBe('open')
  })

  test('that would unpack to more than it says is refused', async () => {
    const made = await here.api.bookFiles.makeHandOver({})
    const words = made.words.join(' ')
    const { head, database } = await unpack(await decryptByWords(words, await bytesOf(here, made)))
    const swollen = await packBook({ ...head, manifest: { ...head.manifest, size: 100 } }, database)
    await expect(unpack(swollen)).rejects.toMatchObject({ code: 'bookFileDamaged' })
    const packed = await packBook(head, database)
    await expect(unpack(packed)).resolves.toMatchObject({ head })
    // Wherever the pieces are cut.
    expect((await unpack(packed, 100)).database.equals(database)).toBe(true)
  })
})

// One list of cases for every door: whoever comes in by it gets the same answers, words, files and events. They follow each other at
// one door, first those without a book.
import { expect } from 'vitest'

/** A door with an empty data folder behind it, seen from the window's side. */
export interface OpenDoor {
  call(text: string): Promise<string>
  upload(name: string, bytes: Uint8Array): Promise<string>
  /** The bytes and the name they are saved under; undefined when there is no such file. */
  download(handle: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>
  /** Events as JSON text, in the order they came. */
  readonly events: readonly string[]
  close(): Promise<void>
}

export interface DoorCase {
  readonly name: string
  /** Needs a door behind which there is no book, and makes none. */
  readonly withoutBook?: true
  run(door: OpenDoor): Promise<void>
}

const newBook = {
  name: 'Stadsdorp Oosterweide',
  kind: 'vereniging',
  rolePattern: 'contact_deputy',
  minGatheringsPerYear: 3,
  duesEnabled: false,
  accountingStart: null,
}

async function ask(door: OpenDoor, method: string, input: unknown = {}) {
  return JSON.parse(await door.call(JSON.stringify({ method, input })))
}

/** The book of the cases before this one, or a new one. */
async function haveBook(door: OpenDoor) {
  const { value } = await ask(door, 'books.status')
  if (value.state === 'none') expect(await ask(door, 'books.create', newBook)).toMatchObject({ ok: true })
}

async function rename(door: OpenDoor, name: string) {
  const { value } = await ask(door, 'books.settings')
  return ask(door, 'books.changeSettings', { ...value, name })
}

export const doorCases: readonly DoorCase[] = [
  {
    name: 'a question gets its answer',
    withoutBook: true,
    async run(door) {
      expect(await ask(door, 'books.status')).toMatchObject({ ok: true, value: { state: 'none', book: null } })
    },
  },
  {
    name: 'the window hears of a change without asking',
    async run(door) {
      await haveBook(door)
      // The last that is told of a book that is made; this case is the first that changes it.
      await expect.poll(() => door.events.map((text) => JSON.parse(text).topic)).toContain('book')
      const before = door.events.length
      expect(await rename(door, 'Andere naam')).toMatchObject({ ok: true })
      const after = () => door.events.slice(before).map((text) => JSON.parse(text))
      await expect.poll(after).toContainEqual({ topic: 'changed', tables: expect.arrayContaining(['book']) })
    },
  },
  {
    name: 'an action is kept, and the answer to the next question shows it',
    async run(door) {
      await haveBook(door)
      expect(await rename(door, 'Buurt aan het Water')).toMatchObject({ ok: true })
      const reply = await ask(door, 'books.status')
      expect(reply).toMatchObject({ ok: true, value: { state: 'open', book: { name: 'Buurt aan het Water' } } })
    },
  },
  {
    name: 'letters of every script come through as they were written',
    async run(door) {
      const name = 'Buurt ’t Veld – Çelik & Ĳsselstraat · حي السلام · ሰፈር · 🏡 \u2028 "<script>"'
      await haveBook(door)
      expect(await rename(door, name)).toMatchObject({ ok: true })
      expect(await ask(door, 'books.settings')).toMatchObject({ ok: true, value: { name } })
    },
  },
  {
    name: 'what nobody knows, or what a program could confuse with something of its own, is refused by name',
    withoutBook: true,
    async run(door) {
      for (const method of [
        'members.nothing',
        'nothing',
        '',
        '.',
        '__proto__.toString',
        'constructor.name',
        'books.__proto__',
      ]) {
        expect([method, await ask(door, method)]).toMatchObject([
          method,
          { ok: false, error: { code: 'unknownMethod' } },
        ])
      }
    },
  },
  {
    name: 'text that is no call is refused and breaks nothing',
    withoutBook: true,
    async run(door) {
      for (const text of [
        '',
        'null',
        '[]',
        '{',
        '"books.status"',
        '{"method":1}',
        '{"input":{}}',
        'x'.repeat(100_000),
      ]) {
        expect(JSON.parse(await door.call(text))).toMatchObject({ ok: false })
      }
      expect(await ask(door, 'books.status')).toMatchObject({ ok: true })
    },
  },
  {
    name: 'bad input is refused with the field it is about, and changes nothing',
    withoutBook: true,
    async run(door) {
      const wrong = { ...newBook, minGatheringsPerYear: 'often' }
      const reply = await ask(door, 'books.create', wrong)
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'badInput', details: { field: 'minGatheringsPerYear' } },
      })
      const several = await ask(door, 'books.create', { ...wrong, name: 5, kind: 'club' })
      const others = [
        { code: 'badInput', details: { field: 'kind' } },
        { code: 'badInput', details: { field: 'minGatheringsPerYear' } },
      ]
      expect(several).toMatchObject({ error: { code: 'badInput', details: { field: 'name' }, others } })
      const unknown = await ask(door, 'books.create', { ...newBook, colour: 'green' })
      expect(unknown).toMatchObject({ ok: false, error: { code: 'badInput' } })
      expect(await ask(door, 'books.status')).toMatchObject({ value: { state: 'none' } })
    },
  },
  {
    name: 'without a book, what is asked of it is refused with a code',
    withoutBook: true,
    async run(door) {
      expect(await ask(door, 'books.settings')).toMatchObject({ ok: false, error: { code: 'noBookOpen' } })
    },
  },
  {
    name: 'a rule that says no comes through with its code',
    async run(door) {
      await haveBook(door)
      expect(await ask(door, 'books.create', newBook)).toMatchObject({ ok: false, error: { code: 'bookExists' } })
    },
  },
  {
    name: 'fifty questions at once each get their own answer',
    async run(door) {
      await haveBook(door)
      const methods = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? 'books.settings' : 'books.status'))
      const replies = await Promise.all(methods.map((method) => ask(door, method)))
      expect(replies.map(({ value }) => ('state' in value ? 'books.status' : 'books.settings'))).toEqual(methods)
    },
  },
  {
    name: 'a file comes in with its name and size',
    withoutBook: true,
    async run(door) {
      const bytes = new Uint8Array(300_000).map((_, index) => index % 251)
      const reply = JSON.parse(await door.upload('Ledenlijst é & co.csv', bytes))
      expect(reply).toMatchObject({ ok: true, value: { name: 'Ledenlijst é & co.csv', size: 300_000 } })
    },
  },
  {
    name: 'an empty file, and one of more than thirty megabytes, are refused in words',
    withoutBook: true,
    async run(door) {
      expect(JSON.parse(await door.upload('leeg.csv', new Uint8Array(0)))).toMatchObject({
        error: { code: 'fileEmpty' },
      })
      const large = new Uint8Array(30 * 1024 * 1024 + 1)
      expect(JSON.parse(await door.upload('groot.csv', large))).toMatchObject({ error: { code: 'fileTooBig' } })
      expect(await ask(door, 'books.status')).toMatchObject({ ok: true })
    },
  },
  {
    name: 'a made file goes out under its own name, whole',
    async run(door) {
      await haveBook(door)
      const made = await ask(door, 'exports.make', { list: 'neighbourhoods', format: 'csv' })
      expect(made).toMatchObject({ ok: true })
      const file = await door.download(made.value.file)
      expect(file?.name).toBe(made.value.name)
      // A byte-order mark first: without it Dutch Excel reads é as Ã©.
      expect([...(file?.bytes.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf])
    },
  },
  {
    name: 'a handle that nobody was given opens nothing',
    withoutBook: true,
    async run(door) {
      for (const handle of ['unknown', '..%2f..%2fboek.db', 'boek.db', '__proto__']) {
        expect(await door.download(handle)).toBeUndefined()
      }
    },
  },
]

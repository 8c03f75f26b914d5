import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { columnsOf } from '../../../../electron/backend/database/declare-table.ts'
import { allTables } from '../../../../electron/backend/database/schema.ts'
import { exportedColumns, exportedTables } from '../../../../electron/backend/export/export-everything.ts'
import { readFile } from '../../../../electron/backend/import/read-file.ts'
import { openZip } from '../../../../electron/backend/import/read-zip.ts'
import { type DuesBook, openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

async function everything() {
  const made = await book.api.exports.everything({})
  const file = await book.backend.produceFile(made.file)
  const zip = openZip(file?.bytes ?? new Uint8Array())
  const names = [...zip.names]
  const read = (name: string) => zip.read(name) ?? new Uint8Array()
  return { made, names, read, table: (name: string) => readFile(read(`${name}.csv`)).lines.map(({ cells }) => cells) }
}

describe('everything, saved', () => {
  it('has a file for every table of the book but those of this computer and those of the keys', async () => {
    await book.api.care.unlock({ passphrase: null })
    const { names, made } = await everything()
    const wanted = allTables.filter(
      ({ class: kind, name, staysHere }) => kind !== 'local' && !staysHere && !name.startsWith('book_key'),
    )
    expect(names).toEqual(expect.arrayContaining(wanted.map(({ name }) => `${name}.csv`)))
    expect(made.tables).toBe(wanted.length)
    expect(names).toEqual(expect.arrayContaining(['LEES MIJ.txt', 'schema.json']))
  })

  it('leaves out what neighbours wrote down to look after each other as long as that is locked', async () => {
    const ofCare = exportedTables()
      .filter(({ scope }) => scope === 'zorg')
      .map(({ name }) => `${name}.csv`)
    const { names } = await everything()
    expect(names.filter((name) => ofCare.includes(name))).toEqual([])
    // The control: open, they are there.
    await book.api.care.unlock({ passphrase: null })
    expect((await everything()).names).toEqual(expect.arrayContaining(ofCare))
  })

  it('holds no key: with that of the book one could read what other books send it', async () => {
    const { names, read, table } = await everything()
    const { backup } = await book.api.backups.make({})
    const copy = new BetterSqlite3(join(book.folder, 'reservekopieen', `${backup.id}.db`), { readonly: true })
    const secret = String(copy.prepare('SELECT bank_secret FROM book').pluck().get())
    copy.close()
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(table('book')[0]).toContain('name')
    expect(names.filter((name) => Buffer.from(read(name)).includes(secret))).toEqual([])
  })

  it('holds every column, or it is one that is locked, derived, a key or of the bin', () => {
    for (const table of exportedTables()) {
      const given = new Set(exportedColumns(table).map(([name]) => name))
      const kept = Object.entries(columnsOf(table)).filter(([name]) => !given.has(name))
      for (const [name, column] of kept)
        expect(
          name === 'deleted_at' || column.sealed || column.derived || column.isKey,
          `${table.name}.${name}`,
        ).toBeTruthy()
    }
  })

  it('says who there is and what was paid, and leaves out what is in the bin', async () => {
    const ria = await book.aPayer('Ria Berg')
    await book.pay(ria, 25, { day: '2026-03-01' })
    const { table } = await everything()
    const people = table('person')
    expect(people[0]).toContain('first_name')
    expect(people.flat()).toEqual(expect.arrayContaining(['Ria', 'Berg']))
    const payments = table('payment')
    const amount = payments[0]?.indexOf('amount_cents') ?? -1
    expect(payments[1]?.[amount]).toBe('2500')
  })

  it('tells by a schema what each file holds', async () => {
    const { read, table } = await everything()
    const schema = JSON.parse(new TextDecoder().decode(read('schema.json'))) as {
      $defs: Record<string, { properties: Record<string, unknown> }>
    }
    for (const [name, { properties }] of Object.entries(schema.$defs))
      expect(table(name)[0] ?? Object.keys(properties)).toEqual(Object.keys(properties))
  })
})

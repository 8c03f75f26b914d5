import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../../../electron/backend/database/declare-table.ts'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import { allTables, type NewRow, type TableName } from '../../../../electron/backend/database/schema.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { rightWords } from '../../../../electron/backend/privacy/right-words.ts'
import { accessJson, accessPaper } from '../../../../electron/backend/rights/access-paper.ts'
import { coverageOf, subjectAccess } from '../../../../electron/backend/rights/subject-access.ts'
import { fieldKeys } from '../../../../shared/domain/column-words.ts'
import { signalOf } from '../../../support/care-book.ts'
import { aPair, aProgramme } from '../../../support/pairs-book.ts'
import { fillEveryTable, type RightsBook, rightsBooks, wordOf } from '../../../support/rights-book.ts'

const aBook = rightsBooks()

const add = <Name extends TableName>(book: RightsBook, table: Name, row: Omit<NewRow<Name>, 'id'>) =>
  write(
    book.context,
    { kind: 'peopleImported' },
    (tx) => insertRows(tx, table, [{ ...row, id: book.context.newId() } as unknown as NewRow<Name>]), // nothing but the id is missing
  )

/** The text that somebody reads. */
async function paperOf(book: RightsBook, personId = book.ria): Promise<string> {
  const access = await subjectAccess(book.context, personId)
  const { body } = accessPaper(access, { association: 'Oosterweide', contact: '' }, rightWords('nl'))
  return body.text.replace(/<[^>]+>/g, '')
}

describe('what is kept of somebody', () => {
  test('shows every declared column that can hold something of them', async () => {
    const book = await aBook()
    await fillEveryTable(book, book.ria)
    await book.api.care.unlock({ passphrase: null })
    const access = await subjectAccess(book.context, book.ria)
    const shown = new Set(
      access.tables.flatMap(({ table, rows }) =>
        rows.flatMap(({ fields }) => fields.map(({ column }) => `${table.name}.${column}`)),
      ),
    )
    const wanted = allTables.flatMap((table) =>
      Object.keys(columnsOf(table)).flatMap((column) =>
        coverageOf(table, column) === 'shown' && !emptyHere.has(`${table.name}.${column}`)
          ? [`${table.name}.${column}`]
          : [],
      ),
    )
    expect(wanted.filter((column) => !shown.has(column))).toEqual([])
    const json = accessJson(access, rightWords('nl'))
    expect(json).toContain(wordOf('care_note', 'content'))
    expect(json).toContain(wordOf('bank_line_text', 'content'))
  })

  test('has a word for every column and table that it shows', () => {
    const { rights, table: nameOf, sayings } = rightWords('nl')
    const shown = allTables.flatMap((table) =>
      Object.keys(columnsOf(table)).flatMap((column) =>
        coverageOf(table, column) === 'shown' ? [{ table, column }] : [],
      ),
    )
    expect(shown.filter(({ table, column }) => !sayings.word(fieldKeys(table.name, column)))).toEqual([])
    expect(shown.filter(({ table }) => nameOf(table.name) === table.name)).toEqual([])
    expect(Object.keys(rights.tables).filter((name) => !allTables.some((table) => table.name === name))).toEqual([])
  })

  test('names nobody else, also not in a sentence', async () => {
    const book = await aBook()
    await book.api.members.change({
      id: book.henk,
      fields: { phone: '0612345678', email: 'henk@voorbeeld.example' },
      address: { street: 'Lijsterpad', houseNumber: 12 },
    })
    await book.api.members.change({
      id: book.ria,
      fields: {
        note: 'Henk Brouwer (Lijsterpad 12, 06-12345678, henk@voorbeeld.example) belt Ria Berg, ook via brouwer@elders.example.',
      },
    })
    const text = await paperOf(book)
    expect(text).toContain('Ria Berg')
    for (const theirs of ['Henk', 'Brouwer', 'Lijsterpad', '12345678', 'henk@', 'elders.example'])
      expect(text).not.toContain(theirs)
  })

  test('names nobody else who has a short name, or whose name was typed without capitals', async () => {
    const book = await aBook()
    await book.aPerson('Bo Li')
    await book.aPerson('Jan van der Wit')
    await book.api.members.change({
      id: book.ria,
      fields: {
        note: 'Bo Li haalt haar op. Ook henk brouwer en jan van der wit wilden, en ria berg zag de wit geschilderde deur.',
      },
    })
    const text = await paperOf(book)
    expect(text).toContain('█████ haalt haar op. Ook █████ en █████ wilden, en ria berg zag de wit geschilderde deur.')
  })

  test('keeps what each of a pair said apart to themselves, also in what was changed', async () => {
    const book = await aBook()
    const programmeId = await aProgramme(book, 'maatjes')
    const pairId = await aPair(book, { programmeId, a: book.ria, b: book.henk, day: '2026-11-01' })
    await write(book.context, { kind: 'pairChanged' }, (tx) =>
      tx
        .updateTable('pair')
        .set({ a_brings: 'Zingt graag', b_brings: 'Bakt taarten', b_click: 'nee', guardian_name: 'Oom Piet' })
        .where('id', '=', pairId)
        .execute(),
    )
    const ofA = await paperOf(book)
    expect(ofA).toMatch(/Zingt graag/)
    expect(ofA).toMatch(/Oom Piet/)
    expect(ofA).not.toMatch(/Bakt taarten|werd Nee/)
    const ofB = await paperOf(book, book.henk)
    expect(ofB).toMatch(/Bakt taarten/)
    expect(ofB).not.toMatch(/Zingt graag|Oom Piet/)
  })

  test('keeps their own telephone and address', async () => {
    const book = await aBook()
    await book.api.members.change({ id: book.ria, fields: { mobile: '0698765432', note: 'Belt met 06-98765432.' } })
    const text = await paperOf(book)
    expect(text).toContain('Kastanjehof')
    expect(text).toContain('06-98765432.')
  })

  test('says to who looks in on a neighbour only that they do', async () => {
    const book = await aBook()
    await book.api.care.unlock({ passphrase: null })
    await book.api.care.openSignal({ ...signalOf(book.ria, book.henk), kind: 'praktisch' })
    const text = await paperOf(book, book.henk)
    expect(text).toContain('Gaat over iemand anders')
    expect(text).not.toContain('Ria')
    expect(text).not.toContain('Praktische hulp')
    // Hers it is wholly.
    expect(await paperOf(book, book.ria)).toContain('Praktische hulp')
  })

  test('names nobody who looked in on them, also who is not in the book', async () => {
    const book = await aBook()
    await book.api.care.unlock({ passphrase: null })
    const typed = { ownerPersonId: null, ownerName: 'Truus Elders' }
    await book.api.care.openSignal({ ...signalOf(book.ria, book.henk), kind: 'praktisch', ...typed })
    await book.api.followUps.plan({ personId: book.ria, gatheringId: null, dueDay: '2026-12-01', how: null, ...typed })
    const { id } = await book.api.followUps.plan({
      ...{ personId: book.ria, gatheringId: null, dueDay: '2026-12-01', how: null, ...typed },
      ownerName: 'Koos Elders',
    })
    await book.api.followUps.change({ id, dueDay: '2026-12-02', how: null, ...typed })
    await book.api.care.recordContact({
      ...{ personId: book.ria, day: '2026-11-01', how: 'bellen', result: 'gesproken', note: null, consent: null },
      ...{ byPersonId: null, byName: 'Truus Elders' },
    })
    const text = await paperOf(book)
    expect(text).toContain('Praktische hulp')
    expect(text).not.toContain('Elders')
  })

  test('leaves out what care holds while it is shut, and says so', async () => {
    const book = await aBook()
    await book.api.care.unlock({ passphrase: null })
    await book.api.care.openSignal({ ...signalOf(book.ria, book.henk), kind: 'praktisch' })
    await book.api.care.lock({})
    const text = await paperOf(book)
    expect(text).not.toContain('Praktische hulp')
    expect(text).toContain('stond op slot')
  })

  test('finds their name in texts that are about something else', async () => {
    const book = await aBook()
    await add(book, 'idea', { what: 'Soep koken, zegt Ria Berg tegen Henk Brouwer', day: '2026-05-01' })
    await add(book, 'idea', { what: 'Dansen wil AÏSHA ÖZTÜRK', day: '2026-05-01' })
    await add(book, 'idea', { what: 'Ria Bergman wil zingen', day: '2026-05-01' })
    const text = await paperOf(book)
    expect(text).toContain('Soep koken, zegt Ria Berg tegen █████')
    expect(text).not.toContain('zingen')
    expect(await paperOf(book, await book.aPerson('Aïsha Öztürk'))).toContain('Dansen wil AÏSHA ÖZTÜRK')
  })

  test('tells what was changed, and where it all is', async () => {
    const book = await aBook()
    await book.api.members.change({ id: book.ria, fields: { note: 'Eerst' } })
    await book.api.members.change({ id: book.ria, fields: { note: 'Daarna' } })
    const text = await paperOf(book)
    expect(text).toContain('Opmerking: was Eerst, werd Daarna')
    expect(text).toContain('Laptop van Els en Pc van Joop')
  })
})

/** Who was erased is not asked about. */
const emptyHere = new Set(['person.erased_on'])

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { type RuleCheck, undoAction } from '../../../../electron/backend/journal/undo-action.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'

let book: OpenTestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

const act = (work: Parameters<typeof write>[2]) =>
  write(book.context, { kind: 'bookChanged' }, async (tx, action) => {
    await work(tx, action)
    return action.id
  })
const undo = (id: string, checks: readonly RuleCheck[] = []) => undoAction(book.context, id, checks)
const household = (id: string) => ({
  id,
  street: 'Kastanjehof',
  house_number: 12,
  house_suffix: '',
  postcode: '',
  city: '',
})
const person = (id: string, householdId: string) => ({
  id,
  household_id: householdId,
  first_name: 'Ria',
  infix: '',
  last_name: 'Berg',
  called: '',
  sort_name: 'berg ria',
})
const streetOf = async (id: string) =>
  (await book.context.db.selectFrom('household').select(['street', 'city']).where('id', '=', id).executeTakeFirst()) ??
  null
const rowsOf = (table: string) => book.opened.raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all()

describe('values', () => {
  test('an undo puts back what the action changed and leaves what another changed since', async () => {
    await act((tx) => insertRows(tx, 'household', [household('h1')]))
    const first = await act((tx) => tx.updateTable('household').set({ street: 'Lijsterpad' }).execute())
    await act((tx) => tx.updateTable('household').set({ city: 'Amsterdam' }).execute())
    await undo(first)
    expect(await streetOf('h1')).toEqual({ street: 'Kastanjehof', city: 'Amsterdam' })
  })

  test('two windows that undo the same action at once undo it once', async () => {
    await act((tx) => insertRows(tx, 'household', [household('h1')]))
    const changed = await act((tx) => tx.updateTable('household').set({ street: 'Lijsterpad' }).execute())
    const outcomes = await Promise.allSettled([undo(changed), undo(changed)])
    expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'nothingToUndo' } }])
  })

  test('what was undone is not done again once the action it was built on is undone too', async () => {
    await act((tx) => insertRows(tx, 'household', [household('h1')]))
    const first = await act((tx) => tx.updateTable('household').set({ street: 'Lijsterpad' }).execute())
    const second = await act((tx) => tx.updateTable('household').set({ street: 'De Kade' }).execute())
    const { id: secondUndone } = await undo(second)
    const { id: firstUndone } = await undo(first)
    await expect(undo(secondUndone)).rejects.toMatchObject({ details: { reason: 'changedLater' } })
    await undo(firstUndone)
    await undo(secondUndone)
    expect(await streetOf('h1')).toMatchObject({ street: 'De Kade' })
  })

  test('an undo is refused while a later action changed the same value, and allowed when that one is undone', async () => {
    await act((tx) => insertRows(tx, 'household', [household('h1')]))
    const first = await act((tx) => tx.updateTable('household').set({ street: 'Lijsterpad' }).execute())
    const second = await act((tx) => tx.updateTable('household').set({ street: 'De Kade' }).execute())
    await expect(undo(first)).rejects.toMatchObject({ code: 'undoBlocked', details: { reason: 'changedLater' } })
    expect(await streetOf('h1')).toMatchObject({ street: 'De Kade' })
    await undo(second)
    await undo(first)
    expect(await streetOf('h1')).toMatchObject({ street: 'Kastanjehof' })
  })

  test('undoing an undo does it again, as often as one likes', async () => {
    await act((tx) => insertRows(tx, 'household', [household('h1')]))
    let id = await act((tx) => tx.updateTable('household').set({ street: 'Lijsterpad' }).execute())
    for (const street of ['Kastanjehof', 'Lijsterpad', 'Kastanjehof', 'Lijsterpad']) {
      id = (await undo(id)).id
      expect(await streetOf('h1')).toMatchObject({ street })
    }
  })

  test('a row touched several times in one action goes back to what it was before all of it', async () => {
    await act((tx) => insertRows(tx, 'household', [household('h1')]))
    const before = rowsOf('household')
    const id = await act(async (tx) => {
      await tx.updateTable('household').set({ street: 'A' }).execute()
      await tx.updateTable('household').set({ street: 'B', city: 'C' }).execute()
      await tx.deleteFrom('household').execute()
      await insertRows(tx, 'household', [household('h2')])
    })
    await undo(id)
    // Which number SQLite gave the row is nobody's business.
    expect(rowsOf('household').map((row) => ({ ...(row as object), row_no: 0 }))).toEqual(
      before.map((row) => ({ ...(row as object), row_no: 0 })),
    )
  })
})

describe('rows that name each other', () => {
  test('a made row is not taken away while another names it', async () => {
    const made = await act((tx) => insertRows(tx, 'household', [household('h1')]))
    const named = await act((tx) => insertRows(tx, 'person', [person('p1', 'h1')]))
    await expect(undo(made)).rejects.toMatchObject({ details: { reason: 'usedLater', table: 'person' } })
    expect(rowsOf('household')).toHaveLength(1)
    await undo(named)
    await undo(made)
    expect(rowsOf('household')).toHaveLength(0)
  })

  test('a value that names a row which is gone is not put back', async () => {
    await act((tx) => insertRows(tx, 'household', [household('h1'), household('h2')]))
    await act((tx) => insertRows(tx, 'person', [person('p1', 'h1')]))
    const moved = await act((tx) => tx.updateTable('person').set({ household_id: 'h2' }).execute())
    await act((tx) => tx.deleteFrom('household').where('id', '=', 'h1').execute())
    await expect(undo(moved)).rejects.toMatchObject({ details: { reason: 'missing', table: 'household' } })
  })
})

describe('money', () => {
  const payment = (id: string) => ({
    id,
    created_at: '2026-11-23T12:00:00.000Z',
    created_by: 'test',
    day: '2026-11-23',
    amount_cents: 1000,
    payer_person_id: 'p1',
    method: 'contant' as const,
  })
  const cents = () => book.opened.raw.prepare('SELECT amount_cents FROM payment ORDER BY row_no').pluck().all()

  test('a payment is undone by a row with the opposite amount, and done again by a third', async () => {
    const paid = await act((tx) => insertRows(tx, 'payment', [payment('x')]))
    const undone = await undo(paid)
    expect(cents()).toEqual([1000, -1000])
    await undo(undone.id)
    expect(cents()).toEqual([1000, -1000, 1000])
    const roots = book.opened.raw.prepare('SELECT DISTINCT coalesce(reverses_id, id) FROM payment').pluck().all()
    expect(roots).toEqual(['x'])
  })

  test('somebody can be taken away again whose ledger rows came to nothing, and not while there is money', async () => {
    await act((tx) => insertRows(tx, 'household', [household('h1')]))
    const made = await act((tx) => insertRows(tx, 'person', [person('p1', 'h1')]))
    const paid = await act((tx) => insertRows(tx, 'payment', [payment('x')]))
    await expect(undo(made)).rejects.toMatchObject({ details: { reason: 'usedLater', table: 'payment' } })
    await undo(paid)
    await undo(made)
    expect(rowsOf('person')).toHaveLength(0)
  })
})

test('an undo that breaks a rule over several rows leaves everything as it was', async () => {
  await act((tx) => insertRows(tx, 'household', [household('h1')]))
  const id = await act((tx) => tx.updateTable('household').set({ street: 'Lijsterpad' }).execute())
  const seen: string[] = []
  const breach: RuleCheck = async (_db, tables) => {
    seen.push(...tables)
    return { rule: 'example' }
  }
  await expect(undo(id, [breach])).rejects.toMatchObject({ details: { reason: 'rule', rule: 'example' } })
  expect(seen).toEqual(['household'])
  expect(await streetOf('h1')).toMatchObject({ street: 'Lijsterpad' })
  expect(rowsOf('action').at(-1)).toMatchObject({ undone_by: null })
})

test('an undo that would leave a row at odds with itself is refused', async () => {
  await act((tx) => insertRows(tx, 'household', [household('h1')]))
  await act((tx) => insertRows(tx, 'person', [person('p1', 'h1')]))
  await act((tx) => insertRows(tx, 'membership', [{ id: 'm1', person_id: 'p1', kind: 'lid', from_day: '2026-01-01' }]))
  const ended = await act((tx) => tx.updateTable('membership').set({ until_day: '2026-06-01' }).execute())
  const reasoned = await act((tx) => tx.updateTable('membership').set({ end_reason: 'opgezegd' }).execute())
  await expect(undo(ended)).rejects.toMatchObject({ code: 'undoBlocked', details: { reason: 'rule' } })
  await undo(reasoned)
  await undo(ended)
})

test('what is undone or final is not undone again', async () => {
  const id = await act((tx) => insertRows(tx, 'household', [household('h1')]))
  await undo(id)
  await expect(undo(id)).rejects.toMatchObject({ code: 'nothingToUndo' })
  await expect(undo('no such action')).rejects.toMatchObject({ code: 'notFound' })
  const created = await book.context.db
    .selectFrom('action')
    .select('id')
    .where('kind', '=', 'bookCreated')
    .executeTakeFirstOrThrow()
  await expect(undo(created.id)).rejects.toMatchObject({ code: 'nothingToUndo' })
})

describe('many rows at once', () => {
  const wordsInIndex = () =>
    book.opened.raw.prepare("SELECT count(*) FROM person_search_data WHERE instr(block, 'canaris') > 0").pluck().get()
  const addMany = () =>
    act(async (tx) => {
      await insertRows(tx, 'household', [household('h1')])
      const people = Array.from({ length: 300 }, (_, index) => ({ ...person(`p${index}`, 'h1'), last_name: 'Canaris' }))
      await insertRows(tx, 'person', people)
    })

  test('leave no word of theirs in the search index', async () => {
    const id = await addMany()
    expect(wordsInIndex()).toBeGreaterThan(0)
    await undo(id)
    expect(wordsInIndex()).toBe(0)
  })

  test('would leave them there if the index were not written anew', async () => {
    await addMany()
    await act(async (tx) => {
      book.opened.raw.exec("INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 0)")
      await tx.deleteFrom('person').execute()
    })
    expect(wordsInIndex()).toBeGreaterThan(0)
  })
})

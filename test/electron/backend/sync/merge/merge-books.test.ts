import { afterEach, describe, expect, test } from 'vitest'
import { hasOwnTriggers } from '../../../../../electron/backend/database/migrate.ts'
import { exchange, write } from '../../../../../electron/backend/database/write.ts'
import { createMerge } from '../../../../../electron/backend/sync/merge/create-merge.ts'
import { duesSteps } from '../../../../support/dues-book.ts'
import { expectSame } from '../../../../support/expect-same.ts'
import { fillBook } from '../../../../support/fill-book.ts'
import { join, openSharedBook, type SharedBook, settle } from '../../../../support/shared-books.ts'

const open: SharedBook[] = []
afterEach(async () => {
  for (const book of open.splice(0)) await book.close()
})

async function books(...others: string[]): Promise<SharedBook[]> {
  const a = await openSharedBook('a')
  open.push(a)
  await duesSteps(a.api).aPayer('Noor Çelik', { from: '2026-10-01' })
  for (const device of others) open.push(await join(a, device))
  return [...open]
}

async function twoBooks(): Promise<{ a: SharedBook; b: SharedBook; id: string }> {
  const [a, b] = await books('b')
  if (!a || !b) throw new Error('there are two books')
  return { a, b, id: String(a.rows('SELECT id FROM person')[0]?.id) }
}

const change = (
  book: SharedBook,
  id: string,
  fields: Parameters<SharedBook['api']['members']['change']>[0]['fields'],
) => book.api.members.change({ id, fields })
type Version = Awaited<ReturnType<SharedBook['api']['differences']['list']>>['differences'][number]['versions'][number]
const said = ({ values }: Version) => values.map((value) => (value.kind === 'text' ? value.text : value.kind))
const personOf = (book: SharedBook, id: string) =>
  book.rows(`SELECT phone, note, last_name, sort_name, deleted_at FROM person WHERE id = '${id}'`)[0]
const count = (book: SharedBook, table: string) => book.rows(`SELECT count(*) AS n FROM ${table}`)[0]?.n

describe('two computers with one book', () => {
  test('one that joins has everything the first has, and finds it', async () => {
    const { a, b, id } = await twoBooks()
    await expectSame(a, b)
    expect((await b.api.search.find({ text: 'celik' })).people.map((person) => person.id)).toEqual([id])
  })

  test('one that joins a large book journals and finds every row, as if each had come by itself', async () => {
    const a = await openSharedBook('a')
    open.push(a)
    await fillBook(a.context, 600)
    const b = await join(a, 'b')
    open.push(b)
    await expectSame(a, b)
    const journal = (book: SharedBook) =>
      book.rows("SELECT row_id, op, before, after FROM change WHERE table_name <> 'book' ORDER BY table_name, row_id")
    expect(journal(b)).toEqual(journal(a))
    expect((await b.api.search.find({ text: 'zwaluwst' })).people).toHaveLength(1)
    expect(hasOwnTriggers(b.opened.raw)).toBe(true)
  })

  test('very many changes at once are found by their new words alone, and what is taken out later leaves the file', async () => {
    const a = await openSharedBook('a')
    open.push(a)
    await fillBook(a.context, 600)
    const b = await join(a, 'b')
    open.push(b)
    await write(a.context, { kind: 'peopleImported' }, (tx) =>
      tx
        .updateTable('person')
        .set({ last_name: 'Hermelijn' })
        .execute()
        .then(() => undefined),
    )
    await settle([a, b])
    await expectSame(a, b)
    const found = (words: string) =>
      b.rows(`SELECT count(*) AS n FROM person_search WHERE person_search MATCH 'words : ${words}'`)[0]?.n
    expect([found('hermelijn'), found('zwaluwstaart')]).toEqual([600, 0])
    expect(b.rows("SELECT v FROM person_search_config WHERE k = 'secure-delete'")).toEqual([{ v: 1 }])
  })

  test('changes of different fields meet', async () => {
    const { a, b, id } = await twoBooks()
    await change(a, id, { phone: '020-123 4567' })
    await change(b, id, { note: 'belt liever' })
    await settle([a, b])
    await expectSame(a, b)
    expect(personOf(a, id)).toMatchObject({ note: 'belt liever' })
    expect(String(personOf(a, id)?.phone)).toContain('020')
    expect(count(a, 'sync_difference')).toBe(0)
  })

  test('of one field both versions stay, the later one is shown, and a next change by who saw both settles it', async () => {
    const { a, b, id } = await twoBooks()
    await change(a, id, { note: 'van a' })
    b.setDay('2026-11-24')
    await change(b, id, { note: 'van b' })
    await settle([a, b])
    await expectSame(a, b)
    expect([personOf(a, id)?.note, personOf(b, id)?.note]).toEqual(['van b', 'van b'])
    expect([count(a, 'sync_difference'), count(b, 'sync_difference')]).toEqual([1, 1])
    a.setDay('2026-11-25')
    await change(a, id, { note: 'van a en van b' })
    await settle([a, b])
    await expectSame(a, b)
    expect([count(a, 'sync_difference'), count(b, 'sync_difference')]).toEqual([0, 0])
    expect(personOf(b, id)?.note).toBe('van a en van b')
  })

  test('the full state of another PC changes only what is not here word for word', async () => {
    const { a, b, id } = await twoBooks()
    await settle([a, b])
    const takeOver = async () => {
      const lines = await exchange(a.context, (tx) => a.merge.snapshotLines(tx, 'leden'))
      return exchange(b.context, (tx) => b.merge.applySnapshot(tx, { device: 'a', scope: 'leden', seq: 0 }, lines))
    }
    expect(await takeOver()).toMatchObject({ changes: 0, differences: 0 })
    await change(b, id, { note: 'van b' })
    await change(a, id, { note: 'van a', phone: '020-123 4567' })
    expect(await takeOver()).toMatchObject({ changes: 1, differences: 1 })
    expect(personOf(b, id)?.phone).toBe('020-123 4567')
    expect(await takeOver()).toMatchObject({ changes: 0 })
    await settle([a, b])
    await expectSame(a, b)
  })

  test('a full state names the starts of the program that something in it stands for, and no others', async () => {
    const { a, id } = await twoBooks()
    const namedIn = async (scope: 'leden' | 'zorg') => {
      const [first = ''] = await exchange(a.context, (tx) => a.merge.snapshotLines(tx, scope))
      return Object.keys(JSON.parse(first).by)
    }
    await change(a, id, { note: 'van de eerste keer' })
    await a.send()
    await change(a, id, { phone: '020-123 4567' })
    await exchange(a.context, (tx) => createMerge(a.context, 'een latere keer').waiting(tx))
    expect(await namedIn('leden')).toHaveLength(2)
    expect(await namedIn('zorg')).toEqual([])
  })

  test('a form that stood open while something came in replaces nothing that its writer could not see', async () => {
    const { a, b, id } = await twoBooks()
    const opened = await b.merge.heardUpTo(b.context.db)
    await change(a, id, { note: 'van a' })
    await settle([a, b])
    // Two days later, and meanwhile the clock was put back.
    b.setDay('2026-11-20')
    await b.api.members.change({ id, fields: { note: 'uit het oude formulier' } }, opened)
    await settle([a, b])
    await expectSame(a, b)
    for (const book of [a, b]) {
      const [difference] = (await book.api.differences.list({})).differences
      expect(difference?.versions.map(said)).toEqual([['uit het oude formulier'], ['van a']])
    }
  })

  test('what loses against the version on the screen is not replaced either by a form that could not show it', async () => {
    const { a, b, id } = await twoBooks()
    await change(b, id, { note: 'eerst b' })
    const opened = await b.merge.heardUpTo(b.context.db)
    a.setDay('2026-11-01')
    await change(a, id, { note: 'van a, met een klok die achterloopt' })
    for (const segment of await a.send()) await b.hear(segment)
    expect(personOf(b, id)?.note).toBe('eerst b')
    await b.api.members.change({ id, fields: { note: 'dan b' } }, opened)
    await settle([a, b])
    await expectSame(a, b)
    const [difference] = (await a.api.differences.list({})).differences
    expect(difference?.versions.map(said)).toEqual([['dan b'], ['van a, met een klok die achterloopt']])
  })

  test('a form opened after something came in replaces it, however soon (control)', async () => {
    const { a, b, id } = await twoBooks()
    await change(a, id, { note: 'van a' })
    await settle([a, b])
    const opened = await b.merge.heardUpTo(b.context.db)
    await b.api.members.change({ id, fields: { note: 'van b, die dat zag' } }, opened)
    await settle([a, b])
    await expectSame(a, b)
    expect((await a.api.differences.list({})).differences).toEqual([])
    expect(personOf(a, id)?.note).toBe('van b, die dat zag')
  })

  test('a full state that came in while a form stood open is not replaced by it', async () => {
    const { a, b, id } = await twoBooks()
    await change(a, id, { note: 'eerst' })
    await settle([a, b])
    const opened = await b.merge.heardUpTo(b.context.db)
    await change(a, id, { note: 'van a' })
    const lines = await exchange(a.context, (tx) => a.merge.snapshotLines(tx, 'leden'))
    await exchange(b.context, (tx) => b.merge.applySnapshot(tx, { device: 'a', scope: 'leden', seq: 0 }, lines))
    await b.api.members.change({ id, fields: { note: 'uit het oude formulier' } }, opened)
    await settle([a, b])
    await expectSame(a, b)
    const [difference] = (await a.api.differences.list({})).differences
    expect(difference?.versions.map(said)).toEqual([['uit het oude formulier'], ['van a']])
  })

  test('choosing one version, also the one that is shown, settles it everywhere', async () => {
    for (const chosen of [true, false]) {
      const { a, b, id } = await twoBooks()
      await change(a, id, { note: 'van a' })
      b.setDay('2026-11-24')
      await change(b, id, { note: 'van b' })
      await settle([a, b])
      const [difference] = (await a.api.differences.list({})).differences
      expect(difference).toMatchObject({
        fields: ['note'],
        about: { table: 'person', id, name: 'Noor Çelik' },
        isText: true,
      })
      expect(difference?.versions.map((one) => [said(one), one.isHere, one.isShown])).toEqual([
        [['van b'], false, true],
        [['van a'], true, false],
      ])
      const stamp = difference?.versions.find(({ isShown }) => isShown === chosen)?.stamp ?? ''
      await a.api.differences.resolve({ id: difference?.id ?? '', choice: { kind: 'version', stamp } })
      await settle([a, b])
      await expectSame(a, b)
      for (const book of [a, b]) {
        expect(await book.api.differences.count({})).toMatchObject({ differences: 0 })
        expect(personOf(book, id)?.note).toBe(chosen ? 'van b' : 'van a')
      }
      for (const book of open.splice(0)) await book.close()
    }
  })

  test('two texts can both be kept, one under the other', async () => {
    const { a, b, id } = await twoBooks()
    await change(a, id, { note: 'van a' })
    b.setDay('2026-11-24')
    await change(b, id, { note: 'van b' })
    await settle([a, b])
    const [difference] = (await b.api.differences.list({})).differences
    await b.api.differences.resolve({ id: difference?.id ?? '', choice: { kind: 'all' } })
    await settle([a, b])
    await expectSame(a, b)
    expect(personOf(a, id)?.note).toBe('van b\n\nvan a')
  })

  test('a name is one thing: its parts are never mixed', async () => {
    const { a, b, id } = await twoBooks()
    await change(a, id, { firstName: 'Nora' })
    b.setDay('2026-11-24')
    await change(b, id, { lastName: 'Demir' })
    await settle([a, b])
    await expectSame(a, b)
    const [difference] = (await a.api.differences.list({})).differences
    expect(difference?.fields).toEqual(['first_name', 'last_name'])
    expect(difference?.versions.map(said)).toEqual([
      ['Noor', 'Demir'],
      ['Nora', 'Çelik'],
    ])
    const stamp = difference?.versions[1]?.stamp ?? ''
    await a.api.differences.resolve({ id: difference?.id ?? '', choice: { kind: 'version', stamp } })
    await settle([a, b])
    await expectSame(a, b)
    expect(personOf(b, id)).toMatchObject({ last_name: 'Çelik', sort_name: 'celik nora' })
  })

  test('what was there before sharing, and what was never different, is no difference', async () => {
    const { a, b, id } = await twoBooks()
    await change(a, id, { note: 'hetzelfde' })
    await change(b, id, { note: 'hetzelfde' })
    await settle([a, b])
    await expectSame(a, b)
    expect(await a.api.differences.count({})).toEqual({ differences: 0, hints: 0, breaches: 0 })
  })

  test('rules over several rows are told, and nothing is repaired in silence', async () => {
    const { a, b, id } = await twoBooks()
    await a.api.dues.run({})
    await b.api.dues.run({})
    await duesSteps(a.api).pay(id, 10)
    await settle([a, b])
    await expectSame(a, b)
    for (const book of [a, b]) {
      const { breaches } = await book.api.differences.list({})
      expect(breaches.map(({ kind }) => kind)).toContain('twoDuesOfPeriod')
    }
  })

  test('what one wrote in a year that another closed meanwhile is told, and changes no closed figure in silence', async () => {
    const { a, b } = await twoBooks()
    for (const book of [a, b]) book.setDay('2027-01-20')
    await a.api.dues.run({})
    await settle([a, b])
    await a.api.bookkeeping.closeYear({ year: 2026 })
    const received = { amountCents: 2500, direction: 'in', categoryId: 'gift', place: null, text: 'Collecte' } as const
    await b.api.bookkeeping.addBooking({ ...received, day: '2027-01-19' })
    await settle([a, b])
    const told = async (book: SharedBook) => {
      const { breaches } = await book.api.differences.list({})
      const { isClosed, isAsClosed } = await book.api.bookkeeping.year({ year: 2026 })
      return [breaches.map(({ kind }) => kind), isClosed, isAsClosed]
    }
    // One of the open year is as it should be.
    for (const book of [a, b]) expect(await told(book)).toEqual([[], true, true])
    const { actions } = await a.api.history.list({ limit: 20 })
    await a.api.history.undo({ actionId: actions.find(({ kind }) => kind === 'yearClosed')?.id ?? '' })
    await settle([a, b])
    await a.api.bookkeeping.closeYear({ year: 2026 })
    await b.api.bookkeeping.addBooking({ ...received, day: '2026-12-30' })
    await settle([a, b])
    for (const book of [a, b]) expect(await told(book)).toEqual([['closedYearDiffers'], true, false])
  })

  test('what is found and sorted by fits the merged row', async () => {
    const { a, b, id } = await twoBooks()
    await change(a, id, { lastName: 'Demir' })
    await settle([a, b])
    expect(personOf(b, id)?.sort_name).toBe('demir noor')
    expect((await b.api.search.find({ text: 'demir' })).people.length).toBe(1)
    expect((await b.api.search.find({ text: 'celik' })).people.length).toBe(0)
  })

  test('the history shows who did it, and undoing it there is an ordinary change that travels back', async () => {
    const { a, b, id } = await twoBooks()
    await change(a, id, { note: 'belt liever' })
    await settle([a, b])
    const [action] = (await b.api.history.list({ limit: 1 })).actions
    expect(action).toMatchObject({ kind: 'personChanged', undoable: true })
    expect(b.rows(`SELECT device FROM action WHERE id = '${action?.id}'`)).toEqual([{ device: 'a' }])
    await b.api.history.undo({ actionId: action?.id ?? '' })
    await settle([a, b])
    await expectSame(a, b)
    expect(personOf(a, id)?.note).toBeNull()
    expect((await a.api.history.list({ limit: 10 })).actions.find(({ id: each }) => each === action?.id)?.undone).toBe(
      true,
    )
  })

  test('the history says what somebody else did about whom, and of another part of the book no amounts', async () => {
    const { a, b, id } = await twoBooks()
    await a.api.dues.run({})
    await duesSteps(a.api).pay(id, 20)
    await a.api.members.markDeceased({ personId: id, day: '2026-11-10' })
    await settle([a, b])
    const told = (await b.api.history.list({ limit: 10 })).actions.map(({ kind, subject, details }) => ({
      ...{ kind, name: subject?.name, details },
    }))
    expect(told).toContainEqual({ kind: 'personDied', name: 'Noor Çelik', details: { day: '2026-11-10' } })
    expect(told).toContainEqual({
      ...{ kind: 'paymentRecorded', name: 'Noor Çelik' },
      details: expect.objectContaining({ cents: 2000 }),
    })
    expect(told.map(({ kind }) => kind)).not.toContain('changedElsewhere')
  })

  test('Ctrl+Z takes back own work, never that of somebody else', async () => {
    const { a, b, id } = await twoBooks()
    await change(b, id, { note: 'van b' })
    await change(a, id, { birthYear: 1950 })
    await settle([a, b])
    expect(await b.api.history.nextUndo({})).toMatchObject({ kind: 'personChanged' })
    await b.api.history.undo({})
    expect(b.rows('SELECT note, birth_year FROM person')).toEqual([{ note: null, birth_year: 1950 }])
  })

  test('who threw away what another still wrote in gets it back, with all that went along', async () => {
    const { a, b, id } = await twoBooks()
    await a.api.members.remove({ personId: id })
    await change(b, id, { note: 'nog even bellen' })
    await settle([a, b])
    await expectSame(a, b)
    for (const book of [a, b]) {
      expect(personOf(book, id)).toMatchObject({ deleted_at: null, note: 'nog even bellen' })
      expect(book.rows('SELECT deleted_at FROM membership UNION SELECT deleted_at FROM fee_agreement')).toEqual([
        { deleted_at: null },
      ])
      expect(book.rows(`SELECT kind FROM sync_hint WHERE row_id = '${id}'`).length).toBeGreaterThan(0)
    }
  })

  test('what was undone here and changed there is there again, whole', async () => {
    const { a, b } = await twoBooks()
    const other = await duesSteps(a.api).aPerson('Wim Groot')
    await settle([a, b])
    await a.api.history.undo({})
    await change(b, other, { note: 'komt erbij' })
    await settle([a, b])
    await expectSame(a, b)
    expect(personOf(a, other)).toMatchObject({ note: 'komt erbij', last_name: 'Groot' })
  })

  test('a payment that both took back is taken back once', async () => {
    const { a, b, id } = await twoBooks()
    await a.api.dues.run({})
    await duesSteps(a.api).pay(id, 20)
    await settle([a, b])
    const [action] = (await a.api.history.list({ limit: 1 })).actions
    await a.api.history.undo({ actionId: action?.id ?? '' })
    await b.api.history.undo({ actionId: action?.id ?? '' })
    await settle([a, b])
    await expectSame(a, b)
    for (const book of [a, b])
      expect(book.rows('SELECT sum(amount_cents) AS cents, count(*) AS n FROM payment')).toEqual([{ cents: 0, n: 2 }])
    expect(count(a, "sync_hint WHERE kind = 'factDiffers'")).toBe(0)
  })

  test('nor does a payment that both took back by the button count twice, whatever else the two said', async () => {
    const { a, b, id } = await twoBooks()
    await a.api.dues.run({})
    const paymentId = await duesSteps(a.api).pay(id, 20)
    await settle([a, b])
    await a.api.dues.reversePayment({ paymentId, reason: 'mistake' })
    b.setDay('2026-11-24')
    await b.api.dues.reversePayment({ paymentId, reason: 'bounced' })
    await settle([a, b])
    await expectSame(a, b)
    for (const book of [a, b]) {
      expect(book.rows('SELECT sum(amount_cents) AS cents, count(*) AS n FROM payment')).toEqual([{ cents: 0, n: 2 }])
      expect(book.rows('SELECT sum(amount_cents) AS cents FROM allocation')).toEqual([{ cents: 0 }])
      expect((await book.api.differences.list({})).breaches).toEqual([])
    }
    expect(count(a, "sync_hint WHERE kind = 'factDiffers'")).toBe(1)
  })
})

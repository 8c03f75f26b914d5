import { readFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { exchange } from '../../../../../electron/backend/database/write.ts'
import { duesSteps } from '../../../../support/dues-book.ts'
import { expectSame } from '../../../../support/expect-same.ts'
import { plainGathering } from '../../../../support/plain-gathering.ts'
import { join, openSharedBook, type Segment, type SharedBook, settle } from '../../../../support/shared-books.ts'

const open: SharedBook[] = []
afterEach(async () => {
  for (const book of open.splice(0)) await book.close()
})

/** Everything that was ever said of this person carries the word. */
const canary = 'kanarie'

async function threeBooks(): Promise<{ a: SharedBook; b: SharedBook; c: SharedBook; id: string }> {
  const a = await openSharedBook('a')
  open.push(a)
  const steps = duesSteps(a.api)
  const id = await steps.aPayer('Kanarie Kanarie')
  await steps.aPayer('Wim Groot')
  await a.api.members.change({
    id,
    fields: { note: `${canary} a`, email: `${canary}@example.org` },
    address: { street: `${canary}straat` },
  })
  await a.api.dues.run({})
  await steps.pay(id, 20, { note: `${canary} aan de deur` })
  await a.api.gatherings.plan({
    ...plainGathering,
    groupId: null,
    day: '2026-11-20',
    title: 'Theemiddag',
    hostPersonId: id,
  })
  const b = await join(a, 'b')
  const c = await join(a, 'c')
  open.push(b, c)
  return { a, b, c, id }
}

function findsCanary(book: SharedBook): boolean {
  const bytes = readFileSync(joinPath(book.context.dataFolder, 'boek.db')).toString('latin1').toLowerCase()
  return bytes.includes(canary)
}

async function eraseAt(book: SharedBook, id: string): Promise<void> {
  await book.api.members.remove({ personId: id })
  await book.api.trash.erase({ table: 'person', id })
}

describe('erasing somebody', () => {
  test('leaves no word of them in any file, whatever the others were doing', async () => {
    const { a, b, c, id } = await threeBooks()
    // Versions that differ, own changes that were not sent, and a payment that nobody else knows of.
    await a.api.members.change({ id, fields: { note: `${canary} weer a` } })
    await b.api.members.change({ id, fields: { note: `${canary} b`, phone: '06-1000 2214' } })
    await settle([a, b])
    await duesSteps(c.api).pay(id, 10, { note: `${canary} bij c` })
    await c.api.members.change({ id, fields: { emergencyContact: `${canary} buur` } })
    for (const book of [a, b, c]) expect(findsCanary(book)).toBe(true)

    await eraseAt(a, id)
    expect(findsCanary(a)).toBe(false)
    await settle([a, b, c])

    for (const book of [a, b, c]) {
      expect([book.device, findsCanary(book)]).toEqual([book.device, false])
      expect((await book.api.search.find({ text: canary })).people).toEqual([])
      expect(await book.api.differences.count({})).toMatchObject({ differences: 0 })
    }
    await expectSame(a, b, c)
    expect(a.rows('SELECT sum(amount_cents) AS cents FROM payment')).toEqual([{ cents: 3000 }])
  })

  test('what arrives later for them is not taken, and a computer that joins knows it', async () => {
    const { a, b, c, id } = await threeBooks()
    await c.api.members.change({ id, fields: { note: `${canary} te laat` } })
    await duesSteps(c.api).pay(id, 10, { note: `${canary} te laat` })
    const late: Segment[] = await c.send()
    await eraseAt(a, id)
    const erasure = await a.send()
    for (const segment of erasure) await b.hear(segment)
    const d = await join(b, 'd')
    open.push(d)
    for (const segment of late) for (const book of [a, b, d]) await book.hear(segment)
    for (const segment of erasure) await c.hear(segment)
    await settle([a, b, c, d])
    for (const book of [a, b, c, d]) expect([book.device, findsCanary(book)]).toEqual([book.device, false])
    await expectSame(a, b, c, d)
  })

  test('is only for what lies in the bin, and cannot be taken back', async () => {
    const { a, id } = await threeBooks()
    await expect(a.api.trash.erase({ table: 'person', id })).rejects.toMatchObject({ code: 'eraseNotInTrash' })
    await eraseAt(a, id)
    const [action] = (await a.api.history.list({ limit: 1 })).actions
    expect(action).toMatchObject({ kind: 'personErased', undoable: false })
    await expect(a.api.history.undo({ actionId: action?.id ?? '' })).rejects.toMatchObject({ code: 'nothingToUndo' })
  })

  test('throwing away alone leaves the word (control)', async () => {
    const { a, id } = await threeBooks()
    await a.api.members.remove({ personId: id })
    expect(findsCanary(a)).toBe(true)
  })
})

describe('taking away the details of somebody who left', () => {
  /** Three books that know a former member, whose dues are paid. */
  async function formerMember() {
    const { a, b, c, id } = await threeBooks()
    await a.api.members.end({ personId: id, day: '2026-11-22', reason: 'verhuisd' })
    await a.api.dues.run({})
    const { openCents } = (await a.api.dues.person({ personId: id })).status
    if (openCents > 0) await duesSteps(a.api).pay(id, openCents / 100)
    await settle([a, b, c])
    return { a, b, c, id }
  }
  const amounts = (book: SharedBook) =>
    book.rows('SELECT id, amount_cents FROM payment UNION ALL SELECT id, amount_cents FROM due ORDER BY id')

  test('leaves no word of them on any computer, and every amount', async () => {
    const { a, b, c, id } = await formerMember()
    // Versions that differ, and a change that was not sent.
    await a.api.members.change({ id, fields: { note: `${canary} weer a` } })
    await b.api.members.change({ id, fields: { note: `${canary} b`, phone: '06-1000 2214' } })
    await settle([a, b])
    await c.api.members.change({ id, fields: { emergencyContact: `${canary} buur` } })
    for (const book of [a, b, c]) expect([book.device, findsCanary(book)]).toEqual([book.device, true])
    const before = amounts(a)

    await a.api.members.takeDetails({ personId: id })
    expect(findsCanary(a)).toBe(false)
    expect(findsCanary(b)).toBe(true)
    await settle([a, b, c])

    for (const book of [a, b, c]) {
      expect([book.device, findsCanary(book)]).toEqual([book.device, false])
      expect(await book.api.members.get({ id })).toMatchObject({ name: '(verwijderd)', erasedOn: '2026-11-23' })
      expect(await book.api.differences.count({})).toMatchObject({ differences: 0 })
      expect(amounts(book)).toEqual(before)
    }
    await expectSame(a, b, c)
  })

  test('what arrives later for them is not taken, and a computer that joins knows it', async () => {
    const { a, b, c, id } = await formerMember()
    await c.api.members.change({ id, fields: { note: `${canary} te laat` }, address: { street: `${canary}laan` } })
    const late: Segment[] = await c.send()
    await a.api.members.takeDetails({ personId: id })
    const erasure = await a.send()
    for (const segment of erasure) await b.hear(segment)
    const d = await join(b, 'd')
    open.push(d)
    for (const segment of late) for (const book of [a, b, d]) await book.hear(segment)
    for (const segment of erasure) await c.hear(segment)
    await settle([a, b, c, d])
    for (const book of [a, b, c, d]) expect([book.device, findsCanary(book)]).toEqual([book.device, false])
    await expectSame(a, b, c, d)
  })

  test('before anybody shared the book holds for who joins it', async () => {
    const { a, b, id } = await formerMember()
    await b.send()
    await exchange(a.context, (tx) => a.merge.end(tx))
    await a.api.members.takeDetails({ personId: id })
    await exchange(a.context, (tx) => a.merge.begin(tx))
    const d = await join(a, 'd')
    open.push(d)
    for (const book of [a, d]) expect([book.device, findsCanary(book)]).toEqual([book.device, false])
    await expectSame(a, d)
  })
})

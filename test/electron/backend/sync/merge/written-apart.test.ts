import { afterEach, describe, expect, test } from 'vitest'
import { exchange } from '../../../../../electron/backend/database/write.ts'
import { aBankFile, anEntry, aStatement, ownIban, takeInFile } from '../../../../support/bank-book.ts'
import { duesSteps } from '../../../../support/dues-book.ts'
import { expectSame } from '../../../../support/expect-same.ts'
import { plainGathering } from '../../../../support/plain-gathering.ts'
import { join, openSharedBook, type SharedBook, scopes, settle } from '../../../../support/shared-books.ts'

const open: SharedBook[] = []
afterEach(async () => {
  for (const book of open.splice(0)) await book.close()
})

async function twoBooks(): Promise<{ a: SharedBook; b: SharedBook; id: string }> {
  const a = await openSharedBook('a')
  open.push(a)
  const id = await duesSteps(a.api).aPayer('Noor Çelik', { from: '2026-10-01' })
  const b = await join(a, 'b')
  open.push(b)
  return { a, b, id }
}

const personOf = (book: SharedBook, id: string) =>
  book.rows(`SELECT last_name, deleted_at FROM person WHERE id = '${id}'`)[0]
const count = (book: SharedBook, table: string) => book.rows(`SELECT count(*) AS n FROM ${table}`)[0]?.n

describe('what was taken back on one computer and written about on another', () => {
  test('whom somebody paid for and looked in on stays, although another took back that they came into the book', async () => {
    const { a, b } = await twoBooks()
    const steps = duesSteps(a.api)
    const kept = await steps.aPerson('Wim Groot')
    await settle([a, b])
    const mate = await steps.aPerson('Els Groot', { with: kept })
    const gone = await steps.aPerson('Piet Klein')
    await settle([a, b])
    await duesSteps(b.api).pay(mate, 30)
    await b.api.followUps.plan({
      ...{ personId: mate, gatheringId: null, ownerPersonId: null, ownerName: null },
      ...{ dueDay: '2026-12-01', how: null },
    })
    await a.api.history.undo({})
    await a.api.history.undo({})
    await settle([a, b])
    await expectSame(a, b)
    for (const book of [a, b]) {
      expect(personOf(book, mate)).toMatchObject({ last_name: 'Groot', deleted_at: null })
      expect(count(book, `membership WHERE person_id = '${mate}'`)).toBe(1)
      expect(personOf(book, gone)).toBeUndefined()
      expect(count(book, `sync_hint WHERE kind = 'cameBack' AND row_id = '${mate}'`)).toBeGreaterThan(0)
      expect((await book.api.dues.person({ personId: mate })).status.creditCents).toBe(3000)
    }
  })

  test('a place that another took back stays for who moved there in the meantime, and for nobody else', async () => {
    const { a, b, id } = await twoBooks()
    const other = await duesSteps(a.api).aPerson('Wim Groot')
    await settle([a, b])
    const { householdId } = await b.api.members.get({ id: other })
    const home = { kind: 'with' as const, householdId }
    await b.api.members.move({ personIds: [id], home, day: '2026-11-20' })
    await a.api.history.undo({})
    await settle([a, b])
    await expectSame(a, b)
    for (const book of [a, b]) {
      expect(await book.api.members.get({ id })).toMatchObject({ householdId, mates: [] })
      expect(personOf(book, other)).toBeUndefined()
    }
  })

  test('a gathering stays when somebody marked who was there, with everybody who was invited', async () => {
    const { a, b, id } = await twoBooks()
    await duesSteps(a.api).aPerson('Wim Groot')
    const { id: gatheringId } = await a.api.gatherings.plan({
      ...plainGathering,
      groupId: null,
      day: '2026-11-20',
      title: 'Soepavond',
      place: 'de Weidekamer',
    })
    await settle([a, b])
    await b.api.gatherings.mark({ gatheringId, personId: id, status: 'aanwezig' })
    await a.api.history.undo({})
    await settle([a, b])
    await expectSame(a, b)
    for (const book of [a, b]) {
      expect(await book.api.gatherings.detail({ id: gatheringId })).toMatchObject({ title: 'Soepavond' })
      expect(book.rows('SELECT status FROM attendance ORDER BY status')).toEqual([
        { status: 'aanwezig' },
        { status: 'onbekend' },
      ])
    }
  })

  test('what was made here and taken back there goes with all that was made with it', async () => {
    const { a, b, id } = await twoBooks()
    const other = await duesSteps(b.api).aPerson('Wim Groot', { with: id })
    await settle([a, b])
    const undo = async (book: SharedBook) => {
      const { actions } = await book.api.history.list({ limit: 1 })
      await book.api.history.undo({ actionId: actions[0]?.id ?? '' })
      await settle([a, b])
    }
    // Taken back, done again and taken back once more, on the other computer.
    for (let time = 0; time < 3; time += 1) await undo(a)
    await expectSame(a, b)
    for (const book of [a, b]) {
      expect(personOf(book, other)).toBeUndefined()
      expect(count(book, `membership WHERE person_id = '${other}'`)).toBe(0)
      expect(count(book, 'sync_hint')).toBe(0)
    }
  })
})

describe('the same money on two computers', () => {
  test('of one payment that two wrote down it is told once, and whose it is', async () => {
    const { a, b, id } = await twoBooks()
    await a.api.dues.run({})
    await settle([a, b])
    for (const book of [a, b]) await duesSteps(book.api).pay(id, 20)
    await settle([a, b])
    const about = { table: 'person', id, name: 'Noor Çelik' }
    for (const book of [a, b]) {
      expect((await book.api.differences.list({})).breaches).toMatchObject([{ kind: 'moreThanDue', about }])
      expect(await book.api.differences.count({})).toMatchObject({ breaches: 1 })
    }
    const [payment] = (await b.api.dues.payments({ find: '', limit: 10 })).rows
    await b.api.dues.reversePayment({ paymentId: payment?.id ?? '', reason: 'double' })
    await settle([a, b])
    for (const book of [a, b]) expect((await book.api.differences.list({})).breaches).toEqual([])
  })

  test('what a computer without the bank booked from a file is known to the one that keeps the bank', async () => {
    const a = await openSharedBook('a')
    open.push(a)
    const id = await duesSteps(a.api).aPayer('Noor Çelik', { from: '2026-10-01' })
    const b = await join(
      a,
      'b',
      scopes.filter((scope) => scope !== 'bank'),
    )
    open.push(b)
    await a.api.directDebit.saveAccount({
      ...{ holder: 'Stadsdorp Oosterweide', iban: ownIban, creditorId: null, itemLimitCents: null },
      ...{ monthLimitCents: null, noticeDays: 14, painVersion: '08' },
    })
    const file = () => aBankFile([aStatement([anEntry()])])
    await takeInFile(b.context, file())
    const [line] = (await b.api.bank.toAssign({})).lines
    const { household } = await b.api.dues.person({ personId: id })
    const payer = { kind: 'household' as const, id: household.id }
    await b.api.bank.assign({ lineId: line?.id ?? '', parts: [{ payer, cents: line?.cents ?? 0 }] })
    for (const scope of ['leden', 'contributie'] as const)
      for (const segment of await b.send([scope])) await a.hear(segment)
    await takeInFile(a.context, file())
    expect((await a.api.bank.toAssign({})).lines).toEqual([])
    expect((await a.api.dues.payments({ find: '', limit: 10 })).total).toBe(1)
  })
})

describe('who was thrown away on one computer while another wrote down money for them', () => {
  const told = async (book: SharedBook) =>
    (await book.api.differences.list({})).hints.filter(({ kind }) => kind === 'moneyInTrash')

  test('stays in the bin with the money, and both are told until one takes them out', async () => {
    const { a, b, id } = await twoBooks()
    await settle([a, b])
    await duesSteps(b.api).pay(id, 30)
    await a.api.members.remove({ personId: id })
    await settle([a, b])
    await expectSame(a, b)
    for (const book of [a, b]) {
      expect(personOf(book, id)?.deleted_at).not.toBeNull()
      expect(await told(book)).toMatchObject([{ about: { table: 'person', id, name: 'Noor Çelik' } }])
      expect(await book.api.differences.count({})).toMatchObject({ hints: 1 })
    }
    await a.api.dues.run({})
    await settle([a, b])
    for (const book of [a, b])
      expect(await book.api.dues.overview({ limit: 10 })).toMatchObject({
        expectedCents: 0,
        openCents: 0,
        creditCents: 3000,
      })
    await a.api.trash.restore({ table: 'person', id })
    await settle([a, b])
    for (const book of [a, b]) expect(await told(book)).toEqual([])
  })

  test('is told whichever came first, and of an agreement and a waiver too', async () => {
    const { a, b, id } = await twoBooks()
    const wim = await duesSteps(a.api).aPayer('Wim Groot', { from: '2026-10-01' })
    await settle([a, b])
    const mate = await duesSteps(a.api).aPerson('Els Groot')
    await a.api.dues.run({})
    await settle([a, b])
    for (const personId of [id, wim, mate]) await a.api.members.remove({ personId })
    const [due] = (await b.api.dues.person({ personId: wim })).dues
    await b.api.dues.waive({ dueId: due?.id ?? '', amountCents: null, reason: 'hardship' })
    const [plan] = b.rows('SELECT id FROM fee_plan')
    await b.api.dues.agree({
      ...{ personId: mate, planId: String(plan?.id), fromDay: '2026-11-01', intervalMonths: 1, anchorDay: null },
      ...{ payer: null, reduction: null, method: 'contant' },
    })
    await settle([a, b])
    for (const book of [a, b]) {
      expect((await told(book)).map(({ about }) => about?.name).toSorted()).toEqual(['Els Groot', 'Wim Groot'])
      await book.api.dues.run({})
      await settle([a, b])
    }
    for (const book of [a, b])
      for (const personId of [wim, mate])
        expect((await book.api.dues.person({ personId })).status).toMatchObject({ openCents: 0, creditCents: 0 })
  })

  test('is told when they come into step by their full states, and to no third computer', async () => {
    const { a, b, id } = await twoBooks()
    const c = await join(a, 'c')
    open.push(c)
    await settle([a, b, c])
    await duesSteps(b.api).pay(id, 30)
    await a.api.members.remove({ personId: id })
    for (const [from, to] of [
      [a, b],
      [b, a],
      [a, c],
    ] as const)
      for (const scope of scopes) {
        const lines = await exchange(from.context, (tx) => from.merge.snapshotLines(tx, scope))
        await exchange(to.context, (tx) => to.merge.applySnapshot(tx, { device: from.device, scope, seq: 0 }, lines))
      }
    for (const book of [a, b]) expect(await told(book)).toHaveLength(1)
    expect(await told(c)).toEqual([])
    const fresh = await join(a, 'd')
    open.push(fresh)
    expect(await told(fresh)).toEqual([])
    expect(personOf(fresh, id)?.deleted_at).not.toBeNull()
  })

  test('is told to nobody where it was money of those who stay, or was known (control)', async () => {
    const { a, b, id } = await twoBooks()
    const mate = await duesSteps(a.api).aPerson('Els Çelik', { with: id })
    const wim = await duesSteps(a.api).aPayer('Wim Groot', { from: '2026-10-01' })
    await duesSteps(a.api).pay(wim, 30)
    await settle([a, b])
    await duesSteps(b.api).pay(id, 30)
    await a.api.members.remove({ personId: mate })
    await a.api.members.remove({ personId: wim })
    await settle([a, b])
    for (const book of [a, b]) expect(await told(book)).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { write } from '../../../../electron/backend/database/write.ts'
import {
  giveReferences,
  peopleOfReferences,
  referencesFor,
} from '../../../../electron/backend/reminders/payment-references.ts'
import { isPaymentReference } from '../../../../shared/domain/payment-reference.ts'
import type { OpenTestBook } from '../../../support/open-book.ts'
import { openTestBook } from '../../../support/open-book.ts'
import { aMember } from '../../../support/people.ts'

let book: OpenTestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

const register = async (firstName: string) => (await book.api.members.register(aMember({ firstName }))).id
const stored = () => book.opened.raw.prepare('SELECT count(*) FROM payment_reference').pluck().get()

describe('the betalingskenmerk of a member', () => {
  it('is given once per year, with the year in it, and leads back to the member', async () => {
    const [joyce, anh] = [await register('Joyce'), await register('Anh')]
    const given = await giveReferences(book.context, [joyce, anh], 2026)
    const numbers = [...given.values()]
    expect(new Set(numbers).size).toBe(2)
    for (const number of numbers) {
      expect(isPaymentReference(number)).toBe(true)
      expect(number.slice(1, 3)).toBe('26')
    }
    expect(await giveReferences(book.context, [joyce, anh], 2026)).toEqual(given)
    expect(stored()).toBe(2)
    const next = await giveReferences(book.context, [joyce], 2027)
    expect(next.get(joyce)).not.toBe(given.get(joyce))
    const owners = [
      { number: given.get(joyce) ?? '', personId: joyce },
      { number: given.get(anh) ?? '', personId: anh },
      { number: next.get(joyce) ?? '', personId: joyce },
    ]
    const asked = [...owners.map(({ number }) => number), '2026000000000000']
    expect(await peopleOfReferences(book.context.db, asked)).toEqual(expect.arrayContaining(owners))
    expect(await peopleOfReferences(book.context.db, asked)).toHaveLength(owners.length)
  })

  it('is the same before it is given as after', async () => {
    const joyce = await register('Joyce')
    const before = await referencesFor(book.context.db, [joyce], 2026)
    expect(stored()).toBe(0)
    expect(await giveReferences(book.context, [joyce], 2026)).toEqual(before)
  })

  it('never becomes that of somebody else, also not when its owner is in the bin', async () => {
    const [joyce, anh] = [await register('Joyce'), await register('Anh')]
    const number = (await referencesFor(book.context.db, [anh], 2026)).get(anh) ?? ''
    // Joyce has had the number that would be Anh's, and it was thrown away.
    await write(book.context, { kind: 'paymentReferencesGiven' }, (tx) =>
      tx
        .insertInto('payment_reference')
        .values({ id: 'old', person_id: joyce, year: 2026, number, deleted_at: '2026-02-01T10:00:00.000Z' })
        .execute(),
    )
    const other = (await giveReferences(book.context, [anh], 2026)).get(anh)
    expect(other).not.toBe(number)
    expect(await peopleOfReferences(book.context.db, [number])).toEqual([])
  })

  it('stays when it was given: it may stand on paper', async () => {
    const joyce = await register('Joyce')
    await giveReferences(book.context, [joyce], 2026)
    expect((await book.api.history.lastAction({}))?.undoable).toBe(false)
    const next = await book.api.history.nextUndo({})
    expect(next?.kind).toBe('personRegistered')
  })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { join, openSharedBook, type SharedBook, settle } from '../../../support/shared-books.ts'

let a: SharedBook
let b: SharedBook
beforeEach(async () => {
  a = await openSharedBook('a')
  await write(a.context, { kind: 'personRegistered' }, async (tx) => {
    await insertRows(tx, 'household', [{ id: 'h1', street: 'Hof', house_suffix: '', postcode: '', city: '' }])
    const name = { first_name: 'Ria', infix: '', last_name: 'Berg', called: '', sort_name: 'berg ria' }
    await insertRows(tx, 'person', [{ id: 'p1', household_id: 'h1', ...name }])
    await insertRows(tx, 'membership', [{ id: 'm1', person_id: 'p1', kind: 'lid', from_day: '2026-01-01' }])
  })
  b = await join(a, 'b')
})
afterEach(async () => {
  await a.close()
  await b.close()
})

const offer = { personId: 'p1', times: [], perMonth: null, pausedUntil: null, words: null }
const newcomer = {
  personId: 'p1',
  arrivedDay: '2026-11-20',
  contactDay: null,
  contactByPersonId: null,
  invitedByPersonId: null,
  informedDay: null,
  visitedDay: null,
}

test('two who write down at the same time what one neighbour offers, and that she is new, have it once', async () => {
  await a.api.mutualHelp.offer({ ...offer, categories: ['tuin', 'koken'] })
  await b.api.mutualHelp.offer({ ...offer, categories: ['tuin'], words: 'geen ladders' })
  await a.api.newcomers.save({ ...newcomer, contactDay: '2026-11-21' })
  await b.api.newcomers.save({ ...newcomer, visitedDay: '2026-11-22' })
  await settle([a, b])
  for (const { api } of [a, b]) {
    expect((await api.mutualHelp.list({ acts: 20 })).helpers).toMatchObject([
      { name: 'Ria Berg', categories: ['tuin', 'koken'], words: 'geen ladders' },
    ])
    expect((await api.newcomers.list({})).newcomers).toHaveLength(1)
  }
  expect(await a.digest('buurt')).toBe(await b.digest('buurt'))
})

// That a name is in no file of the program any more when the days after an erasure are over, whatever the copies hold.
import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { daysUntilErasedInCopies } from '../../../../electron/backend/backup/copies-to-remove.ts'
import { addDays } from '../../../../shared/domain/calendar-date.ts'
import { findInFiles } from '../../../support/canary-files.ts'
import { newMember } from '../../../support/new-member.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

const name = 'Zqkanariekopie'
let test: TestBackend
afterEach(() => test.close())

/** One copy with somebody in it; a week later she is erased, or leaves. Then now and then a copy, for five weeks. */
async function fiveWeeksAfter(go: (id: string) => Promise<unknown>) {
  test = await openTestBackend({ today: '2026-03-02', newId: randomUUID })
  const { api } = test
  const { id } = await api.members.register({
    ...newMember(1, null),
    lastName: name,
    membership: { kind: 'lid', from: '2026-01-01', number: null },
  })
  await api.backups.make({})
  const erasedOn = '2026-03-09'
  test.setDay(erasedOn)
  await go(id)
  await api.backups.make({})
  const atOnce = findInFiles(test.folder, name)
  for (const days of [14, daysUntilErasedInCopies]) {
    test.setDay(addDays(erasedOn, days))
    await api.books.changeSettings({ ...(await api.books.settings({})), name: `Buurt na ${days} dagen` })
    await api.backups.make({})
  }
  return { atOnce, atLast: findInFiles(test.folder, name) }
}

it('a name is in a copy after the erasure, and after the promised days in no file', async () => {
  const found = await fiveWeeksAfter((id) => test.api.rights.erase({ personId: id }))
  expect(found.atOnce).not.toEqual([])
  expect(found.atLast).toEqual([])
  expect((await test.api.backups.list({})).backups.length).toBe(3)
})

it('somebody who is only thrown away is still found in the first copy (control)', async () => {
  const found = await fiveWeeksAfter((id) => test.api.members.remove({ personId: id }))
  expect(found.atLast).not.toEqual([])
})

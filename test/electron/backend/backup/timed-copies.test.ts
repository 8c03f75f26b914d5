import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TestBackend } from '../../../support/test-backend.ts'
import { openTestBackend } from '../../../support/test-backend.ts'

const hour = 3_600_000
let test: TestBackend

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] })
  test = await openTestBackend({ newId: randomUUID })
})
afterEach(async () => {
  vi.useRealTimers()
  await test.close()
})

async function reasonsAfter(milliseconds: number, expected: number): Promise<string[]> {
  vi.advanceTimersByTime(milliseconds)
  let reasons: string[] = []
  // The copy is made by the file system, which no fake clock hurries; one that should not come is waited for as well.
  const started = performance.now()
  const waited = () => performance.now() - started
  while (waited() < 150 || (reasons.length < expected && waited() < 10_000)) {
    await setImmediate()
    reasons = (await test.api.backups.list({})).backups.map((copy) => copy.reason)
  }
  return reasons
}

async function change(name: string): Promise<void> {
  await test.api.books.changeSettings({ ...(await test.api.books.settings({})), name })
}

it('a copy comes soon after the start, and then every hour in which something changed', async () => {
  expect(await reasonsAfter(1000, 0)).toEqual([])
  expect(await reasonsAfter(5000, 1)).toEqual(['start'])
  expect(await reasonsAfter(hour, 1)).toEqual(['start'])
  await change('De Kade')
  test.setDay('2026-11-24')
  expect(await reasonsAfter(hour, 2)).toEqual(['hourly', 'start'])
  expect(await reasonsAfter(2 * hour, 2)).toEqual(['hourly', 'start'])
})

it('no copy is made at the start of a book that has not changed since the last one', async () => {
  expect(await reasonsAfter(5000, 1)).toEqual(['start'])
  const { folder } = test
  await test.backend.close()
  test = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
  expect(await reasonsAfter(5000, 1)).toEqual(['start'])
  expect(await reasonsAfter(hour, 1)).toEqual(['start'])
})

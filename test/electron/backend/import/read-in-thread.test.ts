import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readInThread } from '../../../../electron/backend/import/read-in-thread.ts'

const telling = fileURLToPath(new URL('../../../support/telling-worker.ts', import.meta.url))

function threadThatReads(length: number): Promise<string> {
  return readInThread(
    telling,
    { kind: 'bank', bytes: new Uint8Array(length) },
    { milliseconds: 10_000, tooSlow: 'bankFileTooSlow', tooMuch: 'bankFileTooMuch' },
  )
}

it('reads one file after another in the same thread, and two at once in two', async () => {
  const first = await threadThatReads(1)
  expect(await threadThatReads(1)).toBe(first)
  const both = await Promise.all([threadThatReads(1), threadThatReads(1)])
  expect(both).toContain(first)
  expect(new Set(both).size).toBe(2)
})

it('never reads another file in a thread that broke', async () => {
  const before = await threadThatReads(1)
  await expect(threadThatReads(0)).rejects.toThrow('broken')
  expect(await threadThatReads(1)).not.toBe(before)
})

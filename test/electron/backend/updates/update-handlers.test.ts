import { rm, writeFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Capabilities, UpdateState } from '../../../../electron/backend/capabilities.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend | undefined
afterEach(() => book?.close())

/** A shell that has a new version ready, and writes down what it is asked. */
function aShell(state: UpdateState['state'] = 'downloaded') {
  const asked: string[] = []
  const answer = (name: string, now: UpdateState['state']) => async () => {
    asked.push(name)
    return { state: now, version: '1.1.0' }
  }
  const updates = {
    state: async () => ({ state, version: '1.1.0' }),
    check: answer('check', 'available'),
    download: answer('download', 'downloaded'),
    install: async () => void asked.push('install'),
  }
  const capabilities: Capabilities = { shell: 'desktop', updates }
  return { asked, capabilities }
}

describe('installing a new version', () => {
  it('first makes a checked copy of the book', async () => {
    const { asked, capabilities } = aShell()
    book = await openTestBackend({ capabilities })
    await book.api.updates.install({})
    expect(asked).toEqual(['install'])
    expect((await book.api.backups.list({})).backups.map(({ reason }) => reason)).toContain('update')
  })

  it('is not begun when the copy cannot be made', async () => {
    const { asked, capabilities } = aShell()
    book = await openTestBackend({ capabilities })
    // A file where the folder of copies should be: no copy can be written, whoever runs this.
    const { folder } = await book.api.backups.list({})
    await rm(folder, { recursive: true, force: true })
    await writeFile(folder, 'in the way')
    await expect(book.api.updates.install({})).rejects.toThrow()
    expect(asked).toEqual([])
  })

  it('is refused as long as nothing is ready', async () => {
    const { asked, capabilities } = aShell('available')
    book = await openTestBackend({ capabilities })
    await expect(book.api.updates.install({})).rejects.toThrow('updateNotReady')
    expect(asked).toEqual([])
  })

  it('needs no copy when there is no book yet', async () => {
    const { asked, capabilities } = aShell()
    book = await openTestBackend({ capabilities, book: 'none' })
    await book.api.updates.install({})
    expect(asked).toEqual(['install'])
  })
})

it('each step is taken only when asked', async () => {
  const { asked, capabilities } = aShell('none')
  book = await openTestBackend({ capabilities })
  expect(await book.api.updates.status({})).toEqual({
    state: 'none',
    version: '1.1.0',
    currentVersion: '0.1.0',
    possible: true,
  })
  expect(asked).toEqual([])
  expect((await book.api.updates.check({})).state).toBe('available')
  expect((await book.api.updates.download({})).state).toBe('downloaded')
  expect(asked).toEqual(['check', 'download'])
})

it('a shell without updates says so', async () => {
  book = await openTestBackend()
  const nothing = { state: 'none', version: null, currentVersion: '0.1.0', possible: false }
  expect(await book.api.updates.status({})).toEqual(nothing)
  expect(await book.api.updates.check({})).toEqual(nothing)
  await expect(book.api.updates.install({})).rejects.toThrow('updateNotReady')
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { FolderProcess } from '../../../../../electron/backend/capabilities.ts'
import { openSharedFolder } from '../../../../../electron/backend/sync/folder/shared-folder.ts'
import { createFolderProcess } from '../../../../../electron/host/folder-process.ts'

const worker = fileURLToPath(new URL('../../../../../electron/backend/sync/folder/folder-worker.ts', import.meta.url))
const name = `d/a1a1a1a1/leden/00000001-${'0'.repeat(32)}.age`

test('a real process writes, lists and reads, and is there again after it was ended', async () => {
  const root = mkdtempSync(join(tmpdir(), 'buurtboek-folder-'))
  const process = createFolderProcess(worker)
  const folder = openSharedFolder({ root, writer: 'a1a1a1a1', process })
  expect(await folder.write(name, Buffer.from('bytes'))).toBeUndefined()
  await process.end()
  expect(await folder.list(true)).toEqual({ marker: null, entries: new Map([[name, 5]]) })
  expect(Buffer.from((await folder.read(name, 10)) as Uint8Array).toString()).toBe('bytes')
  expect(await folder.remove(name)).toBeUndefined()
  expect(await folder.read(name, 10)).toBe('missing')
  await process.end()
  rmSync(root, { recursive: true })
})

test('a read that hangs is ended, and the next request is answered by a new process', async () => {
  let ended = 0
  const process: FolderProcess = {
    ask: async (request) => (request.kind === 'read' && ended === 0 ? new Promise(() => undefined) : { kind: 'done' }),
    end: async () => {
      ended += 1
    },
  }
  const waited: number[] = []
  const after = (milliseconds: number) => {
    waited.push(milliseconds)
    return { passed: new Promise<void>((resolve) => setImmediate(resolve)), stop: () => undefined }
  }
  const folder = openSharedFolder({ root: 'x', writer: 'a1a1a1a1', process, after })
  const [hanging, next] = await Promise.all([folder.read(name, 10), folder.write(name, Buffer.from(''))])
  expect(hanging).toBe('stuck')
  expect(next).toBeUndefined()
  expect(ended).toBe(1)
  expect(waited[0]).toBe(60_000)
})

test('requests go one after the other', async () => {
  let running = 0
  let most = 0
  const process: FolderProcess = {
    async ask() {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return { kind: 'done' }
    },
    end: async () => undefined,
  }
  const folder = openSharedFolder({ root: 'x', writer: 'a1a1a1a1', process })
  await Promise.all([1, 2, 3].map(() => folder.remove(name)))
  expect(most).toBe(1)
})

test('a process that dies under a request is a folder that is stuck, and no error', async () => {
  const process: FolderProcess = { ask: () => Promise.reject(new Error('ended')), end: async () => undefined }
  expect(await openSharedFolder({ root: 'x', writer: 'a1a1a1a1', process }).list(false)).toBe('stuck')
})

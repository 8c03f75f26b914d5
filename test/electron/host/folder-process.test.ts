import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FolderProcess, FolderRequest } from '../../../electron/backend/capabilities.ts'
import { createFolderProcess } from '../../../electron/host/folder-process.ts'

/** Answers, but for one request at which it cuts the line to us and lives on for a moment. */
const worker = `let handled = 0
process.on('message', ({ id, request }) => {
  handled += 1
  if (request.kind !== 'tidy') return process.send({ id, answer: { kind: 'listed', marker: String(handled), entries: [] } })
  setTimeout(() => process.exit(), 400)
  process.disconnect()
})`

let folder: string
let running: FolderProcess
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-folder-process-'))
  await writeFile(path.join(folder, 'worker.mjs'), worker)
  running = createFolderProcess(path.join(folder, 'worker.mjs'))
})
afterEach(async () => {
  await running.end()
  await rm(folder, { recursive: true, force: true })
})

const list: FolderRequest = { kind: 'list', root: '/', sizes: false }
const cut: FolderRequest = { kind: 'tidy', root: '/', writer: 'a' }
const told = (asked: Promise<unknown>) => asked.catch((error: Error) => error.message)

it('of which the line is cut fails whoever asks it, and nothing else, and the next one is another', async () => {
  expect(await running.ask(list)).toMatchObject({ marker: '1' })
  const waiting = told(running.ask(cut))
  await sleep(150)
  // Both are sent on a line that is gone already.
  const lost = [told(running.ask(list)), told(running.ask(list))]
  expect(await Promise.all([waiting, ...lost])).toEqual(Array(3).fill('the folder process ended'))
  expect(await running.ask(list)).toMatchObject({ marker: '1' })
  // The end of the first one does not take the second along.
  await sleep(500)
  expect(await running.ask(list)).toMatchObject({ marker: '2' })
})

it('that cannot be started fails whoever asks it', async () => {
  const missing = createFolderProcess(path.join(folder, 'none.mjs'))
  expect(await told(missing.ask(list))).toBe('the folder process ended')
  await missing.end()
})

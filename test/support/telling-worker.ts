// A reader that tells in which thread it reads, and breaks at an empty file.
import { parentPort, threadId } from 'node:worker_threads'
import type { ParseReply, ParseRequest } from '../../electron/backend/import/read-in-thread.ts'

parentPort?.on('message', ({ bytes }: ParseRequest) => {
  if (bytes.length === 0) throw new Error('broken')
  const reply: ParseReply = { ok: true, read: String(threadId) }
  parentPort?.postMessage(reply)
})

// Runs the reader in a thread of its own and believes nothing of what comes back but its shape.
import { Worker } from 'node:worker_threads'
import type { ErrorCode, ErrorDetails } from '../../../shared/contract/reply.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { ReadSheet } from './sheet.ts'

export interface ParseRequest {
  readonly bytes: Uint8Array
  readonly sheet: number | undefined
}

export type ParseReply =
  | { readonly ok: true; readonly read: string }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails }

const heapLimitMb = 256
const timeLimitMs = 10_000

/**
 * Reads a file's bytes in the thread at `workerPath`; the bytes are handed over and are empty afterwards.
 * Throws RuleBroken with the reader's code, `importTooSlow` after ten seconds, `importUnsafe` when it takes too much memory.
 */
export async function parseFile(
  workerPath: string,
  bytes: Uint8Array<ArrayBuffer>,
  sheet?: number,
): Promise<ReadSheet> {
  const request: ParseRequest = { bytes, sheet }
  const worker = new Worker(workerPath, {
    workerData: request,
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: 32 },
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
  })
  try {
    const reply = await firstReply(worker)
    if (!reply.ok) throw new RuleBroken(reply.code, reply.details)
    return JSON.parse(reply.read) as ReadSheet // written by readFile in the thread
  } finally {
    await worker.terminate()
  }
}

function firstReply(worker: Worker): Promise<ParseReply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new RuleBroken('importTooSlow')), timeLimitMs)
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      finish()
    }
    worker.once('message', (reply: ParseReply) => settle(() => resolve(reply)))
    worker.once('error', (error) => settle(() => reject(isOutOfMemory(error) ? new RuleBroken('importUnsafe') : error)))
    worker.once('exit', () => settle(() => reject(new Error('the reading thread ended without an answer'))))
  })
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

// Runs a reader of files in a thread of its own, with a limit on memory and time, and believes nothing of what comes back but
// its shape.
import { Worker } from 'node:worker_threads'
import type { ErrorCode, ErrorDetails } from '../../../shared/contract/reply.ts'
import { RuleBroken } from '../rule-broken.ts'

export type ParseRequest =
  | { readonly kind: 'list'; readonly bytes: Uint8Array<ArrayBuffer>; readonly sheet: number | undefined }
  | { readonly kind: 'bank'; readonly bytes: Uint8Array<ArrayBuffer> }

export type ParseReply =
  | { readonly ok: true; readonly read: string }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails }

export interface ReadingLimits {
  readonly milliseconds: number
  readonly tooSlow: ErrorCode
  /** More memory than a file of this kind can need. */
  readonly tooMuch: ErrorCode
}

const heapLimitMb = 256

/** What the reader found, as JSON; the bytes are handed over and are empty afterwards. Throws RuleBroken with the reader's code. */
export async function readInThread(workerPath: string, request: ParseRequest, limits: ReadingLimits): Promise<string> {
  const worker = new Worker(workerPath, {
    workerData: request,
    transferList: [request.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: 32 },
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
  })
  try {
    const reply = await firstReply(worker, limits)
    if (!reply.ok) throw new RuleBroken(reply.code, reply.details)
    return reply.read
  } finally {
    await worker.terminate()
  }
}

function firstReply(worker: Worker, { milliseconds, tooSlow, tooMuch }: ReadingLimits): Promise<ParseReply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new RuleBroken(tooSlow)), milliseconds)
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      finish()
    }
    worker.once('message', (reply: ParseReply) => settle(() => resolve(reply)))
    worker.once('error', (error) => settle(() => reject(isOutOfMemory(error) ? new RuleBroken(tooMuch) : error)))
    worker.once('exit', () => settle(() => reject(new Error('the reading thread ended without an answer'))))
  })
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

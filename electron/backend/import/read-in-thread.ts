// Runs a reader of files in a thread of its own, with a limit on memory and time, and believes nothing of what comes back but
// its shape. The thread is kept for a while: who reads twelve months of bank files waits once for its start.
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
const keptMs = 60_000

interface Kept {
  readonly worker: Worker
  readonly end: NodeJS.Timeout
  readonly forget: () => void
}

/** By the path of its script: at most one thread that has read a file and waits for the next. */
const kept = new Map<string, Kept>()

/** What the reader found, as JSON; the bytes are handed over and are empty afterwards. Throws RuleBroken with the reader's code. */
export async function readInThread(workerPath: string, request: ParseRequest, limits: ReadingLimits): Promise<string> {
  const worker = takeKept(workerPath) ?? start(workerPath)
  let reply: ParseReply
  try {
    reply = await ask(worker, request, limits)
  } catch (error) {
    // What ran out of time or memory, or broke, reads no other file.
    await worker.terminate()
    throw error
  }
  keep(workerPath, worker)
  if (!reply.ok) throw new RuleBroken(reply.code, reply.details)
  return reply.read
}

function start(workerPath: string): Worker {
  return new Worker(workerPath, {
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: 32 },
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
  })
}

function takeKept(workerPath: string): Worker | undefined {
  const waiting = kept.get(workerPath)
  if (!waiting) return undefined
  kept.delete(workerPath)
  clearTimeout(waiting.end)
  waiting.worker.off('error', waiting.forget).off('exit', waiting.forget).ref()
  return waiting.worker
}

function keep(workerPath: string, worker: Worker): void {
  const forget = () => {
    if (kept.get(workerPath)?.worker === worker) kept.delete(workerPath)
    clearTimeout(end)
    void worker.terminate()
  }
  // Neither the thread nor the clock keeps the program open.
  const end = setTimeout(forget, keptMs).unref()
  worker.once('error', forget).once('exit', forget).unref()
  // Two files were read side by side: one thread is enough to wait.
  if (kept.has(workerPath)) forget()
  else kept.set(workerPath, { worker, end, forget })
}

async function ask(worker: Worker, request: ParseRequest, limits: ReadingLimits): Promise<ParseReply> {
  const { milliseconds, tooSlow, tooMuch } = limits
  const { promise, resolve, reject } = Promise.withResolvers<ParseReply>()
  const broke = (error: Error) => reject(isOutOfMemory(error) ? new RuleBroken(tooMuch) : error)
  const ended = () => reject(new Error('the reading thread ended without an answer'))
  const timer = setTimeout(() => reject(new RuleBroken(tooSlow)), milliseconds)
  worker.once('message', resolve).once('error', broke).once('exit', ended)
  try {
    worker.postMessage(request, [request.bytes.buffer])
    return await promise
  } finally {
    clearTimeout(timer)
    worker.off('message', resolve).off('error', broke).off('exit', ended)
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

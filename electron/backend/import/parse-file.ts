import { RuleBroken } from '../rule-broken.ts'
import { readInThread } from './read-in-thread.ts'
import type { ReadSheet } from './sheet.ts'

/** Largest list that is taken; a received file may be larger, as bank files are. */
const maxListBytes = 10 * 1024 * 1024

/**
 * Reads a file's bytes in the thread at `workerPath`; the bytes are handed over and are empty afterwards.
 * Throws RuleBroken with the reader's code, `importTooSlow` after ten seconds, `importUnsafe` when it takes too much memory.
 */
export async function parseFile(
  workerPath: string,
  bytes: Uint8Array<ArrayBuffer>,
  sheet?: number,
): Promise<ReadSheet> {
  if (bytes.byteLength > maxListBytes) throw new RuleBroken('fileTooBig', { limit: maxListBytes / (1024 * 1024) })
  const read = await readInThread(
    workerPath,
    { kind: 'list', bytes, sheet },
    { milliseconds: 10_000, tooSlow: 'importTooSlow', tooMuch: 'importUnsafe' },
  )
  return JSON.parse(read) as ReadSheet // written by readFile in the thread
}

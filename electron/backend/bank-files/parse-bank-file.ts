// Reads a bank file in the thread that also reads lists, away from the window and the book.
import { readInThread } from '../import/read-in-thread.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { BankFile } from './bank-file.ts'

/** Largest bank file that is taken: years of an association's payments are a tenth of it. */
export const maxBankFileBytes = 30 * 1024 * 1024

/** Three times that of a list, as the file may be three times as large; an ordinary month takes a blink. */
const timeLimitMs = 30_000

/**
 * Reads a bank file's bytes in the thread at `workerPath`; the bytes are handed over and are empty afterwards. Throws RuleBroken
 * with the reader's code, `bankFileTooSlow` after half a minute, `bankFileTooMuch` when it takes too much memory.
 */
export async function parseBankFile(workerPath: string, bytes: Uint8Array<ArrayBuffer>): Promise<BankFile> {
  if (bytes.byteLength > maxBankFileBytes)
    throw new RuleBroken('fileTooBig', { limit: maxBankFileBytes / (1024 * 1024) })
  const read = await readInThread(
    workerPath,
    { kind: 'bank', bytes },
    { milliseconds: timeLimitMs, tooSlow: 'bankFileTooSlow', tooMuch: 'bankFileTooMuch' },
  )
  return JSON.parse(read) as BankFile // written by readBankFile in the thread
}

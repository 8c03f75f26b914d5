// Entry of the thread that reads files: what comes from outside is taken apart here, away from the book, with a
// limit on memory and time, and goes back as one JSON text (quicker over the border than objects).
import { parentPort } from 'node:worker_threads'
import { readBankFile } from '../bank-files/read-bank-file.ts'
import { RuleBroken } from '../rule-broken.ts'
import { readFile } from './read-file.ts'
import type { ParseReply, ParseRequest } from './read-in-thread.ts'

function answer(request: ParseRequest): ParseReply {
  try {
    const read = request.kind === 'bank' ? readBankFile(request.bytes) : readFile(request.bytes, request.sheet)
    return { ok: true, read: JSON.stringify(read) }
  } catch (error) {
    if (error instanceof RuleBroken) return { ok: false, code: error.code, details: error.details }
    throw error
  }
}

// read-in-thread.ts is the only one that asks.
parentPort?.on('message', (request: ParseRequest) => parentPort?.postMessage(answer(request)))

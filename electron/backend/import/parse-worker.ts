// Entry of the thread that reads files: what comes from outside is taken apart here, away from the book, with a
// limit on memory and time, and goes back as plain text cells in one JSON text (quicker over the border than objects).
import { parentPort, workerData } from 'node:worker_threads'
import { RuleBroken } from '../rule-broken.ts'
import type { ParseReply, ParseRequest } from './parse-file.ts'
import { readFile } from './read-file.ts'

const { bytes, sheet } = workerData as ParseRequest // parse-file.ts is the only one that starts this

function answer(): ParseReply {
  try {
    return { ok: true, read: JSON.stringify(readFile(bytes, sheet)) }
  } catch (error) {
    if (error instanceof RuleBroken) return { ok: false, code: error.code, details: error.details }
    throw error
  }
}

parentPort?.postMessage(answer())

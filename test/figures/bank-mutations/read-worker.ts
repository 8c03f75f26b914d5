// Reads mutated bank files in a thread, one after the other, and judges how each ended. As a control the source of the reader
// can be changed before it is loaded: with a check taken out, the same files must do harm.
import { registerHooks } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { seededRandom } from '../../support/random.ts'
import { type BankFormat, corpus } from './corpus.ts'
import { isPartial, isUnmarked } from './judge.ts'
import { mutateBankFile } from './mutate-bank-file.ts'

export interface ReadRequest {
  readonly format: BankFormat
  readonly seed: number
  readonly files: number
  /** Puts `put` where `check` stands in one source file. */
  readonly control?: { readonly file: string; readonly check: string; readonly put: string }
}

export interface ReadOutcome {
  readonly read: number
  readonly refused: number
  /** Errors that are no refusal with a code. */
  readonly crashes: number
  readonly partial: number
  /** Called balanced by the reader, and not so by its own figures. */
  readonly unmarked: number
  /** Files of which only an amount or an entry was altered. */
  readonly altered: number
  /** Of those, read as if they balanced. */
  readonly believed: number
  readonly slowestMs: number
  readonly first: string
}

const { format, seed, files, control } = workerData as ReadRequest // bank-mutations.ts is the only one that starts this

if (control) {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(`/backend/bank-files/${control.file}`)) return loaded
      const source = String(loaded.source)
      if (!source.includes(control.check)) throw new Error(`the check to take out is not in ${control.file}`)
      return { ...loaded, source: source.replace(control.check, control.put) }
    },
  })
}

const { readBankFile } = await import('../../../electron/backend/bank-files/read-bank-file.ts')
const { RuleBroken } = await import('../../../electron/backend/rule-broken.ts')

const random = seededRandom(seed)
const outcome = {
  read: 0,
  refused: 0,
  crashes: 0,
  partial: 0,
  unmarked: 0,
  altered: 0,
  believed: 0,
  slowestMs: 0,
  first: '',
}
for (let count = 0; count < files; count += 1) {
  const { bytes, isAltered } = mutateBankFile(format, corpus[format], random)
  const start = performance.now()
  if (isAltered) outcome.altered += 1
  try {
    const file = readBankFile(bytes)
    outcome.slowestMs = Math.max(outcome.slowestMs, performance.now() - start)
    outcome.read += 1
    if (isPartial(format, bytes, file)) note('partial', count, bytes)
    if (isUnmarked(file)) note('unmarked', count, bytes)
    if (isAltered && file.statements.every(({ balanced }) => balanced === true)) note('believed', count, bytes)
  } catch (error) {
    outcome.slowestMs = Math.max(outcome.slowestMs, performance.now() - start)
    if (error instanceof RuleBroken) outcome.refused += 1
    else note('crashes', count, bytes, error)
  }
  if (count % 200 === 0) parentPort?.postMessage({ done: count })
}
parentPort?.postMessage({ outcome })

function note(
  what: 'crashes' | 'partial' | 'unmarked' | 'believed',
  count: number,
  bytes: Uint8Array,
  error?: unknown,
): void {
  outcome[what] += 1
  const reason = error instanceof Error ? error.stack : new TextDecoder().decode(bytes)
  outcome.first ||= `${what}: file ${count} of ${format}, seed ${seed}: ${reason}`
}

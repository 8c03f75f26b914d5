// 100,000 damaged and altered bank files of each format: read whole or refused with a reason, and one whose amounts were altered
// never passes for balanced.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Result, RunOptions } from '../support/result.ts'
import { type BankFormat, bankFormats } from './bank-mutations/corpus.ts'
import type { ReadOutcome, ReadRequest } from './bank-mutations/read-worker.ts'

/** A thread that says nothing for so long hangs. */
const silenceMs = 60_000

type Judged = ReadOutcome & { readonly hangs: number }
type Control = NonNullable<ReadRequest['control']>

const sumCheck: Control = {
  file: 'make-statement.ts',
  check: 'openCents + sumOf(entries) === closeCents',
  put: 'true',
}

/** One check taken out of the reader, and what the judge must then see. */
const controls: readonly (Control & { readonly format: BankFormat; readonly sees: keyof Judged })[] = [
  { ...sumCheck, format: 'camt', sees: 'believed' },
  { ...sumCheck, format: 'mt940', sees: 'believed' },
  { file: 'csv-statements.ts', check: 'before === steps[at - 1]?.after', put: 'true', format: 'csv', sees: 'believed' },
  {
    file: 'read-camt.ts',
    check: "throw new RuleBroken(this.isAtEnd ? 'bankFileCutOff' : 'bankFileDamaged', { line: this.line })",
    put: '',
    format: 'camt',
    sees: 'partial',
  },
  { file: 'mt940-line.ts', check: "if (!match) refuseField(':61:', line)", put: '', format: 'mt940', sees: 'crashes' },
  {
    file: 'read-bank-csv.ts',
    check: "if (!isWhole) throw new RuleBroken('bankFileRow', { line, found: cells.length, expected: reader.cells })",
    put: 'if (!isWhole) continue',
    format: 'csv',
    sees: 'partial',
  },
]

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const files = short ? 80 : 100_000
  const results: Result[] = []
  for (const format of bankFormats) {
    const judged = await readMutations(format, seed, files, short)
    const caught: Record<string, number> = {}
    for (const { sees, ...control } of controls.filter((each) => each.format === format)) {
      const request = { format, seed, files: short ? 100 : 5000, control }
      caught[`control_without_${control.file.replace('.ts', '').replaceAll('-', '_')}`] = Number(
        (await readInThread(request))[sees],
      )
    }
    const { read, refused, crashes, hangs, partial, unmarked, altered, believed, slowestMs, first } = judged
    if (first !== '') console.error(first)
    results.push({
      id: 'bank_mutations',
      values: {
        format,
        files,
        read,
        refused,
        crashes,
        hangs,
        partial,
        unmarked,
        altered,
        altered_believed: believed,
        slowest_ms: Math.round(slowestMs),
        ...caught,
      },
      ok:
        crashes + hangs + partial + unmarked + believed === 0 &&
        read > 0 &&
        altered > 0 &&
        Object.values(caught).every((count) => count > 0),
    })
  }
  return results
}

async function readMutations(format: BankFormat, seed: number, files: number, inOneThread: boolean): Promise<Judged> {
  // To start a thread takes longer than the few files of the short form.
  const threads = inOneThread ? 1 : Math.max(1, Math.min(4, availableParallelism()))
  const share = Math.ceil(files / threads)
  const outcomes = await Promise.all(
    Array.from({ length: threads }, (_, at) => readInThread({ format, seed: seed + at, files: share })),
  )
  const sum = (key: Exclude<keyof Judged, 'first' | 'slowestMs'>) =>
    outcomes.reduce((total, each) => total + each[key], 0)
  return {
    read: sum('read'),
    refused: sum('refused'),
    crashes: sum('crashes'),
    hangs: sum('hangs'),
    partial: sum('partial'),
    unmarked: sum('unmarked'),
    altered: sum('altered'),
    believed: sum('believed'),
    slowestMs: Math.max(...outcomes.map((each) => each.slowestMs)),
    first: outcomes.map((each) => each.first).find((text) => text !== '') ?? '',
  }
}

/** A thread that dies counts as a crash, one that falls silent as a hang. */
function readInThread(request: ReadRequest): Promise<Judged> {
  const nothing = {
    read: 0,
    refused: 0,
    crashes: 0,
    partial: 0,
    unmarked: 0,
    altered: 0,
    believed: 0,
    slowestMs: 0,
    first: '',
    hangs: 0,
  }
  const worker = new Worker(new URL('./bank-mutations/read-worker.ts', import.meta.url), { workerData: request })
  return new Promise((resolve) => {
    const settle = (judged: Judged) => {
      clearTimeout(timer)
      resolve(judged)
      void worker.terminate()
    }
    const hang = () => settle({ ...nothing, hangs: 1, first: `${request.format} of seed ${request.seed} fell silent` })
    let timer = setTimeout(hang, silenceMs)
    worker.on('message', (message: { outcome?: ReadOutcome }) => {
      clearTimeout(timer)
      if (message.outcome) settle({ ...message.outcome, hangs: 0 })
      else timer = setTimeout(hang, silenceMs)
    })
    worker.once('error', (error) => settle({ ...nothing, crashes: 1, first: String(error.stack ?? error) }))
  })
}

// 100,000 damaged, cut and hostile files: each is read or refused with a reason; none crashes, hangs or half-happens.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Result, RunOptions } from '../support/result.ts'
import { seesHalfAnImport, takeInMutations } from './import-mutations/all-or-nothing.ts'
import type { ReadOutcome, ReadRequest } from './import-mutations/read-worker.ts'

/** A thread that says nothing for so long hangs. */
const silenceMs = 60_000

const controls = [
  {
    file: 'read-csv.ts',
    remove: "throw new RuleBroken('importTooManyColumns', { limit: importLimits.columns, line })",
  },
  { file: 'read-xlsx.ts', remove: "if (!content) throw new RuleBroken('importDamaged')" },
] as const

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const files = short ? 80 : 100_000
  const read = await readMutations(seed, files, short)
  const harmed: number[] = []
  for (const control of controls) {
    const { crashes, beyondLimits } = await readInThread({ seed, files: short ? 200 : 5000, control })
    harmed.push(crashes + beyondLimits)
  }
  const taken = await takeInMutations(seed, short ? 8 : 1500)
  const partialSeen = await seesHalfAnImport()
  if (read.firstCrash !== '') console.error(read.firstCrash)
  return [
    {
      id: 'import_mutations',
      values: {
        files,
        read: read.read,
        refused: read.refused,
        crashes: read.crashes,
        hangs: read.hangs,
        beyond_limits: read.beyondLimits,
        slowest_ms: Math.round(read.slowestMs),
        control_without_column_limit: harmed[0] ?? 0,
        control_without_part_check: harmed[1] ?? 0,
      },
      ok: read.crashes + read.hangs + read.beyondLimits === 0 && read.read > 0 && harmed.every((count) => count > 0),
    },
    {
      id: 'import_all_or_nothing',
      values: {
        imports: taken.imports,
        people: taken.people,
        refused: taken.refused,
        failed_halfway: taken.failedHalfway,
        partial: taken.partial,
        control_seen: String(partialSeen),
      },
      ok: taken.partial === 0 && taken.imports > 0 && taken.failedHalfway > 0 && partialSeen,
    },
  ]
}

async function readMutations(
  seed: number,
  files: number,
  inOneThread: boolean,
): Promise<ReadOutcome & { readonly hangs: number }> {
  // To start a thread takes longer than the few files of the short form.
  const threads = inOneThread ? 1 : Math.max(1, Math.min(4, availableParallelism()))
  const share = Math.ceil(files / threads)
  const shares = Array.from({ length: threads }, (_, at) => readInThread({ seed: seed + at, files: share }))
  const outcomes = await Promise.all(shares)
  const sum = (value: (outcome: ReadOutcome & { hangs: number }) => number) =>
    outcomes.reduce((total, each) => total + value(each), 0)
  return {
    read: sum((each) => each.read),
    refused: sum((each) => each.refused),
    crashes: sum((each) => each.crashes),
    hangs: sum((each) => each.hangs),
    beyondLimits: sum((each) => each.beyondLimits),
    slowestMs: Math.max(...outcomes.map((each) => each.slowestMs)),
    firstCrash: outcomes.map((each) => each.firstCrash).find((text) => text !== '') ?? '',
  }
}

/** A thread that dies counts as a crash, one that falls silent as a hang. */
function readInThread(request: ReadRequest): Promise<ReadOutcome & { readonly hangs: number }> {
  const nothing = { read: 0, refused: 0, crashes: 0, beyondLimits: 0, slowestMs: 0, firstCrash: '', hangs: 0 }
  const worker = new Worker(new URL('./import-mutations/read-worker.ts', import.meta.url), { workerData: request })
  return new Promise((resolve) => {
    const settle = (outcome: ReadOutcome & { readonly hangs: number }) => {
      clearTimeout(timer)
      resolve(outcome)
      void worker.terminate()
    }
    const hang = () => settle({ ...nothing, hangs: 1, firstCrash: `seed ${request.seed} fell silent` })
    let timer = setTimeout(hang, silenceMs)
    worker.on('message', (message: { outcome?: ReadOutcome }) => {
      clearTimeout(timer)
      if (message.outcome) settle({ ...message.outcome, hangs: 0 })
      else timer = setTimeout(hang, silenceMs)
    })
    worker.once('error', (error) => settle({ ...nothing, crashes: 1, firstCrash: String(error.stack ?? error) }))
  })
}

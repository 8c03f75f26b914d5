// Reads mutated files in a thread, one after the other, and counts how each ended. As a control the source of the reader
// can be changed before it is loaded: with a check taken out, the same files must do harm.
import { registerHooks } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { seededRandom } from '../../support/random.ts'
import { corpus } from './corpus.ts'
import { mutate } from './mutate.ts'

export interface ReadRequest {
  readonly seed: number
  readonly files: number
  /** Takes `remove` out of one source file. */
  readonly control?: { readonly file: string; readonly remove: string }
}

export interface ReadOutcome {
  readonly read: number
  readonly refused: number
  /** Errors that are no refusal with a code. */
  readonly crashes: number
  /** More rows, columns or characters than the limits allow. */
  readonly beyondLimits: number
  readonly slowestMs: number
  readonly firstCrash: string
}

const { seed, files, control } = workerData as ReadRequest // import-mutations.ts is the only one that starts this

if (control) {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(`/backend/import/${control.file}`)) return loaded
      const source = String(loaded.source)
      if (!source.includes(control.remove)) throw new Error(`the check to take out is not in ${control.file}`)
      return { ...loaded, source: source.replace(control.remove, '') }
    },
  })
}

const { carryGroups } = await import('../../../electron/backend/import/carry-groups.ts')
const { readFile } = await import('../../../electron/backend/import/read-file.ts')
const { findHeading, guessFields } = await import('../../../electron/backend/import/guess-columns.ts')
const { ColumnLayout } = await import('../../../electron/backend/import/list-row.ts')
const { readPeople } = await import('../../../electron/backend/import/read-people.ts')
const { planImport } = await import('../../../electron/backend/import/plan-import.ts')
const { importLimits } = await import('../../../electron/backend/import/sheet.ts')
const { placeLines } = await import('../../../electron/backend/import/titles.ts')
const { RuleBroken } = await import('../../../electron/backend/rule-broken.ts')

const random = seededRandom(seed)
const outcome = { read: 0, refused: 0, crashes: 0, beyondLimits: 0, slowestMs: 0, firstCrash: '' }
for (let count = 0; count < files; count += 1) {
  const bytes = mutate(corpus, random)
  const start = performance.now()
  try {
    const { lines } = readFile(bytes)
    outcome.read += 1
    const beyond =
      lines.length > importLimits.rows + 1 ||
      lines.some(
        ({ cells }) =>
          cells.length > importLimits.columns || cells.some((cell) => cell.length > importLimits.cellLength),
      )
    if (beyond) outcome.beyondLimits += 1
    else plan(lines)
  } catch (error) {
    if (error instanceof RuleBroken) outcome.refused += 1
    else {
      outcome.crashes += 1
      outcome.firstCrash ||= `file ${count} of seed ${seed}: ${error instanceof Error ? error.stack : error}`
    }
  }
  outcome.slowestMs = Math.max(outcome.slowestMs, performance.now() - start)
  if (count % 200 === 0) parentPort?.postMessage({ done: count })
}
parentPort?.postMessage({ outcome })

/** All the way to what would be written, into an empty book. */
function plan(lines: ReturnType<typeof readFile>['lines']): void {
  const at = findHeading(lines)
  const headings = lines[at]?.cells ?? []
  const body = lines.slice(at + 1)
  const count = body.reduce((most, { cells }) => Math.max(most, cells.length), headings.length)
  const fields = guessFields(headings, body, count)
  const layout = new ColumnLayout(fields.map((field, index) => ({ heading: headings[index] ?? '', field })))
  const carried = carryGroups(body, layout.columns)
  const people = placeLines(carried, layout).flatMap((placed) => readPeople(placed, layout, '2026-11-23'))
  planImport(people, { people: [], neighbourhoods: [] }, { decisions: new Map(), kind: 'lid', today: '2026-11-23' })
}

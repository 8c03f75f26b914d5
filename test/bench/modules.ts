// What the first page, a search and a save cost in a book with every module on and ten years in it, beside the least work there is for
// them and beside a book that keeps members alone; and that the Overzicht of ten years costs what that of one year costs.
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setPractices } from '../../electron/backend/books/book-queries.ts'
import { write } from '../../electron/backend/database/write.ts'
import { moduleCodes } from '../../shared/domain/modules.ts'
import { type FilledBook, fillBook } from '../support/fill-book.ts'
import { fillModules } from '../support/fill-modules.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'
import {
  firstPage,
  measureRead,
  measureSave,
  type ReadTime,
  readResult,
  round,
  saveResult,
  searched,
} from './support/measure-book.ts'

const attention = ['overview.get', 'overview.moduleTasks'] as const
/** So much more may anything cost beside a smaller book. */
const mostGrowth = 1.5

export async function run({ short }: RunOptions): Promise<Result[]> {
  const members = short ? 60 : 10_000
  const years = short ? 1 : 10
  // Each book is measured in turns: what else the machine does meets all of them.
  const often = short ? { saves: 5, reads: 5, turns: 1 } : { saves: 60, reads: 30, turns: 4 }
  const bare = await openFilled(members, 0, short)
  const oneYear = await openFilled(members, 1, short)
  const full = await openFilled(members, years, short)
  // Let the disk finish what filling the books gave it to do.
  if (!short) execFileSync('sync')

  const group = (filled: FilledBook) => filled.neighbourhoodIds[0] ?? null
  const save = await measureSave(full.book, group(full.filled), often.saves)
  const bareSave = await measureSave(bare.book, group(bare.filled), often.saves)
  const results: Result[] = [
    saveResult('modules_save_member', members, save),
    against('save_member', 'without', save.ms / save.floorMs, bareSave.ms / bareSave.floorMs),
  ]
  for (const [id, method, inputs] of [
    ['first_page', 'members.list', [firstPage]],
    ['search', 'search.find', searched],
  ] as const) {
    const [of, ofBare] = await inTurns([full.book, bare.book], method, inputs, often)
    results.push(readResult(`modules_${id}`, members, of), against(id, 'without', of.fastestMs, ofBare.fastestMs))
  }
  for (const method of attention) {
    const [of, ofYear] = await inTurns([full.book, oneYear.book], method, [{}], often)
    const id = method.replace('.', '_').toLowerCase()
    results.push(against(id, 'one_year', of.fastestMs, ofYear.fastestMs), {
      id: `${id}_statements`,
      values: { years, ms: round(of.fastestMs), statements: of.statements, of_one_year: ofYear.statements },
      ok: of.statements === ofYear.statements,
    })
  }
  for (const { book } of [bare, oneYear, full]) await book.close()
  return results
}

/** The short form is not about the disk: its books are in memory. */
async function openFilled(members: number, years: number, isInMemory: boolean) {
  const book = await openTestBook(isInMemory ? {} : { folder: mkdtempSync(join(tmpdir(), 'buurtboek-bench-')) })
  const filled = await fillBook(book.context, members)
  if (years > 0) {
    await fillModules(book.context, filled, years)
    const practices = { preset: null, modules: [...moduleCodes] }
    await write(book.context, { kind: 'modulesChosen' }, (tx) => setPractices(tx, practices))
  }
  return { book, filled }
}

async function inTurns(
  [one, other]: readonly [OpenTestBook, OpenTestBook],
  method: string,
  inputs: readonly unknown[],
  { reads, turns }: { readonly reads: number; readonly turns: number },
): Promise<[ReadTime, ReadTime]> {
  const found: [ReadTime[], ReadTime[]] = [[], []]
  for (let turn = 0; turn < turns; turn += 1) {
    found[0].push(await measureRead(one, method, inputs, reads))
    found[1].push(await measureRead(other, method, inputs, reads))
  }
  return [bestOf(found[0]), bestOf(found[1])]
}

function bestOf(times: readonly ReadTime[]): ReadTime {
  const [best] = times.toSorted((a, b) => a.ms / a.sqlMs - b.ms / b.sqlMs)
  if (!best) throw new Error('nothing was measured')
  return { ...best, fastestMs: Math.min(...times.map(({ fastestMs }) => fastestMs)) }
}

function against(id: string, what: 'without' | 'one_year', cost: number, other: number): Result {
  const factor = cost / other
  return { id: `${id}_with_modules`, values: { against: what, factor: round(factor) }, ok: factor <= mostGrowth }
}

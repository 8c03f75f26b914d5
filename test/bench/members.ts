// Saving one member against the least work there is for it; the first page of people and a search against their own SQL.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fillBook } from '../support/fill-book.ts'
import { openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { firstPage, measureRead, measureSave, readResult, round, saveResult, searched } from './support/measure-book.ts'

const often = { saves: 60, reads: 150 }
const shortly = { saves: 5, reads: 6 }

export async function run({ short }: RunOptions): Promise<Result[]> {
  const sizes = short ? [100] : [1000, 10_000, 100_000]
  const { saves, reads } = short ? shortly : often
  const results: Result[] = []
  const pages: number[] = []
  const searches: number[] = []
  const savings: number[] = []
  for (const members of sizes) {
    const book = await openTestBook({ folder: mkdtempSync(join(tmpdir(), 'buurtboek-bench-')) })
    const { neighbourhoodIds } = await fillBook(book.context, members)
    // Let the disk finish what filling the book gave it to do.
    if (!short) execFileSync('sync')
    const save = await measureSave(book, neighbourhoodIds[0] ?? null, saves)
    // The disk may be slower in one minute than in another: what counts is how much more than the floor it takes.
    savings.push(save.ms / save.floorMs)
    results.push(saveResult('save_member', members, save))
    const page = await measureRead(book, 'members.list', [firstPage], reads)
    pages.push(page.fastestMs)
    results.push(readResult('first_page', members, page))
    const search = await measureRead(book, 'search.find', searched, reads)
    results.push(readResult('search', members, search))
    // Whoever is looked for by more than a common first name is one of few, in a large book as well.
    searches.push((await measureRead(book, 'search.find', [{ text: 'zwaluwst' }], reads)).fastestMs)
    await book.close()
  }
  results.push(...growth('save_member', savings), ...growth('first_page', pages), ...growth('search', searches))
  if (!short) results.push({ id: 'save_member_fsyncs', values: { per_save: countSyncs() }, ok: true })
  return results
}

/** None of these touches more rows in a larger book: each tenfold of members may cost 1.3 times as much. */
function growth(id: string, costs: readonly number[]): Result[] {
  return costs.slice(1).map((cost, index) => {
    const factor = cost / (costs[index] ?? cost)
    return { id: `${id}_growth`, values: { per_tenfold: round(factor) }, ok: factor <= 1.3 }
  })
}

/** How often one save waits for the disk, counted by strace; 'unknown' where there is no strace. */
function countSyncs(): string {
  try {
    const [few, many] = [5, 25].map((count) => {
      const folder = mkdtempSync(join(tmpdir(), 'buurtboek-syncs-'))
      const trace = join(folder, 'trace')
      const child = fileURLToPath(new URL('./support/save-members.ts', import.meta.url))
      const strace = ['-f', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath, child, folder, String(count)]
      execFileSync('strace', strace, { stdio: 'pipe' })
      const syncs = readFileSync(trace, 'utf8').match(/\b(fsync|fdatasync)\(/g)?.length ?? 0
      rmSync(folder, { recursive: true, force: true })
      return syncs
    })
    return String(((many ?? 0) - (few ?? 0)) / 20)
  } catch {
    return 'unknown'
  }
}

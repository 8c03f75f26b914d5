import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { pairLines, pairsLike } from '../pairs/pair-queries.ts'
import { programmeById, roundsOf } from '../pairs/programme-queries.ts'
import type { ExportWords } from './export-words.ts'
import { dayCell, type ExportTable, numberCell, textCell } from './exported-list.ts'

/** All pairs of one programme, newest first, also those that ended. What connects them stays in the book. */
export async function exportPairs(
  db: Reader,
  programmeId: string,
  today: Day,
  { words }: ExportWords,
): Promise<ExportTable> {
  const programme = await programmeById(db, programmeId)
  const lines = (await pairLines(db, await pairsLike(db, { programmeId }), () => programme, today)).filter(
    ({ a, b }) => !a.isRestricted && !b.isRestricted,
  )
  const rounds = new Map((await roundsOf(db, programmeId)).map(({ id, name }) => [id, name]))
  const column = words.columns
  return {
    title: `${words.lists.pairs} ${programme.name}`,
    headings: [
      programme.aName,
      programme.bName,
      column.round,
      column.from,
      column.plannedUntil,
      column.ended,
      column.contacts,
      column.lastContact,
    ],
    rows: lines.map((line) => [
      textCell(line.a.name),
      textCell(line.b.name),
      textCell(rounds.get(line.roundId ?? '')),
      dayCell(line.from),
      dayCell(line.plannedUntil),
      dayCell(line.until),
      numberCell(line.contacts),
      dayCell(line.lastContact),
    ]),
  }
}

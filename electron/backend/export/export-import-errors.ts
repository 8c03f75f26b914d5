import type { BookContext } from '../context.ts'
import { plannedOf, sessionOf } from '../import/import-desk.ts'
import { bodyOf } from '../import/import-session.ts'
import { isWaiting } from '../import/plan-import.ts'
import { type ExportWords, fillWords } from './export-words.ts'
import { type ExportTable, numberCell, textCell } from './exported-list.ts'

/** The rows of a list that do not take part, as they stand there, each with what is wrong: to mend them in the list itself. */
export async function exportImportErrors(
  context: BookContext,
  importId: string,
  { words, reasons }: ExportWords,
): Promise<ExportTable> {
  const session = sessionOf(context, importId)
  const { plan } = await plannedOf(context, session)
  const lines = new Map(bodyOf(session).map((line) => [line.line, line.cells]))
  const shown = session.columns.flatMap(({ heading }, index) => (heading === '' ? [] : [index]))
  const left = plan.people.filter(isWaiting)
  return {
    title: words.lists.importErrors,
    headings: [
      words.columns.line,
      words.columns.problem,
      ...shown.map((index) => session.columns[index]?.heading ?? ''),
    ],
    rows: left.map(({ candidate, reasons: told }) => [
      numberCell(candidate.line),
      textCell(told.map(({ code, details }) => fillWords(reasons[code], details)).join(' ')),
      ...shown.map((index) => textCell(lines.get(candidate.line)?.[index])),
    ]),
  }
}

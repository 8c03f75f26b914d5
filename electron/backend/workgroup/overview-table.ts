import type { WorkgroupContent } from '../../../shared/contract/workgroup.ts'
import type { ShownCount } from '../../../shared/domain/few-people.ts'
import type { ExportWords } from '../export/export-words.ts'
import { dayCell, type ExportCell, type ExportTable, moneyCell, numberCell, textCell } from '../export/exported-list.ts'

/** What all files say: a sheet of the groups, one of the dues and one of the questions. What nobody said has no sheet. */
export function overviewTables(files: readonly WorkgroupContent[], exportWords: ExportWords): ExportTable[] {
  const { duesSheet, questionsSheet, association, from, until, groups, expected, received, question } =
    exportWords.words.workgroup
  const of = ({ association: name, period, groups: own }: WorkgroupContent) => [
    textCell(name),
    textCell(own.map((group) => group.name).join('; ')),
    dayCell(period.from),
    dayCell(period.until),
  ]
  const head = [association, groups, from, until]
  const dues = files.flatMap((file) =>
    file.dues ? [[...of(file), moneyCell(file.dues.receivedCents), moneyCell(file.dues.expectedCents)]] : [],
  )
  const questions = files.flatMap((file) => file.questions.map((text) => [...of(file), textCell(text)]))
  return [
    groupsTable(files, exportWords),
    { title: duesSheet, headings: [...head, received, expected], rows: dues },
    { title: questionsSheet, headings: [...head, question], rows: questions },
  ].filter(({ rows }, at) => at === 0 || rows.length > 0)
}

/** A number of people that is not said stays so. */
function groupsTable(files: readonly WorkgroupContent[], { words, barriers }: ExportWords): ExportTable {
  const column = words.workgroup
  return {
    title: column.title,
    headings: [
      column.association,
      column.group,
      column.from,
      column.until,
      column.members,
      column.paying,
      column.seats,
      column.held,
      column.promised,
      column.last,
      column.lowest,
      column.highest,
      column.themes,
      column.barriers,
    ],
    rows: files.flatMap(({ association, period, groups }) =>
      groups.map((group) => [
        textCell(association),
        textCell(group.name),
        dayCell(period.from),
        dayCell(period.until),
        peopleCell(group.members),
        peopleCell(group.paying),
        textCell(words.workgroup.seatStates[group.seats]),
        numberCell(group.gatherings.held),
        numberCell(group.gatherings.promised),
        dayCell(group.gatherings.last),
        peopleCell(group.attendance?.lowest ?? null),
        peopleCell(group.attendance?.highest ?? null),
        textCell(group.themes.join('; ')),
        textCell(
          group.barriers
            .map(({ kind, outcome }) =>
              outcome === null ? barriers.kinds[kind] : `${barriers.kinds[kind]} (${barriers.judge.outcomes[outcome]})`,
            )
            .join('; '),
        ),
      ]),
    ),
  }
}

const peopleCell = (count: ShownCount): ExportCell => (typeof count === 'number' ? numberCell(count) : textCell(count))

import type { WorkgroupContent } from '../../../shared/contract/workgroup.ts'
import type { ShownCount } from '../../../shared/domain/few-people.ts'
import type { ExportWords } from '../export/export-words.ts'
import { dayCell, type ExportCell, type ExportTable, numberCell, textCell } from '../export/exported-list.ts'

/** The groups of all files as one list. A number of people that is not said stays so. */
export function overviewTable(files: readonly WorkgroupContent[], { words, barriers }: ExportWords): ExportTable {
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

import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { countPaying } from '../dues/count-paying.ts'
import { listNeighbourhoods } from '../neighbourhoods/neighbourhood-queries.ts'
import { peopleRestricted } from '../rights/left-out.ts'
import type { ExportWords } from './export-words.ts'
import { type ExportTable, numberCell, textCell } from './exported-list.ts'

/** The binnenbuurten that exist today, with who holds their places. */
export async function exportNeighbourhoods(db: Reader, today: Day, { words }: ExportWords): Promise<ExportTable> {
  const all = await listNeighbourhoods(db, today)
  const restricted = await peopleRestricted(db)
  const { byGroup } = await countPaying(db, today)
  const column = words.columns
  return {
    title: words.lists.neighbourhoods,
    headings: [
      column.neighbourhood,
      column.people,
      column.members,
      column.targetSize,
      column.seatState,
      column.seats,
      column.held,
      column.goal,
      column.status,
    ],
    rows: all
      .filter(({ activeUntil }) => activeUntil === null || activeUntil > today)
      .map((group) => [
        textCell(group.name),
        numberCell(group.people),
        numberCell(byGroup.get(group.id)?.members ?? 0),
        numberCell(group.targetSize),
        textCell(group.seats.state === 'geen' ? '' : words.seatStates[group.seats.state]),
        textCell(
          group.seats.seats
            .flatMap(({ role, holders }) =>
              holders.flatMap(({ personId, name }) =>
                restricted.has(personId) ? [] : [`${words.roles[role]}: ${name}`],
              ),
            )
            .join('; '),
        ),
        numberCell(group.gatherings.held),
        numberCell(group.gatherings.perYear),
        textCell(group.status && words.neighbourhoodStatuses[group.status]),
      ]),
  }
}

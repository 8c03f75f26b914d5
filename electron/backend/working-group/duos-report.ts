// How the groups stand by their leaders: places filled, months without a gathering, leaders whom no intervision reached.
import { addDays, addMonths, type Day, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { listNeighbourhoods } from '../neighbourhoods/neighbourhood-queries.ts'
import type { Report } from '../reports/report.ts'
import { count, facts, persons, share, table, text, word } from '../reports/report-cells.ts'
import { findLeaders } from './working-group-queries.ts'

export const duosReport: Report = {
  code: 'duos',
  module: 'leaders',
  async build(db, { from, until }, today) {
    const groups = (await listNeighbourhoods(db, today)).filter(
      ({ activeUntil }) => activeUntil === null || activeUntil > today,
    )
    const { leaders, intervisionMonths } = await findLeaders(db, today)
    const heldOn = await daysWithGathering(db, from, until)
    const begun = await firstDays(db)
    // A month that still runs may yet have one.
    const months = wholeMonths(from, until < today ? addDays(until, 1) : today)
    const late = leaders.filter((leader) => leader.lacksIntervision)
    const rows = groups.map((group) => {
      const held = heldOn.get(group.id) ?? []
      const heldMonths = new Set(held.map(startOfMonth))
      const since = startOfMonth(begun.get(group.id) ?? from)
      return {
        group,
        held: held.length,
        without: months.filter((month) => month >= since && !heldMonths.has(month)).length,
        late: late.filter(({ roles }) => roles.some(({ neighbourhoodId }) => neighbourhoodId === group.id)).length,
      }
    })
    return {
      blocks: [
        facts(null, {
          duos_complete: share(groups.filter(({ seats }) => seats.state === 'bezet').length, groups.length),
          leaders: persons(leaders.length),
          leaders_without_intervision: persons(late.length),
          months_without_intervision: count(intervisionMonths),
        }),
        table(
          'duos_by_group',
          ['group', 'seats', 'gatherings_held', 'months_without', 'leaders_without_intervision'],
          rows.map(({ group, held, without, late: lateHere }) => [
            text(group.name),
            word(`seats_${group.seats.state}`),
            count(held),
            count(without),
            persons(lateHere),
          ]),
        ),
      ],
    }
  },
}

/** Per group the day of each that was held. */
async function daysWithGathering(db: Reader, from: Day, until: Day): Promise<ReadonlyMap<string, readonly Day[]>> {
  const rows = await db
    .selectFrom('gathering')
    .select(['neighbourhood_id', 'day'])
    .where('state', '=', 'gehouden')
    .where('deleted_at', 'is', null)
    .where('neighbourhood_id', 'is not', null)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.neighbourhood_id ?? '')].map(([id, ofOne]) => [id, ofOne.map(({ day }) => day)]),
  )
}

async function firstDays(db: Reader): Promise<ReadonlyMap<string, Day | null>> {
  const rows = await db.selectFrom('neighbourhood').select(['id', 'active_from']).execute()
  return new Map(rows.map((row) => [row.id, row.active_from]))
}

/** The first day of each month that lies between two days as a whole; `after` is no longer in it. */
function wholeMonths(from: Day, after: Day): Day[] {
  const months: Day[] = []
  const first = startOfMonth(from) === from ? from : addMonths(startOfMonth(from), 1)
  for (let month = first; addMonths(month, 1) <= after; month = addMonths(month, 1)) months.push(month)
  return months
}

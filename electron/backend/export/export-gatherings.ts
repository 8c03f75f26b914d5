import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { liveRow } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { restrictedPeople } from '../rights/left-out.ts'
import type { ExportWords } from './export-words.ts'
import { dayCell, type ExportTable, numberCell, textCell } from './exported-list.ts'

/** Gatherings of one year, or all of them, oldest first. Who came is counted, not named. */
export async function exportGatherings(
  db: Reader,
  year: number | undefined,
  today: Day,
  { words }: ExportWords,
): Promise<ExportTable> {
  const filter = year === undefined ? {} : { from: `${year}-01-01`, until: `${year + 1}-01-01` }
  const summaries = await gatheringSummaries(db, filter, today)
  const column = words.columns
  return {
    title: words.lists.gatherings,
    headings: [
      column.day,
      column.time,
      column.title,
      column.neighbourhood,
      column.place,
      column.host,
      column.state,
      column.invited,
      column.present,
      column.excused,
      column.missed,
      column.unknown,
      column.guests,
    ],
    rows: summaries.map((gathering) => [
      dayCell(gathering.day),
      textCell(gathering.startTime),
      textCell(gathering.title),
      textCell(gathering.groupName ?? words.wholeAssociation),
      textCell(gathering.isHostRestricted ? null : gathering.place),
      textCell(gathering.isHostRestricted ? null : gathering.hostName),
      textCell(words.gatheringStates[gathering.state]),
      numberCell(gathering.counts.invited),
      numberCell(gathering.counts.present),
      numberCell(gathering.counts.excused),
      numberCell(gathering.counts.missed),
      numberCell(gathering.counts.unknown),
      numberCell(gathering.guests),
    ]),
  }
}

/** Everybody invited to one gathering and whether they came. Throws RuleBroken `notFound`. */
export async function exportAttendance(db: Reader, gatheringId: string, { words }: ExportWords): Promise<ExportTable> {
  const gathering = await liveRow(db, 'gathering', gatheringId)
  const { rows } = await sql<Pick<Row<'attendance'>, 'name_snapshot' | 'neighbourhood_snapshot' | 'status' | 'reason'>>`
    SELECT a.name_snapshot, a.neighbourhood_snapshot, a.status, a.reason FROM attendance AS a LEFT JOIN person AS p ON p.id = a.person_id
    WHERE a.gathering_id = ${gatheringId} AND a.deleted_at IS NULL AND a.name_snapshot <> ''
      AND a.person_id NOT IN ${sql.raw(restrictedPeople)} ORDER BY p.sort_name, a.name_snapshot`.execute(db)
  const column = words.columns
  return {
    title: `${words.lists.attendance} ${gathering.title} ${gathering.day}`,
    headings: [column.name, column.neighbourhood, column.attendance, column.reason],
    rows: rows.map((row) => [
      textCell(row.name_snapshot),
      textCell(row.neighbourhood_snapshot),
      textCell(words.attendance[row.status]),
      // A reason counts only while somebody was not there.
      textCell(
        row.reason && (row.status === 'afgemeld' || row.status === 'niet_gekomen')
          ? words.absenceReasons[row.reason]
          : '',
      ),
    ]),
  }
}

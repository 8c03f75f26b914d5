// Dammetjes per quarter, what grew out of them, and to which offices neighbours went along. No names, and nobody's balance.
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { type InstitutionKind, institutionKinds, isAccompaniment } from '../../../shared/domain/mutual-help.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import type { Report } from '../reports/report.ts'
import { count, facts, share, table, text, word } from '../reports/report-cells.ts'

type Act = Row<'help_act'>

export const helpActsReport: Report = {
  code: 'help_acts',
  module: 'help',
  async build(db, { from, until }) {
    const all = await actsBefore(db, addDays(until, 1))
    const within = all.filter((act) => act.done_day >= from)
    const done = within.filter(({ outcome }) => outcome === 'gedaan')
    const ledOn = secondContacts(all)
    const jobs = await jobsBetween(db, from, until)
    const ledToMore = (acts: readonly Act[]) => share(acts.filter((act) => ledOn.has(act.id)).length, acts.length)
    const quarters = [...Map.groupBy(within, (act) => quarterOf(act.done_day))].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      blocks: [
        facts(null, {
          help_done: count(done.length),
          help_not_taken: count(within.filter(({ outcome }) => outcome === 'niet_aangenomen').length),
          help_not_happened: count(within.filter(({ outcome }) => outcome === 'niet_doorgegaan').length),
          second_contact: ledToMore(done),
          jobs_done: count(jobs.length),
          jobs_grew: share(jobs.filter(({ grew_into }) => isMore(grew_into)).length, jobs.length),
        }),
        table(
          'help_by_quarter',
          ['quarter', 'help_done', 'help_not_taken', 'second_contact'],
          quarters.map(([quarter, acts]) => {
            const ofQuarter = acts.filter(({ outcome }) => outcome === 'gedaan')
            return [
              text(quarter),
              count(ofQuarter.length),
              count(acts.filter(({ outcome }) => outcome === 'niet_aangenomen').length),
              ledToMore(ofQuarter),
            ]
          }),
        ),
        table(
          'accompaniments',
          ['institution', 'times'],
          [...countByInstitution(done)].map(([kind, times]) => [word(`institution_${kind}`), count(times)]),
        ),
      ],
    }
  },
}

async function actsBefore(db: Reader, day: Day): Promise<Act[]> {
  return db
    .selectFrom('help_act')
    .selectAll()
    .where('deleted_at', 'is', null)
    .where('done_day', '<', day)
    .orderBy('done_day')
    .orderBy('row_no')
    .execute()
}

async function jobsBetween(db: Reader, from: Day, until: Day) {
  return db
    .selectFrom('help_job')
    .select('grew_into')
    .where('deleted_at', 'is', null)
    .where('state', '=', 'gedaan')
    .where('first_day', '>=', from)
    .where('first_day', '<=', until)
    .execute()
}

const isMore = (grewInto: Act['grew_into']) => grewInto !== null && grewInto !== 'niets'

/**
 * The acts after which the two met again: somebody said so, or they helped each other later, either way round. What nobody knows is
 * no second contact, and it stays in the number it is a part of.
 */
function secondContacts(acts: readonly Act[]): ReadonlySet<string> {
  const later = new Set<string>()
  const ledOn = new Set<string>()
  for (const act of acts.filter(({ outcome }) => outcome === 'gedaan').toReversed()) {
    const { giver_person_id: giver, receiver_person_id: receiver } = act
    const two = giver !== null && receiver !== null ? [giver, receiver].sort().join(' ') : undefined
    if (isMore(act.grew_into) || (two !== undefined && later.has(two))) ledOn.add(act.id)
    if (two !== undefined) later.add(two)
  }
  return ledOn
}

/** "2026-Q4" */
const quarterOf = (day: Day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

function countByInstitution(acts: readonly Act[]): Map<InstitutionKind | 'unknown', number> {
  const counts = new Map<InstitutionKind | 'unknown', number>()
  for (const kind of [...institutionKinds, 'unknown'] as const) {
    const times = acts.filter((act) => isAccompaniment(act.category) && (act.institution ?? 'unknown') === kind).length
    if (times > 0) counts.set(kind, times)
  }
  return counts
}

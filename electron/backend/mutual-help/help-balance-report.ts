// Whether more is offered than asked, per binnenbuurt, and how many only ever gave. Of the neighbourhood as a whole: nobody's account.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { groupsOn } from '../gatherings/gathering-queries.ts'
import type { Report } from '../reports/report.ts'
import { count, facts, persons, share, table, text, word } from '../reports/report-cells.ts'
import { helpersOn } from './offer-queries.ts'

export const helpBalanceReport: Report = {
  code: 'help_balance',
  module: 'help',
  async build(db, { from, until }, today) {
    const helpers = await helpersOn(db, today)
    const requests = await requestsBetween(db, from, until)
    const onlyGave = await countOnlyGave(db, until)
    const groups = await groupsOn(db, today)
    const rows = [
      ...groups.map(({ id, name }) => ({
        name: text(name),
        helpers: helpers.filter(({ neighbour }) => neighbour.groups.some((group) => group.id === id)),
        requests: requests.filter(({ groupId }) => groupId === id),
      })),
      {
        name: word('no_group'),
        helpers: helpers.filter(({ neighbour }) => neighbour.groups.length === 0),
        requests: requests.filter(({ groupId }) => groupId === null || groups.every(({ id }) => id !== groupId)),
      },
    ].filter((row) => row.helpers.length + row.requests.length > 0)
    const offersOf = (of: typeof helpers) => of.reduce((sum, { categories }) => sum + categories.length, 0)
    const met = (of: typeof requests) => of.filter(({ isMet }) => isMet).length
    return {
      blocks: [
        facts(null, {
          help_offers: count(offersOf(helpers)),
          help_requests: count(requests.length),
          requests_met: share(met(requests), requests.length),
          requests_for_others: share(requests.filter(({ isForOther }) => isForOther).length, requests.length),
          only_gave: persons(onlyGave),
        }),
        table(
          'help_by_group',
          ['group', 'help_offers', 'help_requests', 'offers_per_request', 'requests_met'],
          rows.map((row) => [
            row.name,
            count(offersOf(row.helpers)),
            count(row.requests.length),
            row.requests.length === 0
              ? { kind: 'none' }
              : count(Math.round((offersOf(row.helpers) / row.requests.length) * 10) / 10),
            share(met(row.requests), row.requests.length),
          ]),
        ),
      ],
    }
  },
}

async function requestsBetween(db: Reader, from: Day, until: Day) {
  const rows = await db
    .selectFrom('help_request')
    .select(['neighbourhood_id', 'state', 'lasting', 'asked_by_person_id'])
    .where('deleted_at', 'is', null)
    .where('asked_day', '>=', from)
    .where('asked_day', '<=', until)
    .execute()
  return rows.map((row) => ({
    groupId: row.neighbourhood_id,
    isMet: row.state === 'gedaan' || (row.state === 'afgesproken' && row.lasting === 1),
    isForOther: row.asked_by_person_id !== null,
  }))
}

/** Helped at least once, and was never helped nor asked for anything. */
async function countOnlyGave(db: Reader, until: Day): Promise<number> {
  const acts = await db
    .selectFrom('help_act')
    .select(['giver_person_id', 'receiver_person_id'])
    .where('deleted_at', 'is', null)
    .where('outcome', '=', 'gedaan')
    .where('done_day', '<=', until)
    .execute()
  const asked = await db
    .selectFrom('help_request')
    .select('person_id')
    .where('deleted_at', 'is', null)
    .where('asked_day', '<=', until)
    .execute()
  const givers = new Set(acts.flatMap(({ giver_person_id: id }) => id ?? []))
  const others = new Set([
    ...acts.flatMap(({ receiver_person_id: id }) => id ?? []),
    ...asked.flatMap(({ person_id: id }) => id ?? []),
  ])
  return [...givers].filter((id) => !others.has(id)).length
}

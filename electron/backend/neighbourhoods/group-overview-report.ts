// The groups on one page: how big, who looks after them, how often they met, what is still to be done, and how many run well.
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { countPaying } from '../dues/count-paying.ts'
import { followUpsLike } from '../follow-ups/follow-up-queries.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import type { Report } from '../reports/report.ts'
import { count, dayOrNone, facts, none, persons, sentence, table, text, word } from '../reports/report-cells.ts'
import { groupsOfPeople, neighbourhoodsBetween } from './neighbourhood-queries.ts'

export const groupOverviewReport: Report = {
  code: 'group_overview',
  module: null,
  async build(db, { from, until }, today) {
    const day = until < today ? until : today
    const groups = await neighbourhoodsBetween(db, { from: day, until: day })
    const { all, byGroup } = await countPaying(db, day)
    const held = await gatheringSummaries(db, { stored: 'gehouden', from, until: addDays(until, 1) }, today)
    const followUps = await followUpsLike(db, { states: ['open'] }, today)
    const groupOf = await groupsOfPeople(db, today)
    const openFollowUps = (id: string) => followUps.filter(({ personId }) => groupOf.get(personId)?.has(id)).length
    const running = groups.filter(({ status }) => status === 'loopt_goed').length
    return {
      blocks: [
        facts(null, {
          groups: count(groups.length),
          groups_run_well: word('n_of_m', { n: running, m: groups.length }),
          groups_staffed: word('n_of_m', {
            n: groups.filter(({ seats }) => seats.state === 'bezet').length,
            m: groups.length,
          }),
          members: persons(all.members),
          gatherings_held: count(held.length),
        }),
        // Of these only what holds now is kept.
        ...(day < today ? [sentence('group_overview_of_now', {})] : []),
        table(
          'groups',
          ['group', 'how_it_goes', 'members', 'places', 'gatherings_of_promised', 'last_gathering', 'open_follow_ups'],
          groups.map((group) => [
            text(group.name),
            group.status === null ? none : word(`status_${group.status}`),
            persons(byGroup.get(group.id)?.members ?? 0),
            word(`seats_${group.seats.state}`),
            ofPromised(held.filter(({ groupId }) => groupId === group.id).length, group.gatherings.goal),
            dayOrNone(held.findLast(({ groupId }) => groupId === group.id)?.day ?? null),
            persons(openFollowUps(group.id)),
          ]),
        ),
      ],
    }
  },
}

const ofPromised = (n: number, m: number) => (m > 0 ? word('n_of_m', { n, m }) : count(n))

// How soon newcomers were spoken to, told what is on and visited; and how many were brought by somebody.
import { daysBetween } from '../../../shared/domain/calendar-date.ts'
import { newcomerSteps } from '../../../shared/domain/newcomer.ts'
import type { Report } from '../reports/report.ts'
import { count, facts, none, persons, personsOf, shareOfPersons, table, word } from '../reports/report-cells.ts'
import { type NewcomerView, newcomersLike } from './newcomer-queries.ts'
import { welcomeTargets } from './welcome-settings.ts'

export const newcomersReport: Report = {
  code: 'newcomers',
  module: 'newcomers',
  async build(db, { from, until }, today) {
    const everybody = await newcomersLike(db, today)
    const arrived = everybody.filter(({ arrivedDay }) => arrivedDay >= from && arrivedDay <= until)
    const targets = await welcomeTargets(db)
    const within = { contact: targets.contactWithin, informed: targets.informedWithin, visited: targets.visitedWithin }
    const cameInvited = arrived.filter(({ invitedBy }) => invitedBy !== null)
    const newcomerIds = new Set(everybody.map(({ personId }) => personId))
    const byNewcomers = cameInvited.filter(({ invitedBy }) => invitedBy !== null && newcomerIds.has(invitedBy.id))
    return {
      blocks: [
        facts(null, {
          newcomers_arrived: persons(arrived.length),
          newcomers_invited: personsOf(cameInvited.length, arrived.length),
          newcomers_by_newcomers: personsOf(byNewcomers.length, cameInvited.length),
        }),
        table(
          'newcomers_welcome',
          ['step', 'target_days', 'step_done', 'in_time', 'usual_days'],
          newcomerSteps.map((step) => {
            const steps = arrived.map((newcomer) => ({ newcomer, ...stepOf(newcomer, step) }))
            const done = steps.filter(({ day }) => day !== null)
            const days = done.map(({ newcomer, day }) => daysBetween(newcomer.arrivedDay, day ?? newcomer.arrivedDay))
            return [
              word(`step_${step}`),
              count(within[step]),
              personsOf(done.length, arrived.length),
              // Of everybody who arrived: who was never spoken to stays in the number.
              shareOfPersons(steps.filter(({ state }) => state === 'inTime').length, arrived.length),
              middleOf(days) === undefined ? none : count(middleOf(days) ?? 0),
            ]
          }),
        ),
      ],
    }
  },
}

function stepOf({ steps }: NewcomerView, step: (typeof newcomerSteps)[number]) {
  const found = steps.find((each) => each.step === step)
  return { day: found?.day ?? null, state: found?.state }
}

/** Half of them took this many days or fewer. Of fewer than five it would say too much of one. */
function middleOf(days: readonly number[]): number | undefined {
  if (days.length < 5) return undefined
  return days.toSorted((a, b) => a - b)[Math.floor((days.length - 1) / 2)]
}

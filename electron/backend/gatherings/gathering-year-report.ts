// The gatherings of a year by what kind they were and what they were for. One may serve several goals, so those do not add up.
import { cameTo } from '../../../shared/domain/attendance.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { connectionKinds, gatheringGoals, readCodes, workForms } from '../../../shared/domain/gathering-forms.ts'
import type { Reader } from '../database/transaction.ts'
import type { Report, ReportPeriod } from '../reports/report.ts'
import { count, facts, persons, table, word } from '../reports/report-cells.ts'
import { gatheringSummaries } from './gathering-queries.ts'

export const gatheringYearReport: Report = {
  code: 'gathering_year',
  module: 'forms',
  async build(db, period, today) {
    const held = await heldWithForms(db, period, today)
    const sum = (gatherings: typeof held) => persons(gatherings.reduce((total, { came }) => total + came, 0))
    const unnamed = held.filter(({ workForm }) => workForm === null)
    return {
      blocks: [
        facts(null, {
          gatherings_held: count(held.length),
          people_came: sum(held),
          volunteer_hours: count(held.reduce((total, { volunteerHours }) => total + volunteerHours, 0)),
          themes_asked_for: count(held.filter(({ themeAsked }) => themeAsked).length),
        }),
        table(
          'work_forms',
          ['work_form', 'gatherings_held', 'people_came'],
          [
            ...workForms.map((form) => {
              const ofForm = held.filter(({ workForm }) => workForm === form)
              return [word(`form_${form}`), count(ofForm.length), sum(ofForm)]
            }),
            ...(unnamed.length > 0 ? [[word('not_named'), count(unnamed.length), sum(unnamed)]] : []),
          ],
          [word('total'), count(held.length), sum(held)],
        ),
        table(
          'goals',
          ['goal', 'gatherings_held'],
          gatheringGoals.map((goal) => [
            word(`goal_${goal}`),
            count(held.filter(({ goals }) => goals.includes(goal)).length),
          ]),
        ),
        table(
          'connections',
          ['connection', 'gatherings_held'],
          [
            ...connectionKinds.map((kind) => [
              word(`connection_${kind}`),
              count(held.filter(({ connections }) => connections.includes(kind)).length),
            ]),
            [
              word('connection_all'),
              count(held.filter(({ connections }) => connections.length === connectionKinds.length).length),
            ],
          ],
        ),
      ],
    }
  },
}

async function heldWithForms(db: Reader, { from, until }: ReportPeriod, today: string) {
  const summaries = await gatheringSummaries(db, { stored: 'gehouden', from, until: addDays(until, 1) }, today)
  const rows = await db
    .selectFrom('gathering')
    .select(['id', 'work_form', 'goals', 'connections', 'volunteer_hours', 'theme_asked'])
    .where('state', '=', 'gehouden')
    .where('deleted_at', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .execute()
  const forms = new Map(rows.map((row) => [row.id, row]))
  return summaries.map((summary) => {
    const form = forms.get(summary.id)
    return {
      came: cameTo(summary),
      workForm: form?.work_form ?? null,
      goals: readCodes(gatheringGoals, form?.goals ?? null),
      connections: readCodes(connectionKinds, form?.connections ?? null),
      volunteerHours: form?.volunteer_hours ?? 0,
      themeAsked: form?.theme_asked === 1,
    }
  })
}

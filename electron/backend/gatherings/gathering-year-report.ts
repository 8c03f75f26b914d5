// The gatherings of a year by what kind they were and what they were for. One may serve several goals, so those do not add up.
import { cameTo } from '../../../shared/domain/attendance.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import {
  type ConnectionKind,
  connectionKinds,
  gatheringGoals,
  readCodes,
  workForms,
} from '../../../shared/domain/gathering-forms.ts'
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
    const others = await othersByConnection(db, period)
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
          ['connection', 'gatherings_held', ...others.map(({ column }) => column)],
          [...connectionKinds, 'all' as const].map((kind) => [
            word(`connection_${kind}`),
            ...[held, ...others.map(({ rows }) => rows)].map((rows) => count(rows.filter(connects(kind)).length)),
          ]),
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

type Connecting = { readonly connections: readonly ConnectionKind[] }

const connects =
  (kind: ConnectionKind | 'all') =>
  ({ connections }: Connecting) =>
    kind === 'all' ? connections.length === connectionKinds.length : connections.includes(kind)

/** Pairs that were formed and help that was given, by whom they connect; nothing of what no one says that of. */
async function othersByConnection(db: Reader, { from, until }: ReportPeriod) {
  const pairs = await db
    .selectFrom('pair')
    .select('connections')
    .where('connections', 'is not', null)
    .where('from_day', '>=', from)
    .where('from_day', '<=', until)
    .where('deleted_at', 'is', null)
    .execute()
  const acts = await db
    .selectFrom('help_act')
    .select('connections')
    .where('connections', 'is not', null)
    .where('outcome', '=', 'gedaan')
    .where('done_day', '>=', from)
    .where('done_day', '<=', until)
    .where('deleted_at', 'is', null)
    .execute()
  const read = (rows: readonly { readonly connections: string | null }[]) =>
    rows.map(({ connections }) => ({ connections: readCodes(connectionKinds, connections) }))
  return [
    { column: 'pairs_formed', rows: read(pairs) },
    { column: 'acts_given', rows: read(acts) },
  ].filter(({ rows }) => rows.length > 0)
}

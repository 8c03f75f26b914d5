// The one page an association takes to the meeting of the network: how it is going, in numbers, and one question.
import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { rateMonthsOf } from '../dues/agreement-queries.ts'
import { countPaying } from '../dues/count-paying.ts'
import { neighbourhoodsBetween } from '../neighbourhoods/neighbourhood-queries.ts'
import type { Report, ReportPeriod } from '../reports/report.ts'
import { cents, count, facts, list, none, persons, personsOf, sentence, share } from '../reports/report-cells.ts'
import { findPoints } from './working-group-queries.ts'

export const networkSheetReport: Report = {
  code: 'network_sheet',
  module: 'ideas',
  async build(db, period, today) {
    const day = period.until < today ? period.until : today
    const groups = await neighbourhoodsBetween(db, { from: day, until: day })
    const running = groups.filter(({ status }) => status === 'loopt_goed').length
    const { members, paying } = (await countPaying(db, day)).all
    const fee = await usualFee(db, day)
    const waiting = (await findPoints(db)).filter(({ broughtDay }) => broughtDay === null)
    const words = (kind: (typeof waiting)[number]['kind']) =>
      waiting.filter((point) => point.kind === kind).map((point) => point.words)
    return {
      blocks: [
        facts(null, {
          groups: count(groups.length),
          running_well: share(running, groups.length),
          members: persons(members),
          paying_people: personsOf(paying, members),
          fee_a_month: fee === null ? none : cents(fee),
          gatherings_held: count(await countHeld(db, period)),
        }),
        // Of these only what holds now is kept.
        ...(day < today ? [sentence('network_sheet_of_now', {})] : []),
        list('themes_of_gatherings', await findThemes(db, period)),
        // One question is what the others have time for: the one that was written down last.
        list('our_question', words('vraag').slice(0, 1)),
        list('goes_well', words('goed')),
        list('is_hard', words('lastig')),
      ],
    }
  },
}

async function countHeld(db: Reader, { from, until }: ReportPeriod): Promise<number> {
  const { held } = await db
    .selectFrom('gathering')
    .select((eb) => eb.fn.countAll<number>().as('held'))
    .where('state', '=', 'gehouden')
    .where('deleted_at', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .executeTakeFirstOrThrow()
  return held
}

async function findThemes(db: Reader, { from, until }: ReportPeriod): Promise<string[]> {
  const rows = await db
    .selectFrom('gathering')
    .select('theme')
    .distinct()
    .where('state', '=', 'gehouden')
    .where('deleted_at', 'is', null)
    .where('theme', 'is not', null)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy(sql`theme COLLATE NOCASE`)
    .execute()
  return rows.flatMap(({ theme }) => theme ?? [])
}

/** Cents a month, rounded, of the plan that most members have; null where nobody pays. */
async function usualFee(db: Reader, day: Day): Promise<number | null> {
  const row = await runningAgreements(db, day)
    .innerJoin('fee_rate as r', 'r.fee_plan_id', 'a.fee_plan_id')
    .innerJoin('fee_plan as f', 'f.id', 'r.fee_plan_id')
    .select(['r.amount_cents', 'f.rate_months'])
    .where('r.deleted_at', 'is', null)
    .where('r.valid_from', '<=', day)
    // Of each plan the rate of that day only.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('fee_rate as newer')
            .select('newer.id')
            .whereRef('newer.fee_plan_id', '=', 'r.fee_plan_id')
            .whereRef('newer.valid_from', '>', 'r.valid_from')
            .where('newer.valid_from', '<=', day)
            .where('newer.deleted_at', 'is', null),
        ),
      ),
    )
    .groupBy('r.id')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('r.valid_from', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : Math.round(row.amount_cents / rateMonthsOf(row))
}

function runningAgreements(db: Reader, day: Day) {
  return db
    .selectFrom('fee_agreement as a')
    .where('a.deleted_at', 'is', null)
    .where('a.from_day', '<=', day)
    .where((eb) => eb.or([eb('a.until_day', 'is', null), eb('a.until_day', '>', day)]))
}

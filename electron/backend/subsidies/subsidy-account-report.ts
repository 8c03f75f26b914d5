// What a giver wants to know: how much was given, what it went to, how many people it reached, and what is left.
import type { Report } from '../reports/report.ts'
import { cents, count, dayOrNone, facts, none, persons, table, text, word } from '../reports/report-cells.ts'
import { subsidiesWithSpending } from './subsidy-queries.ts'

export const subsidyAccountReport: Report = {
  code: 'subsidy_account',
  module: 'subsidy',
  async build(db, { from, until }, today) {
    const isInside = (day: string | null) => day !== null && day >= from && day <= until
    const subsidies = (await subsidiesWithSpending(db, today)).filter(
      ({ grantedDay, accountDay, gatherings }) =>
        isInside(grantedDay) || isInside(accountDay) || gatherings.some(({ day }) => isInside(day)),
    )
    return {
      blocks: subsidies.flatMap((subsidy) => {
        const paid = subsidy.gatherings.filter(({ isHeld, isCalledOff }) => isHeld || isCalledOff)
        const held = subsidy.gatherings.filter(({ isHeld }) => isHeld)
        return [
          facts(null, {
            purpose: text(subsidy.purpose),
            giver: text(subsidy.giver),
            granted_day: dayOrNone(subsidy.grantedDay),
            granted: cents(subsidy.grantedCents),
            spent: cents(subsidy.spentCents),
            ...(subsidy.returnedCents === null ? {} : { returned: cents(subsidy.returnedCents) }),
            left: cents(subsidy.leftCents),
            ...(subsidy.plannedCents === 0 ? {} : { planned_costs: cents(subsidy.plannedCents) }),
            account_day: dayOrNone(subsidy.accountDay),
            accounted_day: dayOrNone(subsidy.accountedDay),
            gatherings_held: count(held.length),
          }),
          table(
            'paid_gatherings',
            ['gathering', 'day', 'people_came', 'cost'],
            [
              ...paid.map(({ title, day, isHeld, came, costCents }) => [
                text(title),
                dayOrNone(day),
                isHeld ? persons(came) : word('called_off'),
                costCents === null ? none : cents(costCents),
              ]),
              ...(subsidy.otherCents > 0 ? [[word('other_spending'), none, none, cents(subsidy.otherCents)]] : []),
            ],
            [word('total'), none, persons(held.reduce((sum, { came }) => sum + came, 0)), cents(subsidy.spentCents)],
          ),
        ]
      }),
    }
  },
}

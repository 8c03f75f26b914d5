import type { retention } from '../../../shared/contract/retention.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { expiringKinds } from '../../../shared/domain/retention.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { privacySettingsOf } from '../privacy/privacy-queries.ts'
import { agreeToLettingGo } from './agree.ts'
import { keepLonger, letPersonGo, letYearGo, stopKeeping } from './decide.ts'
import { pastRows } from './past-rows.ts'
import { askedAbout, keptUntil, peopleToGo, waitingPeople, yearsToGo } from './waiting-to-go.ts'

const peopleShown = 50
const soonDays = 30

export const retentionHandlers: HandlersOf<typeof retention, BookContext> = {
  async get(_input, context) {
    const { db } = context
    const today = context.today()
    const people = await peopleToGo(db, today)
    const soon = await pastRows(db, 'itself', addDays(today, soonDays))
    return {
      today,
      monthsAfterLeaving: (await privacySettingsOf(db)).monthsAfterLeaving,
      asked: await askedAbout(db, today),
      people: await waitingPeople(context, people.slice(0, peopleShown)),
      peopleInAll: people.length,
      years: await yearsToGo(db, today),
      kept: await keptUntil(db, today),
      byThemselves: expiringKinds.map((kind) => ({
        kind,
        soon: soon.filter((row) => row.retention === kind).length,
      })),
    }
  },
  async agree(_input, context) {
    await agreeToLettingGo(context)
    return null
  },
  async letPersonGo({ personId }, context) {
    await letPersonGo(context, personId)
    return null
  },
  async letYearGo({ year }, context) {
    await letYearGo(context, year)
    return null
  },
  keep: (input, context) => keepLonger(context, input),
  async stopKeeping({ id }, context) {
    await stopKeeping(context, id)
    return null
  },
}

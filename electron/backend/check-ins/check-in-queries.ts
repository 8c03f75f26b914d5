import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type CheckIn, checkInMoments, lifeDomains } from '../../../shared/domain/check-in.ts'
import type { Reader } from '../database/transaction.ts'

/** Everything that was answered, oldest first. Leaves the backend as averages alone. */
export async function findCheckIns(db: Reader): Promise<(CheckIn & { readonly day: Day })[]> {
  const rows = await db
    .selectFrom('check_in')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('day')
    .orderBy('row_no')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    moment: row.moment,
    day: row.day,
    answers: Object.fromEntries(lifeDomains.map((domain) => [domain, row[domain]])),
  }))
}

/** Which codes there are and when each answered, the newest code first. */
export async function listCodes(db: Reader) {
  const byCode = Map.groupBy(await findCheckIns(db), ({ code }) => code)
  return [...byCode]
    .map(([code, own]) => ({
      code,
      moments: checkInMoments.flatMap((moment) => {
        const found = own.find((checkIn) => checkIn.moment === moment)
        return found ? [{ moment, day: found.day }] : []
      }),
    }))
    .reverse()
}

// Members on a day, and those of them who have a running agreement on dues and are not exempt: counted in one way for every page
// that leaves the book. Somebody whose data may not be used is not counted.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { restrictedPeople } from '../rights/left-out.ts'
import { rowsOf } from './rows.ts'

export interface MemberCounts {
  readonly members: number
  readonly paying: number
}

export interface PayingCounts {
  readonly all: MemberCounts
  /** By the binnenbuurt they take part in on that day. */
  readonly byGroup: ReadonlyMap<string, MemberCounts>
}

const counted = `count(DISTINCT m.person_id) AS members, count(DISTINCT CASE WHEN a.id IS NOT NULL THEN m.person_id END) AS paying
  FROM membership m
  JOIN person p ON p.id = m.person_id AND p.deleted_at IS NULL AND (p.deceased_on IS NULL OR p.deceased_on > ?1)
  LEFT JOIN fee_agreement a ON a.membership_id = m.id AND a.deleted_at IS NULL
    AND (a.reduction_kind IS NULL OR a.reduction_kind <> 'exempt')
    AND a.from_day <= ?1 AND (a.until_day IS NULL OR a.until_day > ?1)`
const isMember = `m.person_id NOT IN ${restrictedPeople} AND m.deleted_at IS NULL AND m.kind = 'lid' AND m.from_day <= ?1 AND (m.until_day IS NULL OR m.until_day > ?1)`

export async function countPaying(db: Reader, day: Day): Promise<PayingCounts> {
  const [all] = await rowsOf<MemberCounts>(db, `SELECT ${counted} WHERE ${isMember}`, [day])
  const groups = await rowsOf<MemberCounts & { id: string }>(
    db,
    `SELECT nm.neighbourhood_id AS id, ${counted}
      JOIN neighbourhood_membership nm ON nm.person_id = m.person_id AND nm.deleted_at IS NULL
        AND nm.from_day <= ?1 AND (nm.until_day IS NULL OR nm.until_day > ?1)
      WHERE ${isMember} GROUP BY nm.neighbourhood_id`,
    [day],
  )
  return {
    all: all ?? { members: 0, paying: 0 },
    byGroup: new Map(groups.map(({ id, members, paying }) => [id, { members, paying }])),
  }
}

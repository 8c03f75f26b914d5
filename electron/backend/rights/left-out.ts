// Who is left out of what leaves the book or is sent. Somebody whose data are restricted is left out of all of it; somebody who said
// no, of what they said no to. Asked by whatever makes a list, a letter or a count, so that they can never differ.
import type { ConsentPurpose } from '../../../shared/domain/person-rights.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'
import { RuleBroken } from '../rule-broken.ts'

/** SQL: the ids of people whose data are kept and not used. */
export const restrictedPeople = '(SELECT person_id FROM restriction WHERE until_day IS NULL AND deleted_at IS NULL)'

/** SQL: those, and whoever said no to this purpose. */
export const leftOutOf = (purpose: ConsentPurpose): string =>
  `(SELECT person_id FROM ${restrictedPeople}
    UNION SELECT person_id FROM consent WHERE purpose = '${purpose}' AND withdrawn_day IS NOT NULL AND deleted_at IS NULL)`

/** The ids of people who are left out of what serves this purpose. */
export function peopleLeftOut(db: Reader, purpose: ConsentPurpose): Promise<ReadonlySet<string>> {
  return peopleIn(db, leftOutOf(purpose))
}

/** The ids of people whose data are kept and not used. */
export function peopleRestricted(db: Reader): Promise<ReadonlySet<string>> {
  return peopleIn(db, restrictedPeople)
}

/** Nobody is asked for anything while their data are kept and not used. @throws RuleBroken useRestricted */
export async function refuseRestricted(db: Reader, personIds: readonly (string | null)[]): Promise<void> {
  const restricted = await peopleRestricted(db)
  if (personIds.some((id) => id !== null && restricted.has(id))) throw new RuleBroken('useRestricted')
}

/** The ids of people who said yes to this purpose, did not take it back, and whose data may be used. */
export function whoAgreedTo(db: Reader, purpose: ConsentPurpose): Promise<ReadonlySet<string>> {
  return peopleIn(
    db,
    `(SELECT person_id FROM consent WHERE purpose = '${purpose}' AND given_day IS NOT NULL AND withdrawn_day IS NULL
      AND deleted_at IS NULL AND person_id NOT IN ${restrictedPeople})`,
  )
}

async function peopleIn(db: Reader, found: string): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ person_id: string }>(db, `SELECT person_id FROM ${found}`)
  return new Set(rows.map(({ person_id }) => person_id))
}

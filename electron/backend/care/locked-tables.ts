// What stands behind the lock of care, read from the declarations: other areas that show whatever a table holds ask this first.
import { allTables } from '../database/schema.ts'
import type { CareLock } from './care-lock.ts'

/** Who looks in on whom, and when, stands on Overzicht for everybody; it never says why. */
const openToAll = 'follow_up'
const careTables = new Set<string>(
  allTables.filter(({ scope, name }) => scope === 'zorg' && name !== openToAll).map(({ name }) => name),
)
const none: ReadonlySet<string> = new Set()

/** Names of the tables of which nothing may leave the backend now. */
export const lockedTables = (lock: CareLock): ReadonlySet<string> => (lock.opensUntil() === null ? careTables : none)

// A person together with where they live, read at once so that all that is wrong is said at once.
import type { Address } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addressValues } from '../households/household-values.ts'
import { readAll } from '../rule-broken.ts'
import { type PersonFields, personValues } from './person-values.ts'

/**
 * @param address null: not an address of their own, or left as it is
 * @param addressIn the field that holds it
 * @throws RuleBroken for the first that is wrong, with the others
 */
export function readPerson(fields: PersonFields, address: Address | null, addressIn: 'home' | 'address', today: Day) {
  return readAll({
    values: () => personValues(fields, today),
    home: () => address && addressValues(address, `${addressIn}.`),
  })
}

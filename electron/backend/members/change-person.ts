import type { Address } from '../../../shared/domain/address.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { findAddress, findLivePerson, type Person } from './person-queries.ts'
import type { PersonFields, personValues } from './person-values.ts'
import { readPerson } from './read-person.ts'

/** Only what is given; `undefined` leaves a field as it is. */
export type Changes<Fields> = { readonly [K in keyof Fields]?: Fields[K] | undefined }

/** Corrects what is written down. The address is that of everybody who lives there; moving is another thing. */
export async function changePerson(
  context: BookContext,
  id: string,
  fields: Changes<PersonFields>,
  address: Changes<Address>,
): Promise<void> {
  await write(context, { kind: 'personChanged', subject: { table: 'person', id } }, async (tx) => {
    const person = await findLivePerson(tx, id)
    const current = await findAddress(tx, person.householdId)
    const hasAddress = Object.keys(given(address)).length > 0
    const { values, home } = readPerson(
      { ...fieldsOf(person), ...given(fields) },
      hasAddress ? { ...current, ...given(address) } : null,
      'address',
      context.today(),
    )
    if (Object.keys(given(fields)).length > 0) await updatePerson(tx, id, values)
    if (home === null) return
    await tx.updateTable('household').set(home).where('id', '=', person.householdId).execute()
  })
}

/** Changes columns of one person; there must be one. @throws RuleBroken notFound */
export async function updatePerson(
  tx: Transaction,
  id: string,
  values: Partial<ReturnType<typeof personValues>> & {
    household_id?: string
    moved_on?: string | null
    deceased_on?: string | null
    deleted_at?: string | null
  },
): Promise<void> {
  const { numUpdatedRows } = await tx.updateTable('person').set(values).where('id', '=', id).executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'person' })
}

function fieldsOf(person: Person): PersonFields {
  const { name, ...fields } = person
  return { ...fields, ...name }
}

function given<Fields extends object>(fields: Changes<Fields>): Partial<Fields> {
  // Left out and undefined are the same thing to whoever asks.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>
}

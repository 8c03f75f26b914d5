// A payer as people know it: who it is about and where they live. The words between the names are the screen's.
import { formatStreet } from '../../../shared/domain/address.ts'
import type { Reader } from '../database/transaction.ts'
import type { PayerRef } from './payer-accounts.ts'
import { idList, rowsOf } from './rows.ts'

export interface PayerView extends PayerRef {
  readonly people: { id: string; given: string; family: string }[]
  readonly address: string | null
}

interface NamedRow {
  readonly payer_id: string
  readonly id: string
  readonly first_name: string
  readonly infix: string
  readonly last_name: string
  readonly called: string
  readonly householdId: string
  readonly isDeceased: 0 | 1
}

interface AddressRow {
  readonly payer_id: string
  readonly street: string
  readonly house_number: number | null
  readonly house_suffix: string
}

const names =
  'p.id, p.first_name, p.infix, p.last_name, p.called, p.household_id AS householdId, p.deceased_on IS NOT NULL AS isDeceased'

/** Views of payers, by `kind:id`. */
export async function payerViews(db: Reader, payers: readonly PayerRef[]): Promise<(payer: PayerRef) => PayerView> {
  const idsOf = (kind: PayerRef['kind']) => idList(payers.flatMap((payer) => (payer.kind === kind ? [payer.id] : [])))
  const households = idsOf('household')
  const people = idsOf('person')
  // Whose dues the household pays, of those who live there still; one that pays for nobody yet is known by who lives there.
  const named = [
    ...(await rowsOf<NamedRow>(
      db,
      `SELECT g.payer_household_id AS payer_id, ${names} FROM fee_agreement g JOIN person p ON p.id = g.person_id
        WHERE g.payer_household_id IN (SELECT value FROM json_each(?1)) AND g.deleted_at IS NULL AND p.deleted_at IS NULL
        GROUP BY g.payer_household_id, p.id ORDER BY p.id`,
      [households],
    )),
    ...(await rowsOf<NamedRow>(
      db,
      `SELECT p.id AS payer_id, ${names} FROM person p WHERE p.id IN (SELECT value FROM json_each(?1))`,
      [people],
    )),
  ]
  const peopleBy = groupPeople(named)
  const nameless = payers.filter((payer) => payer.kind === 'household' && !peopleBy.has(payer.id)).map(({ id }) => id)
  if (nameless.length > 0) {
    const residents = await rowsOf<NamedRow>(
      db,
      `SELECT p.household_id AS payer_id, ${names} FROM person p
        WHERE p.household_id IN (SELECT value FROM json_each(?1)) AND p.deleted_at IS NULL ORDER BY p.id`,
      [idList(nameless)],
    )
    for (const [id, group] of groupPeople(residents)) peopleBy.set(id, group)
  }
  const addresses = await rowsOf<AddressRow>(
    db,
    `SELECT h.id AS payer_id, h.street, h.house_number, h.house_suffix FROM household h WHERE h.id IN (SELECT value FROM json_each(?1))
      UNION ALL SELECT p.id, h.street, h.house_number, h.house_suffix FROM person p JOIN household h ON h.id = p.household_id
      WHERE p.id IN (SELECT value FROM json_each(?2))`,
    [households, people],
  )
  const addressBy = new Map(addresses.map((row) => [row.payer_id, streetOf(row)]))
  return (payer) => ({
    kind: payer.kind,
    id: payer.id,
    people: peopleBy.get(payer.id) ?? [],
    address: addressBy.get(payer.id) ?? null,
  })
}

/** A payment by its own id, which counter-rows name, and who paid it. */
interface PaidRow {
  readonly paymentId: string
  readonly payer: PayerRef
}

/**
 * Views of who paid what was paid: of a household also those whose dues it paid and who moved out or died since, or it would seem
 * that somebody else did.
 */
export async function payersThen(db: Reader, paid: readonly PaidRow[]): Promise<(row: PaidRow) => PayerView> {
  const viewOf = await payerViews(
    db,
    paid.map(({ payer }) => payer),
  )
  const rows = await rowsOf<NamedRow>(
    db,
    `SELECT a.payment_id AS payer_id, ${names} FROM allocation a JOIN due d ON d.id = a.due_id JOIN person p ON p.id = d.person_id
      WHERE a.payment_id IN (SELECT value FROM json_each(?1)) AND p.deleted_at IS NULL
      GROUP BY a.payment_id, p.id HAVING sum(a.amount_cents) > 0 ORDER BY p.id`,
    [idList(paid.flatMap(({ paymentId, payer }) => (payer.kind === 'household' ? [paymentId] : [])))],
  )
  const paidFor = Map.groupBy(rows, (row) => row.payer_id)
  return ({ paymentId, payer }) => {
    const view = viewOf(payer)
    const known = new Set(view.people.map(({ id }) => id))
    const gone = (paidFor.get(paymentId) ?? []).filter(({ id }) => !known.has(id))
    return gone.length === 0 ? view : { ...view, people: [...view.people, ...gone.map(personOf)] }
  }
}

export async function payerView(db: Reader, payer: PayerRef): Promise<PayerView> {
  return (await payerViews(db, [payer]))(payer)
}

function groupPeople(rows: readonly NamedRow[]): Map<string, PayerView['people']> {
  const groups = Map.groupBy(rows, (row) => row.payer_id)
  return new Map([...groups].map(([payerId, group]) => [payerId, stillThere(group, payerId).map(personOf)]))
}

/** Of the people of a household those who live there still; whoever moved out, or died, only where nobody else is left. */
export function stillThere<Person extends { readonly householdId: string; readonly isDeceased: boolean | 0 | 1 }>(
  people: readonly Person[],
  householdId: string,
): readonly Person[] {
  const alive = people.filter(({ isDeceased }) => !isDeceased)
  const atHome = alive.filter((person) => person.householdId === householdId)
  if (atHome.length > 0) return atHome
  return alive.length > 0 ? alive : people
}

const personOf = (row: NamedRow) => ({
  id: row.id,
  given: row.called || row.first_name,
  family: [row.infix, row.last_name].filter((part) => part !== '').join(' '),
})

function streetOf(row: AddressRow): string | null {
  const street = formatStreet({ street: row.street, houseNumber: row.house_number, houseSuffix: row.house_suffix })
  return street === '' ? null : street
}

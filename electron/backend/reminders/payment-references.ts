// Payment references [betalingskenmerken]: one per member per year, made when it is first needed. The number follows from the member
// and the year, so that two computers that both make it make the same one, and making it again after an undo changes nothing.
import { createHash } from 'node:crypto'
import { makePaymentReference } from '../../../shared/domain/payment-reference.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { type WriteContext, write } from '../database/write.ts'
import { idList, rowsOf } from '../dues/rows.ts'

/** Whose these references are. */
export function peopleOfReferences(
  db: Reader,
  references: Iterable<string>,
): Promise<{ readonly number: string; readonly personId: string }[]> {
  return rowsOf(
    db,
    `SELECT number, person_id AS personId FROM payment_reference WHERE deleted_at IS NULL
      AND number IN (SELECT value FROM json_each(?1))`,
    [idList(references)],
  )
}

/** Reference by person for a year: the one that was given, or the one that would be. */
export async function referencesFor(
  db: Reader,
  personIds: Iterable<string>,
  year: number,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(personIds)
  const given = await rowsOf<{ number: string; person_id: string }>(
    db,
    `SELECT number, person_id FROM payment_reference WHERE deleted_at IS NULL AND year = ?1
      AND person_id IN (SELECT value FROM json_each(?2)) ORDER BY id DESC`,
    [year, idList(wanted)],
  )
  const references = new Map(given.map((row) => [row.person_id, row.number]))
  const taken = new Map(await everGiven(db))
  for (const personId of wanted) {
    if (references.has(personId)) continue
    const number = firstFree(personId, year, taken)
    taken.set(number, personId)
    references.set(personId, number)
  }
  return references
}

/** Writes down the references of these people for a year that are not there yet. An action of its own: what stands on paper must be known. */
export async function giveReferences(
  context: BookContext,
  personIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, string>> {
  const count = await missing(context.db, personIds, year)
  if (count === 0) return referencesFor(context.db, personIds, year)
  return write(context, { kind: 'paymentReferencesGiven', details: { count, year } }, (tx) =>
    keepReferences(tx, context, personIds, year),
  )
}

/** The same inside an action. */
export async function keepReferences(
  tx: Transaction,
  context: WriteContext,
  personIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, string>> {
  const references = await referencesFor(tx, personIds, year)
  const known = await knownAmong(tx, references.values())
  const added = [...references].filter(([, number]) => !known.has(number))
  await insertRows(
    tx,
    'payment_reference',
    added.map(([person_id, number]) => ({ id: context.newId(), person_id, year, number })),
  )
  return references
}

async function missing(db: Reader, personIds: readonly string[], year: number): Promise<number> {
  const references = await referencesFor(db, personIds, year)
  const known = await knownAmong(db, references.values())
  return [...references.values()].filter((number) => !known.has(number)).length
}

async function knownAmong(db: Reader, references: Iterable<string>): Promise<ReadonlySet<string>> {
  return new Set((await peopleOfReferences(db, references)).map(({ number }) => number))
}

/** Those in the bin too: a number never gets a second owner. */
async function everGiven(db: Reader): Promise<[number: string, personId: string][]> {
  const rows = await rowsOf<{ number: string; person_id: string }>(
    db,
    'SELECT number, person_id FROM payment_reference',
  )
  return rows.map((row) => [row.number, row.person_id])
}

function firstFree(personId: string, year: number, taken: ReadonlyMap<string, string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const number = referenceFrom(personId, year, attempt)
    if (number !== undefined && (taken.get(number) ?? personId) === personId) return number
  }
}

/** The year in two digits, so that a treasurer sees which it is, and thirteen that look like chance. */
function referenceFrom(personId: string, year: number, attempt: number): string | undefined {
  const hash = createHash('sha256').update(`betalingskenmerk ${personId} ${year} ${attempt}`).digest('hex')
  const digits = BigInt(`0x${hash}`) % 10_000_000_000_000n
  return makePaymentReference(String(year % 100).padStart(2, '0') + String(digits).padStart(13, '0'))
}

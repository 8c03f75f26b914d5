// Taking away who somebody was while every amount, count and period stays: for who left or died. It cannot be undone, so it first
// says what goes and what stays, and it waits for whatever still needs the name.
import { addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { BookContext } from '../context.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { mandatesOfPerson } from '../direct-debit/mandate-queries.ts'
import { loadAccountFor } from '../dues/account-state.ts'
import { openDuesByPerson } from '../dues/ledger-queries.ts'
import { rowsOf } from '../dues/rows.ts'
import { addressValues } from '../households/household-values.ts'
import { RuleBroken } from '../rule-broken.ts'
import { dayInBin, erase, eraseAlong } from '../sync/merge/erase-rows.ts'
import { emptiedHousehold, takenDetails } from '../sync/merge/erase-rules.ts'
import { writeErasure } from '../sync/merge/write-erasure.ts'
import { readPersonPage } from './person-page.ts'
import { findLivePerson } from './person-queries.ts'

type TakeDetailsHindrance =
  | { readonly code: 'eraseStillBelongs'; readonly details: Record<string, never> }
  | {
      readonly code: 'eraseDuesOpen' | 'eraseCreditLeft' | 'eraseOwesBack'
      readonly details: { readonly cents: Cents }
    }
  | { readonly code: 'erasePaysForOthers'; readonly details: Record<string, never> }
  | { readonly code: 'eraseMandateKept'; readonly details: { readonly until: Day } }

/** For so long a payer may say that a collection was never allowed; then the mandate is the answer. */
const monthsMandateIsNeeded = 13

export async function previewTakeDetails(context: BookContext, personId: string) {
  const { db } = context
  await findLivePerson(db, personId)
  const [payments] = await rowsOf<{ count: number; cents: Cents }>(
    db,
    `SELECT count(*) AS count, coalesce(sum(cents), 0) AS cents FROM (
        SELECT sum(a.amount_cents) AS cents FROM allocation a JOIN due d ON d.id = a.due_id
        WHERE d.person_id = ?1 GROUP BY a.payment_id HAVING sum(a.amount_cents) > 0)`,
    [personId],
  )
  const count = async (table: string, condition: string) => {
    const [row] = await rowsOf<{ count: number }>(
      db,
      `SELECT count(*) AS count FROM ${table} WHERE deleted_at IS NULL AND ${condition}`,
      [personId],
    )
    return row?.count ?? 0
  }
  return {
    hindrance: await findHindrance(context, personId),
    mandates: await count('mandate', 'person_id = ?1'),
    followUps: await count('follow_up', 'person_id = ?1'),
    gatherings: await count('attendance', "person_id = ?1 AND status = 'aanwezig'"),
    payments: payments?.count ?? 0,
    paidCents: payments?.cents ?? 0,
  }
}

/** @throws RuleBroken notFound, or why it has to wait: see {@link TakeDetailsHindrance} */
export async function takeDetails(context: BookContext, personId: string): Promise<void> {
  const subject = { table: 'person', id: personId } as const
  await writeErasure(context, { kind: 'personDetailsTaken', subject }, async (tx, { seq, at }) => {
    const person = await findLivePerson(tx, personId)
    const hindrance = await findHindrance({ ...context, db: tx }, personId)
    if (hindrance) throw new RuleBroken(hindrance.code, hindrance.details)
    const isAlone = await livesAlone(tx, person.householdId, personId)
    await erase(tx, takenDetails, personId, at)
    if (isAlone) await erase(tx, emptiedHousehold, person.householdId, at)
    await eraseAlong(tx, at)
    await moveOut(tx, context, { personId, householdId: person.householdId, isAlone })
    await forgetChanges(tx, seq)
  })
}

async function findHindrance(
  { db, today }: { readonly db: Reader; readonly today: () => Day },
  personId: string,
): Promise<TakeDetailsHindrance | null> {
  const { status } = await readPersonPage(db, personId, today())
  if (status !== 'oud_lid' && status !== 'overleden') return { code: 'eraseStillBelongs', details: {} }
  return findNeedForName({ db, today }, personId)
}

/** What still needs to know who this is: money that is owed either way, others who are paid for, a mandate that must be shown. */
export async function findNeedForName(
  { db, today }: { readonly db: Reader; readonly today: () => Day },
  personId: string,
): Promise<TakeDetailsHindrance | null> {
  const openCents = (await openDuesByPerson(db, [personId])).get(personId) ?? 0
  if (openCents > 0) return { code: 'eraseDuesOpen', details: { cents: openCents } }
  const account = await loadAccountFor(db, personId, today())
  const others = account.agreements.filter(
    ({ row }) =>
      row.person_id !== personId && row.deleted_at === null && (row.until_day === null || row.until_day > today()),
  )
  if (account.creditCents > 0 && others.length === 0)
    return { code: 'eraseCreditLeft', details: { cents: account.creditCents } }
  if (account.creditCents < 0 && others.length === 0)
    return { code: 'eraseOwesBack', details: { cents: -account.creditCents } }
  if (others.length > 0 && account.payer.kind === 'person' && account.payer.id === personId)
    return { code: 'erasePaysForOthers', details: {} }
  const kept = (await mandatesOfPerson(db, personId)).flatMap(({ lastUsedOn }) =>
    lastUsedOn === null ? [] : [addMonths(lastUsedOn, monthsMandateIsNeeded)],
  )
  const until = kept.toSorted().at(-1)
  return until !== undefined && until > today() ? { code: 'eraseMandateKept', details: { until } } : null
}

async function livesAlone(db: Reader, householdId: string, personId: string): Promise<boolean> {
  const other = await db
    .selectFrom('person')
    .select('id')
    .where('household_id', '=', householdId)
    .where('id', '<>', personId)
    .executeTakeFirst()
  return other === undefined
}

const noAddress = addressValues({ street: '', houseNumber: null, houseSuffix: '', postcode: '', city: '' }, 'address.')

interface Leaver {
  readonly personId: string
  readonly householdId: string
  readonly isAlone: boolean
}

/** An address of others stays theirs: this person moves to none. */
async function moveOut(tx: Transaction, context: BookContext, { personId, householdId, isAlone }: Leaver) {
  const newHousehold = isAlone ? householdId : context.newId()
  if (!isAlone)
    await tx
      .insertInto('household')
      .values({ id: newHousehold, ...noAddress })
      .execute()
  await tx
    .updateTable('person')
    .set({ household_id: newHousehold, erased_on: context.today() })
    .where('id', '=', personId)
    .execute()
}

/** The journal forgets what these rows held; what they are now stays, for whoever keeps the book in step. */
async function forgetChanges(tx: Transaction, seq: number): Promise<void> {
  await rowsOf(
    tx,
    `UPDATE change SET before = NULL, after = CASE WHEN action_seq = ?1 AND op <> 'delete' THEN after ELSE ${dayInBin} END
      WHERE (table_name, row_id) IN (SELECT table_name, row_id FROM change WHERE action_seq = ?1)`,
    [seq],
  )
}

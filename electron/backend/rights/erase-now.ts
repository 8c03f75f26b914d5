// Everything of one person gone at once, as they asked [wissen]: what the law wants kept stays without the name. What it came to is
// written on a receipt on which nobody can be found.
import { addDays, dayOfClock, yearOf } from '../../../shared/domain/calendar-date.ts'
import { daysUntilErasedInCopies } from '../backup/copies-to-remove.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Reader } from '../database/transaction.ts'
import { findLivePerson } from '../members/person-queries.ts'
import { putAway } from '../members/remove-person.ts'
import { findNeedForName } from '../members/take-details.ts'
import { RuleBroken } from '../rule-broken.ts'
import { eraseHome } from '../sync/merge/erase-person.ts'
import { eraseAlong } from '../sync/merge/erase-rows.ts'
import { goesWhole } from '../sync/merge/erase-rules.ts'
import { writeErasure } from '../sync/merge/write-erasure.ts'
import { type PersonRow, personRows } from './person-rows.ts'

/** The ledger keeps its rows for so many years after the year they are of. */
const yearsInLedger = 7

export async function previewErase(context: BookContext, personId: string) {
  const { db, careLock, sharing, today } = context
  const person = await findLivePerson(db, personId)
  const isCareOpen = careLock.opensUntil() !== null
  const found = await personRows(db, person)
  const seen = found.filter(({ table }) => table.scope !== 'zorg' || isCareOpen)
  const { devices } = await sharing.state()
  return {
    ...(await consequencesOf(db, { rows: seen, today: today(), householdId: person.householdId })),
    devices: devices.filter(({ isHere }) => !isHere).map(({ name }) => name),
    hindrance: await findNeedForName({ db, today }, personId),
  }
}

/**
 * The receipt goes along to every computer, and whoever sees it come knows who it is about: it does not tell whether there was care.
 * @throws RuleBroken notFound, or why it has to wait: see previewErase
 */
export async function eraseNow(context: BookContext, personId: string): Promise<{ receiptId: string }> {
  const receiptId = context.newId()
  await writeErasure(context, { kind: 'personErased' }, async (tx, { at }) => {
    const { householdId } = await findLivePerson(tx, personId)
    const hindrance = await findNeedForName({ db: tx, today: context.today }, personId)
    if (hindrance) throw new RuleBroken(hindrance.code, hindrance.details)
    const rows = await personRows(tx, { id: personId, householdId })
    const { gone, stays, ledgerUntil, copiesUntil } = await consequencesOf(tx, {
      ...{ rows: rows.filter(({ table }) => table.scope !== 'zorg'), householdId },
      today: context.today(),
    })
    await putAway(tx, context, personId, at)
    await eraseHome(tx, { id: personId, household_id: householdId }, at)
    await eraseAlong(tx, at)
    await insertRows(tx, 'erasure_receipt', [
      {
        ...{ id: receiptId, erased_at: at, gone: JSON.stringify(gone), stays: JSON.stringify(stays) },
        ...{ ledger_until: ledgerUntil, copies_until: copiesUntil },
      },
    ])
  })
  return { receiptId }
}

interface Erasing {
  readonly rows: readonly PersonRow[]
  readonly householdId: string
  readonly today: string
}

async function consequencesOf(db: Reader, { rows, householdId, today }: Erasing) {
  const lives = await db.selectFrom('person').select('id').where('household_id', '=', householdId).limit(2).execute()
  const own = rows.filter(({ table, tie }) => tie === 'own' && (table.name !== 'household' || lives.length === 1))
  const counted = (kept: readonly PersonRow[]) =>
    [...Map.groupBy(kept, ({ table }) => table.name)].map(([table, each]) => ({ table, count: each.length }))
  const years = own.filter(({ table }) => table.class === 'fact').map(yearOfRow)
  return {
    gone: counted(own.filter(({ table }) => goesWhole(table.name))),
    stays: counted(own.filter(({ table }) => !goesWhole(table.name))),
    ledgerUntil: years.length === 0 ? null : `${Math.max(...years) + yearsInLedger}-12-31`,
    copiesUntil: addDays(today, daysUntilErasedInCopies),
  }
}

function yearOfRow({ table, row }: PersonRow): number {
  const day = table.bookedOn === undefined ? undefined : row[table.bookedOn]
  return yearOf(typeof day === 'string' ? day : dayOfClock(new Date(String(row.created_at))))
}

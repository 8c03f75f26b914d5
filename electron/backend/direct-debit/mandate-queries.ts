// What mandates there are, and what each allows on a day.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { HoldReason, MandateKind } from '../../../shared/domain/mandate.ts'
import type { Reader } from '../database/transaction.ts'
import { idList, isStanding, rowsOf } from '../dues/rows.ts'
import { RuleBroken } from '../rule-broken.ts'

export interface Mandate {
  readonly id: string
  readonly personId: string
  readonly reference: string
  readonly kind: MandateKind
  readonly holder: string
  readonly iban: string
  readonly signedOn: Day | null
  readonly heldOn: Day | null
  readonly holdReason: HoldReason | null
  readonly endedOn: Day | null
  readonly lastUsedOn: Day | null
  /** It was last used with another account. */
  readonly newAccount: boolean
  /** Whoever it is for has died. */
  readonly personDied: boolean
}

interface MandateRow extends Omit<Mandate, 'newAccount' | 'lastUsedOn' | 'personDied'> {
  readonly personDied: number
  readonly previousIban: string | null
  readonly usedBeforeOn: Day | null
  readonly lastCollectDay: Day | null
  readonly lastIban: string | null
}

// The last collection that still counts, whether the file went out already or not: the next one comes after it.
const lastItem = (column: string) =>
  `(SELECT ${column} FROM collection_item i JOIN collection c ON c.id = i.collection_id
      LEFT JOIN collection_debtor d ON d.item_id = i.id AND d.deleted_at IS NULL
    WHERE i.mandate_id = m.id AND ${isStanding('collection_item', 'i')}
    ORDER BY c.collect_day DESC, i.id DESC LIMIT 1)`

const mandateSelect = `SELECT m.id, m.person_id AS personId, m.reference, m.kind, m.holder, m.iban, m.signed_on AS signedOn,
    m.held_on AS heldOn, m.hold_reason AS holdReason, m.ended_on AS endedOn, m.previous_iban AS previousIban,
    m.used_before_on AS usedBeforeOn, ${lastItem('c.collect_day')} AS lastCollectDay, ${lastItem('d.iban')} AS lastIban,
    EXISTS (SELECT 1 FROM person p WHERE p.id = m.person_id AND p.deceased_on IS NOT NULL) AS personDied
  FROM mandate m WHERE m.deleted_at IS NULL`

/** Not those of people in the bin. */
export async function allMandates(db: Reader): Promise<Mandate[]> {
  const present = 'AND m.person_id IN (SELECT id FROM person WHERE deleted_at IS NULL)'
  return (await rowsOf<MandateRow>(db, `${mandateSelect} ${present} ORDER BY m.id`)).map(rowToMandate)
}

/** Newest first. */
export async function mandatesOfPerson(db: Reader, personId: string): Promise<Mandate[]> {
  const rows = await rowsOf<MandateRow>(db, `${mandateSelect} AND m.person_id = ?1 ORDER BY m.id DESC`, [personId])
  return rows.map(rowToMandate)
}

export async function mandatesOfPeople(db: Reader, personIds: Iterable<string>): Promise<Mandate[]> {
  const chosen = 'AND m.person_id IN (SELECT value FROM json_each(?1))'
  return (await rowsOf<MandateRow>(db, `${mandateSelect} ${chosen} ORDER BY m.id`, [idList(personIds)])).map(
    rowToMandate,
  )
}

export async function mandatesById(db: Reader, ids: Iterable<string>): Promise<ReadonlyMap<string, Mandate>> {
  const rows = await rowsOf<MandateRow>(db, `${mandateSelect} AND m.id IN (SELECT value FROM json_each(?1))`, [
    idList(ids),
  ])
  return new Map(rows.map((row) => [row.id, rowToMandate(row)]))
}

/** @throws RuleBroken notFound */
export async function findMandate(db: Reader, id: string): Promise<Mandate> {
  const mandate = (await mandatesById(db, [id])).get(id)
  if (!mandate) throw new RuleBroken('notFound', { table: 'mandate' })
  return mandate
}

/** References that are taken, ended mandates too: the bank remembers them. */
export async function takenReferences(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('mandate').select('reference').execute()
  return new Set(rows.map((row) => row.reference))
}

function rowToMandate({ previousIban, usedBeforeOn, lastCollectDay, lastIban, ...row }: MandateRow): Mandate {
  // Collected from here: the account in that file. Else, taken over from another administration: the account before the change.
  const before = lastCollectDay !== null ? lastIban : usedBeforeOn !== null ? previousIban : null
  return {
    ...row,
    lastUsedOn: lastCollectDay ?? usedBeforeOn,
    newAccount: before !== null && before !== row.iban,
    personDied: row.personDied === 1,
  }
}

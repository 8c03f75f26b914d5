// Somebody goes to the bin on one computer while another, which does not know, writes down money for them. The money stays, and so does
// the bin: which of the two was meant only people know. Who threw away hears it when the money comes in, who wrote the money down when
// the bin comes in.
import type { HintKind } from '../../../../shared/domain/merge-hint.ts'
import { insertRows } from '../../database/insert-rows.ts'
import type { Transaction } from '../../database/transaction.ts'
import { isStanding } from '../../dues/rows.ts'
import type { Here } from './here.ts'
import { listed, select } from './working-set.ts'

export interface CameIn {
  /** Ids of new rows, of whatever table. */
  readonly rows: readonly string[]
  /** Ids of people who went to the bin. */
  readonly binned: readonly string[]
}

export async function tellMoneyInTrash(tx: Transaction, here: Here, { rows, binned }: CameIn): Promise<void> {
  const found = [
    ...(rows.length > 0 ? await select(tx, `${peopleOfMoney} AND m.id IN ${listed}`, [JSON.stringify(rows)]) : []),
    ...(binned.length > 0
      ? await select(tx, `${peopleOfMoney} AND p.id IN ${listed} AND ${writtenBy}`, [
          JSON.stringify(binned),
          here.device,
        ])
      : []),
  ]
  const told = await select(tx, 'SELECT row_id FROM sync_hint WHERE kind = ?', [kind])
  const known = new Set(told.map(({ row_id }) => row_id))
  const ids = new Set(found.map(({ id }) => String(id)).filter((id) => !known.has(id)))
  await insertRows(
    tx,
    'sync_hint',
    [...ids].map((id) => ({
      ...{ id: here.newId(), kind, table_name: 'person', row_id: id },
      ...{ device: here.device, at: here.now().toISOString(), details: null },
    })),
  )
}

const kind = 'moneyInTrash' satisfies HintKind

/** Money that counts and that people wrote down: not what follows from agreements by itself, nor what was given or taken back. */
const money = `SELECT 'payment' AS of, t.id, t.payer_person_id AS person, t.payer_household_id AS household FROM payment AS t
    WHERE t.amount_cents > 0 AND ${isStanding('payment', 't')}
  UNION ALL SELECT 'collection_item', t.id, t.payer_person_id, t.payer_household_id FROM collection_item AS t
    WHERE ${isStanding('collection_item', 't')}
  UNION ALL SELECT 'due', t.id, t.person_id, NULL FROM due AS t WHERE t.kind = 'opening' AND ${isStanding('due', 't')}
  UNION ALL SELECT 'waiver', t.id, d.person_id, NULL FROM waiver AS t JOIN due AS d ON d.id = t.due_id WHERE ${isStanding('waiver', 't')}
  UNION ALL SELECT 'fee_agreement', t.id, t.person_id, NULL FROM fee_agreement AS t WHERE t.deleted_at IS NULL`

/** Who lies in the bin with money; of a household that pays those who went there together with it. */
const peopleOfMoney = `SELECT DISTINCT p.id FROM (${money}) AS m
  LEFT JOIN household AS h ON h.id = m.household AND h.deleted_at IS NOT NULL
  JOIN person AS p ON p.id = m.person OR (p.household_id = h.id AND p.deleted_at = h.deleted_at)
  WHERE p.deleted_at IS NOT NULL`

const writtenBy = `EXISTS (SELECT 1 FROM change AS c JOIN action AS a ON a.seq = c.action_seq
  WHERE c.table_name = m.of AND c.row_id = m.id AND c.op = 'insert' AND a.device = ? AND a.undone_by IS NULL)`

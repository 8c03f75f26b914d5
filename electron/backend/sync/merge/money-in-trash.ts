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
  readonly rows: string[]
  /** Ids of people who went to the bin. */
  readonly binned: string[]
}

export const nothingCameIn = (): CameIn => ({ rows: [], binned: [] })

export async function tellMoneyInTrash(tx: Transaction, here: Here, { rows, binned }: CameIn): Promise<void> {
  if (rows.length + binned.length === 0) return
  const [any] = await select(tx, 'SELECT 1 FROM person WHERE deleted_at IS NOT NULL LIMIT 1')
  if (!any) return
  const found = [
    ...(await select(tx, `${peopleWith(() => `t.id IN ${listed}`)} AND ${binnedBy}`, [
      ...moneyTables.map(() => JSON.stringify(rows)),
      here.device,
    ])),
    ...(await select(tx, `${peopleWith(writtenBy)} AND p.id IN ${listed}`, [
      ...moneyTables.map(() => here.device),
      JSON.stringify(binned),
    ])),
  ]
  if (found.length === 0) return
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

/**
 * Money that counts and that people wrote down, of a person `p` or of a household `h` that went to the bin together with that person:
 * not what follows from agreements by itself, nor what was given or taken back.
 */
const moneyTables = [
  ['payment', '(t.payer_person_id = p.id OR t.payer_household_id = h.id) AND t.amount_cents > 0'],
  ['collection_item', '(t.payer_person_id = p.id OR t.payer_household_id = h.id)'],
  ['due', "t.person_id = p.id AND t.kind = 'opening'"],
  ['waiver', 't.due_id IN (SELECT d.id FROM due AS d WHERE d.person_id = p.id)'],
  ['fee_agreement', 't.person_id = p.id AND t.deleted_at IS NULL'],
] as const

type MoneyTable = (typeof moneyTables)[number][0]

/** Who lies in the bin with such money; it is asked from the bin, in which there are few. */
function peopleWith(condition: (table: MoneyTable) => string): string {
  const money = moneyTables.map(([table, isOf]) => {
    const counts = table === 'fee_agreement' ? '' : `AND ${isStanding(table, 't')}`
    return `SELECT 1 FROM ${table} AS t WHERE ${isOf} ${counts} AND ${condition(table)}`
  })
  return `SELECT p.id FROM person AS p LEFT JOIN household AS h ON h.id = p.household_id AND h.deleted_at = p.deleted_at
    WHERE p.deleted_at IS NOT NULL AND EXISTS (${money.join(' UNION ALL ')})`
}

const binnedBy = `EXISTS (SELECT 1 FROM change AS c JOIN action AS a ON a.seq = c.action_seq
  WHERE c.table_name = 'person' AND c.row_id = p.id AND json_extract(c.after, '$.deleted_at') = p.deleted_at AND a.device = ?)`

const writtenBy = (table: MoneyTable) => `EXISTS (SELECT 1 FROM change AS c JOIN action AS a ON a.seq = c.action_seq
  WHERE c.table_name = '${table}' AND c.row_id = t.id AND c.op = 'insert' AND a.device = ? AND a.undone_by IS NULL)`

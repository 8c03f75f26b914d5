// What must be true of collections whatever was undone. Each question answers with the first row that breaks it.
import type { ErrorDetails } from '../../../shared/contract/reply.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'

const touching = [
  'collection',
  'collection_item',
  'collection_charge',
  'collection_return',
  'collection_step',
  'payment',
]

/** For undo: null when all is sound, or nothing of it was touched. */
export async function collectionRuleCheck(db: Reader, tables: ReadonlySet<string>): Promise<ErrorDetails | null> {
  if (!touching.some((table) => tables.has(table))) return null
  for (const [rule, question] of questions) if ((await rowsOf(db, `${question} LIMIT 1`)).length > 0) return { rule }
  return null
}

const net = (table: string, alias: string) =>
  `(${alias}.amount_cents + coalesce((SELECT sum(n.amount_cents) FROM ${table} n WHERE n.reverses_id = ${alias}.id), 0))`
const submitted = `EXISTS (SELECT 1 FROM collection_step s WHERE s.collection_id = c.id AND s.step = 'submitted' AND s.deleted_at IS NULL)`
const paid = `EXISTS (SELECT 1 FROM payment p WHERE p.collection_item_id = i.id AND p.reverses_id IS NULL AND ${net('payment', 'p')} <> 0)`
const returned = `EXISTS (SELECT 1 FROM collection_return t WHERE t.item_id = i.id AND t.reverses_id IS NULL AND ${net('collection_return', 't')} <> 0)`
/** Money came in by an item, or the bank gave it back. */
const answered = `(${paid} OR ${returned})`

const questions: readonly (readonly [rule: string, question: string])[] = [
  // What was sent cannot be unmade.
  [
    'collectionSent',
    `SELECT c.id FROM collection c WHERE c.reverses_id IS NULL AND ${net('collection', 'c')} = 0 AND ${submitted}`,
  ],
  [
    'collectionAnswered',
    `SELECT i.id FROM collection_item i JOIN collection c ON c.id = i.collection_id
      WHERE i.reverses_id IS NULL AND ${answered} AND (${net('collection_item', 'i')} = 0 OR NOT ${submitted})`,
  ],
  // A payment that was reversed by hand before the bank took it back does not count again.
  ['collectionReturned', `SELECT i.id FROM collection_item i WHERE i.reverses_id IS NULL AND ${paid} AND ${returned}`],
  // Two files must never ask for the same.
  [
    'collectedTwice',
    `SELECT g.due_id FROM collection_charge g JOIN collection_item i ON i.id = g.item_id
      WHERE g.reverses_id IS NULL AND ${net('collection_charge', 'g')} <> 0 AND NOT ${answered}
        AND NOT EXISTS (SELECT 1 FROM payment p JOIN payment b ON b.reverses_id = p.id WHERE p.collection_item_id = i.id AND b.reason IS NOT NULL AND ${net('payment', 'p')} = 0)
      GROUP BY g.due_id
      HAVING sum(g.amount_cents) > (SELECT d.amount_cents FROM due d WHERE d.id = g.due_id)`,
  ],
]

// Rules over several rows that held on each computer and need not hold for what they made together. They are asked anew every time and
// told as tasks: which of two is right only the people know.
import type { BreachKind } from '../../../../shared/domain/merge-hint.ts'
import { checkBank } from '../../bank/check-bank.ts'
import { closedFiguresCheck } from '../../bookkeeping/closed-figures.ts'
import { closedYearsCheck } from '../../bookkeeping/closed-years.ts'
import type { TableName } from '../../database/schema.ts'
import type { Reader } from '../../database/transaction.ts'
import { collectionRuleCheck } from '../../direct-debit/check-collections.ts'
import { agreementRuleCheck } from '../../dues/check-agreements.ts'
import { checkLedger, type LedgerRule } from '../../dues/check-ledger.ts'
import { rowsOf } from '../../dues/rows.ts'
import { checkPlaces } from '../../history/places-in-trash.ts'

export interface Breach {
  readonly kind: BreachKind
  readonly table: TableName
  /** '' where the rule is about no one row. */
  readonly rowId: string
}

const mostOfOne = 20

/** Nothing in a book that nobody shares: there the rules are kept when something is written. */
export async function findBreaches(db: Reader, today: string): Promise<Breach[]> {
  const shared = await db.selectFrom('sync_clock').select('id').executeTakeFirst()
  if (!shared) return []
  const breaches: Breach[] = []
  for (const { kind, table, rows } of questions)
    for (const { id } of await rowsOf<{ id: string }>(db, `${rows} LIMIT ${mostOfOne}`, [today]))
      breaches.push({ kind, table, rowId: id })
  for (const { rule, id } of await checkLedger(db, mostOfOne)) breaches.push({ ...ledgerRules[rule], rowId: id })
  for (const { rule, id } of await checkBank(db, mostOfOne))
    breaches.push({ kind: rule, table: 'bank_line', rowId: id })
  for (const { kind, table, check } of wholeChecks)
    if (await check(db, new Set([table, 'membership', 'person', 'neighbourhood_membership', 'gathering', 'household'])))
      breaches.push({ kind, table, rowId: '' })
  if (await closedFiguresCheck(db, today)) breaches.push({ kind: 'closedYearDiffers', table: 'year_close', rowId: '' })
  return breaches
}

const ledgerRules: Readonly<Record<LedgerRule, { kind: BreachKind; table: TableName }>> = {
  dueReversedTwice: { kind: 'reversedTwice', table: 'due' },
  paymentReversedTwice: { kind: 'reversedTwice', table: 'payment' },
  allocationReversedTwice: { kind: 'reversedTwice', table: 'allocation' },
  waiverReversedTwice: { kind: 'reversedTwice', table: 'waiver' },
  moreThanPayment: { kind: 'moreThanPayment', table: 'payment' },
  moreThanDue: { kind: 'moreThanDue', table: 'due' },
  twoDuesOfPeriod: { kind: 'twoDuesOfPeriod', table: 'due' },
  moreRefunded: { kind: 'moreRefunded', table: 'payment' },
}

const wholeChecks = [
  { kind: 'collectedTwice', table: 'collection', check: collectionRuleCheck },
  { kind: 'yearsInOrder', table: 'year_close', check: closedYearsCheck },
  { kind: 'agreementOutlivesMembership', table: 'fee_agreement', check: agreementRuleCheck },
  { kind: 'placeInTrash', table: 'household', check: checkPlaces },
] as const

const overlapping = (table: TableName, same: string) =>
  `SELECT max(a.id, b.id) AS id FROM ${table} AS a JOIN ${table} AS b ON b.person_id = a.person_id AND b.id > a.id ${same}
    WHERE a.deleted_at IS NULL AND b.deleted_at IS NULL
      AND (a.until_day IS NULL OR b.from_day < a.until_day) AND (b.until_day IS NULL OR a.from_day < b.until_day)
      AND a.from_day IS NOT a.until_day AND b.from_day IS NOT b.until_day`

const sameRole =
  'AND b.role = a.role AND b.neighbourhood_id IS a.neighbourhood_id AND b.organisation_id IS a.organisation_id'

const questions: readonly { readonly kind: BreachKind; readonly table: TableName; readonly rows: string }[] = [
  {
    // On one computer two in a place are a hand-over, which somebody means. Appointed on two computers, nobody does.
    kind: 'twoInRole',
    table: 'role_term',
    rows: `SELECT max(a.id, b.id) AS id FROM role_term AS a
      JOIN role_term AS b ON b.person_id <> a.person_id AND b.id > a.id ${sameRole}
      JOIN sync_row AS x ON x.id = 'role_term:' || a.id JOIN sync_row AS y ON y.id = 'role_term:' || b.id
      JOIN sync_node AS n ON n.id = substr(json_extract(x.state, '$.a'), 14) JOIN sync_node AS m ON m.id = substr(json_extract(y.state, '$.a'), 14)
      WHERE a.role IN ('contactpersoon', 'vervanger', 'penningmeester', 'voorzitter', 'secretaris') AND n.device <> m.device
        AND a.deleted_at IS NULL AND b.deleted_at IS NULL
        AND (a.until_day IS NULL OR a.until_day > ?1) AND (b.until_day IS NULL OR b.until_day > ?1)`,
  },
  { kind: 'memberTwice', table: 'membership', rows: overlapping('membership', '') },
  {
    kind: 'inGroupTwice',
    table: 'neighbourhood_membership',
    rows: overlapping('neighbourhood_membership', 'AND b.neighbourhood_id = a.neighbourhood_id'),
  },
  {
    kind: 'twoInRole',
    table: 'role_term',
    rows: overlapping('role_term', sameRole),
  },
  {
    kind: 'invitedTwice',
    table: 'attendance',
    rows: 'SELECT max(id) AS id FROM attendance WHERE deleted_at IS NULL GROUP BY gathering_id, person_id HAVING count(*) > 1',
  },
  {
    kind: 'twoFollowUps',
    table: 'follow_up',
    rows: `SELECT max(id) AS id FROM follow_up WHERE deleted_at IS NULL AND state = 'open' AND gathering_id IS NOT NULL
      GROUP BY gathering_id, person_id HAVING count(*) > 1`,
  },
  {
    kind: 'sameReference',
    table: 'payment_reference',
    rows: `SELECT max(id) AS id FROM payment_reference WHERE deleted_at IS NULL GROUP BY number HAVING count(*) > 1
      UNION SELECT max(id) FROM payment_reference WHERE deleted_at IS NULL GROUP BY person_id, year HAVING count(*) > 1`,
  },
]

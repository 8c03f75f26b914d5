import { sql } from 'kysely'
import { formatStreet } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { openDuesByPerson } from '../dues/ledger-queries.ts'
import { nameOf } from '../members/person-queries.ts'
import type { ExportWords } from './export-words.ts'
import { dayCell, type ExportTable, moneyCell, textCell } from './exported-list.ts'

type PersonRow = Pick<
  Row<'person'>,
  'id' | 'first_name' | 'infix' | 'last_name' | 'called' | 'email' | 'phone' | 'mobile'
> &
  Pick<Row<'household'>, 'street' | 'house_number' | 'house_suffix'>

/** Who has something open, and how much. */
export async function exportOpenDues(db: Reader, { words }: ExportWords): Promise<ExportTable> {
  const open = await openDuesByPerson(db)
  const { rows } = await sql<PersonRow>`
    SELECT p.id, p.first_name, p.infix, p.last_name, p.called, p.email, p.phone, p.mobile, h.street, h.house_number, h.house_suffix
    FROM person AS p JOIN household AS h ON h.id = p.household_id
    WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify([...open.keys()])})) ORDER BY p.sort_name, p.id`.execute(
    db,
  )
  const column = words.columns
  return {
    title: words.lists.openDues,
    headings: [column.name, column.address, column.mobile, column.email, column.open],
    rows: rows.flatMap((row) => {
      const cents = open.get(row.id) ?? 0
      const address = formatStreet({ street: row.street, houseNumber: row.house_number, houseSuffix: row.house_suffix })
      return cents <= 0
        ? []
        : [
            [
              textCell(nameOf(row)),
              textCell(address),
              textCell(row.mobile ?? row.phone),
              textCell(row.email),
              moneyCell(cents),
            ],
          ]
    }),
  }
}

type PaymentRow = Pick<Row<'payment'>, 'id' | 'day' | 'method' | 'amount_cents' | 'reverses_id'> & {
  readonly payer: string | null
  readonly note: string | null
}

/** Payments in a period (`until` is the first day after it), reversals on lines of their own, so that the column adds up. */
export async function exportPayments(
  db: Reader,
  period: { from?: Day | undefined; until?: Day | undefined },
  { words }: ExportWords,
): Promise<ExportTable> {
  const { rows } = await sql<PaymentRow>`
    SELECT pay.id, pay.day, pay.method, pay.amount_cents, pay.reverses_id,
      (SELECT group_concat(trim(replace(coalesce(nullif(p.called, ''), p.first_name) || ' ' || p.infix || ' ' || p.last_name, '  ', ' ')), ', ')
       FROM person AS p WHERE p.deleted_at IS NULL AND (p.id = pay.payer_person_id OR p.household_id = pay.payer_household_id)) AS payer,
      (SELECT note.text FROM payment_note AS note WHERE note.payment_id = coalesce(pay.reverses_id, pay.id) AND note.deleted_at IS NULL) AS note
    FROM payment AS pay
    WHERE pay.day >= ${period.from ?? ''} AND pay.day < ${period.until ?? '9999-12-31'} ORDER BY pay.day, pay.row_no`.execute(
    db,
  )
  const column = words.columns
  return {
    title: words.lists.payments,
    headings: [column.day, column.payer, column.amount, column.method, column.note],
    rows: rows.map((row) => [
      dayCell(row.day),
      textCell(row.payer),
      moneyCell(row.amount_cents),
      textCell(words.methods[row.method]),
      textCell(
        [row.reverses_id === null ? '' : words.reversed, row.note ?? ''].filter((part) => part !== '').join(': '),
      ),
    ]),
  }
}

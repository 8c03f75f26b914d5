import type { NewRow, Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'

export type KeyHolderKind = Row<'book_key_wrap'>['holder']

export interface BookKeyRecord {
  readonly id: string
  readonly version: number
  readonly checkValue: string
  readonly madeAt: string
}

export interface KeyWrap {
  readonly id: string
  readonly keyId: string
  readonly holder: KeyHolderKind
  readonly device: string | null
  readonly wrapped: string
  readonly details: Readonly<Record<string, unknown>>
  readonly madeAt: string
  readonly confirmedAt: string | null
}

export async function bookKeyOf(db: Reader): Promise<BookKeyRecord | undefined> {
  const row = await db.selectFrom('book_key').selectAll().orderBy('version', 'desc').executeTakeFirst()
  return row && { id: row.id, version: row.version, checkValue: row.check_value, madeAt: row.made_at }
}

/** Newest first. */
export async function wrapsOf(db: Reader, keyId: string): Promise<KeyWrap[]> {
  const rows = await db
    .selectFrom('book_key_wrap')
    .selectAll()
    .where('key_id', '=', keyId)
    .orderBy('made_at', 'desc')
    .orderBy('row_no', 'desc')
    .execute()
  return rows.map(rowToWrap)
}

export async function insertBookKey(tx: Transaction, key: BookKeyRecord): Promise<void> {
  const row = { id: key.id, version: key.version, check_value: key.checkValue, made_at: key.madeAt }
  await tx.insertInto('book_key').values(row).execute()
}

export async function insertWrap(tx: Transaction, wrap: KeyWrap): Promise<void> {
  await tx.insertInto('book_key_wrap').values(wrapToRow(wrap)).execute()
}

export async function deleteWraps(tx: Transaction, wraps: readonly KeyWrap[]): Promise<void> {
  if (wraps.length === 0) return
  const ids = wraps.map(({ id }) => id)
  await tx.deleteFrom('book_key_wrap').where('id', 'in', ids).execute()
}

/** Somebody typed two groups of this sheet back. */
export async function setConfirmed(tx: Transaction, wrapId: string, at: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('book_key_wrap')
    .set({ confirmed_at: at })
    .where('id', '=', wrapId)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error(`the sheet is in ${numUpdatedRows} rows`)
}

function rowToWrap(row: Row<'book_key_wrap'>): KeyWrap {
  return {
    id: row.id,
    keyId: row.key_id,
    holder: row.holder,
    device: row.device,
    wrapped: row.wrapped,
    details: JSON.parse(row.details),
    madeAt: row.made_at,
    confirmedAt: row.confirmed_at,
  }
}

function wrapToRow(wrap: KeyWrap): NewRow<'book_key_wrap'> {
  return {
    id: wrap.id,
    key_id: wrap.keyId,
    holder: wrap.holder,
    device: wrap.device,
    wrapped: wrap.wrapped,
    details: JSON.stringify(wrap.details),
    made_at: wrap.madeAt,
    confirmed_at: wrap.confirmedAt,
  }
}

// What columns held in lists with the same headings, so that next year's list needs no choosing.
import { type ImportField, importFields } from '../../../shared/domain/import-field.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { fingerprintOf, type ImportSession } from './import-session.ts'

export async function findLayout(db: Reader, fingerprint: string): Promise<readonly ImportField[] | undefined> {
  const row = await db
    .selectFrom('import_layout')
    .select('mapping')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (!row) return undefined
  const fields: unknown = JSON.parse(row.mapping)
  // A field that this version does not know makes the whole memory useless: guess again.
  return Array.isArray(fields) && fields.every(isField) ? fields : undefined
}

export async function saveLayout(tx: Transaction, session: ImportSession, newId: () => string): Promise<void> {
  if (session.headingAt < 0) return
  const fingerprint = fingerprintOf(session.columns.map(({ heading }) => heading))
  const mapping = JSON.stringify(session.columns.map(({ field }) => field))
  await tx.deleteFrom('import_layout').where('fingerprint', '=', fingerprint).execute()
  await tx.insertInto('import_layout').values({ id: newId(), fingerprint, mapping }).execute()
}

const isField = (field: unknown): field is ImportField => importFields.includes(field as ImportField) // asks whether it is one

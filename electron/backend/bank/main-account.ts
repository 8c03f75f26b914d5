// The account that letters, QR codes and collections name. It is the one place where its number and holder are kept.
import type { PainVersion } from '../../../shared/domain/collection-days.ts'
import { usualNoticeDays } from '../../../shared/domain/collection-days.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader, Transaction } from '../database/transaction.ts'

export interface MainAccount {
  readonly id: string
  readonly holder: string
  readonly iban: string
  readonly creditorId: string | null
  readonly itemLimitCents: Cents | null
  readonly monthLimitCents: Cents | null
  readonly noticeDays: number
  readonly painVersion: PainVersion
}

/** Until the treasurer calls it otherwise, and where nothing better is given. */
const usualName = 'Betaalrekening'

export async function mainAccountOf(db: Reader): Promise<MainAccount | null> {
  const row = await db
    .selectFrom('bank_account')
    .selectAll()
    .where('is_main', '=', 1)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    holder: row.holder,
    iban: row.iban,
    creditorId: row.creditor_id,
    itemLimitCents: row.item_limit_cents,
    monthLimitCents: row.month_limit_cents,
    noticeDays: row.notice_days,
    painVersion: row.pain_version,
  }
}

/**
 * Writes the main account down. An account that a bank file brought already becomes it when the number is the same.
 * @param newId for one that is not there yet
 */
export async function saveMainAccount(
  tx: Transaction,
  wanted: Omit<MainAccount, 'id' | 'noticeDays' | 'painVersion'> &
    Partial<Pick<MainAccount, 'noticeDays' | 'painVersion'>> & { readonly name?: string | undefined },
  newId: string,
): Promise<string> {
  const main = await mainAccountOf(tx)
  const same = await tx
    .selectFrom('bank_account')
    .select('id')
    .where('iban', '=', wanted.iban)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  const values = {
    holder: wanted.holder,
    iban: wanted.iban,
    creditor_id: wanted.creditorId,
    item_limit_cents: wanted.itemLimitCents,
    month_limit_cents: wanted.monthLimitCents,
    notice_days: wanted.noticeDays ?? main?.noticeDays ?? usualNoticeDays,
    pain_version: wanted.painVersion ?? main?.painVersion ?? '08',
    is_main: 1,
  }
  const id = same?.id ?? main?.id
  if (main && main.id !== id)
    await tx.updateTable('bank_account').set({ is_main: 0 }).where('id', '=', main.id).execute()
  if (id === undefined) {
    await tx
      .insertInto('bank_account')
      .values({
        ...values,
        id: newId,
        name: wanted.name ?? usualName,
        opening_day: null,
        opening_cents: null,
        deleted_at: null,
      })
      .execute()
    return newId
  }
  await tx.updateTable('bank_account').set(values).where('id', '=', id).execute()
  return id
}

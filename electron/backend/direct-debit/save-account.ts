// The settings of the account that collects.
import type { z } from 'zod'
import type { directDebit } from '../../../shared/contract/direct-debit.ts'
import { isCreditorId, plainCreditorId } from '../../../shared/domain/creditor-id.ts'
import { isIban, plainIban } from '../../../shared/domain/iban.ts'
import { fitsSepa } from '../../../shared/domain/sepa-text.ts'
import type { MainAccount } from '../bank/main-account.ts'
import { mainAccountOf, saveMainAccount } from '../bank/main-account.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'

type Wanted = z.output<(typeof directDebit)['saveAccount']['input']>

/** @throws RuleBroken ibanInvalid, creditorIdInvalid, holderUnwritable */
export async function saveAccount(context: BookContext, wanted: Wanted): Promise<MainAccount> {
  const iban = plainIban(wanted.iban)
  if (!isIban(iban)) throw new RuleBroken('ibanInvalid', { field: 'iban' })
  const creditorId = plainCreditorId(wanted.creditorId ?? '') || null
  if (creditorId !== null && !isCreditorId(creditorId))
    throw new RuleBroken('creditorIdInvalid', { field: 'creditorId' })
  if (creditorId !== null && !fitsSepa(wanted.holder)) throw new RuleBroken('holderUnwritable', { field: 'holder' })
  await write(context, { kind: 'bankAccountChanged' }, (tx) =>
    saveMainAccount(tx, { ...wanted, iban, creditorId }, context.newId()),
  )
  const saved = await mainAccountOf(context.db)
  if (!saved) throw new Error('the main account was not saved')
  return saved
}

/** The account with its creditor identifier. @throws RuleBroken noCreditorId */
export async function collectingAccount(db: Reader): Promise<MainAccount & { readonly creditorId: string }> {
  const account = await mainAccountOf(db)
  if (!account?.creditorId) throw new RuleBroken('noCreditorId')
  return { ...account, creditorId: account.creditorId }
}

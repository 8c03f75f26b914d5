// The settings of the account that collects.
import type { z } from 'zod'
import type { directDebit } from '../../../shared/contract/direct-debit.ts'
import { isCreditorId, plainCreditorId } from '../../../shared/domain/creditor-id.ts'
import { isIban, plainIban } from '../../../shared/domain/iban.ts'
import { fitsSepa } from '../../../shared/domain/sepa-text.ts'
import { bankAccounts } from '../bank/bank-queries.ts'
import { identitySource } from '../bank/line-identity.ts'
import type { MainAccount } from '../bank/main-account.ts'
import { mainAccountOf, saveMainAccount } from '../bank/main-account.ts'
import { accountOf } from '../bank/plan-take-in.ts'
import { bookSecretOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
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
  await write(context, { kind: 'bankAccountChanged' }, async (tx) =>
    saveMainAccount(tx, { ...wanted, iban, creditorId }, await idOfAccount(tx, iban)),
  )
  const saved = await mainAccountOf(context.db)
  if (!saved) throw new Error('the main account was not saved')
  return saved
}

/** As a file would give it on any computer: lines of the bank are told apart by it, also where only one computer keeps the bank. */
async function idOfAccount(tx: Transaction, iban: string): Promise<string> {
  const source = identitySource(await bookSecretOf(tx))
  return accountOf(source, await bankAccounts(tx), { account: iban }).id
}

/** The account with its creditor identifier. @throws RuleBroken noCreditorId */
export async function collectingAccount(db: Reader): Promise<MainAccount & { readonly creditorId: string }> {
  const account = await mainAccountOf(db)
  if (!account?.creditorId) throw new RuleBroken('noCreditorId')
  return { ...account, creditorId: account.creditorId }
}

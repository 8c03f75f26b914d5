// What each payer has open at this moment, as it may be asked: dues less what was paid, waived and is left over, oldest first.
import { allocateOldestFirst } from '../../../shared/domain/allocation.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import type { LedgerDue } from '../dues/ledger-queries.ts'
import { duesOfPeople, openCentsOf, openDuesByPerson } from '../dues/ledger-queries.ts'
import type { AccountKey, Accounts, PayerRef } from '../dues/payer-accounts.ts'
import { allAccounts, payerOfKey } from '../dues/payer-accounts.ts'
import { creditByAccount } from '../dues/payer-credit.ts'
import { orderOf, planRun } from '../dues/plan-run.ts'

/** A due and what of it is asked. */
export interface AskedDue {
  readonly id: string
  readonly personId: string
  readonly kind: 'dues' | 'opening'
  readonly periodStart: Day
  readonly periodEnd: Day
  readonly cents: Cents
  /** Something of it was paid, waived or is paid by money left over. */
  readonly isPart: boolean
}

export interface OpenAccount {
  readonly key: AccountKey
  readonly payer: PayerRef
  /** Oldest first; those that money left over pays are not here. */
  readonly dues: readonly AskedDue[]
  /** Their sum. */
  readonly cents: Cents
  /** People with a due that is open in the ledger, also when money left over pays it. */
  readonly people: readonly string[]
  /** A due of this payer would be taken back if dues were brought up to date now. */
  readonly isOutdated: boolean
  /** The payer owes money that was given back as well: what comes in goes to that first. */
  readonly owesBack: boolean
}

/** Every payer with a due that is open in the ledger. */
export async function openAccounts(db: Reader, today: Day): Promise<readonly OpenAccount[]> {
  const accounts = await allAccounts(db)
  const byAccount = await openDuesByAccount(db, accounts)
  const credit = await creditByAccount(db, accounts)
  const wrong = await duesToTakeBack(db, today)
  return [...byAccount].map(([key, open]) => {
    const dues = lessCredit(open, credit.get(key) ?? 0)
    return {
      key,
      payer: payerOfKey(key),
      dues,
      cents: dues.reduce((sum, due) => sum + due.cents, 0),
      people: [...new Set(open.map((due) => due.personId))],
      isOutdated: open.some((due) => wrong.has(due.id)),
      owesBack: (credit.get(key) ?? 0) < 0,
    }
  })
}

async function openDuesByAccount(db: Reader, accounts: Accounts): Promise<Map<AccountKey, LedgerDue[]>> {
  const people = await openDuesByPerson(db)
  const byAccount = new Map<AccountKey, LedgerDue[]>()
  for (const due of await duesOfPeople(db, people.keys())) {
    if (openCentsOf(due) <= 0) continue
    const key = accounts.ofDue(due.agreementId, due.personId)
    const known = byAccount.get(key)
    if (known) known.push(due)
    else byAccount.set(key, [due])
  }
  return byAccount
}

/** Dues that no longer follow from what was agreed: nobody may be asked for them. */
async function duesToTakeBack(db: Reader, today: Day): Promise<ReadonlySet<string>> {
  let count = 0
  const plan = await planRun(db, today, () => `planned-${++count}`)
  return new Set(plan.reversed.map(({ id }) => id))
}

/** Money left over pays as the next run would let it: the oldest first. */
function lessCredit(open: readonly LedgerDue[], creditCents: Cents): AskedDue[] {
  const dues = open.map((due) => ({ due, openCents: openCentsOf(due) }))
  const paid = new Map<string, Cents>()
  if (creditCents > 0) {
    const money = [{ id: 'left', day: '', freeCents: creditCents }]
    const unpaid = dues.map(({ due, openCents }) => ({
      id: due.id,
      periodStart: due.periodStart,
      openCents,
      order: orderOf(due),
    }))
    for (const line of allocateOldestFirst(money, unpaid)) paid.set(line.dueId, line.cents)
  }
  return dues
    .map(({ due, openCents }) => asked(due, openCents - (paid.get(due.id) ?? 0)))
    .filter((due) => due.cents > 0)
    .sort((a, b) => compareText(a.periodStart, b.periodStart) || compareText(orderOf(a), orderOf(b)))
}

function asked(due: LedgerDue, cents: Cents): AskedDue {
  const { id, personId, kind, periodStart, periodEnd } = due
  return { id, personId, kind, periodStart, periodEnd, cents, isPart: cents < due.amountCents }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

// What the dues run would do: wanted dues against the dues there are, and money that is left against what is then open.
// Reads only; the preview shows this plan and the run carries out the same one.
import type { AllocationLine, OpenDue } from '../../../shared/domain/allocation.ts'
import { allocateOldestFirst } from '../../../shared/domain/allocation.ts'
import { compareDues } from '../../../shared/domain/dues-schedule.ts'
import type { Reader } from '../database/transaction.ts'
import { duesBounds } from './agreement-queries.ts'
import type { BareDue, LedgerPayment, LiveRow } from './ledger-queries.ts'
import {
  allocationsOfDues,
  anyMoneyLeft,
  bareDuesOf,
  openCentsOf,
  openDuesOfPeople,
  paymentsWithMoneyLeft,
  waiversOfDues,
} from './ledger-queries.ts'
import { findOutdated } from './outdated-agreements.ts'
import type { AccountKey, Accounts } from './payer-accounts.ts'
import { makeAccounts, payerOf } from './payer-accounts.ts'

export interface AddedDue {
  readonly id: string
  readonly agreementId: string
  readonly personId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly amountCents: number
}

export interface RunPlan {
  readonly added: readonly AddedDue[]
  readonly reversed: readonly BareDue[]
  /** Allocations on reversed dues: their money is free again. */
  readonly freed: readonly LiveRow[]
  /** Waivers on reversed dues, and what of them goes to the due that takes its place. */
  readonly unwaived: readonly LiveRow[]
  readonly waived: readonly { readonly dueId: string; readonly cents: number; readonly reason: string }[]
  readonly allocations: readonly AllocationLine[]
}

const emptyPlan: RunPlan = { added: [], reversed: [], freed: [], unwaived: [], waived: [], allocations: [] }

export async function planRun(db: Reader, today: string, newId: () => string): Promise<RunPlan> {
  const bounds = await duesBounds(db, today)
  if (!bounds.enabled) return emptyPlan
  const { all, outdated, openFrom } = await findOutdated(db, bounds)
  const ids = outdated.filter(({ lacking }) => !lacking).map(({ agreement }) => agreement.id)
  const live = groupByAgreement(await bareDuesOf(db, ids, openFrom))
  const added: AddedDue[] = []
  const reversed: BareDue[] = []
  for (const { agreement, wanted, lacking } of outdated) {
    const difference = lacking ? { add: lacking, reverse: [] } : compareDues(wanted, live.get(agreement.id) ?? [])
    reversed.push(...difference.reverse)
    for (const due of difference.add)
      added.push({ id: newId(), agreementId: agreement.id, personId: agreement.person_id, ...due })
  }
  const reversedIds = reversed.map(({ id }) => id)
  const freed = reversed.length > 0 ? await allocationsOfDues(db, reversedIds) : []
  const unwaived = reversed.length > 0 ? await waiversOfDues(db, reversedIds) : []
  const waived = carryWaivers(reversed, unwaived, added)
  const changes = { added, reversed, freed, unwaived, waived }
  if (freed.length === 0 && !(await anyMoneyLeft(db))) return { ...changes, allocations: [] }
  return { ...changes, allocations: await settle(db, makeAccounts(all), changes) }
}

/**
 * Whether a run would do anything, found as the run finds it but without working out what: for how many people dues change, or, when
 * for nobody (0), that money left over would pay what is open. null: it would do nothing.
 */
export async function runWaits(db: Reader, today: string): Promise<{ readonly people: number } | null> {
  const bounds = await duesBounds(db, today)
  if (!bounds.enabled) return null
  const { all, outdated } = await findOutdated(db, bounds)
  if (outdated.length > 0) return { people: new Set(outdated.map(({ agreement }) => agreement.person_id)).size }
  if (!(await anyMoneyLeft(db))) return null
  const { allocations: _none, ...unchanged } = emptyPlan
  return (await settle(db, makeAccounts(all), unchanged)).length > 0 ? { people: 0 } : null
}

function groupByAgreement(dues: readonly BareDue[]): Map<string, BareDue[]> {
  const groups = new Map<string, BareDue[]>()
  for (const due of dues) {
    const group = groups.get(due.agreementId)
    if (group) group.push(due)
    else groups.set(due.agreementId, [due])
  }
  return groups
}

/** A due that is remade with another amount stays waived as far as it was. */
function carryWaivers(reversed: readonly BareDue[], unwaived: readonly LiveRow[], added: readonly AddedDue[]) {
  if (unwaived.length === 0) return []
  const period = (due: { agreementId: string; periodStart: string }) => `${due.agreementId} ${due.periodStart}`
  const remade = new Map(added.map((due) => [period(due), { id: due.id, leftCents: due.amountCents }]))
  const old = new Map(reversed.map((due) => [due.id, period(due)]))
  return unwaived.flatMap(({ dueId, cents, reason }) => {
    const due = remade.get(old.get(dueId) ?? '')
    if (!due) return []
    const carried = Math.min(cents, due.leftCents)
    due.leftCents -= carried
    return carried > 0 ? [{ dueId: due.id, cents: carried, reason }] : []
  })
}

type Changes = Omit<RunPlan, 'allocations'>

/** Lets the money of each payer pay what is open for that payer once the changes are made. */
async function settle(db: Reader, accounts: Accounts, changes: Changes): Promise<AllocationLine[]> {
  const freedByPayment = sumBy(changes.freed, (row) => row.paymentId)
  const money = new Map<
    AccountKey,
    { payments: { id: string; day: string; freeCents: number }[]; creditCents: number }
  >()
  for (const payment of await paymentsWithMoneyLeft(db, freedByPayment.keys())) {
    const freeCents = freeCentsOf(payment) + (freedByPayment.get(payment.id) ?? 0)
    const key = accounts.ofPayer(payerOf(payment))
    const account = money.get(key) ?? { payments: [], creditCents: 0 }
    account.creditCents += freeCents
    if (freeCents > 0) account.payments.push({ id: payment.id, day: payment.day, freeCents })
    money.set(key, account)
  }
  const open = await openDuesByAccount(db, accounts, new Set(money.keys()), changes)
  return [...money].flatMap(([key, { payments, creditCents }]) =>
    allocateOldestFirst(payments, open.get(key) ?? [], creditCents),
  )
}

export const freeCentsOf = (payment: LedgerPayment): number => payment.netCents - payment.allocatedCents

async function openDuesByAccount(db: Reader, accounts: Accounts, keys: ReadonlySet<AccountKey>, changes: Changes) {
  const people = new Set<string>()
  for (const key of keys) {
    for (const agreement of accounts.agreements.get(key) ?? []) people.add(agreement.person_id)
    if (key.startsWith('person:')) people.add(key.slice('person:'.length))
  }
  const gone = new Set(changes.reversed.map(({ id }) => id))
  const open = new Map<AccountKey, OpenDue[]>()
  const add = (key: AccountKey, due: OpenDue) => {
    if (due.openCents <= 0 || !keys.has(key)) return
    const known = open.get(key)
    if (known) known.push(due)
    else open.set(key, [due])
  }
  for (const due of await openDuesOfPeople(db, people)) {
    if (gone.has(due.id)) continue
    const { id, periodStart } = due
    add(accounts.ofDue(due.agreementId, due.personId), {
      id,
      periodStart,
      openCents: openCentsOf(due),
      order: orderOf(due),
    })
  }
  const waived = sumBy(changes.waived, (waiver) => waiver.dueId)
  for (const due of changes.added) {
    const openCents = due.amountCents - (waived.get(due.id) ?? 0)
    const order = orderOf({ kind: 'dues', personId: due.personId })
    add(accounts.ofDue(due.agreementId, due.personId), { id: due.id, periodStart: due.periodStart, openCents, order })
  }
  return open
}

/** Of the same day: an old debt first, then who is longest in the book. */
export const orderOf = (due: { kind: 'dues' | 'opening'; personId: string }): string =>
  `${due.kind === 'opening' ? 0 : 1} ${due.personId}`

function sumBy<Item extends { cents: number }>(
  items: readonly Item[],
  key: (item: Item) => string,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0) + item.cents)
  return sums
}

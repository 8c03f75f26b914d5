// What an account paid before, worked out once per line: every candidate is compared with it.
import type { Cents } from '../../../shared/domain/money.ts'
import type { KnownAccount, KnownPayment, MemberShare } from './match-types.ts'
import type { IndexedMember, MemberIndex } from './member-index.ts'

export interface AccountHistory {
  readonly paidOther: boolean
  /** Oldest first. */
  readonly payments: readonly PastPayment[]
  readonly members: ReadonlySet<IndexedMember>
}

export interface PastPayment extends KnownPayment {
  /** For whom, whatever it was; and for whom how much. */
  readonly membersKey: string
  readonly sharesKey: string
  readonly cents: Cents
}

/** undefined for an account that nothing is known of. */
export function accountHistory(index: MemberIndex, account: KnownAccount | undefined): AccountHistory | undefined {
  if (!account || account.payments.length === 0) return undefined
  const oldestFirst = account.payments.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const payments = oldestFirst.slice(-longEnough).map((payment) => ({
    ...payment,
    membersKey: idsKey(payment.shares.map(({ memberId }) => memberId)),
    sharesKey: sharesKey(payment.shares),
    cents: totalOf(payment.shares),
  }))
  const ids = new Set(payments.flatMap(({ shares }) => shares.map(({ memberId }) => memberId)))
  const members = [...ids].flatMap((id) => index.byId.get(id) ?? [])
  return { paidOther: account.paidOther, payments, members: new Set(members) }
}

/** Three years of months: what was before that says little. */
const longEnough = 36

export function sharesKey(shares: readonly MemberShare[]): string {
  if (shares.length === 1) return `${shares[0]?.memberId}=${shares[0]?.cents}`
  return shares
    .map(({ memberId, cents }) => `${memberId}=${cents}`)
    .sort()
    .join()
}

export function membersKey(members: readonly IndexedMember[]): string {
  return idsKey(members.map(({ member }) => member.id))
}

function totalOf(shares: readonly MemberShare[]): Cents {
  return shares.reduce((total, { cents }) => total + cents, 0)
}

function idsKey(ids: readonly string[]): string {
  return ids.length === 1 ? (ids[0] ?? '') : [...new Set(ids)].sort().join()
}

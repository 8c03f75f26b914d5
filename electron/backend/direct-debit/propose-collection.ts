// Who would be in a collection on a day, and who would not and why. Reads only; making one carries out the same proposal.
import type { z } from 'zod'
import type { directDebit, leftOutReasons } from '../../../shared/contract/direct-debit.ts'
import { allocateOldestFirst } from '../../../shared/domain/allocation.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { collectionDays, earliestCollectDay } from '../../../shared/domain/collection-days.ts'
import { isIban } from '../../../shared/domain/iban.ts'
import { mandateState, mandateStates } from '../../../shared/domain/mandate.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { formatName, makeSortName } from '../../../shared/domain/person-name.ts'
import { fitsSepa } from '../../../shared/domain/sepa-text.ts'
import { targetDayFrom } from '../../../shared/domain/target-days.ts'
import type { MainAccount } from '../bank/main-account.ts'
import type { Reader } from '../database/transaction.ts'
import type { AgreementRow } from '../dues/agreement-queries.ts'
import { allAgreements } from '../dues/agreement-queries.ts'
import type { LedgerDue } from '../dues/ledger-queries.ts'
import { duesOfPeople, openCentsOf, paymentsWithMoneyLeft } from '../dues/ledger-queries.ts'
import type { AccountKey, Accounts, PayerRef } from '../dues/payer-accounts.ts'
import { makeAccounts, newestByPerson, payerOf, payerOfKey } from '../dues/payer-accounts.ts'
import { freeCentsOf, orderOf } from '../dues/plan-run.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import type { UnderWay } from './collection-queries.ts'
import { centsOfMonth, centsUnderWay } from './collection-queries.ts'
import type { Mandate } from './mandate-queries.ts'
import { allMandates } from './mandate-queries.ts'
import { collectingAccount } from './save-account.ts'

export type LeftOutReason = (typeof leftOutReasons)[number]

export interface PlannedItem {
  readonly mandate: Mandate
  readonly payer: PayerRef
  readonly name: string
  readonly cents: Cents
  readonly charges: readonly { readonly dueId: string; readonly cents: Cents }[]
  readonly from: Day
  readonly to: Day
}

export interface CollectionPlan {
  readonly account: MainAccount & { readonly creditorId: string }
  readonly items: readonly PlannedItem[]
  readonly leftOut: readonly {
    readonly personId: string
    readonly name: string
    readonly cents: Cents
    readonly reason: LeftOutReason
  }[]
  /** Collected in the same month by other collections. */
  readonly monthCents: Cents
}

type Proposal = z.input<(typeof directDebit)['propose']['output']>

/** @throws RuleBroken noCreditorId */
export async function proposeCollection(db: Reader, collectDay: Day, today: Day): Promise<Proposal> {
  const { account, items, leftOut, monthCents } = await planCollection(db, collectDay)
  return {
    days: collectionDays(collectDay, account.noticeDays),
    nextDay: targetDayFrom(collectDay),
    earliestDay: earliestCollectDay(today, account.noticeDays),
    items: items.map(({ mandate, name, cents, from, to }) => ({
      mandateId: mandate.id,
      personId: mandate.personId,
      name,
      iban: mandate.iban,
      cents,
      from,
      to,
      newAccount: mandate.newAccount,
    })),
    leftOut: [...leftOut],
    cents: items.reduce((sum, item) => sum + item.cents, 0),
    monthCents,
    monthLimitCents: account.monthLimitCents,
  }
}

/** @throws RuleBroken noCreditorId */
export async function planCollection(db: Reader, collectDay: Day): Promise<CollectionPlan> {
  const account = await collectingAccount(db)
  const agreements = await allAgreements(db)
  const accounts = makeAccounts(agreements)
  const collected = peopleCollectedFrom(agreements, collectDay)
  const dues = (await duesOfPeople(db, collected)).filter(
    (due) => openCentsOf(due) > 0 && due.periodStart <= collectDay,
  )
  const mandates = mandateByAccount(accounts, await allMandates(db), collectDay)
  const groups = groupByAccount(accounts, dues)
  const people = await peopleById(db, [
    ...dues.map((due) => due.personId),
    ...[...mandates.values()].map((mandate) => mandate.personId),
  ])
  const credit = await creditByAccount(db, accounts)
  const { byDue: underWay, surplus: left } = await centsUnderWay(db)
  const surplus = surplusByAccount(left, accounts)
  const items: (PlannedItem & { sortName: string })[] = []
  const leftOut: (CollectionPlan['leftOut'][number] & { sortName: string })[] = []
  for (const [key, group] of groups) {
    const mandate = mandates.get(key)
    const openCents = group.reduce((sum, due) => sum + openCentsOf(due), 0)
    const living = group.filter((due) => !people.get(due.personId)?.deceased)
    const surplusCents = surplus.get(key) ?? 0
    const charges = chargesFor(living, (credit.get(key) ?? 0) + surplusCents, underWay)
    const cents = charges.reduce((sum, charge) => sum + charge.cents, 0)
    const personId = mandate?.personId ?? group[0]?.personId ?? ''
    const person = people.get(personId) ?? { name: '', sortName: '', deceased: false }
    const reason = whyNot({ account, mandate, living, cents, underWay, surplusCents, collectDay })
    if (reason !== null || !mandate) {
      const reported = { personId, name: person.name, cents: cents || openCents, reason: reason ?? 'noMandate' }
      leftOut.push({ ...reported, sortName: person.sortName })
      continue
    }
    const asked = new Set(charges.map(({ dueId }) => dueId))
    const starts = group.filter(({ id }) => asked.has(id)).map(({ periodStart }) => periodStart)
    items.push({
      mandate,
      payer: payerOfKey(key),
      name: person.name,
      cents,
      charges,
      from: starts.reduce((first, day) => (day < first ? day : first), collectDay),
      to: starts.reduce((last, day) => (day > last ? day : last), ''),
      sortName: person.sortName,
    })
  }
  const bySortName = (a: { sortName: string }, b: { sortName: string }) =>
    a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0
  return {
    account,
    items: items.sort(bySortName).map(({ sortName: _, ...item }) => item),
    leftOut: leftOut.sort(bySortName).map(({ sortName: _, ...left }) => left),
    monthCents: await centsOfMonth(db, collectDay),
  }
}

/** People whose agreement that holds on the day, or held last, says direct debit: all that they have open is collected. */
export function peopleCollectedFrom(agreements: readonly AgreementRow[], on: Day): ReadonlySet<string> {
  const newest = newestByPerson(agreements.filter(({ from_day }) => from_day <= on))
  return new Set([...newest.values()].filter(({ method }) => method === 'incasso').map(({ person_id }) => person_id))
}

/** The mandate to use per account: of somebody who lives, one that can be used before one that cannot, then the newest signature. */
export function mandateByAccount(
  accounts: Accounts,
  mandates: readonly Mandate[],
  on: Day,
): ReadonlyMap<AccountKey, Mandate> {
  const chosen = new Map<AccountKey, Mandate>()
  const rank = (mandate: Mandate) =>
    mandateStates.indexOf(mandateState(mandate, on)) + (mandate.personDied ? mandateStates.length : 0)
  const isBetter = (one: Mandate, other: Mandate) =>
    rank(one) !== rank(other) ? rank(one) < rank(other) : (one.signedOn ?? '') >= (other.signedOn ?? '')
  for (const mandate of mandates) {
    const key = accounts.payingFor(mandate.personId)
    const known = chosen.get(key)
    if (!known || isBetter(mandate, known)) chosen.set(key, mandate)
  }
  return chosen
}

function groupByAccount(accounts: Accounts, dues: readonly LedgerDue[]): Map<AccountKey, LedgerDue[]> {
  const groups = new Map<AccountKey, LedgerDue[]>()
  for (const due of dues) {
    const key = accounts.ofDue(due.agreementId, due.personId)
    const group = groups.get(key)
    if (group) group.push(due)
    else groups.set(key, [due])
  }
  return groups
}

/** Money that payers have left pays the oldest first, as the next run would do; the rest is asked, less what is on its way. */
function chargesFor(dues: readonly LedgerDue[], creditCents: Cents, underWay: ReadonlyMap<string, Cents>) {
  const open = dues.map((due) => ({
    id: due.id,
    periodStart: due.periodStart,
    openCents: Math.max(0, openCentsOf(due) - (underWay.get(due.id) ?? 0)),
    order: orderOf(due),
  }))
  const money = creditCents > 0 ? [{ id: 'credit', day: '', freeCents: creditCents }] : []
  const paid = new Map<string, Cents>()
  for (const line of allocateOldestFirst(money, open)) paid.set(line.dueId, line.cents)
  return open
    .map((due) => ({ dueId: due.id, cents: due.openCents - (paid.get(due.id) ?? 0) }))
    .filter(({ cents }) => cents > 0)
}

interface Question {
  readonly account: MainAccount
  readonly mandate: Mandate | undefined
  readonly living: readonly LedgerDue[]
  readonly cents: Cents
  readonly underWay: ReadonlyMap<string, Cents>
  readonly surplusCents: Cents
  readonly collectDay: Day
}

function whyNot({
  account,
  mandate,
  living,
  cents,
  underWay,
  surplusCents,
  collectDay,
}: Question): LeftOutReason | null {
  if (living.length === 0 || mandate?.personDied) return 'deceased'
  if (cents === 0) return surplusCents > 0 || living.some((due) => underWay.has(due.id)) ? 'inCollection' : 'paid'
  if (!mandate) return 'noMandate'
  const reason = whyNotByMandate(mandate, collectDay)
  if (reason !== null) return reason
  return account.itemLimitCents !== null && cents > account.itemLimitCents ? 'overItemLimit' : null
}

/** Why a mandate cannot be used on a day; null when it can. */
export function whyNotByMandate(mandate: Mandate, day: Day): LeftOutReason | null {
  const state = mandateState(mandate, day)
  if (state !== 'active') return state
  if (!isIban(mandate.iban)) return 'ibanInvalid'
  return fitsSepa(mandate.holder) ? null : 'holderUnwritable'
}

/** What is on its way to a payer and will be money that is left. */
export function surplusByAccount(left: UnderWay['surplus'], accounts: Accounts): ReadonlyMap<AccountKey, Cents> {
  const surplus = new Map<AccountKey, Cents>()
  for (const { payer, cents } of left) {
    const key = accounts.ofPayer(payer)
    surplus.set(key, (surplus.get(key) ?? 0) + cents)
  }
  return surplus
}

async function creditByAccount(db: Reader, accounts: Accounts): Promise<ReadonlyMap<AccountKey, Cents>> {
  const credit = new Map<AccountKey, Cents>()
  for (const payment of await paymentsWithMoneyLeft(db, [])) {
    const key = accounts.ofPayer(payerOf(payment))
    credit.set(key, (credit.get(key) ?? 0) + freeCentsOf(payment))
  }
  return credit
}

interface NamedPerson {
  readonly name: string
  readonly sortName: string
  readonly deceased: boolean
}

interface PersonRow {
  readonly id: string
  readonly first_name: string
  readonly infix: string
  readonly last_name: string
  readonly called: string
  readonly deceased_on: string | null
}

export async function peopleById(db: Reader, ids: Iterable<string>): Promise<ReadonlyMap<string, NamedPerson>> {
  const rows = await rowsOf<PersonRow>(
    db,
    `SELECT id, first_name, infix, last_name, called, deceased_on FROM person WHERE id IN (SELECT value FROM json_each(?1))`,
    [idList(ids)],
  )
  return new Map(
    rows.map((row) => {
      const name = { firstName: row.first_name, infix: row.infix, lastName: row.last_name, called: row.called }
      return [row.id, { name: formatName(name), sortName: makeSortName(name), deceased: row.deceased_on !== null }]
    }),
  )
}

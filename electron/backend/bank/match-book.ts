// The part of the book that some lines of the bank can be about, as the matcher wants it.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { amountOn } from '../../../shared/domain/dues-schedule.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import { referencesCalledOff } from '../direct-debit/collection-queries.ts'
import { knownCollections } from '../direct-debit/settle-collection.ts'
import { agreementsOfPeople, ratesByPlan, termsOf } from '../dues/agreement-queries.ts'
import type { Accounts } from '../dues/payer-accounts.ts'
import { accountsNear } from '../dues/payer-accounts.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import type { LineToMatch, MatchBook, MatchDue, MatchMember, OwnBatch } from '../matching/match-types.ts'
import { findMembersMeant } from '../matching/members-meant.ts'
import type { Opener } from '../sealing/sealer.ts'
import { paidForByAccounts } from './known-accounts.ts'
import { bareMembers } from './match-members.ts'

export interface LoadedMatchBook {
  readonly book: MatchBook
  /** Of everybody in it. */
  readonly accounts: Accounts
}

export interface ToMatch {
  readonly today: Day
  readonly lines: readonly LineToMatch[]
  /** Of the association itself, by {@link ownBatches}. */
  readonly batches: readonly OwnBatch[]
  /** Beside those that the book has. */
  readonly ownIbans: readonly string[]
}

export async function loadMatchBook(
  db: Reader,
  opener: Opener,
  { today, lines, batches, ownIbans }: ToMatch,
): Promise<LoadedMatchBook> {
  const { members, accounts: paying } = await findMembersMeant(bareMembers(db, opener), lines)
  const ids = members.map(({ id }) => id)
  const accounts = await accountsNear(db, ...ids.map((id) => ({ kind: 'person' as const, id })))
  const rates = await ratesByPerson(db, ids, today)
  const open = await openDuesByPerson(db, ids)
  return {
    accounts,
    book: {
      members: members.map((member) => ({
        ...member,
        payerKey: accounts.payingFor(member.id),
        ...(rates.get(member.id) ?? noRate),
        open: open.get(member.id) ?? [],
      })),
      batches,
      calledOff: await referencesCalledOff(db),
      accounts: paying,
      paidFor: await paidForByAccounts(db, ids),
      ownIbans: [...(await knownIbans(db)), ...ownIbans],
    },
  }
}

async function knownIbans(db: Reader): Promise<string[]> {
  const rows = await rowsOf<{ iban: string }>(db, 'SELECT iban FROM bank_account WHERE deleted_at IS NULL')
  return rows.map(({ iban }) => iban)
}

type MemberRate = Pick<MatchMember, 'rateCents' | 'rateMonths'>

const noRate: MemberRate = { rateCents: 0, rateMonths: 1 }

async function ratesByPerson(
  db: Reader,
  personIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, MemberRate>> {
  const plans = await ratesByPlan(db)
  const month = startOfMonth(today)
  const rates = new Map<string, MemberRate>()
  for (const agreement of await agreementsOfPeople(db, personIds)) {
    const holds = agreement.from_day <= today && (agreement.until_day === null || agreement.until_day > today)
    if (!holds || agreement.deleted_at !== null) continue
    const terms = termsOf(agreement, plans)
    rates.set(agreement.person_id, { rateCents: amountOn(terms, month), rateMonths: terms.rateMonths })
  }
  return rates
}

/** What is open per person, oldest first. */
async function openDuesByPerson(
  db: Reader,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MatchDue[]>> {
  const rows = await rowsOf<{ personId: string; periodStart: Day; openCents: Cents }>(
    db,
    `SELECT * FROM (SELECT d.person_id AS personId, d.period_start AS periodStart, d.id, d.amount_cents
          + coalesce((SELECT sum(r.amount_cents) FROM due r WHERE r.reverses_id = d.id), 0)
          - coalesce((SELECT sum(a.amount_cents) FROM allocation a WHERE a.due_id = d.id), 0)
          - coalesce((SELECT sum(w.amount_cents) FROM waiver w WHERE w.due_id = d.id), 0) AS openCents
        FROM due d WHERE d.reverses_id IS NULL AND d.person_id IN (SELECT value FROM json_each(?1)))
      WHERE openCents > 0 ORDER BY periodStart, id`,
    [idList(personIds)],
  )
  const open = new Map<string, MatchDue[]>()
  for (const { personId, periodStart, openCents } of rows) {
    const due = { periodStart, openCents }
    const known = open.get(personId)
    if (known) known.push(due)
    else open.set(personId, [due])
  }
  return open
}

/** Collections that were handed to the bank. */
export async function ownBatches(db: Reader): Promise<OwnBatch[]> {
  return (await knownCollections(db)).map(({ collection, items }) => ({
    reference: collection.reference,
    cents: items.reduce((sum, { cents }) => sum + cents, 0),
    items: items.map((item) => ({
      endToEndId: item.endToEndId,
      mandateReference: item.mandateReference ?? '',
      memberId: item.personId,
      cents: item.cents,
      returned: item.returnCode !== null,
      returnedByHand: item.returnCode !== null && item.returnLineId === null,
    })),
  }))
}

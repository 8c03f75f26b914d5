// The book as the matcher wants it: who may owe dues, and what is known of other people's accounts.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { monthAmount } from '../../../shared/domain/dues-schedule.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import { allMandates } from '../direct-debit/mandate-queries.ts'
import { knownCollections } from '../direct-debit/settle-collection.ts'
import type { AgreementRow } from '../dues/agreement-queries.ts'
import { allAgreements, ratesByPlan, termsOf } from '../dues/agreement-queries.ts'
import type { Accounts } from '../dues/payer-accounts.ts'
import { makeAccounts } from '../dues/payer-accounts.ts'
import { rowsOf } from '../dues/rows.ts'
import type { MatchBook, MatchDue, OwnBatch } from '../matching/match-types.ts'
import { peopleByReference } from '../reminders/payment-references.ts'
import type { Opener } from '../sealing/sealer.ts'
import { knownAccounts } from './known-accounts.ts'

export interface LoadedMatchBook {
  readonly book: MatchBook
  readonly accounts: Accounts
}

export async function loadMatchBook(db: Reader, opener: Opener, today: Day): Promise<LoadedMatchBook> {
  const agreements = await allAgreements(db)
  const accounts = makeAccounts(agreements)
  const monthCents = await monthCentsByPerson(db, agreements, today)
  const open = await openDuesByPerson(db)
  const people = await rowsOf<PersonRow>(db, peopleSelect)
  const references = Map.groupBy(await peopleByReference(db), ([, personId]) => personId)
  const ownIbans = await rowsOf<{ iban: string }>(db, 'SELECT iban FROM bank_account WHERE deleted_at IS NULL')
  return {
    accounts,
    book: {
      members: people.map(({ houseNumber, houseSuffix, ...person }) => ({
        ...person,
        initials: '',
        houseNumber: `${houseNumber ?? ''}${houseSuffix}`,
        payerKey: accounts.payingFor(person.id),
        monthCents: monthCents.get(person.id) ?? 0,
        open: open.get(person.id) ?? [],
        references: (references.get(person.id) ?? []).map(([number]) => number),
      })),
      mandates: (await allMandates(db)).map(({ reference, personId, iban }) => ({
        reference,
        memberId: personId,
        iban,
      })),
      batches: await ownBatches(db),
      accounts: await knownAccounts(db, opener),
      ownIbans: ownIbans.map(({ iban }) => iban),
    },
  }
}

interface PersonRow {
  readonly id: string
  readonly number: string | null
  readonly firstName: string
  readonly called: string
  readonly infix: string
  readonly lastName: string
  readonly householdId: string
  readonly street: string
  readonly houseNumber: number | null
  readonly houseSuffix: string
}

/** Whoever is or was a member, or has dues: those who left may still pay what they owe. */
const peopleSelect = `SELECT p.id, p.first_name AS firstName, p.called, p.infix, p.last_name AS lastName, p.household_id AS householdId,
    coalesce(h.street, '') AS street, h.house_number AS houseNumber, coalesce(h.house_suffix, '') AS houseSuffix,
    (SELECT m.number FROM membership m WHERE m.person_id = p.id AND m.deleted_at IS NULL AND m.number IS NOT NULL
      ORDER BY m.from_day DESC LIMIT 1) AS number
  FROM person p LEFT JOIN household h ON h.id = p.household_id
  WHERE p.deleted_at IS NULL AND (EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.kind = 'lid' AND m.deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM due d WHERE d.person_id = p.id))
  ORDER BY p.id`

async function monthCentsByPerson(
  db: Reader,
  agreements: readonly AgreementRow[],
  today: Day,
): Promise<ReadonlyMap<string, Cents>> {
  const rates = await ratesByPlan(db)
  const month = startOfMonth(today)
  const cents = new Map<string, Cents>()
  for (const agreement of agreements) {
    const holds = agreement.from_day <= today && (agreement.until_day === null || agreement.until_day > today)
    if (holds && agreement.deleted_at === null)
      cents.set(agreement.person_id, monthAmount(termsOf(agreement, rates), month))
  }
  return cents
}

/** What is open per person, oldest first, in one statement over the whole ledger. */
async function openDuesByPerson(db: Reader): Promise<ReadonlyMap<string, readonly MatchDue[]>> {
  const rows = await rowsOf<{ personId: string; periodStart: Day; openCents: Cents }>(
    db,
    `SELECT d.person_id AS personId, d.period_start AS periodStart, sum(s.cents) AS openCents FROM (
        SELECT coalesce(reverses_id, id) AS id, amount_cents AS cents FROM due
        UNION ALL SELECT due_id, -amount_cents FROM allocation
        UNION ALL SELECT due_id, -amount_cents FROM waiver
      ) s JOIN due d ON d.id = s.id GROUP BY s.id HAVING sum(s.cents) > 0 ORDER BY d.period_start, d.id`,
  )
  const open = new Map<string, MatchDue[]>()
  for (const { personId, ...due } of rows) {
    const known = open.get(personId)
    if (known) known.push(due)
    else open.set(personId, [due])
  }
  return open
}

async function ownBatches(db: Reader): Promise<OwnBatch[]> {
  return (await knownCollections(db)).map(({ collection, items }) => ({
    reference: collection.reference,
    cents: items.reduce((sum, { cents }) => sum + cents, 0),
    items: items.map((item) => ({
      endToEndId: item.endToEndId,
      mandateReference: item.mandateReference ?? '',
      memberId: item.personId,
      cents: item.cents,
      returned: item.returnCode !== null,
    })),
  }))
}

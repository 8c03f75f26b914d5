// Whose money pays whose dues. All dues and all money of one payer form one account: a household that pays together is one,
// and money that one of its people paid alone counts for it as well, also when it came before anything was agreed.
import type { Reader } from '../database/transaction.ts'
import { idList, rowsOf } from './rows.ts'

export interface PayerRef {
  readonly kind: 'person' | 'household'
  readonly id: string
}

/** `household:<id>` or `person:<id>`. */
export type AccountKey = string

/** Who pays by which agreement. */
export interface AgreementPayer {
  readonly id: string
  readonly person_id: string
  readonly payer_person_id: string | null
  readonly payer_household_id: string | null
  readonly from_day: string
  readonly deleted_at: string | null
}

export interface Accounts {
  readonly ofPayer: (payer: PayerRef) => AccountKey
  /** @param agreementId null for an opening balance. */
  readonly ofDue: (agreementId: string | null, personId: string) => AccountKey
  /** Agreements by account, those in the bin too: their dues stay until the next run. */
  readonly agreements: ReadonlyMap<AccountKey, readonly AgreementPayer[]>
  /** Account that pays for a person now. */
  readonly payingFor: (personId: string) => AccountKey
}

export function payerOf(row: { payer_person_id: string | null; payer_household_id: string | null }): PayerRef {
  if (row.payer_household_id !== null) return { kind: 'household', id: row.payer_household_id }
  return { kind: 'person', id: row.payer_person_id ?? '' }
}

export function payerColumns(payer: PayerRef) {
  return {
    payer_person_id: payer.kind === 'person' ? payer.id : null,
    payer_household_id: payer.kind === 'household' ? payer.id : null,
  }
}

export function payerOfKey(key: AccountKey): PayerRef {
  const at = key.indexOf(':')
  return { kind: key.slice(0, at) === 'household' ? 'household' : 'person', id: key.slice(at + 1) }
}

export function makeAccounts(agreements: Iterable<AgreementPayer>): Accounts {
  const all = [...agreements]
  const newest = newestByPerson(all)
  const ofPayer = (payer: PayerRef): AccountKey => {
    const household = payer.kind === 'household' ? payer.id : newest.get(payer.id)?.payer_household_id
    return household ? `household:${household}` : `person:${payer.id}`
  }
  const payingFor = (personId: string): AccountKey => {
    const own = newest.get(personId)
    return own ? ofPayer(payerOf(own)) : `person:${personId}`
  }
  const byAgreement = new Map<string, AccountKey>()
  const byAccount = new Map<AccountKey, AgreementPayer[]>()
  for (const agreement of all) {
    const key = ofPayer(payerOf(agreement))
    byAgreement.set(agreement.id, key)
    const known = byAccount.get(key)
    if (known) known.push(agreement)
    else byAccount.set(key, [agreement])
  }
  return {
    ofPayer,
    payingFor,
    ofDue: (agreementId, personId) =>
      agreementId === null ? payingFor(personId) : (byAgreement.get(agreementId) ?? payingFor(personId)),
    agreements: byAccount,
  }
}

/**
 * What holds for each person: of agreements from the same day the one that was made last. The one it took the place of stays, for no
 * time at all.
 */
export function newestByPerson<Agreement extends AgreementPayer>(
  agreements: Iterable<Agreement>,
): Map<string, Agreement> {
  const newest = new Map<string, Agreement>()
  for (const agreement of agreements) {
    if (agreement.deleted_at !== null) continue
    const known = newest.get(agreement.person_id)
    if (!known || isNewer(agreement, known)) newest.set(agreement.person_id, agreement)
  }
  return newest
}

function isNewer(a: AgreementPayer, b: AgreementPayer): boolean {
  return a.from_day > b.from_day || (a.from_day === b.from_day && a.id > b.id)
}

const columns = 'id, person_id, payer_person_id, payer_household_id, from_day, deleted_at'

/** The accounts of the whole book. */
export async function allAccounts(db: Reader): Promise<Accounts> {
  return makeAccounts(await rowsOf<AgreementPayer>(db, `SELECT ${columns} FROM fee_agreement`))
}

/** The accounts near some payers: everything that can share money with them, without reading the whole book. */
export async function accountsNear(db: Reader, ...payers: readonly PayerRef[]): Promise<Accounts> {
  const idsOf = (kind: PayerRef['kind']) => new Set(payers.filter((payer) => payer.kind === kind).map(({ id }) => id))
  const households = idsOf('household')
  const people = idsOf('person')
  const found = new Map<string, AgreementPayer>()
  // An agreement leads to its payer, the payer to other agreements; two households are never joined by more than one person.
  for (let size = -1; size !== found.size; ) {
    size = found.size
    const rows = await rowsOf<AgreementPayer>(
      db,
      `SELECT ${columns} FROM fee_agreement WHERE person_id IN (SELECT value FROM json_each(?1))
        UNION SELECT ${columns} FROM fee_agreement WHERE payer_person_id IN (SELECT value FROM json_each(?1))
        UNION SELECT ${columns} FROM fee_agreement WHERE payer_household_id IN (SELECT value FROM json_each(?2))`,
      [idList(people), idList(households)],
    )
    for (const row of rows) {
      found.set(row.id, row)
      people.add(row.person_id)
      if (row.payer_person_id) people.add(row.payer_person_id)
      if (row.payer_household_id) households.add(row.payer_household_id)
    }
  }
  return makeAccounts(found.values())
}

// Agreements whose dues are not the wanted ones: what the dues run is for. The Overzicht asks this at every start, so the dues of an
// agreement are compared as one text; only where that differs does the run read them one by one.
import type { DuesBounds, WantedDue } from '../../../shared/domain/dues-schedule.ts'
import { wantedDues } from '../../../shared/domain/dues-schedule.ts'
import { closedUntil } from '../bookkeeping/closed-years.ts'
import type { Reader } from '../database/transaction.ts'
import type { AgreementRow, RatesByPlan } from './agreement-queries.ts'
import { allAgreements, ratesByPlan, termsOf } from './agreement-queries.ts'
import { duesTextByAgreement, dueText } from './ledger-queries.ts'

export interface OutdatedAgreements {
  /** Every agreement there is, outdated or not. */
  readonly all: readonly AgreementRow[]
  readonly outdated: readonly OutdatedAgreement[]
  /** The first day that is looked at. A closed year stays as it is: what is wrong in it is put right by hand, in a year that is open. */
  readonly openFrom: string
}

export interface OutdatedAgreement {
  readonly agreement: AgreementRow
  readonly wanted: readonly WantedDue[]
  /** When its dues are the first of the wanted ones, as in every month that begins: those that lack. */
  readonly lacking: readonly WantedDue[] | undefined
}

export async function findOutdated(db: Reader, bounds: DuesBounds): Promise<OutdatedAgreements> {
  const all = await allAgreements(db)
  const closed = await closedUntil(db)
  const openFrom = closed === null ? '' : `${closed + 1}`
  if (all.length === 0) return { all, outdated: [], openFrom }
  const wantedOf = wantedByTerms(await ratesByPlan(db), bounds, openFrom)
  const texts = await duesTextByAgreement(db, openFrom)
  const outdated = all.flatMap((agreement) => {
    const { dues, text } = agreement.deleted_at === null ? wantedOf(agreement) : nothing
    const present = texts.get(agreement.id) ?? ''
    return text === present ? [] : [{ agreement, wanted: dues, lacking: lackingOf(dues, text, present) }]
  })
  return { all, outdated, openFrom }
}

interface Wanted {
  readonly dues: readonly WantedDue[]
  readonly text: string
}

const nothing: Wanted = { dues: [], text: '' }

function lackingOf(dues: readonly WantedDue[], text: string, present: string): readonly WantedDue[] | undefined {
  if (present === '') return dues
  return text.startsWith(`${present}\n`) ? dues.slice(present.split('\n').length) : undefined
}

/** Most members agreed on the same: what that asks is worked out once. */
function wantedByTerms(rates: RatesByPlan, bounds: DuesBounds, openFrom: string): (agreement: AgreementRow) => Wanted {
  const known = new Map<string, Wanted>()
  return (agreement) => {
    const { rates: ofPlan, ...rest } = termsOf(agreement, rates)
    const key = JSON.stringify([agreement.fee_plan_id, rest])
    const found = known.get(key)
    if (found) return found
    const dues = wantedDues({ ...rest, rates: ofPlan }, bounds).filter((due) => due.periodStart >= openFrom)
    const wanted = { dues, text: dues.map(dueText).join('\n') }
    known.set(key, wanted)
    return wanted
  }
}

// Everything one line says about whose money it is, before anything is weighed.
import { isCreditorReference } from '../../../shared/domain/creditor-reference.ts'
import { isPaymentReference } from '../../../shared/domain/payment-reference.ts'
import { findByName, mayBeThisPerson } from './compare-names.ts'
import { findMentions, type Mention } from './find-named.ts'
import type { KnownAccount, LineToMatch } from './match-types.ts'
import type { IndexedMember, MemberIndex } from './member-index.ts'
import { type Holder, readPayerName } from './read-payer-name.ts'
import { readText, type TextReading } from './read-text.ts'

export interface Evidence {
  readonly line: LineToMatch
  readonly reading: TextReading
  readonly holders: readonly Holder[]
  /** Members whose valid reference came with the line. */
  readonly referenced: readonly IndexedMember[]
  /** Members whose number stands where a number is expected. */
  readonly numbered: readonly IndexedMember[]
  readonly mentions: readonly Mention[]
  /** Members whom the name on the account may be, and how well it fits. */
  readonly byName: ReadonlyMap<IndexedMember, number>
  readonly account: KnownAccount | undefined
}

export function gatherEvidence(index: MemberIndex, line: LineToMatch): Evidence {
  const reading = readText(line.text)
  const holders = readPayerName(line.counterName)
  const references = [plainReference(line.structuredRef), ...reading.references]
  const referenced = references.flatMap((reference) => index.byReference.get(reference) ?? [])
  const account = line.counterIban === null ? undefined : index.accounts.get(line.counterIban)
  return {
    line,
    reading,
    holders,
    referenced: [...new Set(referenced)],
    numbered: reading.numbers.flatMap((number) => onlyOne(index.byNumber.get(number))),
    mentions: findMentions(index, reading.words),
    byName: findByName(index, holders),
    account: account !== undefined && account.payments.length > 0 ? account : undefined,
  }
}

/** Households that anything points to, in a fixed order; by a name alone only the likeliest. */
export function householdsIn(index: MemberIndex, evidence: Evidence): string[] {
  const certain = [
    ...evidence.referenced,
    ...evidence.numbered,
    ...(evidence.account?.payments ?? []).flatMap(({ shares }) =>
      shares.flatMap(({ memberId }) => index.byId.get(memberId) ?? []),
    ),
    ...evidence.mentions.flat(),
  ]
  const named = [...evidence.byName]
    .filter(([, score]) => score >= (evidence.byName.size > mostByName ? mayBeThisPerson - 0.1 : 0))
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a.member.id < b.member.id ? -1 : 1))
    .slice(0, mostByName)
    .map(([member]) => member)
  return [...new Set([...certain, ...named].map(({ member }) => member.householdId))]
}

/** Enough to fill the suggestions, and for a check that a name is the only one. */
const mostByName = 12

/** '' for a reference whose check digit is wrong: that is a typing mistake, and could be anybody's. */
function plainReference(reference: string | null): string {
  const plain = (reference ?? '').replace(/[\s.-]/g, '').toUpperCase()
  return isPaymentReference(plain) || isCreditorReference(plain) ? plain : ''
}

function onlyOne(members: readonly IndexedMember[] | undefined): readonly IndexedMember[] {
  return members?.length === 1 ? members : []
}

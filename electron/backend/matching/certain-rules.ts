// When a match is certain. Each rule names the two signals it rests on; there is no sum of points above which money is booked, and
// a name alone is never enough: in a neighbourhood namesakes pay, and pay for each other.
import { isThisPerson } from './compare-names.ts'
import { openOf } from './divide-amount.ts'
import type { Candidate } from './find-candidates.ts'
import type { Evidence } from './gather-evidence.ts'
import type { MatchSignal } from './match-types.ts'
import type { IndexedMember, MemberIndex } from './member-index.ts'
import { readText } from './read-text.ts'
import { amountSignals, duesSignal, namedSignals, nameSignal, numberSignal, signal } from './signals.ts'

/** From here a name beside a member number confirms it: all the initials that are given are right. */
const confirmsNumber = 0.65

/** The signals that make it certain, two or more; undefined when it is not. */
export function certainty(index: MemberIndex, evidence: Evidence, candidate: Candidate): MatchSignal[] | undefined {
  if (candidate.marks.namesOther || evidence.otherWord !== null) return undefined
  const rules = [byReference, byNumber, byAccount, byAccountInTurn, byAccountAndAmount, byTextName]
  for (const rule of rules) {
    const signals = rule(index, evidence, candidate)
    if (signals) return signals
  }
  return undefined
}

/** A reference of ours with the right check digit is certain by itself; the check digit is the second signal. */
function byReference(_index: MemberIndex, _evidence: Evidence, { marks }: Candidate): MatchSignal[] | undefined {
  return marks.reference ? [signal('reference'), signal('checkDigit')] : undefined
}

function byNumber(_index: MemberIndex, evidence: Evidence, candidate: Candidate): MatchSignal[] | undefined {
  const { marks } = candidate
  if (!marks.number || evidence.hasStrangeNumber || !fits(candidate) || !textIsClear(evidence, candidate))
    return undefined
  // Numbers of two households are a typing mistake more often than a kindness.
  if (new Set(candidate.members.map(({ member }) => member.householdId)).size > 1) return undefined
  const numbers = numberSignal(evidence)
  if (marks.iban) return [numbers, signal('iban'), ...amountSignals(candidate)]
  if (marks.householdName >= confirmsNumber) return [numbers, nameSignal(evidence), ...amountSignals(candidate)]
  return undefined
}

/** The same amount as confirmed before, from an account that pays for these members only, or whose text names them. */
function byAccount(_index: MemberIndex, evidence: Evidence, candidate: Candidate): MatchSignal[] | undefined {
  const { marks } = candidate
  const { account, reading, line } = evidence
  if (!account || !marks.sameShares || !textIsClear(evidence, candidate)) return undefined
  if (account.paidOther && reading.duesLikeWord === null) return undefined
  const before = account.payments.filter(({ cents }) => cents === line.cents)
  if (!before.every((payment) => payment.sharesKey === candidate.sharesKey)) return undefined
  if (!paysForThemOnly(evidence, candidate) && !isNamed(candidate)) return undefined
  return [signal('iban'), signal('sameAmount', { count: before.length })]
}

/**
 * An account that pays one amount for each of a household in turn, all at one rate, and does not say for whom: their dues are one
 * account, so the longest open comes first.
 */
function byAccountInTurn(_index: MemberIndex, evidence: Evidence, candidate: Candidate): MatchSignal[] | undefined {
  const { account, reading, line } = evidence
  const { marks, household, members } = candidate
  if (!account || !marks.sameShares || members.length !== 1 || !isOneAmount(candidate)) return undefined
  if (account.paidOther && reading.duesLikeWord === null) return undefined
  const inTurn = household.filter((member) => account.members.has(member))
  const isAlike = inTurn.every(
    ({ member }) => member.rateCents === line.cents && member.payerKey === members[0]?.member.payerKey,
  )
  const isAlone = inTurn.length === account.members.size
  if (!isAlike || !isAlone || account.payments.some((payment) => payment.shares.length > 1)) return undefined
  if (reading.numbers.length > 0 || !textIsClear(evidence, candidate) || members[0] !== longestOpen(inTurn))
    return undefined
  return [signal('iban'), signal('sameAmount', { count: account.payments.length })]
}

function longestOpen(members: readonly IndexedMember[]): IndexedMember | undefined {
  return [...members].sort((a, b) => openOf([b.member]) - openOf([a.member]))[0]
}

/** Another amount than before, from an account that always paid for the same members: catching up, a quarter at once. */
function byAccountAndAmount(index: MemberIndex, evidence: Evidence, candidate: Candidate): MatchSignal[] | undefined {
  const { marks, division } = candidate
  const { account, reading } = evidence
  if (!account || !marks.sameMembers || !fits(candidate) || !textIsClear(evidence, candidate)) return undefined
  if (mayBeForMore(evidence, candidate)) return undefined
  if (!paysForThemOnly(evidence, candidate)) return undefined
  if (!isNamed(candidate) && othersWithoutAccount(index, candidate).length > 0) return undefined
  if (isNamed(candidate)) return [signal('iban'), ...namedSignals(evidence, candidate), ...amountSignals(candidate)]
  if (reading.duesWord !== null || (reading.duesLikeWord !== null && !account.paidOther)) {
    return [signal('iban'), duesSignal(evidence), ...amountSignals(candidate)]
  }
  return division.kind === 'open' && !account.paidOther ? [signal('iban'), ...amountSignals(candidate)] : undefined
}

function byTextName(_index: MemberIndex, evidence: Evidence, candidate: Candidate): MatchSignal[] | undefined {
  const { marks } = candidate
  // One name for two of the household: it does not say which.
  if (evidence.mentions.length < candidate.members.length) return undefined
  if (!marks.textName || !fits(candidate) || !textIsClear(evidence, candidate)) return undefined
  if (mayBeForMore(evidence, candidate)) return undefined
  if (evidence.reading.duesLikeWord === null) return undefined
  const named = signal('textName')
  if (marks.address) return [named, signal('address'), ...amountSignals(candidate)]
  if (marks.iban) return [named, signal('iban'), ...amountSignals(candidate)]
  if (marks.householdName >= isThisPerson) return [named, nameSignal(evidence), ...amountSignals(candidate)]
  return undefined
}

/** One amount of each of them: a month, or as long as their plan counts. */
const isOneAmount = ({ division, members }: Candidate) =>
  division.kind === 'months' &&
  members.every(({ member }) => member.rateCents === 0 || member.rateMonths === division.months)

const fits = ({ division }: Candidate) => division.kind !== 'rough'

const isNamed = ({ marks }: Candidate) => marks.number || marks.textName || marks.firstNames

function paysForThemOnly({ account }: Evidence, candidate: Candidate): boolean {
  return (account?.payments ?? []).every((payment) => payment.membersKey === candidate.membersKey)
}

/** Of the household, those for whom nobody is known to pay: the amount may be for them as well. */
function othersWithoutAccount(index: MemberIndex, { members, household }: Candidate): IndexedMember[] {
  return household.filter((member) => !members.includes(member) && !index.paidFor.has(member.member.id))
}

/** More than one amount of each, and "en" somebody or something that nothing explains: "contributie Ria en de buurman". */
function mayBeForMore(evidence: Evidence, candidate: Candidate): boolean {
  return !isOneAmount(candidate) && evidence.reading.words.includes('en') && strangeIn(evidence, candidate).length > 0
}

/** No word that nothing explains, unless the same text was confirmed before or it says itself that it is dues. */
function textIsClear(evidence: Evidence, candidate: Candidate): boolean {
  if (evidence.reading.duesWord !== null) return true
  const strange = strangeIn(evidence, candidate)
  if (strange.length === 0) return true
  const confirmed = (evidence.account?.payments ?? []).map(
    ({ text }) => new Set(text === '' ? [] : readText(text).words),
  )
  return confirmed.some((words) => strange.every((word) => words.has(word)))
}

/** Words that neither the names and the address of the household nor the name on the account explain. */
function strangeIn({ holders, strangeWords }: Evidence, { household }: Candidate): string[] {
  if (strangeWords.length === 0) return []
  const names = new Set(holders.flatMap(({ words }) => words.map(({ text }) => text)))
  for (const { lastNames, infix, givenNames, initials, address } of household) {
    for (const word of [...lastNames, infix, address, initials, ...givenNames].join(' ').split(' ')) names.add(word)
  }
  return strangeWords.filter((word) => !names.has(word))
}

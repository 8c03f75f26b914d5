// Everything one line says about whose money it is, before anything is weighed.
import { isCreditorReference } from '../../../shared/domain/creditor-reference.ts'
import { isPaymentReference } from '../../../shared/domain/payment-reference.ts'
import { type AccountHistory, accountHistory } from './account-history.ts'
import { compareNames, findByName, mayBeThisPerson } from './compare-names.ts'
import { findMentions, type Mention } from './find-named.ts'
import type { LineToMatch } from './match-types.ts'
import type { IndexedMember, MemberIndex } from './member-index.ts'
import { type Holder, readPayerName } from './read-payer-name.ts'
import { readLineText, type TextReading, unexplainedWords } from './read-text.ts'

export interface Evidence {
  readonly line: LineToMatch
  readonly reading: TextReading
  readonly holders: readonly Holder[]
  /** Words of the text that are neither of dues nor of anything else that is known; a name may explain them yet. */
  readonly strangeWords: readonly string[]
  /** A word that means something else than dues, and is no name of a household that may be meant: Kamp, Bus. */
  readonly otherWord: string | null
  /** Members whose valid reference came with the line. */
  readonly referenced: readonly IndexedMember[]
  /** Members whose number stands where a number is expected. */
  readonly numbered: readonly IndexedMember[]
  /** A number that stands there is nobody's: a typing mistake. */
  readonly hasStrangeNumber: boolean
  readonly mentions: readonly Mention[]
  /** Members whom the name on the account may be, and how well it fits. */
  readonly byName: ReadonlyMap<IndexedMember, number>
  /** What the account paid before; undefined for one that is not known. */
  readonly account: AccountHistory | undefined
  /** Households that anything points to; by the name on the account when nothing else does. */
  readonly households: readonly string[]
}

export function gatherEvidence(index: MemberIndex, line: LineToMatch): Evidence {
  const reading = readLineText(line)
  const holders = readPayerName(line.counterName)
  const pointers = gatherPointers(index, line, reading)
  const { byName, households } = nameHouseholds(index, holders, pointers)
  return {
    ...pointers,
    line,
    reading,
    strangeWords: unexplainedWords(reading),
    otherWord: reading.otherWords.find((word) => !isNameIn(index, households, word)) ?? null,
    holders,
    byName,
    households,
  }
}

/** Whether all members are to be searched for the name on the account: nothing else points at somebody of that name. */
export function needsSearchByName(index: MemberIndex, line: LineToMatch): boolean {
  const pointers = gatherPointers(index, line, readLineText(line))
  return fittingPeople(index, readPayerName(line.counterName), pointers).isDoubtful
}

type Pointers = Pick<Evidence, 'referenced' | 'numbered' | 'hasStrangeNumber' | 'mentions' | 'account'>

/** Everything but the name on the account. */
function gatherPointers(index: MemberIndex, line: LineToMatch, reading: TextReading): Pointers {
  const references = referencesIn(line, reading)
  const numbered = reading.numbers.map((number) => onlyOne(index.byNumber.get(number)))
  const account = accountHistory(index, line.counterIban === null ? undefined : index.accounts.get(line.counterIban))
  const known = account?.members ?? new Set<IndexedMember>()
  return {
    referenced: [...new Set(references.flatMap((reference) => index.byReference.get(reference) ?? []))],
    numbered: numbered.flat(),
    hasStrangeNumber: numbered.some((members) => members.length === 0),
    mentions: findMentions(index, reading.words).map((people) => likeliest(people, reading.words, known)),
    account,
  }
}

/** References that came with a line; '' for one that is none. */
export function referencesIn(line: LineToMatch, reading: TextReading): string[] {
  return [plainReference(line.structuredRef), ...reading.references]
}

/**
 * Households that something points at, and how well the name on the account fits their people. All members are searched by name
 * only where that leaves a doubt: it adds guesses, and costs time.
 */
function nameHouseholds(index: MemberIndex, holders: readonly Holder[], pointers: Pointers) {
  const { households, fitting, isDoubtful } = fittingPeople(index, holders, pointers)
  if (!isDoubtful) return { byName: fitting, households: [...households] }
  const byName = findByName(index, holders)
  const best = [...byName]
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a.member.id < b.member.id ? -1 : 1))
    .slice(0, mostGuesses)
  for (const [{ member }] of best) households.add(member.householdId)
  return { byName, households: [...households] }
}

function fittingPeople(index: MemberIndex, holders: readonly Holder[], pointers: Pointers) {
  const { referenced, numbered, mentions, account } = pointers
  const pointedAt = [...referenced, ...numbered, ...(account?.members ?? []), ...mentions.flat()]
  const households = new Set(pointedAt.map(({ member }) => member.householdId))
  const people = [...households].flatMap((id) => index.households.get(id) ?? [])
  const fitting = compareNames(holders, people)
  const isDoubtful = !account && [...fitting.values()].every((score) => score < mayBeThisPerson)
  return { households, fitting, isDoubtful }
}

function isNameIn(index: MemberIndex, households: readonly string[], word: string): boolean {
  return households.some((id) => index.households.get(id)?.some(({ lastNames }) => lastNames.includes(word)))
}

/** Of many people with the same full name those whose address is there too, those whose account it is, or the first of them. */
function likeliest(people: Mention, words: readonly string[], known: ReadonlySet<IndexedMember>): Mention {
  if (people.length === 1) return people
  const text = ` ${words.join(' ')} `
  const living = people.filter(({ address }) => address !== '' && text.includes(` ${address} `))
  if (living.length > 0) return living
  const paying = people.filter((member) => known.has(member))
  return paying.length > 0 ? paying : people.slice(0, mostGuesses)
}

/** Enough to fill the suggestions. */
const mostGuesses = 4

/** '' for a reference whose check digit is wrong: that is a typing mistake, and could be anybody's. */
function plainReference(reference: string | null): string {
  const plain = (reference ?? '').replace(/[\s.-]/g, '').toUpperCase()
  return isPaymentReference(plain) || isCreditorReference(plain) ? plain : ''
}

function onlyOne(members: readonly IndexedMember[] | undefined): readonly IndexedMember[] {
  return members?.length === 1 ? members : []
}

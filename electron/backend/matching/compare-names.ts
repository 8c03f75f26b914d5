// How well the name on an account fits a member: 1 is the full name, 0.8 the one initial that is known, 0.5 the last name alone.
import type { IndexedMember, MemberIndex } from './member-index.ts'
import type { Holder, NameWord } from './read-payer-name.ts'

/** From here a name counts as this person's. */
export const isThisPerson = 0.8
/** From here it may be theirs: the last name alone, or fewer initials than are known. */
export const mayBeThisPerson = 0.5
/** Somebody of the same last name: a partner, a child, or a stranger. */
const sameLastNameOnly = 0.1

/** The best are found first; more than these nobody looks through, and the time would grow with the number of members. */
const enough = 12

/** The members a name may be, with how well it fits. */
export function findByName(index: MemberIndex, holders: readonly Holder[]): Map<IndexedMember, number> {
  const found = new Map<IndexedMember, number>()
  for (const holder of holders) {
    for (const { lastName, rest } of lastNamesIn(index, holder.words)) {
      for (const member of candidates(index, lastName, rest)) keepBest(found, member, scoreRest(rest, member))
    }
  }
  return found
}

/** The same for members that something else points to already. */
export function compareNames(holders: readonly Holder[], members: Iterable<IndexedMember>): Map<IndexedMember, number> {
  const found = new Map<IndexedMember, number>()
  for (const member of members) {
    for (const { words } of holders) {
      for (const lastName of member.lastNames) {
        const rest = withoutLastName(words, lastName)
        if (rest) keepBest(found, member, scoreRest(rest, member))
      }
    }
  }
  return found
}

function keepBest(found: Map<IndexedMember, number>, member: IndexedMember, score: number): void {
  if (score > (found.get(member) ?? 0)) found.set(member, score)
}

function withoutLastName(words: readonly NameWord[], lastName: string): NameWord[] | undefined {
  const parts = lastName.split(' ')
  const start = words.findIndex((_word, at) => parts.every((part, offset) => words[at + offset]?.text === part))
  return start < 0 ? undefined : [...words.slice(0, start), ...words.slice(start + parts.length)]
}

function scoreRest(rest: readonly NameWord[], member: IndexedMember): number {
  return scoreGiven(givenIn(rest), member) - infixPenalty(rest, member)
}

const givenIn = (words: readonly NameWord[]) => words.filter(({ kind }) => kind !== 'infix')

/** Every run of words that is somebody's last name, and the words around it. */
function lastNamesIn(index: MemberIndex, words: readonly NameWord[]) {
  return runsOf(words)
    .filter(({ lastName }) => index.byName.has(lastName))
    .map(({ lastName, start, end }) => ({ lastName, rest: [...words.slice(0, start), ...words.slice(end)] }))
}

/** Every run of words that may be a last name. */
export function runsOf(words: readonly NameWord[]) {
  const runs: { lastName: string; start: number; end: number }[] = []
  for (let start = 0; start < words.length; start += 1) {
    for (let end = start + 1; end <= Math.min(words.length, start + 4); end += 1) {
      const lastName = words
        .slice(start, end)
        .map(({ text }) => text)
        .join(' ')
      if (lastName.length >= 2) runs.push({ lastName, start, end })
    }
  }
  return runs
}

function candidates(index: MemberIndex, lastName: string, rest: readonly NameWord[]): Set<IndexedMember> {
  const given = givenIn(rest)
  const joined = given.map(({ text }) => text).join('')
  const keys = [...given.map(({ text }) => text), joined, ...given.map(({ text }) => text.slice(0, 1)), '']
  const people = index.byName.get(lastName)
  const found = new Set<IndexedMember>()
  for (const key of keys) {
    for (const member of people?.get(key) ?? []) {
      found.add(member)
      if (found.size >= enough) return found
    }
  }
  return found
}

function scoreGiven(given: readonly NameWord[], { givenNames, initials }: IndexedMember): number {
  if (given.length === 0) return mayBeThisPerson
  if (given.some(({ text }) => text.length > 1 && givenNames.includes(text))) return 1
  const letters = given
    .filter(({ kind }) => kind === 'initials')
    .map(({ text }) => text)
    .join('')
  // "MW JANSEN": a title after all, when the letters are not this member's.
  if (letters === 'mw' && initials !== 'mw') return mayBeThisPerson
  if (letters === '') return initials.startsWith(given[0]?.text.slice(0, 1) ?? '-') ? 0.3 : sameLastNameOnly
  if (letters === initials) return letters.length > 1 ? 0.95 : isThisPerson
  if (letters.startsWith(initials) || initials.startsWith(letters)) return 0.7
  return letters[0] === initials[0] ? 0.3 : sameLastNameOnly
}

/** "van Dijk" is hardly "Dijk", but banks do leave the tussenvoegsel out. */
function infixPenalty(rest: readonly NameWord[], { infix }: IndexedMember): number {
  const written = rest.filter(({ kind }) => kind === 'infix').map(({ text }) => text)
  if (written.length === 0) return infix === '' ? 0 : 0.05
  if (infix === '') return 0.15
  const own = infix.split(' ')
  return written.some((word) => own.includes(word)) ? 0 : 0.1
}

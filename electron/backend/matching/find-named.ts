// People whose full name stands in the text: "contributie Gerrit de Vries en Mohammed de Vries Kerkstraat 167", also by their
// initials: who reads only the first of "Gerrit de Vries en M.J. Bakker" gives him all of it.
import { isInfixWord } from '../../../shared/domain/person-name.ts'
import type { IndexedMember, MemberIndex } from './member-index.ts'
import { isFillerWord, isPeriodWord } from './text-words.ts'

/** One mention of a name; of several people with that name it may be any. */
export type Mention = readonly IndexedMember[]

export function findMentions(index: MemberIndex, words: readonly string[]): Mention[] {
  const mentions: Mention[] = []
  for (const { lastName, start } of lastNameRuns(words)) {
    if (index.byName.has(lastName)) mentions.push(...givenNamesBefore(index, words, start, lastName))
  }
  return mentions
}

/** Every run of words that may be a last name with a first name before it. */
export function lastNameRuns(words: readonly string[]) {
  const runs: { lastName: string; start: number }[] = []
  for (let start = 1; start < words.length; start += 1) {
    for (let end = start + 1; end <= Math.min(words.length, start + 3); end += 1) {
      const lastName = words.slice(start, end).join(' ')
      if (lastName.length >= 2) runs.push({ lastName, start })
    }
  }
  return runs
}

/** "Gerrit de Vries", "Renée en Mohammed de Vries", "M.J. de Vries". */
function givenNamesBefore(index: MemberIndex, words: readonly string[], lastNameAt: number, lastName: string) {
  const found: Mention[] = []
  let start = lastNameAt
  while (start > 0 && isInfix(words[start - 1])) start -= 1
  // "Jan 't Hooft", and "T. Hooft".
  let given = givenBefore(index, words, start, lastName) ?? initialT(index, words, lastNameAt, lastName)
  while (given) {
    found.push(given.people)
    given = words[given.start - 1] === 'en' ? givenBefore(index, words, given.start - 1, lastName) : undefined
  }
  return found
}

function initialT(index: MemberIndex, words: readonly string[], end: number, lastName: string): Given | undefined {
  return words[end - 1] === 't' ? givenBefore(index, words, end, lastName) : undefined
}

interface Given {
  readonly people: Mention
  /** Where it begins. */
  readonly start: number
}

function givenBefore(index: MemberIndex, words: readonly string[], end: number, lastName: string): Given | undefined {
  const word = words[end - 1]
  const namesakes = index.byName.get(lastName)?.get('') ?? []
  if (word === undefined) return undefined
  const called = namesakes.filter(({ givenNames }) => givenNames.includes(word))
  if (called.length > 0) return { people: called, start: end - 1 }
  const runs = initialsBefore(words, end)
  for (const fits of [hasInitials, mayHaveInitials]) {
    for (const { letters, start } of runs) {
      const people = namesakes.filter((member) => fits(member, letters))
      if (people.length > 0) return { people, start }
    }
  }
  return undefined
}

const mostInitials = 4

/** "m j", longest first, or "mj" in one; of "e/o M.J. Bakker" also what is left without the first letters. */
function initialsBefore(words: readonly string[], end: number): { letters: string; start: number }[] {
  const word = words[end - 1] ?? ''
  if (word.length > 1) return mayBeInitials(word) ? [{ letters: word, start: end - 1 }] : []
  const runs: { letters: string; start: number }[] = []
  for (let start = end - 1; start >= 0 && end - start <= mostInitials && isLetter(words[start]); start -= 1) {
    runs.unshift({ letters: words.slice(start, end).join(''), start })
  }
  return runs
}

/** Whether a word of a text may be the initials of somebody. */
export function mayBeInitials(word: string): boolean {
  if (word.length === 1) return isLetter(word)
  return word.length <= mostInitials && /^[a-z]+$/.test(word) && !isFillerWord(word) && !isPeriodWord(word)
}

const hasInitials = ({ initials }: IndexedMember, letters: string) => initials === letters
/** Not all of them are known, or given. */
const mayHaveInitials = ({ initials }: IndexedMember, letters: string) =>
  initials !== '' && (initials.startsWith(letters) || letters.startsWith(initials))

const isLetter = (word: string | undefined) => word !== undefined && /^[a-z]$/.test(word)
const isInfix = (word: string | undefined) => word === 't' || (word !== undefined && isInfixWord(word))

// People whose full name stands in the text: "contributie Gerrit de Vries en Mohammed de Vries Kerkstraat 167".
import { isInfixWord } from '../../../shared/domain/person-name.ts'
import type { IndexedMember, MemberIndex } from './member-index.ts'

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
      if (lastName.length >= 3) runs.push({ lastName, start })
    }
  }
  return runs
}

/** "Gerrit de Vries", "Renée en Mohammed de Vries". */
function givenNamesBefore(index: MemberIndex, words: readonly string[], lastNameAt: number, lastName: string) {
  const found: Mention[] = []
  let at = lastNameAt - 1
  while (at >= 0 && isInfix(words[at])) at -= 1
  for (; at >= 0; at -= words[at - 1] === 'en' ? 2 : 1) {
    const given = words[at] ?? ''
    const people = (index.byName.get(lastName)?.get(given) ?? []).filter(({ givenNames }) => givenNames.includes(given))
    if (people.length === 0) break
    found.push(people)
    if (words[at - 1] !== 'en') break
  }
  return found
}

const isInfix = (word: string | undefined) => word === 't' || (word !== undefined && isInfixWord(word))

// Whom some lines can be about, found with as few looks at the book as there are lines: the matcher is given these members and no
// others, so that a large book costs hardly more than a small one. Nobody is left out whom it would have looked at: it decides the
// same on these as on everybody.

import { runsOf } from './compare-names.ts'
import { lastNameRuns, mayBeInitials } from './find-named.ts'
import { needsSearchByName, referencesIn } from './gather-evidence.ts'
import type { KnownAccount, LineToMatch, MatchMember } from './match-types.ts'
import { givenNamesOf, indexMembers, initialsOf, rememberFolding, splitLastName } from './member-index.ts'
import { readPayerName } from './read-payer-name.ts'
import { readLineText } from './read-text.ts'

/** Where members are looked up. Ids may be of people who are no members: `withHouseholds` leaves them out. */
export interface MemberSource<Member extends MatchMember> {
  readonly names: () => Promise<readonly KnownName[]>
  readonly idsByNumber: (numbers: ReadonlySet<string>) => Promise<readonly string[]>
  readonly idsByReference: (references: ReadonlySet<string>) => Promise<readonly string[]>
  readonly accounts: (ibans: ReadonlySet<string>) => Promise<readonly KnownAccount[]>
  /** These members and everybody they live with. */
  readonly withHouseholds: (ids: ReadonlySet<string>) => Promise<readonly Member[]>
}

export type KnownName = Pick<MatchMember, 'id' | 'firstName' | 'called' | 'initials' | 'lastName'>

export interface MembersMeant<Member extends MatchMember> {
  readonly members: readonly Member[]
  readonly accounts: readonly KnownAccount[]
}

export async function findMembersMeant<Member extends MatchMember>(
  source: MemberSource<Member>,
  lines: readonly LineToMatch[],
): Promise<MembersMeant<Member>> {
  if (lines.length === 0) return { members: [], accounts: [] }
  const names = await source.names()
  const accounts = await source.accounts(new Set(lines.flatMap(({ counterIban }) => counterIban ?? [])))
  const pointedAt = new Set([
    ...(await idsInTexts(source, lines, names)),
    ...accounts.flatMap(({ payments }) => payments.flatMap(({ shares }) => shares.map(({ memberId }) => memberId))),
  ])
  const members = await source.withHouseholds(pointedAt)
  const index = indexMembers({ members, accounts, batches: [], ownIbans: [] })
  const doubtful = lines.filter((line) => needsSearchByName(index, line))
  const namesakes = idsByHolder(doubtful, names).filter((id) => !index.byId.has(id))
  if (namesakes.length === 0) return { members, accounts }
  return { members: await source.withHouseholds(new Set([...pointedAt, ...namesakes])), accounts }
}

/** Members whose number, reference or full name stands in a text; of a name also the first of their initials. */
async function idsInTexts<Member extends MatchMember>(
  source: MemberSource<Member>,
  lines: readonly LineToMatch[],
  names: readonly KnownName[],
): Promise<string[]> {
  const numbers = new Set<string>()
  const references = new Set<string>()
  const wordsByRun = new Map<string, ReadonlySet<string>[]>()
  for (const line of lines) {
    const reading = readLineText(line)
    for (const number of reading.numbers) numbers.add(number)
    for (const reference of referencesIn(line, reading)) if (reference !== '') references.add(reference)
    const words = new Set(reading.words)
    for (const { lastName } of lastNameRuns(reading.words)) {
      const known = wordsByRun.get(lastName)
      if (known) known.push(words)
      else wordsByRun.set(lastName, [words])
    }
  }
  return [
    ...(await source.idsByNumber(numbers)),
    ...(await source.idsByReference(references)),
    ...idsByLastName(names, (lastName, { firstName, called, initials }, fold) => {
      const given = givenNamesOf(fold(firstName), fold(called))
      const first = initialsOf(fold(initials), fold(firstName)).slice(0, 1)
      const isGiven = (words: ReadonlySet<string>) =>
        given.some((name) => words.has(name)) || [...words].some((word) => word[0] === first && mayBeInitials(word))
      return wordsByRun.get(lastName)?.some(isGiven) === true
    }),
  ]
}

/** Members who have a last name that stands on an account. */
function idsByHolder(lines: readonly LineToMatch[], names: readonly KnownName[]): string[] {
  const lastNames = new Set(
    lines.flatMap(({ counterName }) =>
      readPayerName(counterName).flatMap(({ words }) => runsOf(words).map(({ lastName }) => lastName)),
    ),
  )
  return lastNames.size === 0 ? [] : idsByLastName(names, (lastName) => lastNames.has(lastName))
}

function idsByLastName(
  names: readonly KnownName[],
  isMeant: (lastName: string, name: KnownName, fold: (text: string) => string) => boolean,
): string[] {
  const fold = rememberFolding()
  return names
    .filter((name) => splitLastName(fold(name.lastName)).some((lastName) => isMeant(lastName, name, fold)))
    .map(({ id }) => id)
}

// The part of the book that some lines can be about decides the same as the whole book, on invented years.
import { describe, expect, test } from 'vitest'
import { matchLines } from '../../../../electron/backend/matching/match-lines.ts'
import type { LineToMatch, MatchBook, MatchMember } from '../../../../electron/backend/matching/match-types.ts'
import { numberKey } from '../../../../electron/backend/matching/member-index.ts'
import { findMembersMeant, type MemberSource } from '../../../../electron/backend/matching/members-meant.ts'
import { halfYear } from './half-year.ts'

/** A list as the place where members are looked up. */
function listOf({ members, accounts }: MatchBook): MemberSource<MatchMember> {
  const idsOf = (isMeant: (member: MatchMember) => boolean) =>
    Promise.resolve(members.filter(isMeant).map(({ id }) => id))
  return {
    names: () => Promise.resolve(members),
    idsByNumber: (numbers) => idsOf(({ number }) => number !== null && numbers.has(numberKey(number))),
    idsByReference: (asked) => idsOf(({ references }) => references.some((reference) => asked.has(reference))),
    accounts: (ibans) => Promise.resolve(accounts.filter(({ iban }) => ibans.has(iban))),
    withHouseholds(ids) {
      const households = new Set(members.filter(({ id }) => ids.has(id)).map(({ householdId }) => householdId))
      return Promise.resolve(members.filter(({ householdId }) => households.has(householdId)))
    },
  }
}

async function matchOnPart(book: MatchBook, source: MemberSource<MatchMember>, lines: readonly LineToMatch[]) {
  const part = await findMembersMeant(source, lines)
  const paidFor = new Set(
    book.accounts.flatMap(({ payments }) => payments.flatMap(({ shares }) => shares.map(({ memberId }) => memberId))),
  )
  return { count: part.members.length, decisions: matchLines({ ...book, ...part, paidFor }, lines) }
}

describe('an invented half year', () => {
  const { book, lines } = halfYear(42)
  const whole = matchLines(book, lines)

  test('each line by itself finds what it finds in the whole book, among a few members', async () => {
    let most = 0
    for (const [at, line] of lines.entries()) {
      if (at % 16 !== 0) continue
      const { count, decisions } = await matchOnPart(book, listOf(book), [line])
      expect(decisions).toEqual([whole[at]])
      most = Math.max(most, count)
    }
    expect(most).toBeLessThan(book.members.length / 2)
  })

  test('all lines together do so too', async () => {
    expect((await matchOnPart(book, listOf(book), lines)).decisions).toEqual(whole)
  })

  // Each of them is needed: what is not looked up is not found.
  test.each<[string, Partial<MemberSource<MatchMember>>]>([
    ['names', { names: () => Promise.resolve([]) }],
    ['numbers', { idsByNumber: () => Promise.resolve([]) }],
    ['accounts', { accounts: () => Promise.resolve([]) }],
    [
      'the people of a household',
      { withHouseholds: (ids) => Promise.resolve(book.members.filter(({ id }) => ids.has(id))) },
    ],
  ])('without %s it does not', async (_name, missing) => {
    let different = 0
    for (const [at, line] of lines.entries()) {
      const { decisions } = await matchOnPart(book, { ...listOf(book), ...missing }, [line])
      if (JSON.stringify(decisions[0]) !== JSON.stringify(whole[at])) different += 1
      if (different > 0) break
    }
    expect(different).toBeGreaterThan(0)
  })
})

test('no lines need nobody', async () => {
  const { book } = halfYear(42)
  expect(await findMembersMeant(listOf(book), [])).toEqual({ members: [], accounts: [] })
})

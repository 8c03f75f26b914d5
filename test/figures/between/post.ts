// The post between the books: files that are late, lost, doubled and out of order; and whoever takes one in answers what is asked.

import { decide, type LineChoice } from '../../../electron/backend/between/between-desk.ts'
import { findOtherBook, lastFile, otherBookId } from '../../../electron/backend/between/between-queries.ts'
import { bookKeysOf } from '../../../electron/backend/between/book-keys.ts'
import { describeLines } from '../../../electron/backend/between/describe-lines.ts'
import { type LineDecisions, planMembers } from '../../../electron/backend/between/plan-members.ts'
import { openFromBook } from '../../../electron/backend/between/sealed-file.ts'
import { planStandings, takeInStandings } from '../../../electron/backend/between/standings.ts'
import { takeInMembers } from '../../../electron/backend/between/take-in-members.ts'
import { bookSecretOf } from '../../../electron/backend/books/book-queries.ts'
import { write } from '../../../electron/backend/database/write.ts'
import type { createMatcher } from '../../../electron/backend/import/match-people.ts'
import type { BetweenLine } from '../../../shared/contract/between.ts'
import { CallError } from '../../../shared/contract/create-client.ts'
import { somebodyElse } from '../../../shared/domain/between.ts'
import { type BetweenBook, type Letter, open, writeMembers, writeStandings } from '../../support/between-books.ts'
import type { Random } from '../../support/random.ts'
import { type Human, isWritten, type Year } from './year.ts'

export type Weakness = 'takesOlder' | 'byNameOnly'

interface Sent {
  readonly from: BetweenBook
  readonly to: BetweenBook
  readonly letter: Letter
  readonly arrives: number
}

export interface Post {
  readonly random: Random
  /** Whoever is asked knows the people. */
  readonly humans: readonly Human[]
  readonly weakness: Weakness | undefined
  readonly underway: Sent[]
  week: number
  readonly counts: { sent: number; taken: number; refused: number; lost: number; asked: number }
}

export const openPost = ({ random, humans }: Year, weakness?: Weakness): Post => ({
  ...{ random, humans, weakness, underway: [], week: 0 },
  counts: { sent: 0, taken: 0, refused: 0, lost: 0, asked: 0 },
})

export async function send(post: Post, from: BetweenBook, to: BetweenBook, kind: 'leden' | 'stand'): Promise<void> {
  const letter = await (kind === 'leden' ? writeMembers(from, to) : writeStandings(from, to))
  post.counts.sent += 1
  const { random } = post
  if (random.chance(0.15)) {
    post.counts.lost += 1
    return
  }
  const copies = random.chance(0.15) ? 2 : 1
  for (let copy = 0; copy < copies; copy += 1)
    post.underway.push({ from, to, letter, arrives: post.week + random.below(6) })
}

/** What arrives this week, in any order; at the end of the year everything that is still under way. */
export async function deliver(post: Post, isEnd = false): Promise<void> {
  const arrived = post.underway.filter(({ arrives }) => isEnd || arrives <= post.week)
  const later = post.underway.filter((sent) => !arrived.includes(sent))
  post.underway.splice(0, post.underway.length, ...later)
  while (arrived.length > 0) {
    const [sent] = arrived.splice(post.random.below(arrived.length), 1)
    if (sent) await takeIn(post, sent.from, sent.to, sent.letter)
  }
}

/** Nothing is lost any more: every book hears every other, until neither has anything new to say. */
export async function settle(post: Post, { association, groups }: Year, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1)
    for (const group of groups) {
      await takeIn(post, group, association, await writeMembers(group, association), true)
      await takeIn(post, association, group, await writeMembers(association, group), true)
      await takeIn(post, group, association, await writeMembers(group, association), true)
    }
}

export async function takeIn(
  post: Post,
  from: BetweenBook,
  to: BetweenBook,
  letter: Letter,
  choosesAll = false,
): Promise<void> {
  if (post.weakness) return takeInWeakly(post, from, to, letter, choosesAll)
  try {
    const { id } = await open(to, letter)
    const { lines } = await to.api.between.preview({ id })
    for (const line of lines)
      await answer(post, from, to, line, choosesAll, (choice) => to.api.between.decide({ id, key: line.key, choice }))
    await to.api.between.preview({ id })
    await to.api.between.takeIn({ id })
    post.counts.taken += 1
  } catch (error) {
    if (!(error instanceof CallError) || (error.code !== 'betweenOlder' && error.code !== 'betweenAgain')) throw error
    post.counts.refused += 1
  }
}

/** Who it is, is answered as it is; what both changed, now and then not at all. */
async function answer(
  post: Post,
  from: BetweenBook,
  to: BetweenBook,
  line: BetweenLine,
  choosesAll: boolean,
  choose: (choice: LineChoice) => unknown,
): Promise<void> {
  const { random, counts } = post
  const told = whoIs(from, line.key)
  if (line.alike.length > 0) {
    counts.asked += 1
    const same = line.alike.find(({ personId, canBeSame }) => canBeSame && whoIs(to, personId) === told)
    await choose({ kind: 'who', value: same?.personId ?? somebodyElse })
  }
  const human = post.humans.find(({ birthYear, name }) => `${name.firstName} ${birthYear}` === told)
  if (!human) return
  const belongs = human.group === (from.known.has(to.name) && to.known.size === 1 ? to.name : from.name)
  if (line.leaving) await choose({ kind: 'leaving', value: belongs ? 'stay' : 'leave' })
  for (const { field, mine, theirs } of line.clashes) {
    counts.asked += 1
    if (!choosesAll && random.chance(0.3)) continue
    const isRight = (shown: string) =>
      field === 'belongs' ? (shown === 'in') === belongs : isWritten(human, field, shown)
    const [mineIs, theirsIs] = [isRight(mine), isRight(theirs)]
    const value = mineIs === theirsIs ? random.pick(['mine', 'theirs'] as const) : mineIs ? 'mine' : 'theirs'
    await choose({ kind: 'field', field, value: value ?? 'mine' })
  }
}

function whoIs({ opened }: BetweenBook, id: string): string {
  return String(opened.raw.prepare(`SELECT first_name || ' ' || birth_year FROM person WHERE id = ?`).pluck().get(id))
}

/** The controls: a book that takes an older file too, and one to which a name is a person. */
async function takeInWeakly(
  post: Post,
  from: BetweenBook,
  to: BetweenBook,
  { name, bytes }: Letter,
  choosesAll: boolean,
): Promise<void> {
  const { context } = to
  const keys = await bookKeysOf(await bookSecretOf(context.db))
  const { sender, header, ...file } = await openFromBook({ name, bytes }, keys, (key) =>
    findOtherBook(context.db, otherBookId(key)),
  )
  const last = await lastFile(context.db, sender.id, 'taken', header.kind)
  if (last && header.seq <= last.seq && post.weakness !== 'takesOlder') {
    post.counts.refused += 1
    return
  }
  const decisions = new Map<string, LineDecisions>()
  const moment = {
    ...{ decisions, hashKey: keys.hashKey, now: context.now(), today: context.today() },
    ...(post.weakness === 'byNameOnly' ? { matcher: byNameOnly } : {}),
  }
  if (file.kind === 'leden') {
    const { lines } = await planMembers(context.db, sender, file.content, moment)
    for (const line of describeLines(sender, lines))
      await answer(post, from, to, line, choosesAll, (choice) => decide({ decisions }, line.key, choice))
  }
  await write(context, { kind: 'memberFileTaken' }, async (tx) => {
    if (file.kind === 'stand')
      return takeInStandings(tx, context, sender, header, await planStandings(tx, sender, file.content))
    const plan = await planMembers(tx, sender, file.content, moment)
    return takeInMembers(tx, context, sender, header, plan, keys.hashKey)
  })
}

const byNameOnly: typeof createMatcher = (people) => (candidate) => {
  const person = people.find(
    ({ name }) => name.lastName === candidate.name.lastName && name.firstName === candidate.name.firstName,
  )
  return person ? { kind: 'same', person } : { kind: 'none' }
}

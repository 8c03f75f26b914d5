// npm run figures -- between: a year of files between an association's book and those of its binnenbuurten ends with all of them
// agreeing, whatever happened to the files. Two weaker ways of taking in are controls: each must be noticed.
import { type BetweenBook, type Letter, writeStandings } from '../support/between-books.ts'
import { seededRandom } from '../support/random.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { checkBooks, type Disagreements } from './between/check-books.ts'
import { deliver, openPost, send, settle, takeIn, type Weakness } from './between/post.ts'
import { beginYear, endYear, happen, keepDues, nextWeek, type Year } from './between/year.ts'

interface Size {
  readonly groups: number
  readonly people: number
  readonly weeks: number
  /** How often all hear all at the end. */
  readonly rounds: number
}

const wholeYear: Size = { groups: 12, people: 15, weeks: 52, rounds: 3 }
const shortYear: Size = { groups: 2, people: 4, weeks: 3, rounds: 2 }
const controlYear: Size = { groups: 3, people: 12, weeks: 10, rounds: 3 }

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const { counts, events, ...found } = await runYear(short ? shortYear : wholeYear, seed)
  const older = await runYear(short ? shortYear : controlYear, seed, 'takesOlder')
  const byName = await runYear(short ? shortYear : controlYear, seed, 'byNameOnly')
  return [
    {
      id: 'between',
      values: {
        ...(short ? shortYear : wholeYear),
        ...{ events, ...counts, ...found, seed },
        ...{ control_older: sumOf(older), control_by_name: sumOf(byName) },
      },
      ok: sumOf(found) === 0 && events > 0 && counts.refused > 0 && sumOf(older) > 0 && sumOf(byName) > 0,
    },
  ]
}

const sumOf = ({ lost, doubled, different, memberships, wrongDues }: Disagreements) =>
  lost + doubled + different + memberships + wrongDues

async function runYear({ groups, people, weeks, rounds }: Size, seed: number, weakness?: Weakness) {
  const random = seededRandom(seed)
  const year = await beginYear(groups, people, random)
  const post = openPost(year, weakness)
  const { association } = year
  const { id: planId } = await association.api.dues.addPlan({
    ...{ name: 'Lid', amountCents: 1000, validFrom: '2025-01-01' },
  })
  let events = 0
  for (let week = 0; week < weeks; week += 1) {
    post.week = week
    for (let count = random.below(groups + 2); count > 0; count -= 1) {
      await happen(year)
      events += 1
    }
    if (week % 4 === 3) await keepDues(year, planId)
    for (const group of year.groups) await sendSome(year, group)
    await deliver(post)
    nextWeek(year)
  }
  await deliver(post, true)
  await settle(post, year, rounds)
  await keepDues(year, planId)
  await tellDues(year)
  const found = await checkBooks(year, (fault) => {
    if (!weakness) console.error(`between, seed ${seed}: ${fault}`)
  })
  await endYear(year)
  return { ...found, events, counts: post.counts }

  async function sendSome(_year: Year, group: BetweenBook) {
    if (random.chance(0.4)) await send(post, group, association, 'leden')
    if (random.chance(0.4)) await send(post, association, group, 'leden')
    if (random.chance(0.25)) await send(post, association, group, 'stand')
  }

  /** The last contributiestand, and after it an older one that the post had kept. */
  async function tellDues({ groups: books }: Year) {
    const kept = new Map<BetweenBook, Letter>()
    for (const group of books) kept.set(group, await writeStandings(association, group))
    await keepDues(year, planId)
    for (const [group, older] of kept) {
      await takeIn(post, association, group, await writeStandings(association, group))
      await takeIn(post, association, group, older)
    }
  }
}

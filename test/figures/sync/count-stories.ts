import { type Random, seededRandom } from '../../support/random.ts'

export interface Story {
  readonly converged: boolean
  readonly accused: boolean
  /** What happened in it: added up. */
  readonly counts: Readonly<Record<string, number>>
}

export type Outcome = Readonly<Record<'stories' | 'diverged' | 'accused' | 'firstBad' | (string & {}), number>>

/** Tells stories of so many seeds. Of a control, which must be caught, until it is: once is enough. */
export async function countStories(
  first: number,
  stories: number,
  tell: (random: Random) => Promise<Story>,
  isControl: boolean,
): Promise<Outcome> {
  const sums: Record<string, number> = {}
  let [told, diverged, accused, firstBad] = [0, 0, 0, -1]
  while (told < stories && !(isControl && diverged > 0)) {
    const story = await tell(seededRandom(first + told * 7919))
    for (const [name, count] of Object.entries(story.counts)) sums[name] = (sums[name] ?? 0) + count
    if (!story.converged) diverged += 1
    if (story.accused) accused += 1
    if ((!story.converged || story.accused) && firstBad < 0) firstBad = told
    told += 1
  }
  return { stories: told, ...sums, diverged, accused, firstBad }
}

/** Every line once, and nothing else. */
export const isSame = (lines: readonly string[], wanted: readonly string[]) =>
  lines.join('\n') === [...wanted].sort().join('\n')

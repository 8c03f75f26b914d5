// Somebody with a file of a group in hand, a pencil, and what everybody in the neighbourhood knows: what dues are. Which numbers of
// people under five can they write down?
import type { WorkgroupContent, WorkgroupGroup } from '../../../shared/contract/workgroup.ts'

/** A file as it is, or one whose numbers nobody kept back. */
export type Attacked = Omit<WorkgroupContent, 'groups'> & {
  readonly groups: readonly (Omit<WorkgroupGroup, 'members' | 'paying'> & {
    readonly members: number | '<5' | null
    readonly paying: number | '<5' | null
  })[]
}

const isSmall = (count: number) => count > 0 && count < 5

/** What was worked out, in words. @param rateCents per month, of a whole year */
export function attack({ groups, dues }: Attacked, rateCents: number): string[] {
  const found: string[] = []
  const say = (what: string, count: number) => {
    if (isSmall(count)) found.push(`${what}: ${count}`)
  }
  for (const { name, members, paying, attendance } of groups) {
    if (typeof members === 'number') say(`members of ${name}`, members)
    if (typeof paying === 'number') say(`paying in ${name}`, paying)
    for (const count of [attendance?.lowest, attendance?.highest])
      if (typeof count === 'number') say(`came in ${name}`, count)
    if (typeof members === 'number' && typeof paying === 'number') say(`not paying in ${name}`, members - paying)
  }
  if (dues === null) return found
  const payers = dues.expectedCents / (12 * rateCents)
  const known = groups.flatMap(({ paying }) => (typeof paying === 'number' ? [paying] : []))
  const rest = payers - known.reduce((sum, count) => sum + count, 0)
  say('paying in what was not told', rest)
  // So many that are each one to four: all ones, or all fours.
  const few = groups.filter(({ paying }) => paying === '<5').length
  if (few > 0 && few + known.length === groups.length && (rest === few || rest === 4 * few))
    say('paying in each', rest / few)
  return found
}

// Which parts of a book a screen belongs to. A screen of a part that is off says so instead of opening.
import type { BookPart } from '../../shared/domain/modules.ts'
import { paths } from './paths.ts'

/** An address and everything under it; of two that fit the longest counts. */
const partsByAddress: Readonly<Record<string, readonly BookPart[]>> = {
  [paths.dues]: ['dues'],
  [paths.series]: ['series'],
  [paths.themes]: ['forms'],
  [paths.checkIns]: ['checkins'],
  [paths.subsidies]: ['subsidy'],
  [paths.barriers]: ['barriers'],
  [paths.care]: ['care'],
  [paths.helping]: ['help'],
  [paths.pairs]: ['pairs'],
  [paths.newcomers]: ['newcomers'],
  [paths.organisations]: ['organisations'],
  [paths.initiatives]: ['initiatives'],
  [paths.workingGroup]: ['leaders', 'ideas'],
  [paths.leaderMeetings]: ['leaders'],
  [paths.ideas]: ['ideas'],
  [paths.networkPoints]: ['ideas'],
}

/** The parts of which a book needs one to have the screen at this address; none: every book has it. */
export function partsAt(address: string): readonly BookPart[] {
  const fitting = Object.keys(partsByAddress).filter((start) => address === start || address.startsWith(`${start}/`))
  const [closest] = fitting.toSorted((a, b) => b.length - a.length)
  return closest === undefined ? [] : (partsByAddress[closest] ?? [])
}

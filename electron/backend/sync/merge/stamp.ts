// Hybrid logical clocks. A stamp says when something was written and by which run of which computer, as one text that sorts:
// 9 signs of milliseconds, 4 of a counter (both base 36), then the node. Clocks never stop anything: a counter that is full goes on in
// the milliseconds, a time from the future is believed, and what was written after seeing something always sorts after it.

/** The sortable time and the node; '' is what was there before anybody shared, older than everything. */
export type Stamp = string

export const genesis: Stamp = ''

const msLength = 9
const counterLength = 4
const timeLength = msLength + counterLength
const counterLimit = 36 ** counterLength
const msLimit = 36 ** msLength - 1

export const timeOf = (stamp: Stamp): string => stamp.slice(0, timeLength)
export const nodeOf = (stamp: Stamp): string => stamp.slice(timeLength)
export const msOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, msLength) || '0', 36)

/** The time after `last` for something done at `wallMs`. */
export function nextTime(last: string, wallMs: number): string {
  const lastMs = msOf(last)
  const wall = Math.min(Math.max(0, Math.trunc(wallMs) || 0), msLimit)
  if (last === '' || wall > lastMs) return formatTime(wall, 0)
  const counter = Number.parseInt(last.slice(msLength), 36) + 1
  return counter < counterLimit ? formatTime(lastMs, counter) : formatTime(lastMs + 1, 0)
}

/** The clock after hearing of a time. */
export const laterTime = (one: string, other: string): string => (one > other ? one : other)

/** Whether a list of stamps, at most one per node, says that `stamp` was seen. A node writes in order: who saw the later one saw this one. */
export function covers(seen: readonly Stamp[], stamp: Stamp): boolean {
  if (stamp === genesis) return true
  const node = nodeOf(stamp)
  return seen.some((each) => each >= stamp && nodeOf(each) === node)
}

/** The newest stamp per node of all lists, sorted; what was there before sharing needs no mention. */
export function joinSeen(...lists: readonly (readonly Stamp[])[]): Stamp[] {
  if (lists.every((list) => list.length === 0)) return []
  const newest = new Map<string, Stamp>()
  for (const list of lists)
    for (const stamp of list) {
      if (stamp === genesis) continue
      const node = nodeOf(stamp)
      const known = newest.get(node)
      if (known === undefined || stamp > known) newest.set(node, stamp)
    }
  return [...newest.values()].sort()
}

function formatTime(ms: number, counter: number): string {
  return ms.toString(36).padStart(msLength, '0') + counter.toString(36).padStart(counterLength, '0')
}

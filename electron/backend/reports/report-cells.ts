// What a report is made of. People are counted with `persons` only: then a small number cannot be read off, nor worked out from
// a total beside it (hide-small.ts).
import type { ReportBlock, ReportCell } from '../../../shared/contract/reports.ts'
import { isFew, showPart } from '../../../shared/domain/few-people.ts'

type Cell<Kind extends ReportCell['kind']> = Extract<ReportCell, { kind: Kind }>

/** A number of people. Under five it is shown as "<5". */
export const persons = (n: number): Cell<'persons'> => ({ kind: 'persons', n })
/** A part of a number of people that is told beside it: nothing where the rest would be a few. */
export function personsOf(part: number, whole: number): Cell<'persons' | 'hidden'> {
  return showPart(part, whole) === null && !isFew(part) ? { kind: 'hidden' } : persons(part)
}
/** A number of anything but people: gatherings, groups, acts, pairs. */
export const count = (n: number): Cell<'count'> => ({ kind: 'count', n })
export const cents = (amount: number): Cell<'cents'> => ({ kind: 'cents', cents: amount })
/** What so many people pay: nothing for a few, of whom an amount and a rate make a number. */
export const centsOfPersons = (amount: number, people: number): Cell<'cents' | 'hidden'> =>
  isFew(people) ? { kind: 'hidden' } : cents(amount)
/** Part of a whole of things, not of people: 12 of 16 pairs. */
export const share = (part: number, whole: number): Cell<'share'> => ({ kind: 'share', part, whole })
/** Part of a number of people; nothing where either side of it is fewer than five and not none. */
export function shareOfPersons(part: number, whole: number): Cell<'share' | 'hidden'> {
  return isFew(part) || isFew(whole - part) || isFew(whole) ? { kind: 'hidden' } : share(part, whole)
}
export const dayOrNone = (day: string | null): Cell<'day' | 'none'> =>
  day === null ? { kind: 'none' } : { kind: 'day', day }
/** The name of a group, organisation, place or theme: never of a person. */
export const text = (name: string): Cell<'text'> => ({ kind: 'text', text: name })
/** A word of the app: `reports.words.<word>`. */
export const word = (key: string, values: Record<string, string | number> = {}): Cell<'word'> => ({
  kind: 'word',
  word: key,
  values,
})
export const none: Cell<'none'> = { kind: 'none' }

export const facts = (heading: string | null, entries: Readonly<Record<string, ReportCell>>): ReportBlock => ({
  kind: 'facts',
  heading,
  facts: Object.entries(entries).map(([label, value]) => ({ label, value })),
})

/** `total`: a last row that adds up the rows above it. */
export const table = (
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly ReportCell[])[],
  total?: readonly ReportCell[],
): ReportBlock => ({
  kind: 'table',
  heading,
  columns: [...columns],
  rows: [
    ...rows.map((cells) => ({ cells: [...cells], isTotal: false })),
    ...(total ? [{ cells: [...total], isTotal: true }] : []),
  ],
})

export const list = (heading: string, items: readonly string[]): ReportBlock => ({
  kind: 'list',
  heading,
  items: [...items],
})

export const sentence = (key: string, values: Record<string, string | number> = {}): ReportBlock => ({
  kind: 'sentence',
  word: key,
  values,
})

// A report is one page about the book without anything personal: what it says is numbers, days and the names of groups,
// organisations and themes. Words are keys of `reports.words` in the locales.
import { z } from 'zod'
import { moduleCodes } from '../domain/modules.ts'
import { query } from './method.ts'

const word = z.string().max(60)
const day = z.iso.date()

const cell = z.discriminatedUnion('kind', [
  /** A number of people; null when there are fewer than five, but not none. */
  z.object({ kind: z.literal('persons'), n: z.int().nullable() }),
  /** Left out, because with it a number that is not shown could be worked out. */
  z.object({ kind: z.literal('hidden') }),
  z.object({ kind: z.literal('count'), n: z.number() }),
  z.object({ kind: z.literal('cents'), cents: z.int() }),
  /** `part` of `whole`, as a percentage and as the two numbers. A whole of 0 has no percentage. */
  z.object({ kind: z.literal('share'), part: z.int(), whole: z.int() }),
  z.object({ kind: z.literal('day'), day: z.string() }),
  /** YYYY-MM */
  z.object({ kind: z.literal('month'), month: z.string() }),
  /** The name of a group, organisation, place or theme. */
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** A word of the app, with what is filled in. */
  z.object({ kind: z.literal('word'), word, values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  z.object({ kind: z.literal('none') }),
])

const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('facts'),
    heading: word.nullable(),
    facts: z.array(z.object({ label: word, value: cell })),
  }),
  z.object({
    kind: z.literal('table'),
    heading: word,
    columns: z.array(word),
    /** As many cells as there are columns. The total stands last. */
    rows: z.array(z.object({ cells: z.array(cell), isTotal: z.boolean() })),
  }),
  z.object({ kind: z.literal('list'), heading: word, items: z.array(z.string()) }),
  /** A sentence of the app, with what is filled in. */
  z.object({ kind: z.literal('sentence'), word, values: z.record(z.string(), z.union([z.string(), z.number()])) }),
])

export const reportPage = z.object({ blocks: z.array(block) })

const reportPeriod = { from: day, until: day }

export const reports = {
  /** The reports of what this book keeps. */
  list: query(z.strictObject({}), z.array(z.object({ code: z.string() }))),
  /** The part a report is of, when this book does not keep it: then it is not listed. */
  partOff: query(
    z.strictObject({ report: z.string().max(60) }),
    z.object({ part: z.enum([...moduleCodes, 'dues']).nullable() }),
  ),
  /** `from` up to and including `until`. */
  get: query(
    z.strictObject({ report: z.string().max(60), ...reportPeriod }),
    z.object({ report: z.string(), bookName: z.string(), page: reportPage }),
  ),
}

export type ReportCell = z.output<typeof cell>
export type ReportBlock = z.output<typeof block>
export type ReportPage = z.output<typeof reportPage>

import { z } from 'zod'
import { isLikelyDay } from '../domain/calendar-date.ts'
import { importFields, importStatuses, tellingParts } from '../domain/import-field.ts'
import { importReasons } from '../domain/import-reason.ts'
import { membershipKinds } from '../domain/membership.ts'
import { id } from './fields.ts'
import { command, query } from './method.ts'

const field = z.enum(importFields)
const lineNumber = z.number().int().min(1).max(10_000_000)
const columnIndex = z.number().int().min(0).max(199)

const column = z.object({
  index: z.number(),
  /** '' when the list has no heading there. */
  heading: z.string(),
  field,
  /** True while it is our guess and nobody chose it. */
  guessed: z.boolean(),
  /** A few values as they stand in the list. */
  samples: z.array(z.string()),
})

/** A list that was read and not yet taken in. It lives in memory; the book knows nothing of it. */
const arrangement = z.object({
  id: z.string(),
  fileName: z.string(),
  sheets: z.array(z.string()),
  sheet: z.number(),
  /** Row number of the headings; null when the list has none. */
  headingLine: z.number().nullable(),
  /** First rows, to point out the headings in. */
  firstLines: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
  columns: z.array(column),
  /** Rows below the headings. */
  lineCount: z.number(),
  /** These columns were chosen before, for a list with the same headings. */
  remembered: z.boolean(),
  /** Member since, for whom the list does not say. */
  sinceDay: z.string(),
  /** What people are for whom the list does not say. */
  kind: z.enum(membershipKinds),
  /** Since when the binnenbuurten that the list brings are there; null when the list has none, or nobody older than today. */
  groupsSince: z.string().nullable(),
  /** Of a list that names each binnenbuurt once: whether it holds for those below as well. Null for other lists. */
  groupsCarried: z.boolean().nullable(),
})

/** Why a person of the list gets this status, or what will change. Words: imports.reasons.<code>. */
const reason = z.object({
  code: z.enum(importReasons),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

/** What tells somebody from people of the same name; '' where it is not known. */
export const apart = z.array(z.object({ part: z.enum(tellingParts), value: z.string() }))

const otherPerson = z.object({
  /** In the book; null for somebody earlier in the list. */
  id: z.string().nullable(),
  name: z.string(),
  /** Where in the list; null for somebody in the book. */
  line: z.number().nullable(),
  isDeceased: z.boolean(),
  apart,
})

const previewRow = z.object({
  /** Line and place in the line: "14.1", and "14.2" for the partner. */
  key: z.string(),
  line: z.number(),
  name: z.string(),
  status: z.enum(importStatuses),
  reasons: z.array(reason),
  /** True when somebody decided about it (same person, or somebody else). */
  decided: z.boolean(),
  /** Empty as long as nobody else, in the list or in the book, has the same name. */
  apart,
  /** Possibly double: who it could be. */
  alike: z.array(otherPerson),
})

const shownPerson = z.object({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  mobile: z.string(),
  email: z.string(),
  birthYear: z.string(),
  number: z.string(),
  neighbourhood: z.string(),
})

export const imports = {
  /** Reads a received file: finds the heading row and guesses what each column holds. Nothing is written. */
  open: command(z.strictObject({ file: id }), arrangement),
  arrangement: query(z.strictObject({ id }), arrangement),
  /** Another sheet, heading row or meaning of columns. What is left out stays as it is. */
  arrange: command(
    z.strictObject({
      id,
      sheet: z.number().int().min(0).max(1000).optional(),
      headingLine: lineNumber.nullable().optional(),
      fields: z
        .array(z.strictObject({ index: columnIndex, field }))
        .max(200)
        .optional(),
      sinceDay: z.string().refine(isLikelyDay).optional(),
      kind: z.enum(membershipKinds).optional(),
      groupsSince: z.string().refine(isLikelyDay).optional(),
      groupsCarried: z.boolean().optional(),
    }),
    arrangement,
  ),
  /** What would happen with everybody in the list. Nothing is written. */
  preview: query(
    z.strictObject({
      id,
      status: z.enum(importStatuses).nullable(),
      offset: z.number().int().min(0).max(100_000),
      limit: z.number().int().min(1).max(25_000),
    }),
    z.object({
      fileName: z.string(),
      counts: z.object({
        all: z.number(),
        error: z.number(),
        double: z.number(),
        left: z.number(),
        changed: z.number(),
        new: z.number(),
        same: z.number(),
      }),
      rows: z.array(previewRow),
      /** How many rows there are under this status. */
      total: z.number(),
      /** People that would be added or changed. */
      taking: z.number(),
      /** Row numbers that do not take part now, the first of them. */
      leftOut: z.array(z.number()),
      leftOutCount: z.number(),
      /** How many the list says left or died. */
      gone: z.number(),
      /** Who belongs and is not in a list that most of the others are in; the first of them. */
      notListed: z.array(z.string()),
      notListedCount: z.number(),
      /** How many of those who take part are worth a look. */
      toLookAt: z.number(),
      /** A binnenbuurt stands only at the first of its people, and holds for those below. */
      groupsCarried: z.boolean(),
      newHouseholds: z.number(),
      newNeighbourhoods: z.array(z.string()),
      /** Headings whose values go to the note. */
      toNote: z.array(z.string()),
      /** Dates of birth are in the list; only the year is kept. */
      yearOnly: z.boolean(),
    }),
  ),
  /** One person of the list in full: every cell of the row, and who it was compared with. */
  row: query(
    z.strictObject({ id, key: z.string().max(20) }),
    z.object({
      row: previewRow,
      cells: z.array(
        z.object({
          index: z.number(),
          heading: z.string(),
          field,
          value: z.string(),
          /** As it stands in the file, when it was corrected; else null. */
          original: z.string().nullable(),
        }),
      ),
      listed: shownPerson,
      /** Who in the book it could be, the likeliest or the chosen one first; or who earlier in the list. */
      compared: z.array(
        otherPerson.extend({
          ...shownPerson.shape,
          /** Of both it is known, and it is something else. */
          differs: z.array(z.enum(tellingParts)),
        }),
      ),
    }),
  ),
  /** Corrects cells of one row, for this import only: the file itself is never changed. */
  correct: command(
    z.strictObject({
      id,
      line: lineNumber,
      cells: z
        .array(z.strictObject({ index: columnIndex, value: z.string().max(2_000) }))
        .min(1)
        .max(200),
    }),
    z.null(),
  ),
  /** Possibly double: the same person, somebody else, or not decided yet. Of anybody: takes part, or is left out. */
  decide: command(
    z.strictObject({
      id,
      key: z.string().max(20),
      decision: z.enum(['same', 'other', 'open', 'take', 'leave']),
      /** Which of the people in the book it was compared with; the likeliest when it is left out. */
      person: id.optional(),
    }),
    z.null(),
  ),
  /** Takes everybody in who is new or changed, as one action that can be undone as a whole. */
  run: command(
    z.strictObject({ id }),
    z.object({
      people: z.number(),
      new: z.number(),
      changed: z.number(),
      /** People who wait for somebody: with an error, or possibly double. */
      leftOut: z.number(),
      /** Who did not take part because they left or died, as the list says. */
      gone: z.number(),
    }),
  ),
  /** Forgets the list; the file we received is removed. */
  close: command(z.strictObject({ id }), z.null()),
}

export type TellingFact = z.output<typeof apart>[number]

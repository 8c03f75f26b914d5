// The file a group hands to the working group: counts of a period, and what the group wants to bring up. No person can be found in
// it. Its form is described in docs/workgroup-format.md.
import { z } from 'zod'
import { barrierKinds, barrierOutcomes } from '../domain/barriers.ts'
import { neighbourhoodStatuses } from '../domain/neighbourhood-status.ts'
import { command, query } from './method.ts'

const day = z.iso.date()
const amount = z.int().min(0).max(1_000_000)
/** A number of people: never one to four, and null where another would give it away. */
const people = z.union([z.int().min(5).max(1_000_000), z.literal(0), z.literal('<5'), z.null()])
const line = z.string().trim().min(1).max(300)
const name = z.string().trim().min(1).max(120)

const workgroupGroup = z.object({
  /** Tells the same group in another file apart from one of the same name. */
  key: z.string().min(1).max(64),
  name,
  members: people,
  paying: people,
  /** Whether the places of those who look after the group are filled. */
  seats: z.enum(['bezet', 'kwetsbaar', 'onbemand', 'geen']),
  status: z.enum(neighbourhoodStatuses).nullable(),
  /** Held in the period; promised for a whole year, or for what was left of the one in which the group began. */
  gatherings: z.object({ held: amount, promised: amount, last: day.nullable() }),
  /** Least and most people at one gathering of the period; null when there was none. */
  attendance: z.object({ lowest: people, highest: people }).nullable(),
  themes: z.array(line).max(50),
  /** What stood in the way of coming, each once, and whether what was done about it helped; null: nothing was done, or nobody said. */
  barriers: z
    .array(z.object({ kind: z.enum(barrierKinds), outcome: z.enum(barrierOutcomes).nullable() }))
    .max(barrierKinds.length)
    .default([]),
})

export const workgroupContent = z.object({
  association: name,
  kind: z.enum(['binnenbuurt', 'vereniging']),
  made: day,
  period: z.object({ from: day, until: day }),
  groups: z.array(workgroupGroup).min(1).max(500),
  /** Of everybody together; null without dues, or where fewer than five people pay. */
  dues: z.object({ expectedCents: z.int(), receivedCents: z.int() }).nullable(),
  /** What the group wants to ask or tell the others. */
  questions: z.array(line).max(10),
})

export const workgroupVersion = 1

/** The file as it is written: the content, and by which book it was made. */
export const workgroupFile = z.object({
  format: z.literal('buurtboek-werkgroep'),
  version: z.literal(workgroupVersion),
  content: workgroupContent,
  /** Public key of the book (Ed25519, base64) and its signature under the content. */
  key: z.string().max(100),
  signature: z.string().max(200),
})

const making = { from: day, until: day, questions: z.array(line).max(10) }
const madeFile = z.object({ file: z.string(), name: z.string() })

export const workgroup = {
  /** Exactly what the file would hold. */
  preview: query(z.strictObject(making), workgroupContent),
  make: command(z.strictObject(making), madeFile),
  /** Reads a file of a group. Refuses one that is none, was changed after it was made, or is of a newer Buurtboek. */
  read: command(
    z.strictObject({ file: z.string().max(64) }),
    z.object({
      content: workgroupContent,
      key: z.string(),
      /** Made by a Buurtboek that did not say yet what kept people away. */
      isOlder: z.boolean(),
    }),
  ),
  /** All groups of the files that were opened, as a spreadsheet. */
  exportOverview: command(z.strictObject({ files: z.array(workgroupContent).min(1).max(200) }), madeFile),
}

export type WorkgroupContent = z.output<typeof workgroupContent>
export type WorkgroupGroup = z.output<typeof workgroupGroup>

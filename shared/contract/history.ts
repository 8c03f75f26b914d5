// Geschiedenis, Ongedaan maken and the Prullenbak: what was done, taking it back, and what was thrown away.
import { z } from 'zod'
import { actionKinds } from '../domain/action-kind.ts'
import { trashTables } from '../domain/trash-tables.ts'
import { command, query } from './method.ts'
import { shownValue } from './shown-value.ts'

const detailValue = z.union([z.string(), z.number(), z.boolean()])

const actionSentence = z.object({
  id: z.string(),
  /** ISO instant. */
  at: z.string(),
  /** Who sat at the keyboard; null when unknown. */
  actor: z.string().nullable(),
  kind: z.enum(actionKinds),
  /** Counts, cents, days and codes that fill the sentence. */
  details: z.record(z.string(), detailValue),
  subject: z.object({ table: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  /** It was taken back. */
  undone: z.boolean(),
  /** It can still be asked to be taken back; later work may yet stand in the way. */
  undoable: z.boolean(),
})

const fieldChange = z.object({
  table: z.string(),
  field: z.string(),
  before: shownValue,
  after: shownValue,
})

/** Tables whose records have a page or a line of their own in the history. */
const recordTable = z.enum([...trashTables, 'household', 'pair', 'book'])

const page = { before: z.string().max(60).optional(), limit: z.int().min(1).max(200).default(50) }

export const history = {
  /** The newest action, for the bar at the bottom; null in a new book. */
  lastAction: query(z.strictObject({}), actionSentence.nullable()),
  /** What Ctrl+Z would take back: the newest action that still counts; null when there is none. */
  nextUndo: query(z.strictObject({}), actionSentence.nullable()),
  /** Newest first; `before` is the id of the last action of the page before. */
  list: query(z.strictObject(page), z.object({ actions: z.array(actionSentence), more: z.boolean() })),
  /** What happened to one record and what belongs to it, newest first, with the values that changed. */
  ofRecord: query(
    z.strictObject({ table: recordTable, id: z.string().max(60), ...page }),
    z.object({ actions: z.array(actionSentence.extend({ changes: z.array(fieldChange) })), more: z.boolean() }),
  ),
  /** Takes back one action as a whole, or with `actionId` left out the newest that still counts. */
  undo: command(z.strictObject({ actionId: z.string().max(60).optional() }), z.object({ undone: actionSentence })),
}

export const trash = {
  /** Newest first; each stays 30 days, longer where dues were paid. */
  list: query(
    z.strictObject({}),
    z.object({
      items: z.array(
        z.object({
          table: z.enum(trashTables),
          id: z.string(),
          name: z.string().nullable(),
          /** ISO instant. */
          deletedAt: z.string(),
          /** Day from which it may go for good; null while the ledger needs it. */
          goesOn: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Puts it back together with everything that was thrown away in the same action. */
  restore: command(z.strictObject({ table: recordTable, id: z.string().max(60) }), z.object({ restored: z.int() })),
  /** For good, on every computer that shares the book: fields, versions, notes and old values. Only of what lies in the bin. */
  erase: command(z.strictObject({ table: z.literal('person'), id: z.string().max(60) }), z.null()),
}

// Exchanging the list of members, and until when dues are paid, with another book.
import { z } from 'zod'
import { betweenFileKinds, lineStatuses, sharedFields } from '../domain/between.ts'
import { endReasons } from '../domain/membership.ts'
import { bookKinds } from './books.ts'
import { apart } from './imports.ts'
import { command, query } from './method.ts'

const id = z.string().min(1).max(100)
const file = z.string().max(64)
const day = z.iso.date()
const none = z.strictObject({})
const madeFile = z.object({ file: z.string(), name: z.string() })
const field = z.enum(sharedFields)

/** The newest file of a kind; null: there was none. */
const lastFile = z.object({ day, people: z.number() }).nullable()

const otherBook = z.object({
  id,
  name: z.string(),
  kind: z.enum(bookKinds),
  /** In the association's book: the binnenbuurt it is of. */
  group: z.string().nullable(),
  metOn: day,
  givesContact: z.boolean(),
  made: z.object({ leden: lastFile, stand: lastFile }),
  taken: z.object({ leden: lastFile, stand: lastFile }),
  /** Erased in that book, and still here: somebody has to say what happens here. */
  erasedThere: z.array(z.object({ personId: id, name: z.string() })),
})

/** What leaves of one person, as it is read on the screen; '' where nothing does. */
const leavingPerson = z.object({
  name: z.string(),
  /** false: only that this person left. */
  isIn: z.boolean(),
  kind: z.enum(['lid', 'belangstellende']),
  since: day.nullable(),
  until: day.nullable(),
  reason: z.enum(endReasons).nullable(),
  address: z.string(),
  birthYear: z.string(),
  phone: z.string(),
  mobile: z.string(),
  email: z.string(),
})

const change = z.object({ field, from: z.string(), to: z.string() })

const line = z.object({
  key: id,
  status: z.enum(lineStatuses),
  name: z.string(),
  /**
   * To know somebody by: of who is new or was not certain what the file says, of who shares a name with another line what stands here.
   * '' where that is not known.
   */
  address: z.string(),
  birthYear: z.string(),
  /** Who it is here; null when nobody yet. */
  personId: z.string().nullable(),
  changes: z.array(change),
  /** Both changed it: what stands here and what the other book says. */
  clashes: z.array(
    z.object({ field, mine: z.string(), theirs: z.string(), chosen: z.enum(['mine', 'theirs']).nullable() }),
  ),
  /**
   * Where it is not certain, also once somebody chose: who in this book it could be, the likeliest first. `apart`: where there are
   * several, what else tells them apart.
   */
  alike: z.array(
    z.object({
      personId: id,
      ...{ name: z.string(), address: z.string(), birthYear: z.string(), isDeceased: z.boolean(), apart },
      /** false: who this is in the file is known already, and it is somebody else. */
      canBeSame: z.boolean(),
    }),
  ),
  /** Chosen: somebody of `alike`, or `somebodyElse`; null: nobody yet. */
  who: z.string().nullable(),
  leaving: z
    .object({
      until: day.nullable(),
      reason: z.enum(endReasons).nullable(),
      /** stay: nothing happens here. membership: leaves the association too. null: this book says otherwise, and nobody chose yet. */
      choice: z.enum(['leave', 'membership', 'stay']).nullable(),
      canEndMembership: z.boolean(),
    })
    .nullable(),
})

const counts = z.object({
  people: z.number(),
  new: z.number(),
  changed: z.number(),
  left: z.number(),
  /** For somebody to choose; they come again with the next file. */
  waiting: z.number(),
})

const opened = z.object({
  id,
  kind: z.enum(betweenFileKinds),
  from: z.string(),
  group: z.string().nullable(),
  made: day,
  counts,
  lines: z.array(line),
  /** Of a contributiestand: whom it tells of, and how many this book does not know yet. */
  standings: z.object({
    people: z.array(
      z.object({
        personId: id,
        name: z.string(),
        paidUntil: day.nullable(),
        pays: z.boolean(),
        openCents: z.number().nullable(),
      }),
    ),
    unknown: z.number(),
  }),
})

export const between = {
  /** What this book is, and which other books it knows. */
  state: query(
    none,
    z.object({
      kind: z.enum(bookKinds),
      /** Whether this is a book that has another one to exchange with. */
      isFor: z.boolean(),
      groups: z.array(z.object({ id, name: z.string() })),
      books: z.array(otherBook),
    }),
  ),
  /** The card of this book as a file, and the four words to read out with it. */
  makeCard: command(none, madeFile.extend({ words: z.array(z.string()) })),
  /** Looks at a card that was received; the file stays, for `meet`. */
  readCard: command(
    z.strictObject({ file }),
    z.object({
      name: z.string(),
      kind: z.enum(bookKinds),
      group: z.string().nullable(),
      /** The binnenbuurt of this book that has the same name. */
      groupId: z.string().nullable(),
      isKnown: z.boolean(),
    }),
  ),
  /** Gets to know the book of a card, by the words that its people read out. */
  meet: command(
    z.strictObject({ file, words: z.array(z.string().max(40)).max(8), groupId: id.nullable() }),
    z.object({ id }),
  ),
  forget: command(z.strictObject({ id }), z.null()),

  /** Exactly what a ledenbestand for that book would hold. */
  previewMembers: query(
    z.strictObject({ id, withContact: z.boolean() }),
    z.object({ people: z.array(leavingPerson), erased: z.number() }),
  ),
  makeMembers: command(z.strictObject({ id, withContact: z.boolean() }), madeFile),
  /** Exactly what a contributiestand for that book would hold. */
  previewStandings: query(
    z.strictObject({ id, withOpen: z.boolean() }),
    z.object({
      people: z.array(
        z.object({ name: z.string(), paidUntil: day.nullable(), pays: z.boolean(), openCents: z.number().nullable() }),
      ),
    }),
  ),
  makeStandings: command(z.strictObject({ id, withOpen: z.boolean() }), madeFile),

  /** Opens a file of another book. Nothing is written. */
  open: command(z.strictObject({ file }), z.object({ id })),
  preview: query(z.strictObject({ id }), opened),
  decide: command(
    z.strictObject({
      id,
      key: id,
      choice: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('field'), field, value: z.enum(['mine', 'theirs']).nullable() }),
        z.strictObject({ kind: z.literal('who'), value: id.nullable() }),
        z.strictObject({ kind: z.literal('leaving'), value: z.enum(['leave', 'membership', 'stay']) }),
      ]),
    }),
    z.null(),
  ),
  /** Takes it in as one action that can be undone as a whole. */
  takeIn: command(z.strictObject({ id }), counts),
  close: command(z.strictObject({ id }), z.null()),
  /** Somebody whom the other book erased stays here. */
  keepErased: command(z.strictObject({ id, personId: id }), z.null()),

  /** What the association told of the dues of one person; null when it told nothing. */
  standing: query(
    z.strictObject({ personId: id }),
    z
      .object({
        paidUntil: day.nullable(),
        pays: z.boolean(),
        openCents: z.number().nullable(),
        asOf: day,
        from: z.string(),
      })
      .nullable(),
  ),
}

export type OtherBookView = z.output<typeof otherBook>
export type BetweenLine = z.output<typeof line>
export type OpenedFileView = z.output<typeof opened>
export type LeavingPerson = z.output<typeof leavingPerson>

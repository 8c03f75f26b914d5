// The files that a binnenbuurt's book and the association's book hand each other. Their form is described in docs/between-books.md.
import { z } from 'zod'
import { betweenFileKinds } from '../domain/between.ts'
import { endReasons } from '../domain/membership.ts'
import { bookKinds } from './books.ts'

const day = z.iso.date()
const id = z.string().min(1).max(100)
const short = z.string().max(200)
/** Milliseconds since 1970 by the clock of the book that made the change; 0: it never had a value. */
const moment = z.int().min(0)

export const betweenVersion = 1

/** What a book says of itself, so that the other can write to it and know what comes from it. */
export const bookCard = z.object({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(bookKinds),
  /** Which binnenbuurt a binnenbuurt's book is of, by name. */
  group: short.nullable(),
  /** Ed25519, base64: what its files are signed with. */
  signingKey: z.string().max(100),
  /** age1…: what files for it are encrypted for. */
  recipient: z.string().max(100),
})

export const cardFile = z.object({
  format: z.literal('buurtboek-kaartje'),
  version: z.literal(betweenVersion),
  card: bookCard,
  /** Ed25519 over the card, base64. */
  signature: z.string().max(200),
})

/** The header inside the encryption; what is signed together with the contents. */
export const betweenHeader = z.object({
  v: z.int().min(1),
  /** The oldest reader that understands the file. */
  min: z.int().min(1),
  kind: z.enum(betweenFileKinds),
  /** Signing keys of the book that made it and of the one it is for. */
  from: z.string().max(100),
  to: z.string().max(100),
  /** Higher than in every earlier file of this kind to this book. */
  seq: z.int().min(1),
  made: day,
  app: z.string().max(40),
  /** Length of the compressed contents. */
  len: z.int().min(0),
})

const stamped = <Value extends z.ZodType>(value: Value) =>
  z.object({
    value,
    /** When the book that made the file last changed this itself. */
    own: moment,
    /** The last change of the other book that it knew then. */
    yours: moment,
  })

const personName = z.object({ firstName: short, infix: short, lastName: short, called: short })
const address = z.object({
  street: short,
  houseNumber: z.int().min(0).max(99_999).nullable(),
  houseSuffix: short,
  postcode: short,
  city: short,
})

/** Taking part in the binnenbuurt the two books share. */
const belonging = z.object({
  isIn: z.boolean(),
  since: day.nullable(),
  /** First day no longer in it. */
  until: day.nullable(),
  reason: z.enum(endReasons).nullable(),
})

const filePerson = z.object({
  /** In the book that made the file. */
  id,
  /** In the book it is for; null while that is not known. */
  yours: id.nullable(),
  kind: z.enum(['lid', 'belangstellende']),
  /** Of somebody who left only that they did. */
  fields: z.object({
    name: stamped(personName).optional(),
    birthYear: stamped(z.int().min(1880).max(2200).nullable()).optional(),
    address: stamped(address).optional(),
    phone: stamped(short.nullable()).optional(),
    mobile: stamped(short.nullable()).optional(),
    email: stamped(short.nullable()).optional(),
    belongs: stamped(belonging),
  }),
})

const mostPeople = 20_000

/** Ledenbestand: everybody in the binnenbuurt, and who was in it before. */
export const membersContent = z.object({
  people: z.array(filePerson).max(mostPeople),
  /** Erased for good in the book that made the file. */
  erased: z.array(z.object({ id, yours: id.nullable() })).max(mostPeople),
})

/** Contributiestand: until when each is paid. Never a bank line, never a payment. */
export const standingContent = z.object({
  people: z
    .array(
      z.object({
        id,
        yours: id.nullable(),
        /** First day that is not paid for; null when nothing ever was. */
        paidUntil: day.nullable(),
        /** false: pays no dues. */
        pays: z.boolean(),
        /** Only when somebody chose to tell it. */
        openCents: z.int().optional(),
      }),
    )
    .max(mostPeople),
})

export type BookCard = z.output<typeof bookCard>
export type BetweenHeader = z.output<typeof betweenHeader>
export type FilePerson = z.output<typeof filePerson>
export type FileFields = FilePerson['fields']
export type Belonging = z.output<typeof belonging>
export type MembersContent = z.output<typeof membersContent>
export type StandingContent = z.output<typeof standingContent>

// People of the book: who they are, where they live, since when they belong.
import { z } from 'zod'
import { endReasons, membershipKinds } from '../domain/membership.ts'
import { preferredContacts } from '../domain/preferred-contact.ts'
import { roles, sides } from '../domain/role-seats.ts'
import { day, id, interval, optionalWords } from './fields.ts'
import { command, query } from './method.ts'
import { errorCodes } from './reply.ts'

const words = (longest: number) => z.string().trim().max(longest)

/** What is written down about a person themselves. Phone, e-mail and year are checked by the backend, in words. */
const fields = {
  firstName: words(80),
  infix: words(30),
  lastName: words(120),
  called: words(60),
  birthYear: z.int().nullable(),
  phone: optionalWords(40),
  mobile: optionalWords(40),
  email: optionalWords(254),
  preferredContact: z.enum(preferredContacts).nullable(),
  languages: optionalWords(200),
  emergencyContact: optionalWords(200),
  note: optionalWords(4000),
}

const address = {
  street: words(120),
  houseNumber: z.int().min(0).max(99999).nullable(),
  houseSuffix: words(20),
  postcode: words(12),
  city: words(80),
}

/** Where somebody lives: with people already in the book, or at a new address. */
const home = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('with'), householdId: id }),
  z.strictObject({ kind: z.literal('address'), ...address }),
])

const status = z.enum([...membershipKinds, 'overleden'])
/** now: everybody who belongs today; the others are one kind each. */
export const peopleFilters = ['now', 'lid', 'belangstellende', 'contact', 'oud_lid', 'overleden'] as const
const peopleSorts = ['name', 'address', 'neighbourhood'] as const

const filter = {
  /** A binnenbuurt's id, 'none' for people in no binnenbuurt, null for all. */
  neighbourhood: id.nullable(),
  kind: z.enum(peopleFilters),
  /** Words of a name or street, or digits of a phone number; '' for all. */
  text: words(100),
}

const neighbourhoodOf = z.object({ id: z.string(), name: z.string() })

const personRow = z.object({
  id: z.string(),
  name: z.string(),
  /** "Kastanjehof 12"; '' when not known. */
  address: z.string(),
  neighbourhoods: z.array(neighbourhoodOf),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  status,
  /** Cents still to be paid; null when nothing is ever asked of this person. */
  openCents: z.number().nullable(),
  /** Their data are kept and not used: they stand on no list that leaves the book. */
  isRestricted: z.boolean(),
})

const membershipPeriod = z.object({
  id: z.string(),
  kind: z.enum(membershipKinds),
  from: z.string(),
  /** First day no longer; null while it runs. */
  until: z.string().nullable(),
  endReason: z.enum(endReasons).nullable(),
  number: z.string().nullable(),
})

const personRole = z.object({
  id: z.string(),
  role: z.enum(roles),
  side: z.enum(sides).nullable(),
  neighbourhoodId: z.string().nullable(),
  neighbourhoodName: z.string().nullable(),
  /** Of a role at an organisation. */
  organisationName: z.string().nullable(),
  from: z.string(),
  until: z.string().nullable(),
  plannedEnd: z.string().nullable(),
  current: z.boolean(),
  /** The planned end is near or past. */
  endsSoon: z.boolean(),
})

const personPage = z.object({
  id: z.string(),
  name: z.string(),
  ...fields,
  today: z.string(),
  status,
  householdId: z.string(),
  ...address,
  /** "Kastanjehof 12" and "Kastanjehof 12, 1234 AB Delft"; '' when not known. */
  streetLine: z.string(),
  addressLine: z.string(),
  /** People who live there too. */
  mates: z.array(z.object({ id: z.string(), name: z.string(), status })),
  memberships: z.array(membershipPeriod),
  neighbourhoods: z.array(
    z.object({
      id: z.string(),
      neighbourhoodId: z.string(),
      name: z.string(),
      from: z.string(),
      until: z.string().nullable(),
    }),
  ),
  roles: z.array(personRole),
  movedOn: z.string().nullable(),
  deceasedOn: z.string().nullable(),
  /** Since when nothing is known any more of who this was; null for everybody else. */
  erasedOn: z.string().nullable(),
  /** In the Prullenbak since; null when not. */
  deletedAt: z.string().nullable(),
})

/** What leaving, dying, moving or removing brings about. Shown before it is done. */
const consequences = z.object({
  /** Roles that become empty, with what is left of the places of that binnenbuurt. */
  roles: z.array(
    z.object({
      role: z.enum(roles),
      neighbourhoodName: z.string().nullable(),
      seatsAfter: z.enum(['bezet', 'kwetsbaar', 'onbemand', 'geen']).nullable(),
    }),
  ),
  /** Binnenbuurten that lose this person. */
  neighbourhoods: z.array(z.string()),
  openCents: z.number(),
  creditCents: z.number(),
  /** Planned gatherings this person would host. */
  hostOf: z.array(z.object({ id: z.string(), title: z.string(), day: z.string() })),
  /** People who stay behind at the address. */
  mates: z.array(z.string()),
  /** Since when they are a member of whom this would say that they never were. */
  neverMemberFrom: z.string().nullable(),
  /** What does not end by itself when somebody leaves, and may have to. */
  goesOn: z.object({
    /** Both names of each. */
    pairs: z.array(z.string()),
    followUps: z.int(),
    helpRequests: z.int(),
    /** On whom this person would look in. */
    looksInOn: z.array(z.string()),
  }),
})

const eraseHindrances = [
  'eraseStillBelongs',
  'eraseDuesOpen',
  'eraseCreditLeft',
  'eraseOwesBack',
  'erasePaysForOthers',
  'eraseMandateKept',
] as const

const erasure = z.object({
  /** Why it cannot be done yet; null when it can. */
  hindrance: z
    .object({ code: z.enum(eraseHindrances), details: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  mandates: z.number(),
  followUps: z.number(),
  /** To which somebody came. */
  gatherings: z.number(),
  payments: z.number(),
  paidCents: z.number(),
})

const endings = z.enum(['verhuisd', 'opgezegd', 'geroyeerd', 'samengevoegd'])

const movement = {
  personIds: z.array(id).min(1).max(20),
  home,
  day,
  /** The binnenbuurt from then on; null for none; left out when it stays. */
  neighbourhoodId: id.nullable().optional(),
}

const feeChoice = z.strictObject({
  planId: id,
  intervalMonths: interval,
})

export const members = {
  /** One page of people. */
  list: query(
    z.strictObject({
      ...filter,
      sort: z.enum(peopleSorts),
      direction: z.enum(['up', 'down']).default('up'),
      offset: z.int().min(0),
      limit: z.int().min(1).max(20_000),
    }),
    z.object({ rows: z.array(personRow), more: z.boolean() }),
  ),
  /** How many people each choice of the filter holds, given the other choices. */
  counts: query(
    z.strictObject(filter),
    z.object({
      /** With the filter as it is. */
      total: z.number(),
      /** With any binnenbuurt. */
      all: z.number(),
      neighbourhoods: z.array(neighbourhoodOf.extend({ count: z.number() })),
      withoutNeighbourhood: z.number(),
      kinds: z.array(z.object({ kind: z.enum(peopleFilters), count: z.number() })),
      duesEnabled: z.boolean(),
    }),
  ),
  /** E-mail addresses under the filter, for the clipboard; `without` have none. Of everybody, `contacts` are left out. */
  emails: query(
    z.strictObject(filter),
    z.object({ emails: z.array(z.string()), without: z.number(), contacts: z.number() }),
  ),
  get: query(z.strictObject({ id }), personPage),
  /** People to choose from by name, at most 20. */
  choose: query(
    z.strictObject({ text: words(100), neighbourhood: id.nullable(), except: z.array(id).max(50) }),
    z.array(z.object({ id: z.string(), name: z.string(), address: z.string(), householdId: z.string() })),
  ),
  /** People who look like this one: same name, phone or e-mail. */
  findSame: query(
    z.strictObject({ firstName: words(80), lastName: words(120), phone: optionalWords(40), email: optionalWords(254) }),
    z.array(z.object({ id: z.string(), name: z.string(), address: z.string(), status })),
  ),

  register: command(
    z.strictObject({
      ...fields,
      home,
      membership: z.strictObject({ kind: z.enum(membershipKinds), from: day, number: optionalWords(40) }),
      neighbourhoodId: id.nullable(),
      fee: feeChoice.nullable(),
    }),
    z.object({ id: z.string() }),
  ),
  /** All that is wrong, as `register` and `change` would refuse it: for a form with a field that cannot even be read. */
  check: query(
    z.strictObject({ ...fields, address: z.strictObject(address), addressIn: z.enum(['home', 'address']) }),
    z.array(
      z.object({
        code: z.enum(errorCodes),
        details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
  ),
  /** Only what is given changes. The address changes for everybody who lives there: a correction, not a move. */
  change: command(
    z.strictObject({
      id,
      fields: z.strictObject(fields).partial(),
      address: z.strictObject(address).partial().optional(),
    }),
    z.null(),
  ),
  previewMove: query(z.strictObject(movement), consequences),
  move: command(z.strictObject(movement), z.null()),

  previewEnd: query(z.strictObject({ personId: id, day, reason: z.enum(endReasons) }), consequences),
  /** `day`: the first day no longer a member. */
  end: command(z.strictObject({ personId: id, day, reason: endings }), z.null()),
  markDeceased: command(z.strictObject({ personId: id, day }), z.null()),
  rejoin: command(
    z.strictObject({
      personId: id,
      kind: z.enum(membershipKinds),
      day,
      neighbourhoodId: id.nullable(),
      fee: feeChoice.nullable(),
    }),
    z.null(),
  ),
  /** Member becomes interested person, or the other way round: the old period ends, a new one begins. */
  changeKind: command(
    z.strictObject({ personId: id, kind: z.enum(membershipKinds), day, fee: feeChoice.nullable() }),
    z.null(),
  ),
  /** Out of every other binnenbuurt and into this one; null: into none. */
  changeNeighbourhood: command(z.strictObject({ personId: id, neighbourhoodId: id.nullable(), day }), z.null()),
  /** Beside the ones the person is in already. */
  joinNeighbourhood: command(z.strictObject({ personId: id, neighbourhoodId: id, day }), z.null()),
  leaveNeighbourhood: command(z.strictObject({ personId: id, neighbourhoodId: id, day }), z.null()),

  previewRemove: query(z.strictObject({ personId: id }), consequences),
  /** To the Prullenbak, with memberships, groups and roles; 30 days. */
  remove: command(z.strictObject({ personId: id }), z.null()),
  /** What goes and what stays when it is taken away who somebody was, and what it has to wait for. */
  previewTakeDetails: query(z.strictObject({ personId: id }), erasure),
  /** For good: no undo brings it back. */
  takeDetails: command(z.strictObject({ personId: id }), z.null()),
}

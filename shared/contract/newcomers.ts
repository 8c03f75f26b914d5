// Who came to live here, and how they were welcomed.
import { z } from 'zod'
import { newcomerSteps } from '../domain/newcomer.ts'
import { preferredContacts } from '../domain/preferred-contact.ts'
import { day, id } from './fields.ts'
import { command, query } from './method.ts'

const somebody = z.object({ id: z.string(), name: z.string() }).nullable()

const targets = {
  contactWithin: z.int().min(0).max(365),
  informedWithin: z.int().min(0).max(365),
  visitedWithin: z.int().min(0).max(365),
}

const step = z.object({
  step: z.enum(newcomerSteps),
  /** The day it was done; null while it was not. */
  day: z.string().nullable(),
  /** The last day that is in time. */
  dueDay: z.string(),
  state: z.enum(['inTime', 'late', 'toDo', 'overdue']),
})

const newcomer = z.object({
  personId: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  preferredContact: z.enum(preferredContacts).nullable(),
  languages: z.string().nullable(),
  groupNames: z.array(z.string()),
  arrivedDay: z.string(),
  steps: z.array(step),
  contactBy: somebody,
  invitedBy: somebody,
  /** Whom this person invited in turn. */
  invited: z.array(z.object({ id: z.string(), name: z.string() })),
  settledDay: z.string().nullable(),
})

const welcomed = {
  personId: id,
  arrivedDay: day,
  contactDay: day.nullable(),
  contactByPersonId: id.nullable(),
  invitedByPersonId: id.nullable(),
  informedDay: day.nullable(),
  visitedDay: day.nullable(),
}

export const newcomers = {
  list: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      targets: z.object(targets),
      /** Those with something still to do first, by the day it is due. */
      newcomers: z.array(newcomer),
      /** Taken off the list in the last year, newest first. */
      settled: z.array(newcomer),
      /** Came into the book lately and are not on the list. */
      candidates: z.array(z.object({ personId: z.string(), name: z.string(), since: z.string() })),
    }),
  ),
  forPerson: query(
    z.strictObject({ personId: id }),
    z.object({
      newcomer: newcomer.nullable(),
      /** Who invited whom, the first one first; this person last. */
      chain: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** What is on in the coming two months that somebody new may want to know of. */
  whatIsOn: query(
    z.strictObject({ personId: id }),
    z.object({
      preferredContact: z.enum(preferredContacts).nullable(),
      gatherings: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          day: z.string(),
          startTime: z.string().nullable(),
          place: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Puts somebody on the list, or changes what is known. */
  save: command(z.strictObject(welcomed), z.null()),
  /** One step was done on a day; null takes it back. */
  markStep: command(z.strictObject({ personId: id, step: z.enum(newcomerSteps), day: day.nullable() }), z.null()),
  /** No longer new; null puts them back on the list. */
  settle: command(z.strictObject({ personId: id, day: day.nullable() }), z.null()),
  remove: command(z.strictObject({ personId: id }), z.null()),
  changeTargets: command(z.strictObject(targets), z.null()),
}

export type WelcomeTargets = z.output<(typeof newcomers)['changeTargets']['input']>

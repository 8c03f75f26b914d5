import { z } from 'zod'
import { overviewTaskCodes, taskTargets } from '../domain/overview-task.ts'
import { roles, sides } from '../domain/role-seats.ts'
import { query } from './method.ts'

const gathering = z.object({
  id: z.string(),
  title: z.string(),
  day: z.string(),
  startTime: z.string().nullable(),
  place: z.string().nullable(),
  hostName: z.string().nullable(),
  groupName: z.string().nullable(),
  invited: z.number(),
  coming: z.number(),
  excused: z.number(),
  unknown: z.number(),
})

const group = { neighbourhoodId: z.string(), neighbourhoodName: z.string() }
const seat = { role: z.enum(roles), side: z.enum(sides).nullable() }

/**
 * What asks attention, one kind after the other, most urgent first. Per kind at most a few entries, the most urgent first;
 * `count` says how many there are in all.
 */
const attention = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('emptySeats'),
    count: z.number(),
    entries: z.array(
      z.object({
        ...group,
        missing: z.array(z.object(seat)),
        /** Nobody at all looks after the group. */
        unattended: z.boolean(),
        /** One person holds both places. */
        shared: z.boolean(),
        /** Who held an empty seat last. */
        last: z.object({ name: z.string(), until: z.string(), died: z.boolean() }).nullable(),
      }),
    ),
  }),
  z.object({ kind: z.literal('notRecorded'), count: z.number(), entries: z.array(gathering) }),
  z.object({
    kind: z.literal('followUps'),
    count: z.number(),
    overdue: z.number(),
    names: z.array(z.string()),
    /** Of the one that was to be done first. */
    ownerName: z.string().nullable(),
    dueDay: z.string(),
  }),
  z.object({
    kind: z.literal('endingTerms'),
    count: z.number(),
    entries: z.array(z.object({ ...group, ...seat, name: z.string(), day: z.string() })),
  }),
  z.object({
    kind: z.literal('longOverlaps'),
    count: z.number(),
    entries: z.array(z.object({ ...group, ...seat, names: z.array(z.string()), days: z.number() })),
  }),
  /** Something is sealed, and there is no recovery sheet yet. */
  z.object({ kind: z.literal('recoverySheet'), count: z.literal(1) }),
  /** For `days` days what was written down is on this computer only; `ever`: an earlier copy is elsewhere. */
  z.object({ kind: z.literal('copyDue'), count: z.literal(1), days: z.int(), ever: z.boolean() }),
  z.object({
    kind: z.literal('behindSchedule'),
    count: z.number(),
    /** A neighbourhood of null: the book has none, and counts for the association. */
    entries: z.array(
      z.object({
        neighbourhoodId: z.string().nullable(),
        neighbourhoodName: z.string().nullable(),
        held: z.number(),
        expected: z.number(),
        promised: z.number(),
      }),
    ),
  }),
])

/** Something a module asks attention for this week. */
const moduleTask = z.object({
  code: z.enum(overviewTaskCodes),
  count: z.int(),
  /** Who or what it is about, the most urgent first: at most three. */
  names: z.array(z.string()),
  /** The day it was to be done, or is; null when there is none. */
  day: z.string().nullable(),
  target: z.enum(taskTargets),
  /** The record the target is about; null for the whole screen. */
  id: z.string().nullable(),
})

export const overview = {
  get: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      /** What the book holds already; without people it is still empty. */
      begun: z.object({
        people: z.boolean(),
        neighbourhoods: z.boolean(),
        roles: z.boolean(),
        gatherings: z.boolean(),
        /** This book has places to fill in each group. */
        hasSeats: z.boolean(),
      }),
      attention: z.array(attention),
      next: gathering.nullable(),
      /** Gatherings written down this year, per group by name; a single one of null when there are no groups. */
      year: z.object({
        year: z.number(),
        groups: z.array(
          z.object({
            neighbourhoodId: z.string().nullable(),
            neighbourhoodName: z.string().nullable(),
            held: z.number(),
            promised: z.number(),
            onSchedule: z.boolean(),
          }),
        ),
        onSchedule: z.number(),
        /** Of how many groups; `groups` may hold fewer. */
        count: z.number(),
      }),
      /** The last gatherings that were written down, newest first. */
      turnout: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          day: z.string(),
          groupName: z.string().nullable(),
          present: z.number(),
          invited: z.number(),
          guests: z.number(),
        }),
      ),
    }),
  ),
  /** What the modules that are on ask attention for, most urgent first. Asked apart: a book without modules asks nothing. */
  moduleTasks: query(z.strictObject({}), z.array(moduleTask)),
  /** What waits for the treasurer; null while dues are off. Asked apart, because it reads the bank and the collections. */
  money: query(
    z.strictObject({}),
    z
      .object({
        /** Lines of the bank that nothing was done with yet. */
        bankLines: z.number(),
        /** The collection that has to be with the bank soonest, when that is near or past. */
        collection: z
          .object({
            id: z.string(),
            collectDay: z.string(),
            submitBy: z.string(),
            cents: z.number(),
            /** The file was made; it only has to be sent. */
            isExported: z.boolean(),
          })
          .nullable(),
        /** Collected money that came back and is still open, with nobody asked for it since. */
        returns: z.object({ count: z.number(), cents: z.number() }).nullable(),
      })
      .nullable(),
  ),
  /**
   * That dues can be brought up to date, when `dues.run` would do anything; null while dues are off or nothing is to be done. Asked
   * apart, because it looks at every due.
   */
  duesRun: query(
    z.strictObject({}),
    z
      .object({
        /** People whose dues change; 0: only money that was paid ahead would be used. */
        people: z.int(),
      })
      .nullable(),
  ),
  /**
   * Asked apart, because it adds up the whole ledger: null while dues are off or nobody is behind. Somebody is behind when a
   * month that is over is not paid; `openCents` is everything open, as the dues themselves show it.
   */
  openDues: query(
    z.strictObject({}),
    z
      .object({
        households: z.number(),
        openCents: z.number(),
        /** First day of the oldest month that is not paid; null when only debts of before are open. */
        oldest: z.string().nullable(),
      })
      .nullable(),
  ),
}

export type ModuleTask = z.output<typeof moduleTask>

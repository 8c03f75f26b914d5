// The working group: leaders of groups and what they come together for, ideas, and what is brought to the network.
import { z } from 'zod'
import { roles, sides } from '../domain/role-seats.ts'
import { leaderMeetingKinds, networkPointKinds, trialResults } from '../domain/working-group.ts'
import { day, id, optionalWords, words } from './fields.ts'
import { command, query } from './method.ts'
import { remove, save } from './save.ts'

const text = z.string().nullable()

const meeting = {
  kind: z.enum(leaderMeetingKinds),
  day,
  topic: optionalWords(200),
  place: optionalWords(200),
  note: optionalWords(4000),
  /** The role terms that were there. */
  termIds: z.array(id).max(1000),
}

const idea = { what: words(400), day, neighbourhoodId: id.nullable(), fromWords: optionalWords(120) }

const trial = {
  ideaId: id,
  neighbourhoodId: id.nullable(),
  byWords: optionalWords(120),
  day,
  worked: z.enum(trialResults),
  note: optionalWords(400),
}

const point = {
  kind: z.enum(networkPointKinds),
  words: words(400),
  neighbourhoodId: id.nullable(),
  day,
  broughtDay: day.nullable(),
  answer: optionalWords(400),
}

export const workingGroup = {
  /** Everybody who leads a group today, longest without intervision first. */
  leaders: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      intervisionMonths: z.number(),
      leaders: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          roles: z.array(
            z.object({
              termId: z.string(),
              role: z.enum(roles),
              side: z.enum(sides).nullable(),
              neighbourhoodId: z.string(),
              neighbourhoodName: z.string(),
            }),
          ),
          since: z.string(),
          lastIntervision: text,
          trainings: z.number(),
          lacksIntervision: z.boolean(),
        }),
      ),
    }),
  ),
  /** After how many months without intervision a leader is named. */
  setIntervisionMonths: command(z.strictObject({ months: z.int().min(1).max(60) }), z.null()),
  /** Newest first. */
  meetings: query(
    z.strictObject({}),
    z.array(
      z.object({
        id: z.string(),
        kind: z.enum(leaderMeetingKinds),
        day: z.string(),
        topic: text,
        place: text,
        note: text,
        /** The roles that were there, by whom and of which group. */
        present: z.array(z.object({ termId: z.string(), name: z.string(), role: z.enum(roles), of: text })),
      }),
    ),
  ),
  /** Roles that could be there on a day: those of groups and of the association. */
  rolesOn: query(
    z.strictObject({ day }),
    z.array(z.object({ termId: z.string(), name: z.string(), role: z.enum(roles), of: text })),
  ),
  saveMeeting: save(meeting),
  removeMeeting: remove,
  /** Newest first, each with where it was tried. */
  ideas: query(
    z.strictObject({}),
    z.array(
      z.object({
        id: z.string(),
        what: z.string(),
        day: z.string(),
        neighbourhoodId: text,
        neighbourhoodName: text,
        fromWords: text,
        trials: z.array(
          z.object({
            id: z.string(),
            neighbourhoodId: text,
            neighbourhoodName: text,
            byWords: text,
            day: z.string(),
            worked: z.enum(trialResults),
            note: text,
          }),
        ),
      }),
    ),
  ),
  saveIdea: save(idea),
  removeIdea: remove,
  saveTrial: save(trial),
  removeTrial: remove,
  /** What waits first, then what was brought. */
  points: query(
    z.strictObject({}),
    z.array(
      z.object({
        id: z.string(),
        kind: z.enum(networkPointKinds),
        words: z.string(),
        neighbourhoodId: text,
        neighbourhoodName: text,
        day: z.string(),
        broughtDay: text,
        answer: text,
      }),
    ),
  ),
  savePoint: save(point),
  removePoint: remove,
}

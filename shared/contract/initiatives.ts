// Initiatives: what people want to bring about, the steps, and by what they will know that it worked.
import { z } from 'zod'
import { initiativeStates, ownGoalOutcomes } from '../domain/initiative.ts'
import { targetCountings, targetKinds, targetSources, verdicts } from '../domain/initiative-target.ts'
import { day, id, optionalWords, words } from './fields.ts'
import { command, query } from './method.ts'
import { remove, save } from './save.ts'

const initiative = {
  name: words(120),
  goal: optionalWords(1000),
  /** A person of the book, or else a name. */
  ownerPersonId: id.nullable(),
  ownerName: optionalWords(120),
  organisationId: id.nullable(),
  state: z.enum(initiativeStates),
  from: day.nullable(),
  plannedEnd: day.nullable(),
  note: optionalWords(4000),
}

const step = { initiativeId: id, what: words(200), dueDay: day.nullable(), doneDay: day.nullable() }

const few = z.int().min(1).max(1000)
const target = {
  initiativeId: id,
  what: words(200),
  kind: z.enum(targetKinds),
  source: z.enum(targetSources),
  counting: z.enum(targetCountings),
  /** Null of a milestone and of own words. */
  needed: z.int().min(1).max(1_000_000).nullable(),
  /** Of a count per area. */
  areas: z.array(words(80)).max(200),
  days: z.int().min(1).max(3660).nullable(),
  year: z.int().min(1900).max(2200).nullable(),
  loyalTimes: few.nullable(),
  loyalOutOf: few.nullable(),
  byDay: day.nullable(),
}

const measurement = {
  targetId: id,
  day,
  value: z.int().min(0).max(1_000_000),
  whole: z.int().min(1).max(1_000_000).nullable(),
  area: optionalWords(80),
  source: optionalWords(200),
}

const signUp = {
  initiativeId: id,
  day,
  source: optionalWords(120),
  area: optionalWords(80),
  organisationId: id.nullable(),
  personId: id.nullable(),
  knownAs: optionalWords(120),
  /** The last day on which somebody heard that they are active. */
  seenDay: day.nullable(),
  /** First day no longer active. */
  leftDay: day.nullable(),
}

const ownGoal = {
  initiativeId: id,
  personId: id.nullable(),
  knownAs: optionalWords(120),
  day,
  goal: words(400),
  step: optionalWords(400),
  outcome: z.enum(ownGoalOutcomes).nullable(),
  outcomeDay: day.nullable(),
}

const text = z.string().nullable()
const number = z.number().nullable()

/** What is lacking: a kind with the values its sentence needs. */
const lack = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('niets') }),
  z.object({ kind: z.literal('aantal'), count: z.number() }),
  z.object({ kind: z.literal('gebied'), area: z.string(), reached: z.number(), count: z.number() }),
  z.object({ kind: z.literal('wacht'), count: z.number(), day: z.string() }),
  z.object({ kind: z.literal('navragen'), count: z.number() }),
  z.object({ kind: z.literal('gestopt'), count: z.number() }),
  z.object({ kind: z.literal('deel'), percent: z.number() }),
  z.object({ kind: z.literal('mijlpaal') }),
  z.object({ kind: z.literal('oordeel') }),
])

const judgement = z.object({
  verdict: z.enum(verdicts),
  reached: number,
  needed: number,
  areas: z.array(z.object({ area: z.string(), reached: z.number() })),
  lacks: z.array(lack),
})

const targetView = z.object({
  id: z.string(),
  what: z.string(),
  kind: z.enum(targetKinds),
  source: z.enum(targetSources),
  counting: z.enum(targetCountings),
  needed: number,
  areas: z.array(z.string()),
  days: number,
  year: number,
  loyalTimes: number,
  loyalOutOf: number,
  byDay: text,
  judgement,
  measurements: z.array(
    z.object({ id: z.string(), day: z.string(), value: z.number(), whole: number, area: text, source: text }),
  ),
})

const summary = z.object({
  id: z.string(),
  name: z.string(),
  goal: text,
  ownerName: text,
  state: z.enum(initiativeStates),
  /** The step that is to be done first. */
  nextStep: z.object({ what: z.string(), dueDay: text, isLate: z.boolean() }).nullable(),
  targets: z.object({ count: z.number(), reached: z.number(), verdict: z.enum(verdicts).nullable() }),
})

export const initiatives = {
  /** Running ones first, then ideas, then what is done or stopped. */
  list: query(z.strictObject({}), z.object({ today: z.string(), initiatives: z.array(summary) })),
  get: query(
    z.strictObject({ id }),
    summary.extend({
      today: z.string(),
      ownerPersonId: text,
      organisationId: text,
      organisationName: text,
      from: text,
      plannedEnd: text,
      note: text,
      deletedAt: text,
      steps: z.array(z.object({ id: z.string(), what: z.string(), dueDay: text, doneDay: text, isLate: z.boolean() })),
      targetList: z.array(targetView),
      signUps: z.array(
        z.object({
          id: z.string(),
          day: z.string(),
          source: text,
          area: text,
          organisationId: text,
          organisationName: text,
          personId: text,
          personName: text,
          knownAs: text,
          seenDay: text,
          leftDay: text,
          /** A year later: still there, not known yet, to be asked, or stopped. */
          afterYear: z.enum(['gebleven', 'wacht', 'navragen', 'gestopt']),
          yearDay: z.string(),
        }),
      ),
      ownGoals: z.array(
        z.object({
          id: z.string(),
          personId: text,
          personName: text,
          knownAs: text,
          day: z.string(),
          goal: z.string(),
          step: text,
          outcome: z.enum(ownGoalOutcomes).nullable(),
          outcomeDay: text,
        }),
      ),
      /** Gatherings that count for it, newest first. */
      gatherings: z.array(z.object({ id: z.string(), title: z.string(), day: z.string(), isHeld: z.boolean() })),
    }),
  ),
  save: save(initiative),
  remove,
  saveStep: save(step),
  removeStep: remove,
  saveTarget: save(target),
  removeTarget: remove,
  saveMeasurement: save(measurement),
  removeMeasurement: remove,
  saveSignUp: save(signUp),
  removeSignUp: remove,
  saveOwnGoal: save(ownGoal),
  removeOwnGoal: remove,
  /** Gatherings of the last two years and those planned, newest first, with whether they count for it. */
  gatheringChoices: query(
    z.strictObject({ id }),
    z.array(z.object({ id: z.string(), title: z.string(), day: z.string(), counts: z.boolean() })),
  ),
  /** Exactly these count for it. */
  chooseGatherings: command(z.strictObject({ id, gatheringIds: z.array(id).max(1000) }), z.null()),
}

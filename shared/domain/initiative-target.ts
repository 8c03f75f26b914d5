// Whether an initiative got where it wanted: one rule for every kind of target, that also says what is lacking. Several conditions
// ("100 volunteers, 10 in every municipality, still there after a year") are several targets, each with an answer of its own.
import { assertNever } from './assert-never.ts'
import { addDays, type Day, yearOf } from './calendar-date.ts'

/** aantal: at least n. per_gebied: at least n in each area. na_dagen: at least n still there so many days later. deel: at least n percent. */
export const targetKinds = ['aantal', 'per_gebied', 'na_dagen', 'deel', 'mijlpaal', 'eigen_woorden'] as const
export type TargetKind = (typeof targetKinds)[number]

/** Where the number comes from: written down by hand, or counted from what the book holds already. */
export const targetSources = ['metingen', 'aanmeldingen', 'bijeenkomsten', 'trouw', 'eigen_doelen'] as const
export type TargetSource = (typeof targetSources)[number]

/** stand: each reading is the whole so far. optellen: each reading comes on top. */
export const targetCountings = ['stand', 'optellen'] as const
export type TargetCounting = (typeof targetCountings)[number]

/** Which sources can answer which kind. */
export const sourcesOfKind: Readonly<Record<TargetKind, readonly TargetSource[]>> = {
  aantal: ['metingen', 'aanmeldingen', 'bijeenkomsten', 'trouw', 'eigen_doelen'],
  per_gebied: ['metingen', 'aanmeldingen'],
  na_dagen: ['metingen', 'aanmeldingen'],
  deel: ['metingen', 'aanmeldingen'],
  mijlpaal: ['metingen'],
  eigen_woorden: ['metingen'],
}

/** "Loyal": came to this many of the last so many, unless the target says otherwise. */
export const usualLoyalty = { times: 3, outOf: 5 } as const
/** "Still there after a year". */
export const usualRetentionDays = 365

export interface Target {
  readonly kind: TargetKind
  readonly source: TargetSource
  readonly counting: TargetCounting
  /** How many, or of a share how many percent; null of a milestone and of own words. */
  readonly needed: number | null
  /** Of a count per area: every area that has to reach the number. */
  readonly areas: readonly string[]
  /** Of what has to last. */
  readonly days: number | null
  /** Only this calendar year counts; null: always. */
  readonly year: number | null
  readonly loyalTimes: number | null
  readonly loyalOutOf: number | null
  /** The last day on which it may be reached. */
  readonly byDay: Day | null
}

export interface Reading {
  readonly day: Day
  readonly value: number
  /** Of a share: out of how many. */
  readonly whole: number | null
  readonly area: string | null
}

export interface SignUp {
  readonly day: Day
  readonly area: string | null
  /** First day no longer active; null as far as known. */
  readonly leftDay: Day | null
  /** The last day on which somebody heard that they were active. */
  readonly seenDay: Day | null
}

export interface TargetFacts {
  readonly readings: readonly Reading[]
  readonly signUps: readonly SignUp[]
  /** Gatherings of the initiative that were held, with the people who were there. */
  readonly held: readonly { readonly day: Day; readonly present: readonly string[] }[]
  /** Own goals of people that came out. */
  readonly goalsReached: readonly { readonly day: Day }[]
}

export type Lack =
  /** Nothing was measured or counted yet. */
  | { readonly kind: 'niets' }
  | { readonly kind: 'aantal'; readonly count: number }
  | { readonly kind: 'gebied'; readonly area: string; readonly reached: number; readonly count: number }
  /** Too early to tell for so many; the first is known on that day. */
  | { readonly kind: 'wacht'; readonly count: number; readonly day: Day }
  /** The day is there, and nobody heard whether they are still active: unknown counts as nothing. */
  | { readonly kind: 'navragen'; readonly count: number }
  | { readonly kind: 'gestopt'; readonly count: number }
  | { readonly kind: 'deel'; readonly percent: number }
  | { readonly kind: 'mijlpaal' }
  | { readonly kind: 'oordeel' }

export const verdicts = ['gehaald', 'nog_niet', 'niet_gehaald'] as const
export type Verdict = (typeof verdicts)[number]

export interface Judgement {
  readonly verdict: Verdict
  /** How far it is: a number, or percent of a share; null where nothing is counted. */
  readonly reached: number | null
  readonly needed: number | null
  /** Of a count per area: each area with its number. */
  readonly areas: readonly { readonly area: string; readonly reached: number }[]
  readonly lacks: readonly Lack[]
}

/** Judges one target by what is known on `today`. It is not reached any more when its last day, or its year, is over. */
export function judgeTarget(target: Target, facts: TargetFacts, today: Day): Judgement {
  const found = measure(target, withinYear(target, facts), today)
  if (found.isReached) return { verdict: 'gehaald', ...found.answer, lacks: [] }
  const isOver =
    (target.byDay !== null && target.byDay < today) || (target.year !== null && target.year < yearOf(today))
  return { verdict: isOver ? 'niet_gehaald' : 'nog_niet', ...found.answer }
}

/** Of all targets together: reached when each is, lost when one is; null without any. */
export function judgeTogether(verdictsOfAll: readonly Verdict[]): Verdict | null {
  if (verdictsOfAll.length === 0) return null
  if (verdictsOfAll.includes('niet_gehaald')) return 'niet_gehaald'
  return verdictsOfAll.every((verdict) => verdict === 'gehaald') ? 'gehaald' : 'nog_niet'
}

/** The areas of a text with one on each line. */
export function readAreas(text: string | null): readonly string[] {
  const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line, at) => line !== '' && lines.findIndex((other) => isSameArea(other, line)) === at)
}

interface Measured {
  readonly isReached: boolean
  readonly answer: Omit<Judgement, 'verdict'>
}

function measure(target: Target, facts: TargetFacts, today: Day): Measured {
  switch (target.kind) {
    case 'aantal':
      return reach(target, countAll(target, facts))
    case 'per_gebied':
      return reachEverywhere(target, facts)
    case 'na_dagen':
      return target.source === 'aanmeldingen'
        ? reachAfterDays(target, facts.signUps, today)
        : reach(target, countReadings(target, facts.readings))
    case 'deel':
      return reachShare(target, facts, today)
    case 'mijlpaal':
      return said(facts.readings, { kind: 'mijlpaal' })
    case 'eigen_woorden':
      return said(facts.readings, { kind: 'oordeel' })
    default:
      return assertNever(target.kind)
  }
}

function withinYear({ year }: Target, facts: TargetFacts): TargetFacts {
  if (year === null) return facts
  const isIn = ({ day }: { readonly day: Day }) => yearOf(day) === year
  return {
    readings: facts.readings.filter(isIn),
    signUps: facts.signUps.filter(isIn),
    held: facts.held.filter(isIn),
    goalsReached: facts.goalsReached.filter(isIn),
  }
}

function reach(target: Target, reached: number | null, lacks: readonly Lack[] = []): Measured {
  const needed = target.needed ?? 0
  const isReached = reached !== null && reached >= needed
  const missing: Lack = reached === null ? { kind: 'niets' } : { kind: 'aantal', count: needed - reached }
  return { isReached, answer: { reached, needed, areas: [], lacks: isReached ? [] : [missing, ...lacks] } }
}

/** null: nothing was written down by hand yet. What the book counts itself is 0 then. */
function countAll(target: Target, facts: TargetFacts): number | null {
  switch (target.source) {
    case 'metingen':
      return countReadings(target, facts.readings)
    case 'aanmeldingen':
      return facts.signUps.length
    case 'bijeenkomsten':
      return facts.held.length
    case 'trouw':
      return countLoyal(target, facts.held)
    case 'eigen_doelen':
      return facts.goalsReached.length
    default:
      return assertNever(target.source)
  }
}

function countReadings({ counting }: Target, readings: readonly Reading[]): number | null {
  if (readings.length === 0) return null
  if (counting === 'optellen') return readings.reduce((sum, { value }) => sum + value, 0)
  // A whole that somebody told goes before the sum of what was told of the areas.
  const whole = newest(readings.filter(({ area }) => area === null))
  if (whole) return whole.value
  return [...Map.groupBy(readings, ({ area }) => areaKey(area ?? '')).values()].reduce(
    (sum, ofArea) => sum + (newest(ofArea)?.value ?? 0),
    0,
  )
}

function reachEverywhere(target: Target, facts: TargetFacts): Measured {
  const needed = target.needed ?? 0
  const areas = target.areas.map((area) => ({
    area,
    reached:
      target.source === 'aanmeldingen'
        ? facts.signUps.filter((signUp) => isSameArea(signUp.area ?? '', area)).length
        : (countReadings(
            target,
            facts.readings.filter((reading) => reading.area !== null && isSameArea(reading.area, area)),
          ) ?? 0),
  }))
  const short = areas.filter(({ reached }) => reached < needed)
  const isReached = areas.length > 0 && short.length === 0
  const lacks: readonly Lack[] =
    areas.length === 0
      ? [{ kind: 'niets' }]
      : short.map(({ area, reached }) => ({ kind: 'gebied', area, reached, count: needed - reached }))
  // The area that is furthest behind says how far it is.
  const reached = areas.length === 0 ? null : Math.min(...areas.map((each) => each.reached))
  return { isReached, answer: { reached, needed, areas, lacks } }
}

/** How each of those who signed up stands, so many days later. */
export function retentionOf(
  { day, leftDay, seenDay }: SignUp,
  days: number,
  today: Day,
): 'gebleven' | 'wacht' | 'navragen' | 'gestopt' {
  const due = addDays(day, days)
  if (leftDay !== null && leftDay < due) return 'gestopt'
  if (leftDay !== null || (seenDay !== null && seenDay >= due)) return 'gebleven'
  return due > today ? 'wacht' : 'navragen'
}

function reachAfterDays(target: Target, signUps: readonly SignUp[], today: Day): Measured {
  const days = target.days ?? usualRetentionDays
  const by = Map.groupBy(signUps, (signUp) => retentionOf(signUp, days, today))
  const count = (state: ReturnType<typeof retentionOf>) => by.get(state)?.length ?? 0
  const first = by
    .get('wacht')
    ?.map(({ day }) => addDays(day, days))
    .toSorted()[0]
  return reach(target, count('gebleven'), [
    ...(count('navragen') > 0 ? [{ kind: 'navragen' as const, count: count('navragen') }] : []),
    ...(first === undefined ? [] : [{ kind: 'wacht' as const, count: count('wacht'), day: first }]),
    ...(count('gestopt') > 0 ? [{ kind: 'gestopt' as const, count: count('gestopt') }] : []),
  ])
}

function reachShare(target: Target, facts: TargetFacts, today: Day): Measured {
  const needed = target.needed ?? 0
  const share =
    target.source === 'aanmeldingen' ? shareThatStayed(target, facts.signUps, today) : newest(facts.readings)
  const whole = share?.whole ?? 0
  if (!share || whole === 0)
    return { isReached: false, answer: { reached: null, needed, areas: [], lacks: [{ kind: 'niets' }] } }
  // Compared without dividing: 2 of 3 is 66, and is not 67 percent.
  const isReached = share.value * 100 >= needed * whole
  const reached = Math.floor((share.value * 100) / whole)
  return {
    isReached,
    answer: { reached, needed, areas: [], lacks: isReached ? [] : [{ kind: 'deel', percent: needed - reached }] },
  }
}

/** Out of everybody whose day is there: who is unknown or stopped stays in the count. */
function shareThatStayed(target: Target, signUps: readonly SignUp[], today: Day) {
  const states = signUps.map((signUp) => retentionOf(signUp, target.days ?? usualRetentionDays, today))
  const known = states.filter((state) => state !== 'wacht')
  return { value: known.filter((state) => state === 'gebleven').length, whole: known.length }
}

function countLoyal({ loyalTimes, loyalOutOf }: Target, held: TargetFacts['held']): number {
  const last = held
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, loyalOutOf ?? usualLoyalty.outOf)
  const times = new Map<string, number>()
  for (const person of last.flatMap(({ present }) => [...new Set(present)]))
    times.set(person, (times.get(person) ?? 0) + 1)
  return [...times.values()].filter((count) => count >= (loyalTimes ?? usualLoyalty.times)).length
}

/** What people say themselves: 1 is yes; the last word counts. */
function said(readings: readonly Reading[], lack: Lack): Measured {
  const isReached = newest(readings)?.value === 1
  return { isReached, answer: { reached: null, needed: null, areas: [], lacks: isReached ? [] : [lack] } }
}

/** Of one day the last that was written down. */
function newest(readings: readonly Reading[]): Reading | undefined {
  return readings.reduce<Reading | undefined>(
    (last, reading) => (last === undefined || reading.day >= last.day ? reading : last),
    undefined,
  )
}

const areaKey = (area: string) => area.trim().toLocaleLowerCase('nl')
const isSameArea = (a: string, b: string) => areaKey(a) === areaKey(b)

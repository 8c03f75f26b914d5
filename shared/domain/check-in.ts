// How somebody is getting on, by their own account: one question about each part of life, at the start, halfway and at the end.

/** Work, a home, learning and health; the three kinds of connection; language, safety and rights. */
export const lifeDomains = [
  'werk',
  'wonen',
  'leren',
  'gezondheid',
  'eigen_kring',
  'buurt',
  'instanties',
  'taal',
  'veiligheid',
  'rechten',
] as const
export type LifeDomain = (typeof lifeDomains)[number]

export const checkInMoments = ['start', 'halverwege', 'eind'] as const
export type CheckInMoment = (typeof checkInMoments)[number]

/** From "not at all" to "very well". */
export const highestAnswer = 5

/** Of fewer people no average is told: it would say something of each of them. */
const fewestTold = 5

export type Answers = Readonly<Partial<Record<LifeDomain, number | null>>>

export interface CheckIn {
  /** Somebody's own; nobody else knows whose it is. */
  readonly code: string
  readonly moment: CheckInMoment
  readonly answers: Answers
}

export interface Change {
  readonly domain: LifeDomain
  /** On average, to a tenth, of those who answered both times; null of fewer than five. */
  readonly first: number | null
  readonly last: number | null
  readonly people: number
}

/** Per part of life how people were at the start and at their last moment after it. Who answered once counts in neither. */
export function changesOf(checkIns: readonly CheckIn[]): Change[] {
  const byCode = [...Map.groupBy(checkIns, ({ code }) => code).values()]
  return lifeDomains.map((domain) => {
    const both = byCode.flatMap((own) => {
      const [first, ...later] = checkInMoments.map((moment) => answerAt(own, moment, domain))
      const last = later.findLast((answer) => answer !== null)
      return first !== null && first !== undefined && last !== null && last !== undefined ? [{ first, last }] : []
    })
    const isTold = both.length >= fewestTold
    return {
      domain,
      first: isTold ? average(both.map(({ first }) => first)) : null,
      last: isTold ? average(both.map(({ last }) => last)) : null,
      people: both.length,
    }
  })
}

function answerAt(own: readonly CheckIn[], moment: CheckInMoment, domain: LifeDomain): number | null {
  return own.find((checkIn) => checkIn.moment === moment)?.answers[domain] ?? null
}

function average(numbers: readonly number[]): number {
  return Math.round((numbers.reduce((sum, number) => sum + number, 0) / numbers.length) * 10) / 10
}

/** No vowels, so that no code is a word, and no signs that are taken for one another. A prime number of them: see `checkSign`. */
const signs = 'BCDHKMNPRTWX34679'
const length = 8

/** A code nobody has, by chance: on two computers apart as well. @param chance a whole number from 0 below the one it is given */
export function makeCode(chance: (below: number) => number): string {
  const drawn = Array.from({ length: length - 1 }, () => chance(signs.length))
  return [...drawn, checkSign(drawn)].map((at) => signs[at]).join('')
}

/** With one sign typed wrong, or two changed about, the last no longer fits: whoever mistypes never has somebody else's code. */
const checkSign = (drawn: readonly number[]): number =>
  drawn.reduce((sum, at, place) => sum + at * (place + 1), 0) % signs.length

/** As people type it back: "kr47 mw9x". */
export const foldCode = (code: string): string => code.replace(/[^a-z0-9]/gi, '').toUpperCase()

/** As it stands on a card: in parts that the eye keeps together. */
export const spokenCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

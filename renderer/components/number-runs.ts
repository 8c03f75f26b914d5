const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
const numbers = /(\+?\d[\d\s./:-]*\d)/u

export interface Run {
  readonly text: string
  /** A day, a telephone number or an amount of more than one part: it reads from left to right whatever stands around it. */
  readonly isNumber: boolean
}

/** What somebody wrote, cut where numbers begin and end. Among Arabic letters "12-03-2026" would read as 2026-03-12. */
export function numberRuns(text: string): readonly Run[] {
  if (!rightToLeft.test(text)) return [{ text, isNumber: false }]
  return text
    .split(numbers)
    .map((part, at) => ({ text: part, isNumber: at % 2 === 1 }))
    .filter((run) => run.text !== '')
}

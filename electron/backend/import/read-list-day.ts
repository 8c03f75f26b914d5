// Days as lists have them: often no more than a month or a year.
import { type Day, parseDay } from '../../../shared/domain/calendar-date.ts'
import { dateText } from './xlsx-cell-text.ts'

/** A day, or the first one of the month or year that is all there is; undefined when it is none. */
export function readListDay(text: string, today: Day): Day | undefined {
  const plain = text
    .replace(/[,\s]+\d{1,2}:\d{2}(:\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,5}\S*)?$/i, '')
    .replace(/^(?:(?:sinds|per|vanaf|begin|circa|rond|since|from|about)\s|ca\.?\s|±)\s*/i, '')
  const [, year] = /^((?:19|20)\d\d)$/.exec(plain) ?? []
  if (year) return `${year}-01-01`
  // "3-2019", "maart 2019", "mei '19", "2019-03"
  const [, before = '', ofYear] =
    /^(\d{1,2}[-/]|\p{L}{3,}\.?\s+)((?:19|20)\d\d)$/u.exec(plain) ?? /^(\p{L}{3,}\.?\s+)('?\d\d)$/u.exec(plain) ?? []
  if (ofYear) return parseDay(/^\d/.test(before) ? `1-${before}${ofYear}` : `1 ${before}${ofYear}`, today)
  if (/^(?:19|20)\d\d[-/]\d{1,2}$/.test(plain)) return parseDay(`${plain}-1`.replaceAll('/', '-'), today)
  // A spreadsheet's own number for a day, left over when the list was saved without its lay-out: 45000 is 15 March 2023.
  const counted = /^[2-5]\d{4}$/.test(plain) ? dateText(plain, false) : undefined
  return parseDay(counted ?? plain, today)
}

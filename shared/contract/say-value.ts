// A value of a row in words, for the screen and for paper.
import { assertNever } from '../domain/assert-never.ts'
import { codeKeys } from '../domain/column-words.ts'
import type { Format } from '../domain/format.ts'
import type { ShownValue } from './shown-value.ts'

export interface Sayings {
  /** The first of these keys that has words, filled in; undefined when none has. */
  readonly word: (keys: readonly string[], values?: Readonly<Record<string, string>>) => string | undefined
  readonly format: Pick<Format, 'count' | 'amount' | 'day' | 'time' | 'moment'>
}

export function sayValue(table: string, field: string, value: ShownValue, { word, format }: Sayings): string {
  const say = (key: string, values?: Readonly<Record<string, string>>) => word([`codes.${key}`], values) ?? ''
  switch (value.kind) {
    case 'nothing':
      return say('nothing')
    case 'locked':
      return say('locked')
    case 'text':
      return value.text
    case 'number':
      // A year and a house number are read as they are.
      return /(^|_)(year|number)$/.test(field) ? String(value.number) : format.count(value.number)
    case 'percent':
      return say('percent', { number: format.count(value.number) })
    case 'cents':
      return format.amount(value.cents)
    case 'day':
      return format.day(value.day)
    case 'time':
      return format.time(value.time)
    case 'moment':
      return format.moment(value.moment)
    case 'yesNo':
      return say(value.isYes ? 'yes' : 'no')
    case 'code':
      // A code of a newer version has no word here.
      return word(codeKeys(table, field, value.code)) ?? say('unknown')
    case 'record':
      return value.name ?? say('gone')
    default:
      return assertNever(value)
  }
}

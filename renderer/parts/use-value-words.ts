import { useTranslation } from 'react-i18next'
import type { ShownValue } from '../../shared/contract/shown-value.ts'
import { codeKeys, fieldKeys, recordKey } from '../i18n/column-words.ts'
import { useFormat } from '../i18n/use-format.ts'

export interface ValueWords {
  /** As people call it: "Telefoon". undefined when this column has no name of its own. */
  readonly field: (table: string, field: string) => string | undefined
  /** How a record is called; undefined when it has no name. */
  readonly record: (
    about: { readonly table: string; readonly id: string; readonly name: string | null } | null,
  ) => string | undefined
  readonly value: (table: string, field: string, value: ShownValue) => string
}

/** What stands in a row, in words: columns by their name, codes, names, days and amounts as everywhere else. */
export function useValueWords(): ValueWords {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  /** Which columns have words is up to the words: looked up before it is asked. */
  const wordOf = (...keys: readonly string[]) => {
    const key = keys.find((one) => i18n.exists(one))
    return key === undefined ? undefined : t(key as 'codes.yes')
  }
  return {
    field: (table, field) => wordOf(...fieldKeys(table, field)),
    record: (about) => {
      if (about?.name) return about.name
      const key = about ? recordKey(about.table, about.id) : undefined
      return key ? wordOf(key) : undefined
    },
    value: (table, field, value) => {
      switch (value.kind) {
        case 'nothing':
          return t('codes.nothing')
        case 'locked':
          return t('codes.locked')
        case 'text':
          return value.text
        case 'number':
          return format.count(value.number)
        case 'percent':
          return t('codes.percent', { number: format.count(value.number) })
        case 'cents':
          return format.amount(value.cents)
        case 'day':
          return format.day(value.day)
        case 'time':
          return format.time(value.time)
        case 'moment':
          return format.moment(value.moment)
        case 'yesNo':
          return t(value.isYes ? 'codes.yes' : 'codes.no')
        case 'code':
          // A code of a newer version has no word here.
          return wordOf(...codeKeys(table, field, value.code)) ?? t('codes.unknown')
        case 'record':
          return value.name ?? t('codes.gone')
      }
    },
  }
}

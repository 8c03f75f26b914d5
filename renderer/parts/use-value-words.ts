import { useTranslation } from 'react-i18next'
import { type Sayings, sayValue } from '../../shared/contract/say-value.ts'
import type { ShownValue } from '../../shared/contract/shown-value.ts'
import { fieldKeys, recordKey } from '../../shared/domain/column-words.ts'
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
  const word: Sayings['word'] = (keys, values) => {
    const key = keys.find((one) => i18n.exists(one))
    return key === undefined ? undefined : t(key as 'codes.percent', { number: '', ...values })
  }
  return {
    field: (table, field) => word(fieldKeys(table, field)),
    record: (about) => {
      if (about?.name) return about.name
      const key = about ? recordKey(about.table, about.id) : undefined
      return key ? word([key]) : undefined
    },
    value: (table, field, value) => sayValue(table, field, value, { word, format }),
  }
}

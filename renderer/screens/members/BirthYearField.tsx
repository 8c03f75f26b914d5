import { useTranslation } from 'react-i18next'
import { readBirthYear } from '../../../shared/domain/birth-year.ts'
import { dayOfClock, partsOf } from '../../../shared/domain/calendar-date.ts'
import { TypedField, type TypedFieldProps } from '../../components/TypedField.tsx'

/** A year; who types a whole date sees that only its year stays. Whether it can be is for the book to say. */
export function BirthYearField(field: TypedFieldProps<number>) {
  const { t } = useTranslation()
  const read = (text: string) => {
    const year = /^\d{4}$/.test(text.trim()) ? Number(text) : undefined
    if (year !== undefined) return year >= 1880 && year <= 2200 ? year : undefined
    return readBirthYear(text, partsOf(dayOfClock(new Date())).year) ?? undefined
  }
  return (
    <TypedField
      {...field}
      typing={{ read, write: String, unreadable: t('members.field.birthYearUnreadable'), inputMode: 'numeric' }}
    />
  )
}

import { useTranslation } from 'react-i18next'
import { type Day, dayAsTyped, dayOfClock, parseDay } from '../../shared/domain/calendar-date.ts'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'

/** A day, typed or pasted in any usual way: 12-3-1951, 12/3/51, 12 maart 1951. Shows dd-mm-jjjj when it is left. */
export function DayField(field: TypedFieldProps<Day>) {
  const { t } = useTranslation()
  const read = (text: string) => parseDay(text, dayOfClock(new Date()))
  return (
    <TypedField
      {...field}
      hint={field.hint ?? t('app.field.dayOrder')}
      typing={{ read, write: dayAsTyped, unreadable: t('app.field.notADay'), inputMode: 'text' }}
    />
  )
}

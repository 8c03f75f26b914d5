import { useTranslation } from 'react-i18next'
import { parseTime } from '../../shared/domain/time-of-day.ts'
import { TypedField, type TypedFieldProps } from './TypedField.tsx'

/** A time of day, typed as 16, 16.00, 16:00 or 1600; kept as HH:MM. */
export function TimeField(field: TypedFieldProps<string>) {
  const { t } = useTranslation()
  return (
    <TypedField
      {...field}
      typing={{
        read: parseTime,
        write: (time) => time.replace(':', '.'),
        unreadable: t('app.field.notATime'),
        inputMode: 'text',
      }}
    />
  )
}

import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { partsOf } from '../../../shared/domain/calendar-date.ts'
import { useFormat } from '../../i18n/use-format.ts'

interface Where {
  readonly place: string | null
  readonly hostName: string | null
}

/** Small sentences about a gathering that several of its views say alike. */
export function useGatheringWords() {
  const { t } = useTranslation()
  const format = useFormat()
  const where = ({ place, hostName }: Where) =>
    hostName === null ? (place ?? '') : t('gatherings.atHome', { name: hostName })
  return {
    /** "Bij Wim de Groot thuis", or the place; '' when neither is known. */
    where,
    /** The same on paper, which does not name a host whose data are not used. */
    whereOnPaper: ({ isHostRestricted, ...rest }: Where & { readonly isHostRestricted: boolean }) =>
      isHostRestricted ? '' : where(rest),
    /** "5 november", with the year when that is not this year. */
    day: (day: Day, today: Day) => format.day(day, partsOf(day).year === partsOf(today).year ? 'short' : 'plain'),
    group: (groupName: string | null) => groupName ?? t('gatherings.everybody'),
  }
}

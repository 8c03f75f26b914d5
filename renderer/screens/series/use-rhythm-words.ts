import { useTranslation } from 'react-i18next'
import { weekdayOf } from '../../../shared/domain/calendar-date.ts'
import { nthOfMonth, type Rhythm } from '../../../shared/domain/series-rhythm.ts'

const numberOf = ['1', '2', '3', '4', '5', '6', '7'] as const
const nthWords = ['1', '2', '3', '4', '5'] as const

/** "Elke maand op de derde dinsdag". */
export function useRhythmWords(): (rhythm: Rhythm) => string {
  const { t } = useTranslation()
  return ({ kind, every, nth, firstDay }) => {
    const weekday = t(`series.weekday.${numberOf[weekdayOf(firstDay) - 1] ?? '1'}`)
    switch (kind) {
      case 'los':
        return t('series.rhythm.los')
      case 'weken':
        return every === 1
          ? t('series.rhythm.everyWeek', { weekday })
          : t('series.rhythm.everyWeeks', { weekday, count: every })
      case 'maand': {
        const word = t(`series.rhythm.nth.${nthWords[(nth ?? nthOfMonth(firstDay)) - 1] ?? '1'}`)
        return every === 1
          ? t('series.rhythm.everyMonth', { weekday, nth: word })
          : t('series.rhythm.everyMonths', { weekday, nth: word, count: every })
      }
    }
  }
}

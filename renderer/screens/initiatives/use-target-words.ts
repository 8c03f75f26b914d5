import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import type { Measurement, TargetView } from './Targets.tsx'

interface TargetWords {
  /** What has to be true: "minstens 10 per gebied". */
  readonly asks: (target: TargetView) => string
  /** Whether it is, and how far: "Nog niet: 9 van de 10". */
  readonly stands: (target: TargetView) => string
  readonly lacks: (target: TargetView) => readonly string[]
  readonly measured: (target: TargetView, measurement: Measurement) => string
}

export function useTargetWords(): TargetWords {
  const { t } = useTranslation()
  const format = useFormat()
  return {
    asks: ({ kind, source, needed, days, areas, year, loyalTimes, loyalOutOf, byDay }) => {
      const what =
        source === 'trouw'
          ? t('initiatives.asks.trouw', { count: needed ?? 0, times: loyalTimes, outOf: loyalOutOf })
          : t(`initiatives.asks.${kind}`, { count: needed ?? 0, days, areas: areas.length })
      const counted = source === 'metingen' || source === 'trouw' ? '' : t(`initiatives.counted.${source}`)
      const when = [
        year === null ? '' : t('initiatives.inYear', { year }),
        byDay === null ? '' : t('initiatives.byDay', { day: format.day(byDay) }),
      ]
      return [what, counted, ...when].filter(Boolean).join(', ')
    },
    stands: ({ kind, judgement: { verdict, reached, needed } }) => {
      const verdictWords = t(`initiatives.verdicts.${verdict}`)
      if (reached === null || needed === null) return verdictWords
      const how = t(`initiatives.howFar.${kind === 'deel' ? 'percent' : kind === 'per_gebied' ? 'area' : 'count'}`, {
        reached,
        needed,
      })
      return t('initiatives.stands', { verdict: verdictWords, how })
    },
    lacks: ({ judgement }) =>
      judgement.lacks.map((lack) => {
        const { kind, ...values } = lack
        const day = lack.kind === 'wacht' ? { day: format.day(lack.day) } : {}
        return t(`initiatives.lacks.${kind}`, { ...values, ...day })
      }),
    measured: ({ kind }, { value, whole, area }) => {
      if (kind === 'mijlpaal' || kind === 'eigen_woorden')
        return t(value === 1 ? `initiatives.said.${kind}` : 'initiatives.said.not')
      const number = whole === null ? format.count(value) : t('initiatives.outOf', { value, whole })
      return area === null ? number : t('initiatives.inArea', { number, area })
    },
  }
}

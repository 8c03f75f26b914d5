import { useTranslation } from 'react-i18next'
import type { Api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'

type Shown = Awaited<ReturnType<Api['pairs']['programme']>>
export type PairLine = Shown['running'][number]
export type Programme = Shown['programme']
export type Round = Shown['rounds'][number]
export type Intake = Shown['waiting'][number]
export type PairPage = Awaited<ReturnType<Api['pairs']['pair']>>
export type Contact = PairPage['contacts'][number]

/** How programmes and pairs are spoken of. */
export function usePairWords() {
  const { t } = useTranslation()
  const format = useFormat()

  const agreed = ({ rhythm, months }: Pick<Programme, 'rhythm' | 'months'>) =>
    t('pairs.programme.agreed', {
      rhythm: t(`pairs.programme.rhythm.${rhythm.unit}`, { count: rhythm.times }),
      length: t('pairs.programme.length', { count: months }),
    })

  const name = ({ a, b }: Pick<PairLine, 'a' | 'b'>) => format.list([a.name, b.name])

  /** What a pair asks, most urgent first; [] when it asks nothing. */
  const asks = ({ asks: asked, a, b }: PairLine, programme: Programme, today: string): string[] => [
    ...asked.papers.map((paper) => t(`pairs.asks.${paper}`)),
    ...(asked.rhythm === null
      ? []
      : [
          programme.rhythm.unit === 'maand'
            ? t('pairs.asks.rhythmMonth', {
                count: asked.rhythm.contacts,
                month: format.month(asked.rhythm.since, today),
              })
            : t('pairs.asks.rhythmWeek', { count: asked.rhythm.contacts }),
        ]),
    ...(asked.talk === null ? [] : [t(`pairs.asks.${asked.talk}`)]),
    ...(asked.oneSided === null ? [] : [t('pairs.asks.oneSided', { name: (asked.oneSided === 'a' ? a : b).name })]),
  ]

  return { agreed, name, asks }
}

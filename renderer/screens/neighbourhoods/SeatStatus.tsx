import { useTranslation } from 'react-i18next'
import { Status } from '../../components/Status.tsx'
import type { Api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'

type Summary = Awaited<ReturnType<Api['neighbourhoods']['list']>>['open'][number]

const kindOf = { bezet: 'ok', kwetsbaar: 'att', onbemand: 'att', geen: 'no' } as const

/** How the places of a binnenbuurt stand, and when one of them runs out. */
export function SeatStatus({ group: { seatState, seats } }: { readonly group: Pick<Summary, 'seatState' | 'seats'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const ends = seats
    .map(({ endsSoon }) => endsSoon)
    .filter((day) => day !== null)
    .toSorted()[0]
  if (seatState === 'bezet' && ends !== undefined) {
    return (
      <Status kind="att" wraps>
        {t('neighbourhoods.page.endsSoon', { day: format.day(ends) })}
      </Status>
    )
  }
  return (
    <Status kind={kindOf[seatState]} wraps>
      {t(`roles.state.${seatState}`)}
    </Status>
  )
}

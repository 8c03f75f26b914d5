import { useTranslation } from 'react-i18next'
import { Status } from '../../components/Status.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { FundingLine } from './FundingLines.tsx'

/** Until when the money comes, and that it ends within half a year. */
export function FundingStatus({ line: { from, lastDay, state } }: { readonly line: FundingLine }) {
  const { t } = useTranslation()
  const format = useFormat()
  const day = format.day(state === 'nog_niet' ? from : (lastDay ?? from))
  if (state === 'loopt' && lastDay === null) return <span>{t('organisations.funding.state.vast')}</span>
  if (state === 'loopt') return <span>{t('organisations.funding.state.loopt', { day })}</span>
  return (
    <Status kind={state === 'loopt_af' ? 'att' : 'no'} wraps>
      {t(`organisations.funding.state.${state}`, { day })}
    </Status>
  )
}

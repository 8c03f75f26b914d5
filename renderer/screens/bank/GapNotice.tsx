import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/Notice.tsx'
import type { Api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'

export type Gap = Awaited<ReturnType<Api['bank']['accounts']>>[number]['gaps'][number]

const shownGaps = 5

/** Says between which days something is missing, and how much. */
export function GapNotice({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Notice kind="att">
      <p>
        <strong>{t('bank.gap.title')}</strong>
      </p>
      {gaps.slice(0, shownGaps).map((gap) => (
        <p key={`${gap.afterDay} ${gap.beforeDay} ${gap.beforeCents}`}>
          {t('bank.gap.line', {
            afterDay: format.day(gap.afterDay),
            afterAmount: format.amount(gap.afterCents),
            beforeDay: format.day(gap.beforeDay),
            beforeAmount: format.amount(gap.beforeCents),
            difference: format.amount(Math.abs(gap.beforeCents - gap.afterCents)),
          })}
        </p>
      ))}
      <p>{t('bank.gap.help')}</p>
    </Notice>
  )
}

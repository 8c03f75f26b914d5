import { useTranslation } from 'react-i18next'
import type { DuesOverview } from '../../../shared/contract/dues.ts'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { Sums } from '../../components/Sums.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'

/** Three amounts that add up. */
export function DuesSums({ overview }: { readonly overview: DuesOverview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const year = String(overview.year)
  return (
    <>
      <Sums
        label={t('dues.sums.label', { year })}
        sums={[
          { term: t('dues.sums.expected', { year }), value: <Amount cents={overview.expectedCents} /> },
          { term: t('dues.sums.received'), value: <Amount cents={overview.receivedCents} /> },
          { term: t('dues.sums.open'), value: <Amount cents={overview.openCents} />, isOpen: overview.openCents > 0 },
        ]}
      />
      {overview.olderCents > 0 && (
        <p className="soft">{t('dues.sums.older', { year, amount: format.amount(overview.olderCents) })}</p>
      )}
      {overview.creditCents > 0 && (
        <p className="soft">{t('dues.sums.credit', { amount: format.amount(overview.creditCents) })}</p>
      )}
      {overview.owedBack.map(({ payer, cents }) => (
        <p key={payer.id}>
          <Bdi>{words.payer(payer)}</Bdi>. {t('dues.status.owesBack', { amount: format.amount(cents) })}
        </p>
      ))}
    </>
  )
}

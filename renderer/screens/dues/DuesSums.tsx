import { useTranslation } from 'react-i18next'
import type { DuesOverview } from '../../../shared/contract/dues.ts'
import { Amount } from '../../components/Amount.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Dues.module.css'

/** Three amounts that add up. */
export function DuesSums({ overview }: { readonly overview: DuesOverview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const year = String(overview.year)
  return (
    <>
      <dl className={styles.sums} aria-label={t('dues.sums.label', { year })}>
        <div>
          <dt>{t('dues.sums.expected', { year })}</dt>
          <dd>
            <Amount cents={overview.expectedCents} />
          </dd>
        </div>
        <div>
          <dt>{t('dues.sums.received')}</dt>
          <dd>
            <Amount cents={overview.receivedCents} />
          </dd>
        </div>
        <div className={overview.openCents > 0 ? styles.open : undefined}>
          <dt>{t('dues.sums.open')}</dt>
          <dd>
            <Amount cents={overview.openCents} />
          </dd>
        </div>
      </dl>
      {overview.olderCents > 0 && (
        <p className="soft">{t('dues.sums.older', { year, amount: format.amount(overview.olderCents) })}</p>
      )}
      {overview.creditCents > 0 && (
        <p className="soft">{t('dues.sums.credit', { amount: format.amount(overview.creditCents) })}</p>
      )}
    </>
  )
}

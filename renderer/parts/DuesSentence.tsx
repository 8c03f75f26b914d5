import { Trans, useTranslation } from 'react-i18next'
import type { AgreementView, DuesStatusView } from '../../shared/contract/dues.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './PersonDues.module.css'
import { useDuesWords } from './use-dues-words.ts'

export interface DuesSentenceProps {
  readonly status: DuesStatusView
  readonly agreement: AgreementView | null
}

/** "Betaald tot en met september; € 30 open.", and in a second line which months that is about. */
export function DuesSentence({ status, agreement }: DuesSentenceProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const about = useAbout(status)
  return (
    <>
      <p className="lead">
        <Standing status={status} agreement={agreement} />
      </p>
      {about && <p className={`soft ${styles.about}`}>{about}</p>}
      {status.openingCents > 0 && status.openingCents < status.openCents && (
        <p className="soft">{t('dues.status.older', { amount: format.amount(status.openingCents) })}</p>
      )}
      {status.openCents > 0 && status.creditCents > 0 && (
        <p className="soft">{t('dues.status.credit', { amount: format.amount(status.creditCents) })}</p>
      )}
      {status.creditCents < 0 && <p>{t('dues.status.owesBack', { amount: format.amount(-status.creditCents) })}</p>}
    </>
  )
}

function Standing({ status, agreement }: DuesSentenceProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const strong = { strong: <strong className="nowrap" /> }
  const month = status.paidUntil === null ? '' : words.lastMonth(status.paidUntil)
  const amount = format.amount(status.openCents)
  if (status.openCents > 0) {
    if (status.openCents === status.openingCents)
      return <Trans i18nKey="dues.status.olderOpen" values={{ amount }} components={strong} />
    // Nothing before the first open month was ever asked: "paid until" would say something about a time before dues.
    const never = status.paidUntil === null || isFirstMonth(status, agreement)
    if (never && status.isBegun && status.firstDueStart !== null) {
      const first = words.months([status.firstDueStart])
      return <Trans i18nKey="dues.status.partOpen" values={{ month: first, amount }} components={strong} />
    }
    if (never) return <Trans i18nKey="dues.status.neverOpen" values={{ amount }} components={strong} />
    return <Trans i18nKey="dues.status.paidUntilOpen" values={{ month, amount }} components={strong} />
  }
  if (status.paidUntil === null) {
    if (status.creditCents > 0) return t('dues.status.credit', { amount: format.amount(status.creditCents) })
    if (agreement?.reduction?.kind === 'exempt') return t('dues.status.exempt')
    return agreement ? t('dues.status.notYet') : t('dues.status.none')
  }
  if (status.aheadMonths > 0) return t('dues.status.paidUntilAhead', { month })
  if (status.creditCents > 0)
    return t('dues.status.paidUntilCredit', { month, amount: format.amount(status.creditCents) })
  return t('dues.status.paidUntil', { month })
}

const isFirstMonth = (status: DuesStatusView, agreement: AgreementView | null) =>
  agreement !== null && status.firstDueStart !== null && status.paidUntil === status.firstDueStart

function useAbout({ openMonths }: DuesStatusView): string | undefined {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const starts = [...new Set(openMonths.map((month) => month.start))]
  const [first] = starts
  if (first === undefined) return undefined
  if (starts.length > 4) return t('dues.status.aboutMany', { count: starts.length, from: words.months([first]) })
  const prices = new Set(openMonths.map((month) => month.cents))
  const [price] = prices
  const months = words.months(starts)
  return prices.size === 1 && price !== undefined
    ? t('dues.status.about', { months, amount: format.amount(price) })
    : t('dues.status.aboutMixed', { months })
}

import { useTranslation } from 'react-i18next'
import type { PaymentPreview as Preview } from '../../shared/contract/dues.ts'
import { Amount } from '../components/Amount.tsx'
import { Bdi } from '../components/Bdi.tsx'
import { Icon } from '../components/Icon.tsx'
import { useFormat } from '../i18n/use-format.ts'
import styles from './PaymentDialog.module.css'
import { useDuesWords } from './use-dues-words.ts'

/** What an amount pays, and what is true afterwards, in words; nothing is saved yet. */
export function PaymentPreview({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.fit} aria-live="polite">
      {preview.owedBack.paidCents > 0 && (
        <p>{t('dues.payment.owedBack', { amount: format.amount(preview.owedBack.paidCents) })}</p>
      )}
      <Verdict preview={preview} />
      {preview.lines.length > 0 && (
        <table className={styles.lines} aria-label={t('dues.payment.linesLabel')}>
          <thead className="hide">
            <tr>
              <th scope="col">{t('dues.payment.who_header')}</th>
              <th scope="col">{t('dues.payment.months_header')}</th>
              <th scope="col">{t('dues.payment.price_header')}</th>
              <th scope="col">{t('dues.payment.sum_header')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.lines.map((line) => (
              <Line key={line.personId} line={line} />
            ))}
          </tbody>
        </table>
      )}
      <After preview={preview} />
    </div>
  )
}

function Verdict({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const openAfter = preview.after.reduce((sum, person) => sum + person.openCents, preview.owedBack.leftCents)
  const good = (text: string) => (
    <p className={styles.fits}>
      <Icon name="check" /> {text}
    </p>
  )
  if (preview.fits) {
    const count = preview.wholeMonths
    if (preview.monthCents === null) return good(t('dues.payment.fitsMixed', { count }))
    return good(t('dues.payment.fits', { count, amount: format.amount(preview.monthCents) }))
  }
  if (openAfter > 0) return <p>{t('dues.payment.part', { amount: format.amount(openAfter) })}</p>
  if (preview.restCents > 0 && preview.lines.length === 0) return <p>{t('dues.payment.onlyCredit')}</p>
  if (preview.restCents > 0 && preview.lines.some((line) => line.months.some((month) => month.ahead)))
    return <p>{t('dues.payment.ahead', { count: preview.wholeMonths, rest: format.amount(preview.restCents) })}</p>
  if (preview.restCents > 0) return <p>{t('dues.payment.over', { amount: format.amount(preview.restCents) })}</p>
  return good(t('dues.payment.settles'))
}

function Line({ line }: { readonly line: Preview['lines'][number] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const whole = line.months.filter((month) => month.whole)
  const parts = line.months.filter((month) => !month.whole)
  const [first] = whole
  const last = whole.at(-1)
  const isLong = whole.length > 4
  const said = [
    ...(line.openingCents > 0 ? [t('dues.payment.older')] : []),
    ...(isLong && first && last
      ? [t('dues.payment.monthsTo', { from: words.months([first.start]), to: words.months([last.start]) })]
      : whole.map((month) => words.months([month.start]))),
    ...parts.map((month) => t('dues.payment.partOf', { month: words.months([month.start]) })),
  ]
  const prices = new Set(whole.map((month) => month.cents))
  const isEven = prices.size === 1 && parts.length === 0 && line.openingCents === 0
  return (
    <tr>
      <th scope="row">
        <Bdi>{line.name}</Bdi>
      </th>
      <td className={styles.months}>{said.join(', ')}</td>
      <td className={styles.price}>
        {isEven && first && t('dues.payment.times', { count: whole.length, amount: format.amount(first.cents) })}
      </td>
      <td>
        <Amount cents={line.cents} />
      </td>
    </tr>
  )
}

/** "Daarna hebben Joyce en Ruud betaald tot en met december." */
function After({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const given = new Map(preview.payer.people.map((person) => [person.id, person.given]))
  const nameOf = (person: Preview['after'][number]) => given.get(person.personId) || person.name
  const groups = new Map<string, string[]>()
  for (const person of preview.after)
    if (person.openCents === 0 && person.paidUntil !== null)
      groups.set(person.paidUntil, [...(groups.get(person.paidUntil) ?? []), nameOf(person)])
  return (
    <>
      {[...groups].map(([until, names]) => (
        <p key={until}>
          {t('dues.payment.after', { count: names.length, names: format.list(names), month: words.lastMonth(until) })}
        </p>
      ))}
      {preview.after
        .filter((person) => person.openCents > 0)
        .map((person) => (
          <p key={person.personId}>
            {t('dues.payment.afterOpen', { name: nameOf(person), amount: format.amount(person.openCents) })}
          </p>
        ))}
    </>
  )
}

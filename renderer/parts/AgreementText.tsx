import { useTranslation } from 'react-i18next'
import type { AgreementView } from '../../shared/contract/dues.ts'
import { addDays, dayOfClock } from '../../shared/domain/calendar-date.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useDuesWords } from './use-dues-words.ts'

/** "Gewoon lid: € 10 per maand, betaalt per kwartaal. Met een overboeking. Sinds 1 maart 2024." */
export function AgreementText({ agreement }: { readonly agreement: AgreementView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const today = dayOfClock(new Date())
  const { reduction, fromDay, untilDay } = agreement
  const lastDay = (until: string) => format.day(addDays(until, -1))
  const said = [
    reduction?.kind === 'exempt'
      ? ''
      : t('dues.person.agreed', {
          plan: agreement.planName,
          rate: words.rate(agreement.rateCents, agreement.rateMonths),
          interval: t(`dues.interval.${agreement.intervalMonths}`),
        }),
    reduction?.kind === 'exempt' ? t('dues.person.reductionExempt') : t(`dues.person.by.${agreement.method}`),
    reduction?.kind === 'amount'
      ? t('dues.person.reductionAmount', { rate: words.rate(reduction.value, agreement.rateMonths) })
      : '',
    reduction?.kind === 'percent' ? t('dues.person.reductionPercent', { percent: reduction.value }) : '',
    reduction?.until ? t('dues.person.reductionUntil', { day: lastDay(reduction.until) }) : '',
    t(fromDay > today ? 'dues.person.from' : 'dues.person.since', { day: format.day(fromDay) }),
    untilDay === null ? '' : t('dues.person.untilDay', { day: lastDay(untilDay) }),
  ]
  return <p className="soft">{said.filter((text) => text !== '').join(' ')}</p>
}

import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../components/Disclosure.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { SignalList } from '../../parts/SignalList.tsx'
import { CarePage } from './CarePage.tsx'

/** Everybody who asks attention now, and who did until half a year ago. */
export function SignalsScreen() {
  return (
    <CarePage>
      <Signals />
    </CarePage>
  )
}

function Signals() {
  const { t } = useTranslation()
  const open = useQuery(api.care.signals, { state: 'open' })
  const closed = useQuery(api.care.signals, { state: 'gesloten' })
  return (
    <>
      <Answered of={open}>
        {({ signals, today }) =>
          signals.length === 0 ? (
            <EmptyState title={t('care.signals.none')}>{t('care.signals.noneHint')}</EmptyState>
          ) : (
            <SignalList signals={signals} today={today} withPerson />
          )
        }
      </Answered>
      {closed.state === 'ready' && closed.value.signals.length > 0 && (
        <Disclosure title={t('care.signals.closed')}>
          <SignalList signals={closed.value.signals} today={closed.value.today} withPerson />
        </Disclosure>
      )}
    </>
  )
}

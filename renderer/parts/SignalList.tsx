import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../app/paths.ts'
import { Button } from '../components/Button.tsx'
import { Lines, LineTitle, Verbs } from '../components/Lines.tsx'
import { later } from '../components/later.tsx'
import { Status } from '../components/Status.tsx'
import type { Api } from '../data/api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { NextStepSentence } from './NextStepSentence.tsx'
import { useSignalName } from './use-signal-name.ts'

const StepDialog = later(async () => (await import('./StepDialog.tsx')).StepDialog)
const SignalDetail = later(async () => (await import('./SignalDetail.tsx')).SignalDetail)

export type Signal = Awaited<ReturnType<Api['care']['signals']>>['signals'][number]

export interface SignalListProps {
  readonly signals: readonly Signal[]
  readonly today: string
  /** Say about whom it is; not on that person's own page. */
  readonly withPerson?: boolean
}

/** Who asks attention, and who looks in before which day. */
export function SignalList({ signals, today, withPerson = false }: SignalListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useSignalName()
  return (
    <Lines>
      {signals.map((signal) => (
        <li key={signal.id}>
          <div>
            {withPerson && <SignalSubject signal={signal} />}
            <p>{t(`care.kinds.${signal.kind}`)}</p>
            <p>
              <NextStepSentence signal={signal} today={today} />
            </p>
            {signal.endsSoon && (
              <Status kind="att" wraps>
                {t('care.signals.ends', { day: format.day(signal.expiresDay) })}
              </Status>
            )}
          </div>
          <SignalVerbs signal={{ ...signal, name: nameOf(signal) }} isOpen={signal.state === 'open'} />
        </li>
      ))}
    </Lines>
  )
}

export function SignalSubject({ signal }: { readonly signal: Pick<Signal, 'personId' | 'personName' | 'place'> }) {
  const nameOf = useSignalName()
  return (
    <LineTitle>
      {signal.personId === null ? (
        <bdi>{nameOf(signal)}</bdi>
      ) : (
        <Link href={paths.person(signal.personId)}>
          <bdi>{signal.personName}</bdi>
        </Link>
      )}
    </LineTitle>
  )
}

export interface SignalVerbsProps {
  readonly signal: {
    readonly id: string
    readonly name: string
    readonly personId: string | null
    readonly ownerPersonId: string | null
    readonly ownerName: string | null
  }
  readonly isOpen: boolean
}

/** What can be done with a signal in a list. */
export function SignalVerbs({ signal, isOpen }: SignalVerbsProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'step' | 'detail'>()
  const close = () => setOpened(undefined)
  return (
    <Verbs>
      {isOpen && (
        <Button kind="plain" label={t('care.step.label', { name: signal.name })} onPress={() => setOpened('step')}>
          {t('care.step.verb')}
        </Button>
      )}
      <Button
        kind="plain"
        label={t('care.signals.openLabel', { name: signal.name })}
        onPress={() => setOpened('detail')}
      >
        {t('care.signals.open')}
      </Button>

      {opened === 'step' && <StepDialog signal={signal} onClose={close} />}
      {opened === 'detail' && <SignalDetail id={signal.id} onClose={close} />}
    </Verbs>
  )
}

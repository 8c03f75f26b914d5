import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../shared/domain/calendar-date.ts'
import { type CloseReason, type ReferralOutcome, referralOutcomes } from '../../shared/domain/care.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Facts } from '../components/Facts.tsx'
import { FormError } from '../components/Form.tsx'
import { Verbs } from '../components/Lines.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { TextField } from '../components/TextField.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './Care.module.css'
import { ConsentFields, consentOf, noConsent } from './ConsentFields.tsx'
import { FormDialog } from './FormDialog.tsx'
import { MomentList } from './MomentList.tsx'
import { NextStepSentence } from './NextStepSentence.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { NoteList } from './NoteList.tsx'
import { ReasonField, StepDialog, useNextStep } from './StepDialog.tsx'
import { useModules } from './use-modules.ts'
import { useSignalName } from './use-signal-name.ts'

type Detail = Awaited<ReturnType<Api['care']['signal']>>
type Doing = 'step' | 'next' | 'note' | 'refer' | 'close'

export interface SignalDetailProps {
  readonly id: string
  readonly onClose: () => void
}

/** Everything that is known of a signal, and what can be done with it. One window at a time: a form takes the place of this one. */
export function SignalDetail({ id, onClose }: SignalDetailProps) {
  const { t } = useTranslation()
  const nameOf = useSignalName()
  const detail = useQuery(api.care.signal, { id })
  const [doing, setDoing] = useState<Doing>()
  const back = () => setDoing(undefined)
  const shown = detail.state === 'ready' ? detail.value.signal : undefined
  const name = shown ? nameOf(shown) : ''
  if (shown && doing !== undefined) {
    const signal = { ...shown, name }
    switch (doing) {
      case 'step':
        return <StepDialog signal={signal} onClose={back} />
      case 'next':
        return <NextDialog signal={signal} onClose={back} />
      case 'note':
        return <NoteDialog personId={shown.personId ?? ''} signalId={id} onClose={back} />
      case 'refer':
        return <ReferDialog signalId={id} hasPerson={shown.personId !== null} onClose={back} />
      case 'close':
        return <CloseDialog id={id} onClose={back} />
    }
  }
  return (
    <Dialog
      title={t('care.detail.title', { name })}
      size="wide"
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('app.dialog.close')}</Button>}
    >
      <Answered of={detail}>{(value) => <DetailBody detail={value} onDo={setDoing} />}</Answered>
    </Dialog>
  )
}

function DetailBody({ detail, onDo }: { readonly detail: Detail; readonly onDo: (doing: Doing) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const renew = useCommand(api.care.renewSignal)
  const { signal, notes, moments, referrals, today } = detail
  const isOpen = signal.state === 'open'
  const source = t(`care.sources.${signal.source}`)
  return (
    <div className="stack">
      <Facts
        facts={[
          { term: t('care.detail.kind'), value: t(`care.kinds.${signal.kind}`) },
          {
            term: t('care.detail.source'),
            value: signal.saidByName === null ? source : t('care.detail.sourceBy', { source, name: signal.saidByName }),
          },
          {
            term: t('care.detail.ownHelp'),
            value:
              signal.ownHelp.length > 0
                ? inOneSentence(
                    format.list,
                    signal.ownHelp.map((code) => t(`care.ownHelp.${code}`)),
                  )
                : null,
          },
          { term: t('care.detail.next'), value: <NextStepSentence signal={signal} today={today} /> },
          { term: t('care.detail.until'), value: format.day(signal.expiresDay) },
        ]}
      />
      {isOpen && (
        <Verbs>
          <Button kind="plain" onPress={() => onDo('step')}>
            {t('care.step.verb')}
          </Button>
          <Button kind="plain" onPress={() => onDo('next')}>
            {t('care.detail.changeNext')}
          </Button>
          <Button kind="plain" isBusy={renew.isRunning} onPress={() => void renew.run({ id: signal.id })}>
            {t('care.detail.renew')}
          </Button>
          <Button kind="plain" onPress={() => onDo('close')}>
            {t('care.detail.close')}
          </Button>
        </Verbs>
      )}
      <FormError text={renew.formError} />
      <Part title={t('care.detail.moments')}>
        {moments.length > 0 ? <MomentList moments={moments} /> : <p className="soft">{t('care.detail.noMoments')}</p>}
      </Part>
      <Part
        title={t('care.detail.referrals')}
        action={
          isOpen && (
            <Button kind="plain" onPress={() => onDo('refer')}>
              {t('care.detail.refer')}
            </Button>
          )
        }
      >
        {referrals.length === 0 && <p className="soft">{t('care.detail.noReferrals')}</p>}
        {referrals.map((referral) => (
          <ReferralLine key={referral.id} referral={referral} />
        ))}
      </Part>
      {signal.personId !== null && (
        <Part
          title={t('care.detail.notes')}
          action={
            isOpen && (
              <Button kind="plain" onPress={() => onDo('note')}>
                {t('care.addNote')}
              </Button>
            )
          }
        >
          {notes.length > 0 ? <NoteList notes={notes} /> : <p className="soft">{t('care.detail.noNotes')}</p>}
        </Part>
      )}
    </div>
  )
}

function Part({
  title,
  action,
  children,
}: {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
      {action && <Verbs>{action}</Verbs>}
    </section>
  )
}

function ReferralLine({ referral }: { readonly referral: Detail['referrals'][number] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const answer = useCommand(api.care.setReferralOutcome)
  const { id, organisationName: name, day, outcome } = referral
  return (
    <>
      <p>{t('care.detail.referredOn', { name, day: format.day(day) })}</p>
      <SelectField<ReferralOutcome | 'open'>
        label={t('care.detail.outcome', { name })}
        width="medium"
        value={outcome ?? 'open'}
        onChange={(chosen) => void answer.run({ id, outcome: chosen === 'open' ? null : chosen })}
        options={[
          { value: 'open', label: t('care.detail.outcomeOpen') },
          ...referralOutcomes.map((code) => ({ value: code, label: t(`care.outcomes.${code}`) })),
        ]}
        error={answer.formError}
      />
    </>
  )
}

function NextDialog(props: {
  readonly signal: Parameters<typeof useNextStep>[0] & { readonly nextDay: string | null }
  readonly onClose: () => void
}) {
  const { signal, onClose } = props
  const { t } = useTranslation()
  const change = useCommand(api.care.changeNext)
  const next = useNextStep(signal, signal.nextDay ?? dayOfClock(new Date()))
  const submit = async () => {
    const step = next.value()
    if (!step) return
    const outcome = await change.run({ id: signal.id, ...step })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('care.detail.changeNext')}
      submit={t('care.step.save')}
      command={change}
      onSubmit={submit}
      onClose={onClose}
    >
      {next.fields(change.fieldError)}
    </FormDialog>
  )
}

/** Chosen in the place of an organisation of the book. */
const another = 'another'

function ReferDialog(props: { readonly signalId: string; readonly hasPerson: boolean; readonly onClose: () => void }) {
  const { signalId, hasPerson, onClose } = props
  const { t } = useTranslation()
  const refer = useCommand(api.care.refer)
  const keeps = useModules()
  const known = useQuery(api.organisations.names, {}, { isWanted: keeps('organisations') })
  const organisations = known.state === 'ready' ? known.value : []
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  const isTyped = organisations.length === 0 || chosen === another
  const [consent, setConsent] = useState(noConsent(dayOfClock(new Date())))
  const submit = async () => {
    const outcome = await refer.run({
      signalId,
      organisationId: isTyped ? null : chosen,
      organisationName: isTyped ? name : null,
      consent: hasPerson ? consentOf(consent) : null,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('care.detail.refer')}
      sub={t('care.detail.referHint')}
      submit={t('care.detail.referSave')}
      command={refer}
      onSubmit={submit}
      onClose={onClose}
    >
      {organisations.length > 0 && (
        <SelectField
          label={t('care.detail.organisation')}
          isRequired
          placeholder={t('care.detail.organisationChoose')}
          value={chosen}
          onChange={setChosen}
          options={[
            ...organisations.map(({ id, name: label }) => ({ value: id, label })),
            { value: another, label: t('care.detail.organisationOther') },
          ]}
          error={refer.fieldError('organisationId')}
        />
      )}
      {isTyped && (
        <TextField
          label={t(organisations.length > 0 ? 'care.detail.organisationName' : 'care.detail.organisation')}
          isRequired
          maxLength={120}
          value={name}
          onChange={setName}
          error={refer.fieldError('organisationName')}
        />
      )}
      {hasPerson && <ConsentFields value={consent} onChange={setConsent} error={refer.fieldError('consent')} />}
    </FormDialog>
  )
}

function CloseDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const close = useCommand(api.care.closeSignal)
  const [reason, setReason] = useState<CloseReason>('geholpen')
  const submit = async () => {
    const outcome = await close.run({ id, reason })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('care.detail.closeTitle')}
      submit={t('care.detail.closeSave')}
      command={close}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  )
}

/** Answers that each begin with a capital, as one sentence: "Langsgaan en samen ergens heen". */
function inOneSentence(list: (words: readonly string[]) => string, answers: readonly string[]): string {
  return list(answers.map((answer, at) => (at === 0 ? answer : answer.slice(0, 1).toLowerCase() + answer.slice(1))))
}

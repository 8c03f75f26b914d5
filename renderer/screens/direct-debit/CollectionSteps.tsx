import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FormError } from '../../components/Form.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { type RunningCommand, useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { CollectionDetail } from './CollectionScreen.tsx'
import styles from './Debit.module.css'

type Asked = 'announce' | 'submit' | 'settle' | null

interface StepProps {
  readonly collection: CollectionDetail
  readonly onAsk: (asked: Asked) => void
}

/** Telling, sending, collecting: each with its last day, and what can be done now. The next one to do is the green one. */
export function CollectionSteps({ collection }: { readonly collection: CollectionDetail }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>(null)
  const announce = useCommand(api.directDebit.announce)
  const submit = useCommand(api.directDebit.submit)
  const settle = useCommand(api.directDebit.settle)
  const dialog = { collectionId: collection.id, onClose: () => setAsked(null) }
  const today = dayOfClock(new Date())
  const collectDay = collection.days.collectDay
  return (
    <>
      <ol className={styles.steps}>
        <TellStep collection={collection} onAsk={setAsked} />
        <SendStep collection={collection} onAsk={setAsked} />
        <CollectStep collection={collection} onAsk={setAsked} />
      </ol>
      {asked === 'announce' && (
        <DayDialog {...dialog} title={t('debit.steps.announceTitle')} command={announce} first={today} />
      )}
      {asked === 'submit' && (
        <DayDialog {...dialog} title={t('debit.steps.submitTitle')} command={submit} first={today} />
      )}
      {asked === 'settle' && (
        <DayDialog
          {...dialog}
          title={t('debit.steps.settleTitle')}
          sub={t('debit.steps.settleText')}
          command={settle}
          first={collectDay < today ? collectDay : today}
        />
      )}
    </>
  )
}

function TellStep({ collection, onAsk }: StepProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { announcedOn, days, id, state } = collection
  const isNow = state === 'made'
  return (
    <li className={styles.step}>
      <h3>{t('debit.steps.announce')}</h3>
      {announcedOn === null ? (
        <p>{t('debit.steps.announceBy', { day: format.day(days.announceBy, 'full') })}</p>
      ) : (
        <Status kind="ok">{t('debit.steps.announced', { day: format.day(announcedOn) })}</Status>
      )}
      <div className="cluster">
        <LinkButton href={paths.collectionNotices(id)}>{t('debit.steps.notices')}</LinkButton>
        {isNow && (
          <Button kind="main" onPress={() => onAsk('announce')}>
            {t('debit.steps.announceDo')}
          </Button>
        )}
      </div>
    </li>
  )
}

function SendStep({ collection, onAsk }: StepProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const fetch = useCommand(api.directDebit.exportFile)
  const download = useDownload()
  const { submittedOn, days, id, state, fileSha256 } = collection
  const save = async () => {
    const outcome = await fetch.run({ collectionId: id })
    if (outcome.ok) download(outcome.value.file)
  }
  const isNow = state === 'announced' || state === 'exported'
  return (
    <li className={styles.step}>
      <h3>{t('debit.steps.file')}</h3>
      {submittedOn === null ? (
        <p>{t('debit.steps.fileBy', { day: format.day(days.submitBy, 'full') })}</p>
      ) : (
        <Status kind="ok">{t('debit.steps.submitted', { day: format.day(submittedOn) })}</Status>
      )}
      {state === 'made' && <p className="soft">{t('debit.steps.later')}</p>}
      {isNow && <p className="measure">{t('debit.steps.fileText')}</p>}
      {state !== 'made' && (
        <div className="cluster">
          <Button
            kind={state === 'announced' ? 'main' : 'outlined'}
            isBusy={fetch.isRunning}
            onPress={() => void save()}
          >
            {t(fileSha256 === null ? 'debit.steps.fetch' : 'debit.steps.fetchAgain')}
          </Button>
          {state === 'exported' && (
            <Button kind="main" onPress={() => onAsk('submit')}>
              {t('debit.steps.submit')}
            </Button>
          )}
        </div>
      )}
      <FormError text={fetch.formError} />
      {fileSha256 !== null && (
        <p className={`soft small ${styles.hash}`}>{t('debit.steps.fingerprint', { hash: fileSha256 })}</p>
      )}
    </li>
  )
}

function CollectStep({ collection, onAsk }: StepProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { days, state, settledCents, returnedCents } = collection
  return (
    <li className={styles.step}>
      <h3>{t('debit.steps.collect')}</h3>
      {state === 'settled' ? (
        <Status kind="ok">{t('debit.steps.settled', { amount: format.amount(settledCents - returnedCents) })}</Status>
      ) : (
        <p>{t('debit.steps.collectOn', { day: format.day(days.collectDay, 'full') })}</p>
      )}
      {(state === 'submitted' || state === 'settled') && (
        <p className="soft">
          {t('debit.steps.returnsUntil', {
            returns: format.day(days.returnsUntil),
            refunds: format.day(days.refundsUntil),
          })}
        </p>
      )}
      {state === 'submitted' && days.collectDay <= dayOfClock(new Date()) && (
        <Button kind="main" onPress={() => onAsk('settle')}>
          {t('debit.steps.settle')}
        </Button>
      )}
    </li>
  )
}

interface DayDialogProps {
  readonly collectionId: string
  readonly title: string
  readonly sub?: string
  readonly command: RunningCommand<{ collectionId: string; day: Day }, unknown>
  readonly first: Day
  readonly onClose: () => void
}

function DayDialog({ collectionId, title, sub, command, first, onClose }: DayDialogProps) {
  const { t } = useTranslation()
  const [day, setDay] = useState<Day | null>(first)
  const save = async () => {
    if (day !== null && (await command.run({ collectionId, day })).ok) onClose()
  }
  return (
    <FormDialog
      title={title}
      sub={sub}
      submit={t('debit.steps.save')}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('debit.steps.day')}
        isRequired
        value={day}
        onChange={setDay}
        error={command.fieldError('day')}
      />
    </FormDialog>
  )
}

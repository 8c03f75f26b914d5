import { useTranslation } from 'react-i18next'
import { CallError } from '../../../shared/contract/create-client.ts'
import { Button } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Status } from '../../components/Status.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Person.module.css'
import type { PersonDialogProps } from './PersonEvents.tsx'

type Erasure = Awaited<ReturnType<Api['members']['previewTakeDetails']>>

/** Takes away who somebody was: says first what goes, what stays, and that nothing brings it back. */
export function TakeDetailsDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const textOf = useErrorText()
  const preview = useQuery(api.members.previewTakeDetails, { personId: person.id })
  const erase = useCommand(api.members.takeDetails)
  if (preview.state !== 'ready') return null
  const { hindrance } = preview.value
  if (hindrance !== null)
    return (
      <Dialog
        title={t('members.takeDetails.title')}
        sub={person.name}
        onClose={onClose}
        actions={<Button onPress={onClose}>{t('app.dialog.close')}</Button>}
      >
        <Notice kind="att">
          <p>{t('members.takeDetails.notYet')}</p>
          <p>{textOf(new CallError(hindrance.code, hindrance.details))}</p>
        </Notice>
      </Dialog>
    )
  const run = async () => {
    const outcome = await erase.run({ personId: person.id })
    if (outcome.ok) onClose()
  }
  return (
    <ConfirmDialog
      isFinal
      title={t('members.takeDetails.title')}
      confirmLabel={t('members.takeDetails.submit')}
      isBusy={erase.isRunning}
      error={erase.formError}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>
        <bdi>{person.name}</bdi>
      </p>
      <Effects of={preview.value} />
      <p>
        <Status kind="bad">{t('members.takeDetails.final')}</Status>
      </p>
    </ConfirmDialog>
  )
}

function Effects({ of: erasure }: { readonly of: Erasure }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { mandates, followUps, gatherings, payments, paidCents } = erasure
  const amount = format.amount(paidCents)
  const goes = [
    t('members.takeDetails.goesPerson'),
    t('members.takeDetails.goesGatherings'),
    ...(mandates > 0 ? [t('members.takeDetails.goesMandates', { count: mandates })] : []),
    ...(followUps > 0 ? [t('members.takeDetails.goesFollowUps', { count: followUps })] : []),
    t('members.takeDetails.goesHistory'),
  ]
  const stays = [
    ...(payments > 0 ? [t('members.takeDetails.staysPayments', { count: payments, amount })] : []),
    t('members.takeDetails.staysPeriods'),
    ...(gatherings > 0 ? [t('members.takeDetails.staysGatherings', { count: gatherings })] : []),
    t('members.takeDetails.staysBank'),
    t('members.takeDetails.staysCopies'),
  ]
  return (
    <>
      <h3>{t('members.takeDetails.goesTitle')}</h3>
      <Sentences all={goes} />
      <h3>{t('members.takeDetails.staysTitle')}</h3>
      <Sentences all={stays} />
    </>
  )
}

function Sentences({ all }: { readonly all: readonly string[] }) {
  return (
    <ul className={styles.sentences}>
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

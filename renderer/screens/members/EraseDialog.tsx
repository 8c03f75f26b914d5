import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { CallError } from '../../../shared/contract/create-client.ts'
import { paths } from '../../app/paths.ts'
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

type Preview = Awaited<ReturnType<Api['rights']['previewErase']>>

/** Says what goes, what must stay and where it may still be; afterwards there is a receipt without a name. */
export function EraseDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const textOf = useErrorText()
  const preview = useQuery(api.rights.previewErase, { personId: person.id })
  const erase = useCommand(api.rights.erase)
  if (preview.state !== 'ready') return null
  const title = t('rights.erase.title', { name: person.name })
  const { hindrance } = preview.value
  if (hindrance !== null)
    return (
      <Dialog title={title} onClose={onClose} actions={<Button onPress={onClose}>{t('app.dialog.close')}</Button>}>
        <Notice kind="att">
          <p>{t('rights.erase.notYet')}</p>
          <p>{textOf(new CallError(hindrance.code, hindrance.details))}</p>
        </Notice>
      </Dialog>
    )
  const run = async () => {
    const outcome = await erase.run({ personId: person.id })
    if (outcome.ok) navigate(paths.privacyPaper('receipt', outcome.value.receiptId))
  }
  return (
    <ConfirmDialog
      isFinal
      title={title}
      confirmLabel={t('rights.erase.submit')}
      isBusy={erase.isRunning}
      error={erase.formError}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Effects of={preview.value} />
      <p>
        <Status kind="bad">{t('rights.erase.final')}</Status>
      </p>
    </ConfirmDialog>
  )
}

function Effects({ of: { gone, stays, ledgerUntil, copiesUntil, devices } }: { readonly of: Preview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const day = (of: string) => format.day(of, 'plain')
  return (
    <>
      <h3>{t('rights.erase.goes')}</h3>
      <Counted rows={gone} />
      <p>{t('rights.erase.also')}</p>
      {stays.length > 0 && (
        <>
          <h3>{t('rights.erase.stays')}</h3>
          <Counted rows={stays} />
        </>
      )}
      <p>{ledgerUntil === null ? t('rights.erase.noLedger') : t('rights.erase.ledger', { day: day(ledgerUntil) })}</p>
      {devices.length > 0 && <p>{t('rights.erase.devices', { names: format.list(devices) })}</p>}
      <p>{t('rights.erase.copies', { day: day(copiesUntil) })}</p>
    </>
  )
}

function Counted({ rows }: { readonly rows: Preview['gone'] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.sentences}>
      {rows.map(({ table, count }) => (
        // Every table in which a row can be somebody's has a word; a test asks for it.
        <li key={table}>{t('rights.erase.row', { name: t(`rights.tables.${table as 'person'}`), count })}</li>
      ))}
    </ul>
  )
}

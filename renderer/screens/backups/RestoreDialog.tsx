import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '../../../shared/contract/backups.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useCopyWords } from '../../parts/use-copy-words.ts'

export interface RestoreDialogProps {
  readonly copy: BackupSummary
  /** Others keep this book too: what was sent comes back from them. */
  readonly isShared: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says what the book will be, from when and with how many people, before it is put back. */
export function RestoreDialog({ copy, isShared, onClose, onDone }: RestoreDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const wordsOf = useCopyWords()
  const restore = useCommand(api.backups.restore)
  const putBack = async () => {
    const outcome = await restore.run({ backupId: copy.id })
    if (!outcome.ok) return
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('backups.confirm.title')}
      confirmLabel={t('backups.confirm.button')}
      onConfirm={() => void putBack()}
      onClose={onClose}
      isBusy={restore.isRunning}
      error={restore.formError}
    >
      <p>
        <strong>{t('backups.confirm.text', { when: format.moment(copy.madeAt), counts: wordsOf(copy.counts) })}</strong>
      </p>
      <p>{t(isShared ? 'backups.confirm.shared' : 'backups.confirm.after')}</p>
      <p>{t('backups.confirm.kept')}</p>
    </ConfirmDialog>
  )
}

import { useTranslation } from 'react-i18next'
import type { OpenLine } from '../../../shared/contract/bank.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useLineWords } from './use-line-words.ts'

/** Asks first: one letter must not make a payment of somebody disappear among the own transfers. */
export function TransferDialog({ line, onClose }: { readonly line: OpenLine; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const lineWords = useLineWords()
  const transfer = useCommand(api.bank.bookAsTransfer)
  const book = async () => {
    const outcome = await transfer.run({ lineId: line.id })
    if (outcome.ok) onClose()
  }
  return (
    <ConfirmDialog
      title={t('bank.transfer.title')}
      confirmLabel={t('bank.transfer.save')}
      isBusy={transfer.isRunning}
      error={transfer.formError}
      onConfirm={() => void book()}
      onClose={onClose}
    >
      <p>{lineWords(line)}</p>
      <p>{t('bank.transfer.text')}</p>
    </ConfirmDialog>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { FormError } from './Form.tsx'

export interface ConfirmDialogProps {
  /** The question: "Prullenbak leegmaken?" */
  readonly title: string
  /** What will be true afterwards. */
  readonly children: ReactNode
  /** The verb and what it does: "Voorgoed verwijderen". */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly isBusy?: boolean
  readonly error?: string | undefined
  /** Cannot be undone: the button is drawn in red. */
  readonly isFinal?: boolean
}

/** Asks once more. Only before what cannot be undone or is very large; everything else has "Ongedaan maken". */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, onConfirm, onClose, isBusy = false, error, isFinal = false } = props
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      kind="alert"
      actions={
        <>
          <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
          <Button kind={isFinal ? 'danger' : 'main'} isBusy={isBusy} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="stack">{children}</div>
      <FormError text={error} />
    </Dialog>
  )
}

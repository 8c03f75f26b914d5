import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Form } from '../components/Form.tsx'

export interface FormDialogProps {
  readonly title: string
  readonly sub?: ReactNode
  readonly submit: string
  /** The command it sends: whether it runs, and what is wrong with the whole. */
  readonly command: { readonly isRunning: boolean; readonly formError: string | undefined }
  readonly onSubmit: () => unknown
  /** Runs instead when a field cannot be read: to say what else is wrong. */
  readonly onUnreadable?: () => unknown
  readonly onClose: () => void
  readonly size?: 'usual' | 'wide'
  /** There is nothing to send as it stands; the fields say why. */
  readonly isEmpty?: boolean
  readonly children: ReactNode
}

/** A dialog with a form: fields, what it brings about, cancel and the one verb. */
export function FormDialog({
  title,
  sub,
  submit,
  command,
  onSubmit,
  onUnreadable,
  onClose,
  size = 'usual',
  isEmpty = false,
  children,
}: FormDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={title} sub={sub} onClose={onClose} size={size}>
      <Form
        onSubmit={onSubmit}
        onUnreadable={onUnreadable}
        error={command.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={command.isRunning} isDisabled={isEmpty}>
              {submit}
            </Button>
          </>
        }
      >
        {children}
      </Form>
    </Dialog>
  )
}

import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import type { DialogProps } from './Dialog.tsx'
import styles from './DialogWindow.module.css'

/** The dialog itself: keeps the focus inside, closes on Esc, gives the focus back. */
export function DialogWindow({ title, sub, children, onClose, size = 'usual', actions, kind = 'dialog' }: DialogProps) {
  const { i18n } = useTranslation()
  return (
    <I18nProvider locale={i18n.language}>
      <ModalOverlay
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
        className={styles.scrim ?? ''}
      >
        <Modal className={`${styles.window} ${styles[size]}`}>
          <AriaDialog role={kind === 'alert' ? 'alertdialog' : 'dialog'} className={styles.dialog ?? ''}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {sub && <p className="soft">{sub}</p>}
            <div className={styles.body}>{children}</div>
            {actions && <div className={styles.actions}>{actions}</div>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}

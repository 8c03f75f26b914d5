import { useEffect, useState } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import type { DialogProps } from './Dialog.tsx'
import styles from './DialogWindow.module.css'
import { Notice } from './Notice.tsx'

/** One function for all, so that React calls it once, when the button appears. */
const focusOn = (button: HTMLButtonElement | null) => button?.focus()

/** The dialog itself: keeps the focus inside, gives it back, and closes on Esc unless something was typed that would be lost. */
export function DialogWindow({ title, sub, children, onClose, size = 'usual', actions, kind = 'dialog' }: DialogProps) {
  const { t, i18n } = useTranslation()
  const [isTyped, setTyped] = useState(false)
  const [isAsking, setAsking] = useState(false)
  useFocusBack()
  return (
    <I18nProvider locale={i18n.language}>
      <ModalOverlay
        isOpen
        onOpenChange={(isOpen) => {
          if (isOpen) return
          if (isTyped && !isAsking) setAsking(true)
          else onClose()
        }}
        className={styles.scrim ?? ''}
      >
        <Modal className={`${styles.window} ${styles[size]}`}>
          <AriaDialog role={kind === 'alert' ? 'alertdialog' : 'dialog'} className={styles.dialog ?? ''}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {sub && <p className="soft">{sub}</p>}
            <div className={styles.body} onInputCapture={() => setTyped(true)}>
              {children}
            </div>
            {isAsking && (
              <div role="alert" className={styles.asking}>
                <Notice kind="att">{t('app.dialog.typed')}</Notice>
                <div className={styles.actions}>
                  <Button onPress={onClose}>{t('app.dialog.discard')}</Button>
                  <Button ref={focusOn} onPress={() => setAsking(false)}>
                    {t('app.dialog.goOn')}
                  </Button>
                </div>
              </div>
            )}
            {actions && <div className={styles.actions}>{actions}</div>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}

/**
 * Gives the focus back to what opened the dialog. React Aria does so too, but a frame after the dialog is gone; when it closes
 * after an answer and not on a key, the page behind it may still be inert in that frame, and the focus would be lost.
 */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // When this runs, the page is being made usable again; right after it, it is.
      queueMicrotask(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
      })
    },
    [opener],
  )
}

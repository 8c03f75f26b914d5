import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './UndoBar.module.css'

export interface UndoBarProps {
  /** What happened, about whom: "Lid verwijderd: Piet Zandstra." */
  readonly text: ReactNode
  readonly note?: string | undefined
  /** Absent where it cannot be undone. */
  readonly onUndo?: (() => void) | undefined
  readonly onClose: () => void
  readonly isBusy?: boolean
}

/** Says what was just done. Stays until the next action or until it is closed; it never vanishes by itself. */
export function UndoBar({ text, note, onUndo, onClose, isBusy = false }: UndoBarProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('app.undo.label')} className={styles.bar}>
      <p role="status">{text}</p>
      {onUndo && (
        <Button icon="undo" isBusy={isBusy} onPress={onUndo}>
          {t('app.undo.button')}
        </Button>
      )}
      {note && <p className={styles.note}>{note}</p>}
      <span className={styles.close}>
        <Button kind="plain" onPress={onClose}>
          {t('app.undo.close')}
        </Button>
      </span>
    </section>
  )
}

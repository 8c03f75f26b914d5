import { createPortal } from 'react-dom'
import type { ReminderLetter } from '../../../shared/contract/reminders.ts'
import styles from './Letter.module.css'
import { Letter } from './Letter.tsx'

/** All letters, for paper alone: as long as this is there, printing the window prints these and nothing else. */
export function PrintedLetters({ letters }: { readonly letters: readonly ReminderLetter[] }) {
  return createPortal(
    <div className={styles.onPaper} data-letters aria-hidden="true">
      {letters.map((letter) => (
        <Letter key={letter.textHash} letter={letter} />
      ))}
    </div>,
    document.body,
  )
}

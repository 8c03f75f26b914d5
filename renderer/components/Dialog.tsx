import type { ReactNode } from 'react'
import { later } from './later.tsx'

// React Aria comes with the first dialog and not with the first screen.
const DialogWindow = later(async () => (await import('./DialogWindow.tsx')).DialogWindow)

export interface DialogProps {
  readonly title: string
  /** One sentence under the title: about whom, what is true now. */
  readonly sub?: ReactNode
  readonly children: ReactNode
  /** Asked by Esc or by a button; the focus then returns to where it was. */
  readonly onClose: () => void
  /** usual: forms. wide: a table to compare or to choose from. */
  readonly size?: 'usual' | 'wide'
  /** Buttons under a dialog without a form; a form has its own. */
  readonly actions?: ReactNode
  /** alert: a question about something that cannot be undone. */
  readonly kind?: 'dialog' | 'alert'
}

/** A window over the page, open as long as it is rendered: one question, its result in a sentence, then the buttons. */
export function Dialog(props: DialogProps) {
  return <DialogWindow {...props} />
}

/** Fetches what a dialog needs while nothing else is going on, so that the first one opens at once. */
export function prepareDialogs(): void {
  void DialogWindow.load().catch(() => undefined)
}

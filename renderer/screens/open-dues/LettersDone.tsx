import { useTranslation } from 'react-i18next'
import type { LettersAnswer } from '../../../shared/contract/reminders.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Status } from '../../components/Status.tsx'
import { LeftOut } from './LeftOut.tsx'

export interface Outcome {
  readonly recorded: number
  readonly left: LettersAnswer['left']
}

export interface LettersDoneProps {
  readonly outcome: Outcome
  readonly today: Day
  readonly onClose: () => void
}

/** What was written down, and which letters must not leave after all. */
export function LettersDone({ outcome: { recorded, left }, today, onClose }: LettersDoneProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('reminders.done.title')}
      onClose={onClose}
      actions={
        <Button kind="main" onPress={onClose}>
          {t('reminders.done.close')}
        </Button>
      }
    >
      <div className="stack">
        <p role="status">
          {recorded > 0 ? (
            <Status kind="ok" wraps>
              {t('reminders.done.recorded', { count: recorded })}
            </Status>
          ) : (
            t('reminders.done.none')
          )}
        </p>
        {left.length > 0 && (
          <Notice kind="att">
            <p>{t('reminders.done.takeOut')}</p>
            <LeftOut left={left} today={today} />
          </Notice>
        )}
      </div>
    </Dialog>
  )
}

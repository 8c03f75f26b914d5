import { useTranslation } from 'react-i18next'
import { UndoBar } from '../components/UndoBar.tsx'
import { useActionSentence } from '../parts/use-action-sentence.ts'
import type { Undo } from './use-undo.ts'

/** The bar at the bottom: what was just done, about whom, and the way back. */
export function LastAction({ undo }: { readonly undo: Undo }) {
  const { t } = useTranslation()
  const sentenceOf = useActionSentence()
  if (undo.problem) return <UndoBar text={undo.problem} onClose={undo.close} />
  const action = undo.shown
  if (!action) return null
  return (
    <UndoBar
      text={`${sentenceOf(action)}.`}
      note={action.kind.endsWith('Removed') ? t('app.undo.inTrash') : undefined}
      // What was taken back can be done again from the history; two words for one button would confuse here.
      onUndo={action.undoable && action.kind !== 'undone' ? () => undo.undo(action.id) : undefined}
      onClose={undo.close}
      isBusy={undo.isBusy}
    />
  )
}

import { useTranslation } from 'react-i18next'
import type { ShownValue } from '../../shared/contract/shown-value.ts'
import { Button } from '../components/Button.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './ActionList.module.css'
import { type DoneAction, useActionSentence } from './use-action-sentence.ts'
import { useValueWords } from './use-value-words.ts'

interface FieldChange {
  readonly table: string
  readonly field: string
  readonly before: ShownValue
}

export interface ActionListProps {
  readonly actions: readonly (DoneAction & { readonly changes?: readonly FieldChange[] })[]
}

/** Things that were done, as sentences: when, what, by whom, what it was before, and the verb to take it back. */
export function ActionList({ actions }: ActionListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const sentenceOf = useActionSentence()
  const undo = useCommand(api.history.undo)
  return (
    <>
      {undo.formError && <p role="alert">{undo.formError}</p>}
      <ol className={styles.list}>
        {actions.map((action) => {
          const sentence = sentenceOf(action)
          return (
            <li key={action.id}>
              <div>
                <p className={styles.when}>
                  <bdi>{format.moment(action.at)}</bdi>
                  {action.actor && `, ${t('history.by', { name: action.actor })}`}
                </p>
                <p dir="auto" className={action.undone ? styles.undone : undefined}>
                  {sentence}.
                </p>
                {action.changes && <WasBefore changes={action.changes} />}
              </div>
              {action.undone && <p className={styles.when}>{t('history.undone')}</p>}
              {action.undoable && (
                <Button
                  kind="plain"
                  label={t('history.undoLabel', { sentence })}
                  onPress={() => void undo.run({ actionId: action.id })}
                >
                  {t(action.kind === 'undone' ? 'history.redo' : 'history.undo')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** "Telefoon was 06-1000 2210." for each field that people know by name. */
function WasBefore({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { t, i18n } = useTranslation()
  const words = useValueWords()
  // Which fields people know by name is up to the words.
  const known = changes.filter(({ table, field }) => i18n.exists(`history.fields.${table}.${field}`))
  if (known.length === 0) return null
  const was = known.map(({ table, field, before }) => {
    const name = words.field(table, field) ?? ''
    return before.kind === 'nothing'
      ? t('history.wasEmpty', { field: name })
      : t('history.was', { field: name, value: words.value(table, field, before) })
  })
  return (
    <p dir="auto" className={styles.was}>
      {was.join('; ')}.
    </p>
  )
}

import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { FieldError } from '../components/Field.tsx'
import { useCommand } from '../data/use-command.ts'
import type { Question } from '../data/use-query.ts'

export interface RowVerbsProps {
  /** What it is called, for who hears only the button. */
  readonly name: string
  readonly id: string
  readonly onChange: () => void
  readonly remove: Question<{ id: string }, null>
}

/** Changing and throwing away one row of a list. */
export function RowVerbs({ name, id, onChange, remove }: RowVerbsProps) {
  const { t } = useTranslation()
  const removing = useCommand(remove)
  return (
    <>
      <Button kind="plain" label={t('app.row.changeOf', { name })} onPress={onChange}>
        {t('app.row.change')}
      </Button>
      <Button
        kind="plain"
        isBusy={removing.isRunning}
        label={t('app.row.removeOf', { name })}
        onPress={() => void removing.run({ id })}
      >
        {t('app.row.remove')}
      </Button>
      {removing.formError && <FieldError text={removing.formError} />}
    </>
  )
}

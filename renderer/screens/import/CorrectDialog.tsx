import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Form } from '../../components/Form.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import type { FullRow } from './LookDialog.tsx'
import { useReasonText } from './use-reason-text.ts'

export interface CorrectDialogProps {
  readonly id: string
  readonly row: FullRow
  readonly onClose: () => void
}

/** Verbeteren: the cells of one row as fields. */
export function CorrectDialog({ id, row, onClose }: CorrectDialogProps) {
  const { t } = useTranslation()
  const reasons = useReasonText()
  const correct = useCommand(api.imports.correct)
  const [values, setValues] = useState<ReadonlyMap<number, string>>(
    new Map(row.cells.map(({ index, value }) => [index, value])),
  )
  const save = async () => {
    const cells = [...values].map(([index, value]) => ({ index, value }))
    const outcome = await correct.run({ id, line: row.row.line, cells })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      title={t('imports.correct.title', { line: row.row.line })}
      sub={t('imports.correct.lead')}
      onClose={onClose}
    >
      <Form
        onSubmit={save}
        error={correct.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('imports.correct.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={correct.isRunning}>
              {t('imports.correct.save')}
            </Button>
          </>
        }
      >
        {row.row.status === 'error' && (
          <Status kind="bad" wraps>
            {reasons.all(row.row)}
          </Status>
        )}
        {row.cells.map(({ index, heading, original }) => (
          <TextField
            key={index}
            label={heading || t('imports.columns.noName', { number: index + 1 })}
            hint={
              original === null
                ? undefined
                : original === ''
                  ? t('imports.correct.wasEmpty')
                  : t('imports.correct.was', { value: original })
            }
            value={values.get(index) ?? ''}
            maxLength={2000}
            onChange={(value) => setValues(new Map(values).set(index, value))}
          />
        ))}
      </Form>
    </Dialog>
  )
}

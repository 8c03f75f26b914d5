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
  const wrongAt = row.row.status === 'error' ? findWrongCells(row) : new Map<number, PreviewReason>()
  const [firstWrong] = wrongAt.keys()
  const elsewhere = row.row.reasons.filter(
    (reason) => row.row.status === 'error' && ![...wrongAt.values()].includes(reason),
  )
  const save = async () => {
    const cells = [...values].map(([index, value]) => ({ index, value }))
    const outcome = await correct.run({ id, line: row.row.line, cells })
    if (outcome.ok) onClose()
  }
  const errorAt = (index: number) => {
    const reason = wrongAt.get(index)
    // Once it was typed over, only saving tells whether it is right now.
    const isTouched = values.get(index) !== row.cells.find((cell) => cell.index === index)?.value
    return reason && !isTouched ? reasons.one(reason) : undefined
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
        {elsewhere.map((reason) => (
          <Status key={reason.code} kind="bad" wraps>
            {reasons.one(reason)}
          </Status>
        ))}
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
            error={errorAt(index)}
            isFirst={index === firstWrong}
            value={values.get(index) ?? ''}
            maxLength={2000}
            onChange={(value) => setValues(new Map(values).set(index, value))}
          />
        ))}
      </Form>
    </Dialog>
  )
}

type PreviewReason = FullRow['row']['reasons'][number]

/** Which cell each reason is about: the one that holds the value, or stands under the heading, that the reason names. */
function findWrongCells(row: FullRow): Map<number, PreviewReason> {
  const wrong = new Map<number, PreviewReason>()
  for (const reason of row.row.reasons) {
    const { value, column } = reason.details
    const cell = row.cells.find(
      (each) =>
        (typeof value === 'string' && value !== '' && each.value.includes(value)) ||
        (column && each.heading === column),
    )
    if (cell && !wrong.has(cell.index)) wrong.set(cell.index, reason)
  }
  return wrong
}

import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { StatusWord } from './StatusWord.tsx'
import { useReasonText } from './use-reason-text.ts'

export type FullRow = Awaited<ReturnType<Api['imports']['row']>>

export interface LookDialogProps {
  readonly id: string
  readonly row: FullRow
  readonly onClose: () => void
  readonly onCorrect: () => void
}

/** Everything the list says about somebody, and what will happen with it. */
export function LookDialog({ id, row, onClose, onCorrect }: LookDialogProps) {
  const { t } = useTranslation()
  const reasons = useReasonText()
  const decide = useCommand(api.imports.decide)
  const { key, status } = row.row
  const settle = async (decision: 'take' | 'leave') => {
    const outcome = await decide.run({ id, key, decision })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog
      title={row.row.name || t('imports.look.title', { line: row.row.line })}
      sub={t('imports.look.title', { line: row.row.line })}
      onClose={onClose}
      actions={
        <>
          {status === 'left'
            ? // A total has no name, and can be nobody.
              row.row.name !== '' && (
                <Button isBusy={decide.isRunning} onPress={() => void settle('take')}>
                  {t('imports.look.take')}
                </Button>
              )
            : (status === 'new' || status === 'changed') && (
                <Button isBusy={decide.isRunning} onPress={() => void settle('leave')}>
                  {t('imports.look.leave')}
                </Button>
              )}
          <Button onPress={onCorrect}>{t('imports.look.edit')}</Button>
          <Button kind="main" onPress={onClose}>
            {t('imports.look.close')}
          </Button>
        </>
      }
    >
      <FormError text={decide.formError} />
      <Section title={t('imports.look.what')}>
        <StatusWord status={status} />
        <ul>
          {row.row.reasons.map((reason) => (
            <li key={`${reason.code} ${JSON.stringify(reason.details)}`}>{reasons.one(reason)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('imports.look.cells')}>
        <Facts
          facts={row.cells.map(({ index, heading, value }) => ({
            term: heading || t('imports.columns.noName', { number: index + 1 }),
            value,
          }))}
        />
      </Section>
    </Dialog>
  )
}

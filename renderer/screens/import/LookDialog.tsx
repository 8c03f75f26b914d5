import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Section } from '../../components/Section.tsx'
import type { Api } from '../../data/api.ts'
import { StatusWord } from './StatusWord.tsx'
import { useReasonText } from './use-reason-text.ts'

export type FullRow = Awaited<ReturnType<Api['imports']['row']>>

export interface LookDialogProps {
  readonly row: FullRow
  readonly onClose: () => void
  readonly onCorrect: () => void
}

/** Everything the list says about somebody, and what will happen with it. */
export function LookDialog({ row, onClose, onCorrect }: LookDialogProps) {
  const { t } = useTranslation()
  const reasons = useReasonText()
  return (
    <Dialog
      title={row.row.name || t('imports.look.title', { line: row.row.line })}
      sub={t('imports.look.title', { line: row.row.line })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onCorrect}>{t('imports.look.edit')}</Button>
          <Button kind="main" onPress={onClose}>
            {t('imports.look.close')}
          </Button>
        </>
      }
    >
      <Section title={t('imports.look.what')}>
        <StatusWord status={row.row.status} />
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

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/Dialog.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { CompareDialog } from './CompareDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { LookDialog } from './LookDialog.tsx'
import type { PreviewRow } from './use-reason-text.ts'

export interface RowDialogProps {
  readonly id: string
  readonly opened: PreviewRow
  readonly onClose: () => void
}

/** One person of the list in full; what is asked depends on what is the matter. */
export function RowDialog({ id, opened, onClose }: RowDialogProps) {
  const { t } = useTranslation()
  const [isCorrecting, setCorrecting] = useState(opened.status === 'error')
  const answer = useQuery(api.imports.row, { id, key: opened.key })
  if (answer.state !== 'ready') {
    return (
      <Dialog title={t('imports.look.title', { line: opened.line })} onClose={onClose}>
        <Answered of={answer}>{() => null}</Answered>
      </Dialog>
    )
  }
  const row = answer.value
  if (isCorrecting) {
    // What was known of the row is drawn first, and is older than its last correction: then the fields begin anew.
    const filled = JSON.stringify(row.cells.map(({ value }) => value))
    return <CorrectDialog key={filled} id={id} row={row} onClose={onClose} />
  }
  if (row.compared.length > 0 && (opened.status === 'double' || opened.decided))
    return <CompareDialog id={id} row={row} onClose={onClose} onCorrect={() => setCorrecting(true)} />
  return <LookDialog id={id} row={row} onClose={onClose} onCorrect={() => setCorrecting(true)} />
}

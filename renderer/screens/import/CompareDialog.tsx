import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FormError } from '../../components/Form.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import styles from './CompareDialog.module.css'
import type { FullRow } from './LookDialog.tsx'
import { useReasonText } from './use-reason-text.ts'

export interface CompareDialogProps {
  readonly id: string
  readonly row: FullRow
  readonly compared: NonNullable<FullRow['compared']>
  readonly onClose: () => void
  readonly onCorrect: () => void
}

const parts = ['name', 'address', 'phone', 'mobile', 'email', 'birthYear', 'number'] as const

/** Vergelijken: the same person, or somebody else? Leaving it open is allowed. */
export function CompareDialog({ id, row, compared, onClose, onCorrect }: CompareDialogProps) {
  const { t } = useTranslation()
  const reasons = useReasonText()
  const decide = useCommand(api.imports.decide)
  const choose = async (decision: 'same' | 'other' | 'open') => {
    const outcome = await decide.run({ id, key: row.row.key, decision })
    if (outcome.ok) onClose()
  }
  const shown = parts.filter((part) => row.listed[part] !== '' || compared[part] !== '')
  return (
    <Dialog
      title={t('imports.compare.title')}
      sub={reasons.all(row.row)}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button kind="plain" onPress={() => void choose('open')}>
            {t('imports.compare.later')}
          </Button>
          <Button onPress={onCorrect}>{t('imports.look.edit')}</Button>
          <Button isBusy={decide.isRunning} onPress={() => void choose('other')}>
            {t('imports.compare.other')}
          </Button>
          <Button kind="main" isBusy={decide.isRunning} onPress={() => void choose('same')}>
            {t('imports.compare.same')}
          </Button>
        </>
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="hide">{t('imports.compare.field')}</span>
            </th>
            <th scope="col">{t('imports.compare.listed', { line: row.row.line })}</th>
            <th scope="col">
              {compared.inBook
                ? t('imports.compare.book')
                : t('imports.compare.earlier', { line: compared.line ?? '' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <tr key={part} className={row.listed[part] === compared[part] ? undefined : styles.differs}>
              <th scope="row">{t(`imports.compare.${part}`)}</th>
              {[row.listed[part], compared[part]].map((value, at) => (
                <td key={at === 0 ? 'listed' : 'compared'}>
                  {value === '' ? <span className="soft">{t('imports.compare.empty')}</span> : <Bdi>{value}</Bdi>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t(compared.inBook ? 'imports.compare.result' : 'imports.compare.resultListed')}</p>
      <FormError text={decide.formError} />
    </Dialog>
  )
}

import { useTranslation } from 'react-i18next'
import type { PaperRemark } from '../../../shared/contract/documents.ts'
import { fieldAsTyped, letterFields } from '../../../shared/domain/letter-fields.ts'
import { Notice } from '../../components/Notice.tsx'
import styles from './Printing.module.css'

/** What the maker should know before it goes out. */
export function Remarks({ remarks }: { readonly remarks: readonly PaperRemark[] }) {
  const { t, i18n } = useTranslation()
  const known = letterFields.map((name) => fieldAsTyped(name, i18n.language)).join(' ')
  // One that does not exist is said as it was typed.
  const asTyped = (field: string) => {
    const name = letterFields.find((one) => one === field)
    return name ? fieldAsTyped(name, i18n.language) : `{${field}}`
  }
  return (
    <div role="status" className={styles.remarks}>
      {remarks.map(({ kind, count, field = '' }) => (
        <Notice key={`${kind} ${field}`} kind="att">
          <p>{t(`printing.remarks.${kind}`, { count, field: asTyped(field), known })}</p>
        </Notice>
      ))}
    </div>
  )
}

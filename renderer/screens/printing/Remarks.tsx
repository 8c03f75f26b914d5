import { useTranslation } from 'react-i18next'
import type { PaperRemark } from '../../../shared/contract/documents.ts'
import { letterFields } from '../../../shared/domain/letter-fields.ts'
import { Notice } from '../../components/Notice.tsx'
import styles from './Printing.module.css'

/** What the maker should know before it goes out. */
export function Remarks({ remarks }: { readonly remarks: readonly PaperRemark[] }) {
  const { t } = useTranslation()
  const known = letterFields.map((name) => `{${name}}`).join(' ')
  return (
    <div role="status" className={styles.remarks}>
      {remarks.map(({ kind, count, field = '' }) => (
        <Notice key={`${kind} ${field}`} kind="att">
          <p>{t(`printing.remarks.${kind}`, { count, field: `{${field}}`, known })}</p>
        </Notice>
      ))}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import styles from './Debit.module.css'
import { ibanInFours } from './iban-in-fours.ts'

/** The account under a name, and whether it is another than the last time. null once it was erased. */
export function AccountLine({ iban, newAccount }: { readonly iban: string | null; readonly newAccount: boolean }) {
  const { t } = useTranslation()
  if (iban === null) return null
  return (
    <div className={styles.account}>
      <bdi className="nowrap">{ibanInFours(iban)}</bdi>
      {newAccount && ` (${t('debit.newAccount')})`}
    </div>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../components/Section.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { PaymentsTable } from '../../parts/PaymentsTable.tsx'
import styles from './Dues.module.css'

const pageSize = 20

/** The payments, newest first. */
export function PaymentsSection() {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const [limit, setLimit] = useState(pageSize)
  const payments = useQuery(api.dues.payments, { find, limit }, { keep: true })
  return (
    <Section title={t('dues.payments.title')}>
      <Answered of={payments}>
        {({ rows, total }) =>
          total === 0 && find === '' ? (
            <p className="soft">{t('dues.payments.none')}</p>
          ) : (
            <>
              <div className={styles.find}>
                <TextField
                  label={t('dues.payments.find')}
                  type="search"
                  width="medium"
                  value={find}
                  onChange={setFind}
                  maxLength={80}
                />
              </div>
              {rows.length === 0 ? (
                <p className="soft">{t('dues.payments.notFound')}</p>
              ) : (
                <PaymentsTable payments={rows} total={total} onMore={() => setLimit(limit + 200)} />
              )}
              <div className={styles.save}>
                <ExportButton wanted={{ list: 'payments' }}>{t('dues.payments.save')}</ExportButton>
              </div>
            </>
          )
        }
      </Answered>
    </Section>
  )
}

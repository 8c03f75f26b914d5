import { useTranslation } from 'react-i18next'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import styles from './Bank.module.css'
import { GapNotice } from './GapNotice.tsx'

type Account = Awaited<ReturnType<Api['bank']['accounts']>>[number]

/** The accounts: how far they were taken in, and whether their statements follow each other. */
export function BankAccounts() {
  const { t } = useTranslation()
  const accounts = useQuery(api.bank.accounts, {})
  return (
    <Section title={t('bank.accounts.title')}>
      <Answered of={accounts}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">{t('bank.accounts.none')}</p>
          ) : (
            <div className="stack">
              <AccountsTable rows={rows} />
              {rows.map(({ id, gaps }) => gaps.length > 0 && <GapNotice key={id} gaps={gaps} />)}
            </div>
          )
        }
      </Answered>
    </Section>
  )
}

function AccountsTable({ rows }: { readonly rows: readonly Account[] }) {
  const { t } = useTranslation()
  const columns: Column<Account>[] = [
    {
      key: 'name',
      header: t('bank.accounts.account'),
      kind: 'name',
      cell: ({ name, iban }) => (
        <>
          <Bdi>{name}</Bdi>
          <div className={styles.second}>
            <Bdi>{iban}</Bdi>
          </div>
        </>
      ),
    },
    {
      key: 'to',
      header: t('bank.accounts.upTo'),
      isNamedInBlock: true,
      cell: ({ to, closeDay }) => {
        const day = closeDay ?? to
        return day === null ? t('bank.accounts.never') : <DayText day={day} />
      },
    },
    {
      key: 'chain',
      header: t('bank.accounts.chain'),
      isNamedInBlock: true,
      cell: (account) => <Chain account={account} />,
    },
    {
      key: 'lines',
      header: t('bank.accounts.lines'),
      kind: 'number',
      isNamedInBlock: true,
      cell: ({ lines }) => lines,
    },
    {
      key: 'balance',
      header: t('bank.accounts.balance'),
      kind: 'number',
      isNamedInBlock: true,
      cell: ({ closeCents }) => (closeCents === null ? t('bank.accounts.noBalance') : <Amount cents={closeCents} />),
    },
  ]
  return <DataTable label={t('bank.accounts.title')} columns={columns} rows={rows} rowKey={({ id }) => id} isCompact />
}

function Chain({ account }: { readonly account: Account }) {
  const { t } = useTranslation()
  if (account.gaps.length > 0)
    return (
      <Status kind="att" wraps>
        {t('bank.accounts.missing', { count: account.gaps.length })}
      </Status>
    )
  if (account.unbalanced > 0)
    return (
      <Status kind="bad" wraps>
        {t('bank.accounts.unbalanced', { count: account.unbalanced })}
      </Status>
    )
  if (account.closeCents === null) return <Status kind="no">{t('bank.accounts.noBalance')}</Status>
  return <Status kind="ok">{t('bank.accounts.whole')}</Status>
}

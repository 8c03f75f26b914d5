import { useTranslation } from 'react-i18next'
import type { DuesOverview, PayerView } from '../../../shared/contract/dues.ts'
import { Amount } from '../../components/Amount.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Status } from '../../components/Status.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { PayerName } from '../../parts/PayerName.tsx'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import styles from './Dues.module.css'

type OpenPayer = DuesOverview['payers'][number]

export interface OpenPayersProps {
  readonly overview: DuesOverview
  readonly onPay: (payer: PayerView, openCents: number) => void
  readonly onMore: () => void
}

/** By household, longest behind first; below it, in one sentence, all who have paid. */
export function OpenPayers({ overview, onPay, onMore }: OpenPayersProps) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const monthsText = (row: OpenPayer) =>
    [
      row.openingCents > 0 ? t('dues.open.older') : '',
      row.months.length > 2 ? t('dues.open.months', { count: row.months.length }) : words.months(row.months),
    ]
      .filter((text) => text !== '')
      .join(', ')
  const columns: Column<OpenPayer>[] = [
    {
      key: 'household',
      header: t('dues.open.household'),
      kind: 'name',
      cell: ({ payer }) => <PayerName payer={payer} />,
    },
    {
      key: 'paidUntil',
      header: t('dues.open.paidUntil'),
      isNamedInBlock: true,
      cell: ({ paidUntil }) => (paidUntil === null ? t('dues.open.never') : words.lastMonth(paidUntil)),
    },
    { key: 'about', header: t('dues.open.about'), isNamedInBlock: true, cell: monthsText },
    {
      key: 'amount',
      header: t('dues.open.amount'),
      kind: 'number',
      cell: (row) => (
        <Status kind="att">
          <Amount cents={row.openCents} />
        </Status>
      ),
    },
    {
      key: 'actions',
      header: t('dues.open.actions'),
      kind: 'actions',
      cell: (row) => (
        <Button
          kind="plain"
          label={t('dues.recordFor', { name: words.people(row.payer.people) })}
          onPress={() => onPay(row.payer, row.openCents)}
        >
          <span className="nowrap">{t('dues.record')}</span>
        </Button>
      ),
    },
  ]
  return (
    <>
      {overview.payers.length > 0 && (
        <DataTable
          label={t('dues.open.title')}
          columns={columns}
          rows={overview.payers}
          rowKey={({ payer }) => `${payer.kind} ${payer.id}`}
          total={overview.payerCount}
          onMore={onMore}
        />
      )}
      <Others overview={overview} />
      {overview.payers.length > 0 && (
        <div className={styles.save}>
          <ExportButton wanted={{ list: 'openDues' }} />
        </div>
      )}
    </>
  )
}

function Others({ overview }: { readonly overview: DuesOverview }) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const { settledCount: count, settledUntil, payerCount } = overview
  // Before anything was asked, nobody can be behind or paid up.
  if (overview.raisedTo === null && payerCount === 0) return <p className="soft">{t('dues.open.notYet')}</p>
  if (count === 0) return null
  const month = settledUntil === null ? '' : words.lastMonth(settledUntil)
  const kind = payerCount > 0 ? 'others' : 'all'
  return (
    <p className={styles.others}>
      <Status kind="ok" wraps>
        {settledUntil === null ? t(`dues.open.${kind}`, { count }) : t(`dues.open.${kind}Until`, { count, month })}
      </Status>
    </p>
  )
}

import { useTranslation } from 'react-i18next'
import type { ResultLine, YearReport } from '../../../shared/contract/bookkeeping.ts'
import { Amount } from '../../components/Amount.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Status } from '../../components/Status.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useCategoryName } from '../../parts/use-category-name.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import styles from './Bookkeeping.module.css'

interface TableProps {
  readonly report: YearReport
}

interface BalanceRow {
  readonly key: string
  readonly name: string
  readonly begin: number
  readonly end: number
}

export function BalanceTable({ report }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { begin, end, accounts, year } = report
  const nameOf = (name: string | null) => name ?? t('bookkeeping.year.bank')
  const isOnItsWay = begin.onItsWayCents !== 0 || end.onItsWayCents !== 0
  const row = (key: string, name: string, first: number, last: number): BalanceRow => ({
    key,
    name,
    begin: first,
    end: last,
  })
  const rows: BalanceRow[] = [
    ...accounts.map(({ id, name, beginCents, endCents }) => row(id, nameOf(name), beginCents, endCents)),
    row('cash', t('bookkeeping.year.cash'), begin.cashCents, end.cashCents),
    ...(isOnItsWay ? [row('way', t('bookkeeping.year.onItsWay'), begin.onItsWayCents, end.onItsWayCents)] : []),
    row('receivable', t('bookkeeping.year.receivable'), begin.receivableCents, end.receivableCents),
    ...(begin.owedBackCents !== 0 || end.owedBackCents !== 0
      ? [row('owedBack', t('bookkeeping.year.owedBack'), begin.owedBackCents, end.owedBackCents)]
      : []),
    row('prepaid', t('bookkeeping.year.prepaid'), -begin.prepaidCents, -end.prepaidCents),
    row('capital', t('bookkeeping.year.capital'), begin.capitalCents, end.capitalCents),
  ]
  const columns: Column<BalanceRow>[] = [
    { key: 'what', header: t('bookkeeping.year.what'), kind: 'name', cell: ({ name }) => name },
    {
      key: 'begin',
      header: t('bookkeeping.year.begin', { year }),
      kind: 'number',
      isNamedInBlock: true,
      cell: ({ key, begin: cents }) => (
        <span className={key === 'capital' ? styles.total : undefined}>
          <Amount cents={cents} />
        </span>
      ),
    },
    {
      key: 'end',
      header: report.isOver ? t('bookkeeping.year.endOver', { year }) : t('bookkeeping.year.end'),
      kind: 'number',
      isNamedInBlock: true,
      cell: ({ key, end: cents }) => (
        <span className={key === 'capital' ? styles.total : undefined}>
          <Amount cents={cents} />
        </span>
      ),
    },
  ]
  return (
    <div className="stack">
      <DataTable label={t('bookkeeping.year.balanceLabel')} columns={columns} rows={rows} rowKey={({ key }) => key} />
      {report.broughtInCents !== 0 && (
        <p>{t('bookkeeping.year.broughtIn', { amount: format.amountExact(report.broughtInCents) })}</p>
      )}
      {accounts.map(
        ({ id, name, endCents, bankSaysCents }) =>
          bankSaysCents !== null && (
            <p key={id}>
              <Status kind={bankSaysCents === endCents ? 'ok' : 'att'} wraps>
                {bankSaysCents === endCents
                  ? t('bookkeeping.year.bankSame', { account: nameOf(name) })
                  : t('bookkeeping.year.bankOther', {
                      account: nameOf(name),
                      said: format.amountExact(bankSaysCents),
                      book: format.amountExact(endCents),
                    })}
              </Status>
            </p>
          ),
      )}
    </div>
  )
}

export function ResultTable({ report, kind }: TableProps & { readonly kind: ResultLine['kind'] }) {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const { year } = report
  const lines = report.lines.filter((line) => line.kind === kind)
  if (lines.length === 0) return <p className="soft">{t('bookkeeping.year.none')}</p>
  const sum = (of: (line: ResultLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  const together: ResultLine = {
    categoryId: 'together',
    name: t('bookkeeping.year.together'),
    kind,
    cents: sum(({ cents }) => cents),
    lastYearCents: sum(({ lastYearCents }) => lastYearCents),
    budgetCents: lines.some(({ budgetCents }) => budgetCents !== null)
      ? sum(({ budgetCents }) => budgetCents ?? 0)
      : null,
  }
  const amounts = (key: 'cents' | 'budgetCents' | 'lastYearCents', header: string): Column<ResultLine> => ({
    key,
    header,
    kind: 'number',
    isNamedInBlock: true,
    cell: (line) => {
      const cents = line[key]
      return cents === null ? '-' : <Amount cents={cents} />
    },
  })
  const columns: Column<ResultLine>[] = [
    {
      key: 'category',
      header: t('bookkeeping.year.category'),
      kind: 'name',
      cell: (line) => nameOf({ id: line.categoryId, name: line.name }),
    },
    amounts('cents', t('bookkeeping.year.thisYear', { year })),
    amounts('budgetCents', t('bookkeeping.year.budgetColumn')),
    amounts('lastYearCents', t('bookkeeping.year.thisYear', { year: year - 1 })),
  ]
  return (
    <DataTable
      label={t(kind === 'income' ? 'bookkeeping.year.incomeTitle' : 'bookkeeping.year.expenseTitle')}
      columns={columns}
      rows={[...lines, together]}
      rowKey={({ categoryId }) => categoryId}
    />
  )
}

/** Members x rate, less what was waived, is the dues of the year. */
export function DuesCalculation({ report }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const { year, dues } = report
  if (dues.lines.length === 0 && dues.cents === 0)
    return <p className="soft">{t('bookkeeping.year.noDues', { year })}</p>
  const less = [
    { key: 'waived', cents: dues.waivedCents },
    { key: 'waivedEarlier', cents: dues.waivedEarlierCents },
  ] as const
  return (
    <ul className={styles.lines}>
      {dues.lines.map((line) => (
        <li key={`${line.planName} ${line.rateCents} ${line.rateMonths}`}>
          {t('bookkeeping.year.duesLine', {
            count: line.people,
            plan: line.planName ?? t('bookkeeping.categories.dues'),
            months: t('bookkeeping.year.duesMonths', { count: line.months }),
            rate: words.rate(line.rateCents, line.rateMonths),
            amount: format.amountExact(line.cents),
          })}
        </li>
      ))}
      {less.map(
        ({ key, cents }) =>
          cents !== 0 && <li key={key}>{t(`bookkeeping.year.${key}`, { year, amount: format.amountExact(cents) })}</li>,
      )}
      <li className={styles.total}>
        {t('bookkeeping.year.duesTotal', { year, amount: format.amountExact(dues.cents) })}
      </li>
    </ul>
  )
}

export function OpenByAge({ report }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (report.openByAge.length === 0)
    return (
      <p>
        <Status kind="ok">{t('bookkeeping.year.noneOpen')}</Status>
      </p>
    )
  return (
    <Facts
      facts={report.openByAge.map(({ age, people, cents }) => ({
        term: t(`bookkeeping.year.age_${age}`),
        value: t('bookkeeping.year.ageLine', { count: people, amount: format.amountExact(cents) }),
      }))}
    />
  )
}

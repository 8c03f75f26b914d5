import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountBookingView, CashBook, CashCountView, CashLineView } from '../../../shared/contract/bookkeeping.ts'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { Status } from '../../components/Status.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useCategoryName } from '../../parts/use-category-name.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import styles from './Bookkeeping.module.css'
import type { ToReverse } from './ReverseBookingDialog.tsx'

interface TableProps {
  readonly book: CashBook
  readonly onReverse: (entry: ToReverse) => void
}

/** What went in and out of the box, the newest first, with what was in it after each. */
export function CashLines({ book, onReverse }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const whatOf = useCashWords(book)
  const columns: Column<CashLineView>[] = [
    {
      key: 'number',
      header: t('bookkeeping.cash.number'),
      isNamedInBlock: true,
      cell: ({ number }) => String(number),
    },
    { key: 'day', header: t('bookkeeping.cash.day'), cell: ({ day }) => <Numeric day={day} /> },
    {
      key: 'what',
      header: t('bookkeeping.cash.what'),
      kind: 'name',
      cell: (line) => <What words={whatOf(line)} text={line.text} state={stateOf(line)} />,
    },
    {
      key: 'amount',
      header: t('bookkeeping.cash.amount'),
      kind: 'number',
      cell: ({ cents }) => <InOrOut cents={cents} />,
    },
    {
      key: 'balance',
      header: t('bookkeeping.cash.balance'),
      kind: 'number',
      isNamedInBlock: true,
      cell: ({ balanceCents }) => <Amount cents={balanceCents} />,
    },
    {
      key: 'actions',
      header: t('bookkeeping.cash.actions'),
      kind: 'actions',
      cell: (line) =>
        line.origin === 'booking' &&
        line.kind !== 'opening' &&
        stateOf(line) === 'counts' && (
          <Button
            kind="plain"
            label={t('bookkeeping.cash.reverseLabel', {
              number: line.number,
              amount: format.amount(Math.abs(line.cents)),
            })}
            onPress={() => onReverse({ id: line.id, what: whatOf(line), cents: line.cents, day: line.day })}
          >
            {t('bookkeeping.cash.reverse')}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      label={t('bookkeeping.cash.label')}
      columns={columns}
      rows={[...book.lines].reverse()}
      rowKey={({ id }) => id}
    />
  )
}

/** Bookings on accounts, which have no receipt of the cash box. */
export function AccountBookings({ book, onReverse }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useCategoryName()
  const names = new Map(book.accounts.map(({ id, name }) => [id, name]))
  const whatOf = ({ categoryId }: AccountBookingView) =>
    categoryId === null ? t('bookkeeping.cash.moved') : nameOf(categoryOf(book, categoryId))
  if (book.accountBookings.length === 0) return <p className="soft">{t('bookkeeping.cash.noAccounts')}</p>
  const columns: Column<AccountBookingView>[] = [
    { key: 'day', header: t('bookkeeping.cash.day'), cell: ({ day }) => <Numeric day={day} /> },
    {
      key: 'what',
      header: t('bookkeeping.cash.what'),
      kind: 'name',
      cell: (booking) => <What words={whatOf(booking)} text={booking.text} state={stateOf(booking)} />,
    },
    {
      key: 'account',
      header: t('bookkeeping.cash.account'),
      cell: ({ accountId }) => <Bdi>{names.get(accountId) ?? ''}</Bdi>,
    },
    {
      key: 'amount',
      header: t('bookkeeping.cash.amount'),
      kind: 'number',
      cell: ({ cents }) => <InOrOut cents={cents} />,
    },
    {
      key: 'actions',
      header: t('bookkeeping.cash.actions'),
      kind: 'actions',
      cell: (booking) =>
        booking.source === 'memo' &&
        stateOf(booking) === 'counts' && (
          <Button
            kind="plain"
            label={`${t('bookkeeping.cash.reverse')}: ${whatOf(booking)}, ${format.amount(Math.abs(booking.cents))}`}
            onPress={() => onReverse({ id: booking.id, what: whatOf(booking), cents: booking.cents, day: booking.day })}
          >
            {t('bookkeeping.cash.reverse')}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      label={t('bookkeeping.cash.accountsLabel')}
      columns={columns}
      rows={book.accountBookings}
      rowKey={({ id }) => id}
    />
  )
}

/** Each count as a sentence. */
export function CashCounts({ counts }: { readonly counts: readonly CashCountView[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (counts.length === 0) return <p className="soft">{t('bookkeeping.cash.noCounts')}</p>
  return (
    <ul className={styles.counts}>
      {counts.map(({ id, day, countedCents, expectedCents, nowCents, countedBy, isAccepted }) => {
        const difference = countedCents - expectedCents
        const result =
          difference === 0
            ? t('bookkeeping.cash.countOk')
            : t(difference < 0 ? 'bookkeeping.cash.countShort' : 'bookkeeping.cash.countOver', {
                expected: format.amountExact(expectedCents),
                difference: format.amountExact(Math.abs(difference)),
              })
        const isExplained = nowCents === countedCents
        const after =
          difference === 0
            ? ''
            : t(`bookkeeping.cash.${isAccepted ? 'countAccepted' : isExplained ? 'countExplained' : 'countOpen'}`)
        const left = isAccepted ? countedCents : expectedCents
        const later =
          isExplained || nowCents === left
            ? ''
            : t('bookkeeping.cash.countChanged', { now: format.amountExact(nowCents) })
        return (
          <li key={id}>
            <Status kind={isExplained || (later === '' && (difference === 0 || isAccepted)) ? 'ok' : 'att'} wraps>
              {t('bookkeeping.cash.counted', {
                day: format.day(day),
                name: countedBy ?? '',
                counted: format.amountExact(countedCents),
              })}{' '}
              {result} {after} {later}
            </Status>
          </li>
        )
      })}
    </ul>
  )
}

type State = 'counts' | 'reversed' | 'reversal'

function stateOf(row: { readonly isReversed: boolean; readonly reversesId: string | null }): State {
  if (row.reversesId !== null) return 'reversal'
  return row.isReversed ? 'reversed' : 'counts'
}

function What({ words, text, state }: { readonly words: string; readonly text: string | null; readonly state: State }) {
  const { t } = useTranslation()
  return (
    <>
      <Bdi>{words}</Bdi>
      {text && <div className={styles.text}>{text}</div>}
      {state !== 'counts' && (
        <div className={styles.text}>
          <Status kind="no">{t(`bookkeeping.cash.${state}`)}</Status>
        </div>
      )}
    </>
  )
}

function InOrOut({ cents }: { readonly cents: number }): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const words = t(cents > 0 ? 'bookkeeping.cash.in' : 'bookkeeping.cash.out', {
    amount: format.amount(Math.abs(cents)),
  })
  return <span className="nowrap">{words}</span>
}

function Numeric({ day }: { readonly day: string }) {
  return (
    <span className="nowrap">
      <DayText day={day} form="numeric" />
    </span>
  )
}

function categoryOf(book: CashBook, id: string) {
  return book.categories.find((category) => category.id === id) ?? { id, name: null }
}

function useCashWords(book: CashBook): (line: CashLineView) => string {
  const { t } = useTranslation()
  const nameOf = useCategoryName()
  const words = useDuesWords()
  return (line) => {
    switch (line.kind) {
      case 'dues':
        return t('bookkeeping.cash.dues', { name: line.payer ? words.people(line.payer.people) : '' })
      case 'opening':
        return t('bookkeeping.cash.openingLine')
      case 'transfer':
        return t(line.cents > 0 ? 'bookkeeping.cash.transferIn' : 'bookkeeping.cash.transferOut')
      case 'entry':
        return line.fromCount ? t('bookkeeping.cash.difference') : nameOf(categoryOf(book, line.categoryId ?? ''))
    }
  }
}

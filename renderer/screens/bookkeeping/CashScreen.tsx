import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CashBook } from '../../../shared/contract/bookkeeping.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DuesTabs } from '../../parts/DuesTabs.tsx'
import { BookingDialog } from './BookingDialog.tsx'
import styles from './Bookkeeping.module.css'
import { AccountBookings, CashCounts, CashLines } from './CashTables.tsx'
import { CategoriesButton } from './CategoriesButton.tsx'
import { CountDialog } from './CountDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { OpeningDialog } from './OpeningDialog.tsx'
import { ReverseBookingDialog, type ToReverse } from './ReverseBookingDialog.tsx'

type Open = 'booking' | 'count' | 'move' | 'opening' | { readonly reverse: ToReverse } | null

/** Kas: what is in the box, what went in and out, and when it was counted. */
export function CashScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const [year, setYear] = useState<number | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const cash = useQuery(api.bookkeeping.cash, { year }, { keep: true })
  const book = cash.state === 'ready' ? cash.value : undefined
  const close = () => setOpen(null)
  return (
    <Page
      title={t('bookkeeping.cash.title')}
      sub={book && t('bookkeeping.cash.sub', { amount: format.amountExact(book.balanceCents) })}
      actions={
        book &&
        !book.isClosed && (
          <>
            <Button onPress={() => setOpen('count')}>{t('bookkeeping.cash.count')}</Button>
            {book.accounts.length > 0 && <Button onPress={() => setOpen('move')}>{t('bookkeeping.cash.move')}</Button>}
            <Button kind="main" onPress={() => setOpen('booking')}>
              {t('bookkeeping.cash.add')}
            </Button>
          </>
        )
      }
    >
      <DuesTabs />
      <Answered of={cash}>{(value) => <Filled book={value} onYear={setYear} onOpen={setOpen} />}</Answered>
      {book && open === 'booking' && <BookingDialog book={book} onClose={close} />}
      {book && open === 'move' && <MoveDialog book={book} onClose={close} />}
      {open === 'count' && <CountDialog onClose={close} />}
      {book && open === 'opening' && <OpeningDialog year={book.year} onClose={close} />}
      {open !== null && typeof open === 'object' && <ReverseBookingDialog entry={open.reverse} onClose={close} />}
    </Page>
  )
}

interface FilledProps {
  readonly book: CashBook
  readonly onYear: (year: number) => void
  readonly onOpen: (open: Open) => void
}

function Filled({ book, onYear, onOpen }: FilledProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const isEmpty = book.lines.length === 0 && book.openingCents === 0
  const opening = !book.isClosed && (
    <Button kind="plain" onPress={() => onOpen('opening')}>
      {t(isEmpty ? 'bookkeeping.cash.opening' : 'bookkeeping.cash.openingChange')}
    </Button>
  )
  return (
    <>
      {book.years.length > 1 && (
        <div className={styles.year}>
          <SelectField
            label={t('bookkeeping.cash.year')}
            width="short"
            value={String(book.year)}
            onChange={(chosen) => onYear(Number(chosen))}
            options={book.years.map((known) => ({ value: String(known), label: String(known) }))}
          />
        </div>
      )}
      {book.belowZero && (
        <Notice kind="att">
          {t('bookkeeping.belowZero.is', {
            day: format.day(book.belowZero.day),
            amount: format.amountExact(book.belowZero.cents),
          })}
        </Notice>
      )}
      {book.isClosed && <Notice>{t('bookkeeping.cash.closed', { year: book.year })}</Notice>}
      {isEmpty ? (
        <EmptyState title={t('bookkeeping.cash.emptyTitle')} actions={opening || undefined}>
          {t('bookkeeping.cash.emptyText')}
        </EmptyState>
      ) : (
        <>
          <Section title={t('bookkeeping.cash.linesTitle')} action={opening || undefined}>
            <p>
              {t('bookkeeping.cash.begin', { year: book.year, amount: format.amountExact(book.openingCents) })}{' '}
              {t('bookkeeping.cash.receiptHint')}
            </p>
            <CashLines book={book} onReverse={(reverse) => onOpen({ reverse })} />
          </Section>
          <Section title={t('bookkeeping.cash.countsTitle')}>
            <CashCounts counts={book.counts} />
          </Section>
        </>
      )}
      <Section title={t('bookkeeping.cash.accountsTitle')} action={<CategoriesButton />}>
        <AccountBookings book={book} onReverse={(reverse) => onOpen({ reverse })} />
      </Section>
    </>
  )
}

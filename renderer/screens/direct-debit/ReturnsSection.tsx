import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReturnView } from '../../../shared/contract/direct-debit.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Section } from '../../components/Section.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useReturnWords } from './use-return-words.ts'

const LetterDialog = lazy(async () => ({ default: (await import('./LetterDialog.tsx')).LetterDialog }))

/** What banks gave back: why, what to do about it, and the words of a letter where one helps. */
export function ReturnsSection({ returns }: { readonly returns: readonly ReturnView[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useReturnWords()
  const [letter, setLetter] = useState<ReturnView | null>(null)
  const columns: Column<ReturnView>[] = [
    {
      key: 'name',
      header: t('debit.columns.name'),
      kind: 'name',
      cell: ({ personId, name }) => (
        <Link href={paths.person(personId)}>
          <Bdi>{name}</Bdi>
        </Link>
      ),
    },
    {
      key: 'line',
      header: t('debit.columns.reason'),
      cell: (row) => (
        <>
          {t('debit.returns.line', {
            amount: format.amount(row.cents),
            day: format.day(row.day),
            cause: words.cause(row),
          })}
          <div className="soft small">
            {t(`debit.advice.${row.advice}`)} {row.mandateState === 'hold' && t('debit.returns.held')}
          </div>
        </>
      ),
    },
    {
      key: 'actions',
      header: t('debit.columns.actions'),
      kind: 'actions',
      cell: (row) =>
        row.letter && (
          <Button
            kind="plain"
            label={t('debit.returns.letterLabel', { name: row.name })}
            onPress={() => setLetter(row)}
          >
            {t('debit.returns.letter')}
          </Button>
        ),
    },
  ]
  return (
    <Section title={t('debit.returns.title')}>
      <DataTable label={t('debit.returns.title')} columns={columns} rows={returns} rowKey={({ itemId }) => itemId} />
      <Suspense fallback={null}>
        {letter && <LetterDialog returned={letter} onClose={() => setLetter(null)} />}
      </Suspense>
    </Section>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useCategoryNameById } from '../../parts/use-category-name.ts'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import styles from './Bank.module.css'

type DoneLine = Awaited<ReturnType<Api['bank']['done']>>['rows'][number]

const pageSize = 20

/** Lines that something was done with, newest first: what they were and why, and the way back. */
export function DoneLines() {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(pageSize)
  const done = useQuery(api.bank.done, { limit }, { keep: true })
  return (
    <Section title={t('bank.done.title')}>
      <Answered of={done}>
        {({ rows, total }) =>
          total === 0 ? (
            <p className="soft">{t('bank.done.none')}</p>
          ) : (
            <DoneTable rows={rows} total={total} onMore={() => setLimit(limit + 200)} />
          )
        }
      </Answered>
    </Section>
  )
}

interface DoneTableProps {
  readonly rows: readonly DoneLine[]
  readonly total: number
  readonly onMore: () => void
}

function DoneTable({ rows, total, onMore }: DoneTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const release = useCommand(api.bank.release)
  const what = useWhat()
  const nameOf = (line: DoneLine) => line.counterName ?? t('bank.assign.noName')
  const columns: Column<DoneLine>[] = [
    {
      key: 'day',
      header: t('bank.done.day'),
      cell: ({ day }) => (
        <span className="nowrap">
          <DayText day={day} form="numeric" />
        </span>
      ),
    },
    {
      key: 'who',
      header: t('bank.done.who'),
      kind: 'name',
      cell: (line) => (
        <>
          <Bdi>{nameOf(line)}</Bdi>
          <div className={styles.second}>
            <Bdi>{line.text}</Bdi>
          </div>
        </>
      ),
    },
    {
      key: 'what',
      header: t('bank.done.what'),
      cell: (line) => (
        <>
          {what(line)}
          {line.decided !== null && (
            <div className={styles.second}>{line.reason ?? (line.decided === 'chosen' && t('bank.done.chosen'))}</div>
          )}
        </>
      ),
    },
    {
      key: 'amount',
      header: t('bank.done.amount'),
      kind: 'number',
      cell: ({ cents }) => <Amount cents={cents} />,
    },
    {
      key: 'actions',
      header: t('dues.open.actions'),
      kind: 'actions',
      cell: (line) => (
        <Button
          kind="plain"
          label={t('bank.done.releaseLabel', {
            amount: format.amount(line.cents),
            day: format.day(line.day),
            name: nameOf(line),
          })}
          onPress={() => void release.run({ lineId: line.id })}
        >
          {t('bank.done.release')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <DataTable
        label={t('bank.done.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        total={total}
        onMore={onMore}
        isCompact
      />
      <FormError text={release.formError} />
    </>
  )
}

function useWhat(): (line: DoneLine) => string {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const categoryName = useCategoryNameById()
  return ({ payers, categoryIds, isTransfer }) => {
    const parts = [
      ...(payers.length > 3 ? [t('bank.done.collection')] : []),
      ...(payers.length > 0 && payers.length <= 3
        ? [t('bank.done.dues', { payers: format.list(payers.map(({ people }) => words.people(people))) })]
        : []),
      ...categoryIds.map(categoryName),
      ...(isTransfer ? [t('bank.done.transfer')] : []),
    ]
    return parts.length > 0 ? format.list(parts) : t('bank.done.collection')
  }
}

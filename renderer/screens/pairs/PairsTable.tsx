import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { later } from '../../components/later.tsx'
import { Status } from '../../components/Status.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { type PairLine, type Programme, usePairWords } from './use-pair-words.ts'

const ContactDialog = later(async () => (await import('./ContactDialog.tsx')).ContactDialog)

export interface PairsTableProps {
  readonly kind: 'running' | 'ended'
  readonly pairs: readonly PairLine[]
  readonly programme: Programme
  readonly today: string
}

/** Pairs with their rhythm; of those that run, a contact is written down from here. */
export function PairsTable({ kind, pairs, programme, today }: PairsTableProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const format = useFormat()
  const words = usePairWords()
  const [isWritingFor, setWritingFor] = useState<PairLine>()
  const isMonthly = programme.rhythm.unit === 'maand'
  const columns: Column<PairLine>[] = [
    {
      key: 'pair',
      header: t('pairs.running.pair'),
      kind: 'name',
      cell: (pair) => (
        <Link href={paths.pair(pair.id)}>
          <bdi>{words.name(pair)}</bdi>
        </Link>
      ),
    },
    {
      key: 'last',
      header: t('pairs.running.last'),
      isNamedInBlock: true,
      cell: ({ lastContact }) =>
        lastContact === null ? t('pairs.running.never') : <bdi>{format.dayNear(lastContact, today)}</bdi>,
    },
    {
      key: 'count',
      header: t(isMonthly ? 'pairs.running.months' : 'pairs.running.count'),
      isNamedInBlock: true,
      cell: ({ months, contacts }) =>
        months ? t('pairs.running.monthsOf', { met: months.met, of: months.of }) : String(contacts),
    },
    kind === 'running'
      ? {
          key: 'state',
          header: t('pairs.running.state'),
          cell: (pair) => <HowItGoes pair={pair} programme={programme} today={today} />,
        }
      : {
          key: 'until',
          header: t('pairs.running.until'),
          isNamedInBlock: true,
          cell: ({ until }) => <bdi>{until === null ? '' : format.day(until)}</bdi>,
        },
  ]
  if (kind === 'running')
    columns.push({
      key: 'contact',
      header: t('pairs.running.contact'),
      kind: 'actions',
      cell: (pair) => (
        <Button
          kind="plain"
          label={t('pairs.running.contactLabel', { name: words.name(pair) })}
          onPress={() => setWritingFor(pair)}
        >
          {t('pairs.running.contact')}
        </Button>
      ),
    })
  return (
    <>
      <DataTable
        label={t(kind === 'running' ? 'pairs.running.title' : 'pairs.running.ended')}
        columns={columns}
        rows={pairs}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(paths.pair(id))}
        isOffPaper={({ a, b }) => a.isRestricted || b.isRestricted}
      />
      {isWritingFor && (
        <ContactDialog pair={isWritingFor} today={today} contact={null} onClose={() => setWritingFor(undefined)} />
      )}
    </>
  )
}

function HowItGoes(props: { readonly pair: PairLine; readonly programme: Programme; readonly today: string }) {
  const { pair, programme, today } = props
  const { t } = useTranslation()
  const format = useFormat()
  const [first] = usePairWords().asks(pair, programme, today)
  if (first !== undefined)
    return (
      <Status kind="att" wraps>
        {first}
      </Status>
    )
  if (pair.from > today)
    return <Status kind="no">{t('pairs.running.starts', { day: format.day(pair.from, 'short') })}</Status>
  return <Status kind="ok">{t('pairs.running.fine')}</Status>
}

import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { PhoneText } from '../../components/PhoneText.tsx'
import { Status } from '../../components/Status.tsx'
import type { Api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type PeopleOrder, sortOf } from './people-question.ts'

export type PersonRow = Awaited<ReturnType<Api['members']['list']>>['rows'][number]

export interface PeopleTableProps {
  readonly rows: readonly PersonRow[]
  readonly total: number
  readonly order: PeopleOrder
  readonly onOrder: (order: PeopleOrder) => void
  readonly hasNeighbourhoods: boolean
  readonly hasDues: boolean
  readonly isOffPaper: (row: PersonRow) => boolean
  readonly onMore: () => void
  readonly isLoadingMore: boolean
}

/** The people themselves; a row opens the page of the person. */
export function PeopleTable(props: PeopleTableProps) {
  const { rows, total, order, onOrder, hasNeighbourhoods, hasDues, isOffPaper, onMore, isLoadingMore } = props
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const columns: readonly Column<PersonRow>[] = [
    {
      key: 'name',
      header: t('members.column.name'),
      kind: 'name',
      sort: 'name',
      cell: ({ name }) => <Bdi>{name}</Bdi>,
    },
    {
      key: 'address',
      header: t('members.column.address'),
      sort: 'address',
      cell: ({ address }) => <Bdi>{address}</Bdi>,
    },
    {
      key: 'neighbourhood',
      header: t('members.column.neighbourhood'),
      sort: 'neighbourhood',
      cell: ({ neighbourhoods }) => <Bdi>{neighbourhoods.map(({ name }) => name).join(', ')}</Bdi>,
    },
    {
      key: 'phone',
      header: t('members.column.phone'),
      cell: ({ phone }) => phone && <PhoneText phone={phone} />,
    },
    {
      key: 'dues',
      header: t('members.column.dues'),
      // A list for the fridge says nothing of money.
      isOffPaper: true,
      cell: (row) => <DuesStatus row={row} />,
    },
  ]
  const shown = columns.filter(
    ({ key }) => (key !== 'neighbourhood' || hasNeighbourhoods) && (key !== 'dues' || hasDues),
  )
  return (
    <DataTable
      label={t('members.label')}
      columns={shown}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(paths.person(id))}
      sort={{ by: order.sort, direction: order.direction }}
      onSort={({ by, direction }) => onOrder({ sort: sortOf(by), direction })}
      total={total}
      onMore={onMore}
      isLoadingMore={isLoadingMore}
      isOffPaper={isOffPaper}
    />
  )
}

function DuesStatus({ row: { openCents, status } }: { readonly row: PersonRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (openCents !== null && openCents > 0) {
    return <Status kind="att">{t('members.dues.open', { amount: format.amount(openCents) })}</Status>
  }
  if (openCents !== null) return <Status kind="ok">{t('members.dues.paid')}</Status>
  return <Status kind="no">{t(status === 'lid' ? 'members.dues.none' : 'members.dues.notMember')}</Status>
}

import { useTranslation } from 'react-i18next'
import type { RemindersOverview } from '../../../shared/contract/reminders.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { useOpenColumns } from './use-open-columns.tsx'

export interface NeighbourhoodsTableProps {
  readonly neighbourhoods: RemindersOverview['neighbourhoods']
  readonly today: Day
  readonly onShow: (id: string | null) => void
}

/** What is open per binnenbuurt. */
export function NeighbourhoodsTable({ neighbourhoods, today, onShow }: NeighbourhoodsTableProps) {
  const { t } = useTranslation()
  const openColumns = useOpenColumns<RemindersOverview['neighbourhoods'][number]>(today)
  const nameOf = (name: string | null) => name ?? t('reminders.none')
  return (
    <DataTable
      label={t('reminders.by.neighbourhoods')}
      columns={[
        {
          key: 'neighbourhood',
          header: t('reminders.columns.neighbourhood'),
          kind: 'name',
          cell: ({ name }) => <Bdi>{nameOf(name)}</Bdi>,
        },
        {
          key: 'people',
          header: t('reminders.columns.people'),
          isNamedInBlock: true,
          cell: ({ people }) => people,
        },
        ...openColumns,
        {
          key: 'actions',
          header: t('reminders.columns.actions'),
          kind: 'actions',
          cell: ({ id, name }) => (
            <Button kind="plain" label={t('reminders.showGroupFor', { name: nameOf(name) })} onPress={() => onShow(id)}>
              {t('reminders.showGroup')}
            </Button>
          ),
        },
      ]}
      rows={neighbourhoods}
      rowKey={({ id }) => id ?? ''}
    />
  )
}

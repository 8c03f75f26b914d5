import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RemindersOverview } from '../../../shared/contract/reminders.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { useOpenColumns } from './use-open-columns.tsx'

const pageSize = 100

/** Whose dues are open, whoever pays for them. */
export function PeopleTable({ people, today }: { readonly people: RemindersOverview['people']; readonly today: Day }) {
  const { t } = useTranslation()
  const openColumns = useOpenColumns<RemindersOverview['people'][number]>(today)
  const [limit, setLimit] = useState(pageSize)
  return (
    <DataTable
      label={t('reminders.by.people')}
      columns={[
        {
          key: 'person',
          header: t('reminders.columns.person'),
          kind: 'name',
          cell: ({ id, name }) => (
            <Link href={paths.person(id)}>
              <Bdi>{name}</Bdi>
            </Link>
          ),
        },
        ...openColumns,
      ]}
      rows={people.slice(0, limit)}
      rowKey={({ id, payer }) => `${id} ${payer.id}`}
      total={people.length}
      onMore={() => setLimit(limit + pageSize * 5)}
    />
  )
}

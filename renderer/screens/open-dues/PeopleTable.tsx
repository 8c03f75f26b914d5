import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RemindersOverview } from '../../../shared/contract/reminders.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { paths } from '../../app/paths.ts'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { useReminderWords } from './use-reminder-words.ts'

const pageSize = 100

/** Whose dues are open, whoever pays for them. */
export function PeopleTable({ people, today }: { readonly people: RemindersOverview['people']; readonly today: Day }) {
  const { t } = useTranslation()
  const words = useReminderWords(today)
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
        {
          key: 'since',
          header: t('reminders.columns.since'),
          isNamedInBlock: true,
          cell: ({ oldest }) => words.since(oldest),
        },
        {
          key: 'amount',
          header: t('reminders.columns.amount'),
          kind: 'number',
          cell: ({ cents }) => <Amount cents={cents} />,
        },
      ]}
      rows={people.slice(0, limit)}
      rowKey={({ id, payer }) => `${id} ${payer.id}`}
      total={people.length}
      onMore={() => setLimit(limit + pageSize * 5)}
    />
  )
}

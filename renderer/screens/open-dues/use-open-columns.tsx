import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { Amount } from '../../components/Amount.tsx'
import type { Column } from '../../components/DataTable.tsx'
import { useReminderWords } from './use-reminder-words.ts'

interface Owing {
  readonly oldest: Parameters<ReturnType<typeof useReminderWords>['since']>[0]
  readonly cents: Cents
}

/** Since when and how much is open: the same in every list of Openstaand. */
export function useOpenColumns<Row extends Owing>(today: Day): readonly [since: Column<Row>, amount: Column<Row>] {
  const { t } = useTranslation()
  const words = useReminderWords(today)
  return [
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
  ]
}

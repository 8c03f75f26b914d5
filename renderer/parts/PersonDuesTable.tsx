import { useTranslation } from 'react-i18next'
import type { DueView } from '../../shared/contract/dues.ts'
import { Amount } from '../components/Amount.tsx'
import { Button } from '../components/Button.tsx'
import { type Column, DataTable } from '../components/DataTable.tsx'
import { Status } from '../components/Status.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useDuesWords } from './use-dues-words.ts'

export interface PersonDuesTableProps {
  readonly dues: readonly DueView[]
  readonly onWaive: (due: DueView) => void
  readonly onUnwaive: (due: DueView) => void
  /** The last payment of it becomes credit. */
  readonly onLoosen: (due: DueView) => void
  /** Only an opening balance: dues of an agreement follow from the agreement. */
  readonly onDrop: (due: DueView) => void
}

/** Each period that was asked, newest first, with what happened to it. */
export function PersonDuesTable({ dues, onWaive, onUnwaive, onLoosen, onDrop }: PersonDuesTableProps) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const columns: Column<DueView>[] = [
    { key: 'period', header: t('dues.person.period'), kind: 'name', cell: (due) => words.period(due) },
    {
      key: 'amount',
      header: t('dues.person.amount'),
      kind: 'number',
      cell: (due) => <Amount cents={due.amountCents} />,
    },
    { key: 'state', header: t('dues.person.state'), cell: (due) => <DueStateText due={due} /> },
    {
      key: 'actions',
      header: t('dues.person.doing'),
      kind: 'actions',
      cell: (due) => {
        const period = words.period(due)
        return (
          <>
            {due.openCents > 0 && (
              <Button kind="plain" label={t('dues.person.waiveLabel', { period })} onPress={() => onWaive(due)}>
                {t('dues.person.waive')}
              </Button>
            )}
            {due.waivedCents > 0 && (
              <Button kind="plain" label={t('dues.person.unwaiveLabel', { period })} onPress={() => onUnwaive(due)}>
                {t('dues.person.unwaive')}
              </Button>
            )}
            {due.paidCents > 0 && (
              <Button kind="plain" label={t('dues.person.loosenLabel', { period })} onPress={() => onLoosen(due)}>
                {t('dues.person.loosen')}
              </Button>
            )}
            {due.kind === 'opening' && due.paidCents === 0 && (
              <Button kind="plain" onPress={() => onDrop(due)}>
                {t('dues.person.openingRemove')}
              </Button>
            )}
          </>
        )
      },
    },
  ]
  return (
    <DataTable
      label={t('dues.person.duesLabel')}
      columns={columns}
      rows={[...dues].reverse()}
      rowKey={(due) => due.id}
      isCompact
    />
  )
}

const kinds = { open: 'att', part: 'att', paid: 'ok', waived: 'no', reversed: 'no' } as const

function DueStateText({ due }: { readonly due: DueView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const last = due.paidBy.at(-1)
  const text =
    due.state === 'paid' && last
      ? t('dues.person.paidOn', { day: format.day(last.day) })
      : t(`dues.person.states.${due.state}`, { amount: format.amount(due.openCents) })
  return (
    <Status kind={kinds[due.state]} wraps>
      {text}
    </Status>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { Amount } from '../../components/Amount.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { PayerName } from '../../parts/PayerName.tsx'
import { useDuesWords } from '../../parts/use-dues-words.ts'
import styles from './OpenDues.module.css'
import { keyOf, type OpenPayer, useReminderWords } from './use-reminder-words.ts'

export interface PayerListsProps {
  readonly payers: readonly OpenPayer[]
  readonly today: Day
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (keys: ReadonlySet<string>) => void
  readonly onShow: (payer: OpenPayer) => void
}

/** Who can get a letter now, to choose from; under it everybody else, with the reason. */
export function PayerLists({ payers, today, chosen, onChoose, onShow }: PayerListsProps) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const now = payers.filter(({ step }) => step.kind === 'now')
  const later = payers.filter(({ step }) => step.kind !== 'now')
  const areAllChosen = now.length > 0 && now.every((payer) => chosen.has(keyOf(payer.payer)))
  const columns = useColumns(today, onShow)
  return (
    <>
      <Section
        title={t('reminders.now.title')}
        action={
          now.length > 0 && (
            <Button
              kind="plain"
              onPress={() => onChoose(new Set(areAllChosen ? [] : now.map((payer) => keyOf(payer.payer))))}
            >
              {t(areAllChosen ? 'reminders.now.chooseNone' : 'reminders.now.chooseAll')}
            </Button>
          )
        }
      >
        {now.length === 0 ? (
          <p>
            <Status kind="ok" wraps>
              {t('reminders.now.none')}
            </Status>
          </p>
        ) : (
          <LongTable
            label={t('reminders.now.title')}
            columns={columns('next')}
            rows={now}
            selection={{ keys: chosen, onChange: onChoose }}
            selectLabel={({ payer }) => t('reminders.now.choose', { name: words.people(payer.people) })}
          />
        )}
      </Section>
      {later.length > 0 && (
        <Section title={t('reminders.later.title')}>
          <LongTable label={t('reminders.later.title')} columns={columns('why')} rows={later} />
        </Section>
      )}
    </>
  )
}

function useColumns(today: Day, onShow: (payer: OpenPayer) => void) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const reminderWords = useReminderWords(today)
  return (last: 'next' | 'why'): Column<OpenPayer>[] => [
    {
      key: 'payer',
      header: t('reminders.columns.payer'),
      kind: 'name',
      cell: ({ payer }) => <PayerName payer={payer} />,
    },
    {
      key: 'amount',
      header: t('reminders.columns.amount'),
      kind: 'number',
      cell: ({ cents }) => <Amount cents={cents} />,
    },
    {
      key: 'since',
      header: t('reminders.columns.since'),
      isNamedInBlock: true,
      cell: ({ oldest }) => reminderWords.since(oldest),
    },
    {
      key: 'last',
      header: t('reminders.columns.last'),
      isNamedInBlock: true,
      cell: ({ sent }) => reminderWords.sent(sent[0]),
    },
    {
      key: 'next',
      header: t(`reminders.columns.${last}`),
      isNamedInBlock: true,
      cell: (row) => (
        <>
          {reminderWords.next(row)}
          {row.step.kind === 'now' && !row.hasAddress && (
            <div className={styles.address}>{t('reminders.now.onlyMail')}</div>
          )}
        </>
      ),
    },
    {
      key: 'actions',
      header: t('reminders.columns.actions'),
      kind: 'actions',
      cell: (row) => (
        <Button
          kind="plain"
          label={t('reminders.showFor', { name: words.people(row.payer.people) })}
          onPress={() => onShow(row)}
        >
          {t('reminders.show')}
        </Button>
      ),
    },
  ]
}

const pageSize = 100

interface LongTableProps {
  readonly label: string
  readonly columns: readonly Column<OpenPayer>[]
  readonly rows: readonly OpenPayer[]
  readonly selection?: { readonly keys: ReadonlySet<string>; readonly onChange: (keys: ReadonlySet<string>) => void }
  readonly selectLabel?: (row: OpenPayer) => string
}

/** Draws the first hundred; who is longest behind stands on top. */
function LongTable({ rows, ...table }: LongTableProps) {
  const [limit, setLimit] = useState(pageSize)
  return (
    <DataTable
      {...table}
      rows={rows.slice(0, limit)}
      rowKey={({ payer }) => keyOf(payer)}
      total={rows.length}
      onMore={() => setLimit(limit + pageSize * 5)}
    />
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { later } from '../../components/later.tsx'
import { Section } from '../../components/Section.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { Round } from './use-pair-words.ts'

const RoundDialog = later(async () => (await import('./RoundDialog.tsx')).RoundDialog)

/** Rounds beside each other: how many pairs met, and what was done differently. */
export function RoundsTable(props: { readonly programmeId: string; readonly rounds: readonly Round[] }) {
  const { programmeId, rounds } = props
  const { t } = useTranslation()
  const format = useFormat()
  const [opened, setOpened] = useState<Round | 'new'>()
  const share = (count: number, { outcome }: Round) =>
    outcome.pairs === 0
      ? ''
      : t('pairs.round.percent', { percent: String(Math.round((100 * count) / outcome.pairs)), count })
  const columns: Column<Round>[] = [
    {
      key: 'name',
      header: t('pairs.round.name'),
      kind: 'name',
      cell: (each) => (
        <>
          <bdi>{each.name}</bdi>
          {each.matchingDay !== null && <Evening day={each.matchingDay} place={each.matchingPlace} />}
        </>
      ),
    },
    {
      key: 'pairs',
      header: t('pairs.round.pairs'),
      isNamedInBlock: true,
      cell: ({ outcome }) => format.count(outcome.pairs),
    },
    {
      key: 'never',
      header: t('pairs.round.never'),
      isNamedInBlock: true,
      cell: (each) => share(each.outcome.never, each),
    },
    {
      key: 'once',
      header: t('pairs.round.once'),
      isNamedInBlock: true,
      cell: (each) => share(each.outcome.once, each),
    },
    {
      key: 'oftener',
      header: t('pairs.round.oftener'),
      isNamedInBlock: true,
      cell: (each) => share(each.outcome.oftener, each),
    },
    {
      key: 'change',
      header: t('pairs.round.change'),
      kind: 'actions',
      cell: (each) => (
        <Button kind="plain" label={t('pairs.round.changeLabel', { name: each.name })} onPress={() => setOpened(each)}>
          {t('pairs.round.change')}
        </Button>
      ),
    },
  ]
  return (
    <Section
      title={t('pairs.round.title')}
      action={
        <Button kind="plain" onPress={() => setOpened('new')}>
          {t('pairs.round.add')}
        </Button>
      }
    >
      {rounds.length === 0 ? (
        <p className="soft">{t('pairs.round.none')}</p>
      ) : (
        <div className="stack">
          <DataTable
            label={t('pairs.round.title')}
            columns={columns}
            rows={rounds}
            rowKey={({ id }) => id}
            onOpen={setOpened}
          />
          <ul>
            {rounds.flatMap(({ id, name, changes }) =>
              changes === null
                ? []
                : [
                    <li key={id}>
                      <b>
                        <bdi>{name}</bdi>
                      </b>
                      {': '}
                      {t('pairs.round.changed', { changes })}
                    </li>,
                  ],
            )}
          </ul>
          <p className="soft">{t('pairs.round.rule')}</p>
        </div>
      )}
      {opened && (
        <RoundDialog
          programmeId={programmeId}
          round={opened === 'new' ? null : opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Section>
  )
}

function Evening({ day, place }: { readonly day: string; readonly place: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="soft small">
      {place === null
        ? t('pairs.round.evening', { day: format.day(day) })
        : t('pairs.round.eveningAt', { day: format.day(day), place })}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { OnPaper } from '../../components/OnPaper.tsx'
import { Status } from '../../components/Status.tsx'
import type { Api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useGatheringWords } from './gathering-words.ts'

type Gathering = Awaited<ReturnType<Api['gatherings']['list']>>['planned'][number]

export interface GatheringsTableProps {
  readonly kind: 'planned' | 'toRecord' | 'past'
  readonly gatherings: readonly Gathering[]
  readonly today: string
  /** The book has groups, so it matters for whom. */
  readonly withGroups: boolean
}

/** Gatherings as a list: when, what, for whom, where, and how many. */
export function GatheringsTable({ kind, gatherings, today, withGroups }: GatheringsTableProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const format = useFormat()
  const words = useGatheringWords()
  const columns: Column<Gathering>[] = [
    {
      key: 'what',
      header: t('gatherings.list.what'),
      kind: 'name',
      cell: (gathering) => (
        <Link href={paths.gathering(gathering.id)}>
          <bdi>{gathering.title}</bdi>
        </Link>
      ),
    },
    {
      key: 'day',
      header: t('gatherings.list.day'),
      cell: ({ day, startTime }) => (
        <bdi>
          <span className="nowrap">{format.dayNear(day, today)}</span>
          {startTime !== null && kind !== 'past' && `, ${format.time(startTime)}`}
        </bdi>
      ),
    },
    ...(withGroups
      ? [
          {
            key: 'group',
            header: t('gatherings.list.forWhom'),
            cell: ({ groupName }: Gathering) => <bdi>{words.group(groupName)}</bdi>,
          },
        ]
      : []),
    {
      key: 'where',
      header: t('gatherings.list.where'),
      cell: (gathering) => (
        <bdi>
          <OnPaper screen={words.where(gathering)} paper={words.whereOnPaper(gathering)} />
        </bdi>
      ),
    },
    {
      key: 'count',
      header: t(`gatherings.list.${countHeader[kind]}`),
      // "9 komen" speaks for itself; a bare number does not.
      isNamedInBlock: kind === 'toRecord',
      cell: (gathering) => <Numbers gathering={gathering} today={today} />,
    },
    ...(kind === 'toRecord'
      ? [
          {
            key: 'fill',
            header: t('gatherings.list.fillIn'),
            kind: 'actions' as const,
            cell: (gathering: Gathering) => (
              <Link
                href={paths.gathering(gathering.id)}
                className="nowrap"
                aria-label={t('gatherings.list.fillInLabel', {
                  title: gathering.title,
                  day: words.day(gathering.day, today),
                })}
              >
                {t('gatherings.list.fillIn')}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      label={t(kind === 'past' ? 'gatherings.title' : `gatherings.list.${kind}`)}
      columns={columns}
      rows={gatherings}
      rowKey={(gathering) => gathering.id}
      onOpen={(gathering) => navigate(paths.gathering(gathering.id))}
    />
  )
}

const countHeader = { planned: 'coming', toRecord: 'onList', past: 'came' } as const

function Numbers({ gathering, today }: { readonly gathering: Gathering; readonly today: string }) {
  const { t } = useTranslation()
  const { counts, guests, state } = gathering
  const isCounted = gathering.counted === 'aantal'
  switch (state) {
    case 'gepland':
      if (isCounted) return t('gatherings.list.onlyCounted')
      return counts.coming + counts.excused > 0
        ? [
            t('gatherings.list.comingCount', { count: counts.coming }),
            ...(counts.excused > 0 ? [t('gatherings.list.notComingCount', { count: counts.excused })] : []),
          ].join(', ')
        : t('gatherings.list.invited', { count: counts.invited })
    case 'niet_vastgelegd':
      return isCounted ? t('gatherings.list.onlyCounted') : counts.invited
    case 'afgelast':
      return (
        <Status kind="no">
          {t(gathering.day < today ? 'gatherings.state.afgelast' : 'gatherings.state.afgelastAhead')}
        </Status>
      )
    case 'gehouden': {
      if (isCounted) return t('series.peopleCame', { count: guests + counts.present })
      const parts = [
        t('gatherings.list.cameOf', { present: counts.present, invited: counts.invited }),
        ...(guests > 0 ? [t('gatherings.list.guests', { count: guests })] : []),
        ...(counts.unknown > 0 ? [t('gatherings.list.someUnknown', { count: counts.unknown })] : []),
      ]
      return parts.join(', ')
    }
  }
}

import { useTranslation } from 'react-i18next'
import type { Role } from '../../../shared/domain/role-seats.ts'
import { paths } from '../../app/paths.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { DuesRun, ModuleTasks, Money, OpenDues, Overview } from './OverviewScreen.tsx'
import { type TaskTime, timeOfDay, timeOfModuleTask } from './task-time.ts'

export interface Task {
  readonly key: string
  readonly title: string
  readonly reason: string
  readonly verb: string
  readonly href: string
  readonly when: TaskTime
}

type Attention = Overview['attention'][number]
type Of<Kind extends Attention['kind']> = Extract<Attention, { kind: Kind }>
type SeatRole = 'contactpersoon' | 'vervanger' | 'coordinator' | 'duo_lid'

/** What asks attention, in words. */
export function useTasks(
  { attention, today }: Overview,
  {
    dues: openDues,
    money,
    ofModules,
    duesRun,
  }: {
    readonly dues: OpenDues
    readonly money: Money
    readonly ofModules: ModuleTasks
    readonly duesRun: DuesRun
  },
): readonly Task[] {
  const { t } = useTranslation()
  const format = useFormat()
  const near = (day: string) => format.day(day, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'plain')

  const tasks = attention.flatMap((item) => [...tasksOf(item), ...restOf(item)])
  return [
    ...tasks,
    ...ofModules.map(moduleTask),
    ...(money ? moneyTasks(money) : []),
    ...(duesRun ? [bringUpToDate(duesRun)] : []),
    ...(openDues ? [dues(openDues)] : []),
  ]

  function moduleTask({ code, count, names, day, target, id }: ModuleTasks[number]): Task {
    const values = { count, names: format.list(names), day: day === null ? '' : near(day) }
    return {
      key: `${code}-${id}`,
      title: t(`overview.tasks.${code}.title`, values),
      reason: t(`overview.tasks.${code}.reason`, values),
      verb: t(`overview.tasks.${code}.verb`),
      href: target === 'gathering' || target === 'person' ? paths[target](id ?? '') : paths[target],
      when: timeOfModuleTask(code, day, today),
    }
  }

  function tasksOf(item: Attention): readonly Task[] {
    switch (item.kind) {
      case 'emptySeats':
        return item.entries.map(emptySeat)
      case 'notRecorded':
        return item.entries.map((gathering) => ({
          key: gathering.id,
          title: t('overview.notRecorded.one', { title: gathering.title, day: near(gathering.day) }),
          reason: [
            whereOf(gathering),
            gathering.invited > 0 ? t('overview.notRecorded.reason', { count: gathering.invited }) : '',
          ]
            .filter(Boolean)
            .join(' '),
          verb: t('overview.notRecorded.verb'),
          href: paths.gathering(gathering.id),
          when: 'now',
        }))
      case 'recoverySheet':
        return [
          {
            key: 'recoverySheet',
            title: t('overview.recoverySheet.title'),
            reason: t('overview.recoverySheet.reason'),
            verb: t('overview.recoverySheet.verb'),
            href: paths.recoverySheet,
            when: 'week',
          },
        ]
      case 'copyDue':
        return [
          {
            key: 'copyDue',
            title: t(item.ever ? 'overview.copyDue.title' : 'overview.copyDue.never', { count: item.days }),
            reason: t('overview.copyDue.reason'),
            verb: t('overview.copyDue.verb'),
            href: paths.backups,
            when: 'week',
          },
        ]
      case 'followUps':
        return [followUps(item)]
      case 'endingTerms':
        return item.entries.map((term) => ({
          key: `${term.neighbourhoodId}-${term.role}-${term.name}-ends`,
          title: t(`overview.endingTerms.${term.day < today ? 'ended' : 'title'}.${seatRole(term.role)}`, {
            name: term.name,
            group: term.neighbourhoodName,
          }),
          reason: t('overview.endingTerms.reason', { day: near(term.day) }),
          verb: t('overview.endingTerms.verb'),
          href: paths.neighbourhood(term.neighbourhoodId),
          when: timeOfDay(term.day, today),
        }))
      case 'longOverlaps':
        return item.entries.map((overlap) => ({
          key: `${overlap.neighbourhoodId}-${overlap.role}-overlap`,
          title: t('overview.longOverlaps.title', {
            names: format.list(overlap.names),
            group: overlap.neighbourhoodName,
          }),
          reason: t('overview.longOverlaps.reason', { count: overlap.days }),
          verb: t('overview.longOverlaps.verb', { group: overlap.neighbourhoodName }),
          href: paths.neighbourhood(overlap.neighbourhoodId),
          when: 'later',
        }))
      case 'behindSchedule':
        return item.entries.map(behind)
    }
  }

  /** What has a last day comes first; who is behind comes after them, because lines that wait may be their payment. */
  function moneyTasks({ collection, returns, bankLines }: NonNullable<Money>): readonly Task[] {
    return [
      ...(collection
        ? [
            {
              key: 'collection',
              title: t(`overview.collection.${collection.submitBy < today ? 'late' : 'title'}`, {
                day: near(collection.submitBy),
              }),
              reason: t(`overview.collection.${collection.isExported ? 'toSend' : 'toMake'}`, {
                amount: format.amount(collection.cents),
                day: near(collection.collectDay),
              }),
              verb: t('overview.collection.verb'),
              href: paths.collection(collection.id),
              when: timeOfDay(collection.submitBy, today),
            },
          ]
        : []),
      ...(returns
        ? [
            {
              key: 'returns',
              title: t('overview.returns.title', { count: returns.count }),
              reason: t('overview.returns.reason', { count: returns.count, amount: format.amount(returns.cents) }),
              verb: t('overview.returns.verb'),
              href: paths.collections,
              when: 'week' as const,
            },
          ]
        : []),
      ...(bankLines > 0
        ? [
            {
              key: 'bankLines',
              title: t('overview.bankLines.title', { count: bankLines }),
              reason: t('overview.bankLines.reason'),
              verb: t('overview.bankLines.verb'),
              href: paths.assign,
              when: 'week' as const,
            },
          ]
        : []),
    ]
  }

  function bringUpToDate({ people }: NonNullable<DuesRun>): Task {
    return {
      key: 'duesRun',
      title: people > 0 ? t('overview.duesRun.title', { count: people }) : t('overview.duesRun.titleCredit'),
      reason: t(people > 0 ? 'overview.duesRun.reason' : 'overview.duesRun.reasonCredit'),
      verb: t('overview.duesRun.verb'),
      href: paths.dues,
      when: 'week',
    }
  }

  function dues({ households, openCents, oldest }: NonNullable<OpenDues>): Task {
    const amount = format.amount(openCents)
    return {
      key: 'dues',
      title: t('overview.openDues.title', { count: households }),
      reason:
        oldest === null
          ? t('overview.openDues.reason', { amount })
          : t('overview.openDues.reasonOldest', { amount, month: format.month(oldest, today) }),
      verb: t('overview.openDues.verb'),
      href: paths.dues,
      when: 'later',
    }
  }

  /** What did not fit among the entries, as one line. */
  function restOf(item: Attention): readonly Task[] {
    if (!('entries' in item) || item.count <= item.entries.length) return []
    const count = item.count - item.entries.length
    if (item.kind === 'notRecorded') {
      return [
        {
          key: 'notRecorded-more',
          title: t('overview.notRecorded.more', { count }),
          reason: '',
          verb: t('overview.notRecorded.moreVerb'),
          href: paths.gatherings,
          when: 'now',
        },
      ]
    }
    return [
      {
        key: `${item.kind}-more`,
        title: t(`overview.rest.${item.kind}`, { count }),
        reason: '',
        verb: t('overview.rest.verb'),
        href: paths.neighbourhoods,
        when: 'later',
      },
    ]
  }

  function emptySeat(entry: Of<'emptySeats'>['entries'][number]): Task {
    const role = seatRole(entry.missing[0]?.role ?? 'vervanger')
    const stopped =
      entry.last &&
      t(`overview.seats.${entry.last.died ? 'died' : 'stopped'}`, {
        name: entry.last.name,
        day: near(entry.last.until),
      })
    const isPair = role === 'contactpersoon'
    return {
      key: `${entry.neighbourhoodId}-seats`,
      title: entry.unattended
        ? t(entry.last ? 'overview.seats.none' : 'overview.seats.nobodyYet', { group: entry.neighbourhoodName })
        : t(`overview.seats.missing.${role}`, { group: entry.neighbourhoodName }),
      reason: entry.unattended
        ? [t(isPair ? 'overview.seats.noneReason' : 'overview.seats.noneReasonOther'), stopped]
            .filter(Boolean)
            .join(' ')
        : (stopped ?? t(entry.shared ? 'overview.seats.samePerson' : 'overview.seats.never')),
      verb: t(`overview.seats.choose.${role}`),
      // Opens the question who it will be.
      href: `${paths.neighbourhood(entry.neighbourhoodId)}?kies=1`,
      when: entry.unattended ? 'now' : 'week',
    }
  }

  function followUps(item: Of<'followUps'>): Task {
    const [name = ''] = item.names
    const rest = item.count - item.names.length
    const day = near(item.dueDay)
    const names =
      rest > 0
        ? t('overview.followUps.namesMore', { names: item.names.join(', '), count: rest })
        : t('overview.followUps.names', { names: format.list(item.names) })
    const agreed =
      item.ownerName === null
        ? t('overview.followUps.reason', { day })
        : t('overview.followUps.reasonOwner', { owner: item.ownerName, day })
    return {
      key: 'followUps',
      title: t('overview.followUps.title', { count: item.count, name }),
      reason: item.count === 1 ? agreed : names,
      verb: t('overview.followUps.verb', { count: item.count }),
      href: paths.gatherings,
      when: timeOfDay(item.dueDay, today),
    }
  }

  function behind(entry: Of<'behindSchedule'>['entries'][number]): Task {
    const none = entry.held === 0
    return {
      key: `${entry.neighbourhoodId ?? 'all'}-behind`,
      title:
        entry.neighbourhoodName === null
          ? t(none ? 'overview.behindSchedule.titleAllNone' : 'overview.behindSchedule.titleAll')
          : t(none ? 'overview.behindSchedule.titleNone' : 'overview.behindSchedule.title', {
              group: entry.neighbourhoodName,
            }),
      reason:
        entry.promised === 1
          ? t('overview.behindSchedule.reasonOne')
          : t('overview.behindSchedule.reason', {
              held: entry.held,
              promised: entry.promised,
              expected: entry.expected,
            }),
      verb: t('overview.behindSchedule.verb'),
      href: `${paths.gatherings}?plan${entry.neighbourhoodId === null ? '' : `&groep=${entry.neighbourhoodId}`}`,
      when: 'later',
    }
  }

  function whereOf({ place, hostName }: { place: string | null; hostName: string | null }): string {
    if (hostName !== null) return `${t('gatherings.atHome', { name: hostName })}.`
    return place === null ? '' : `${place}.`
  }
}

/** Only these roles are places of a group. */
function seatRole(role: Role): SeatRole {
  return role === 'contactpersoon' || role === 'coordinator' || role === 'duo_lid' ? role : 'vervanger'
}

import { useTranslation } from 'react-i18next'
import type { WorkgroupGroup } from '../../../shared/contract/workgroup.ts'
import type { ShownCount } from '../../../shared/domain/few-people.ts'
import type { GroupLine } from '../../../shared/domain/workgroup-overview.ts'
import { Bar } from '../../components/Bar.tsx'
import { PlainTable } from '../../components/PlainTable.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Workgroup.module.css'

export interface GroupTableProps {
  readonly caption: string
  readonly lines: readonly Pick<GroupLine<WorkgroupGroup>, 'association' | 'group' | 'earlier'>[]
  /** All of one association: it is not named on every line. */
  readonly isOfOne?: boolean
}

/** Groups side by side: people, places, gatherings as a bar against what was promised, and how many came. */
export function GroupTable({ caption, lines, isOfOne = false }: GroupTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useShownCount()
  return (
    <PlainTable
      caption={caption}
      headers={columns.map((column) => t(`workgroup.columns.${column}`))}
      numbers={[1, 2, 5]}
      rows={lines.map(({ association, group, earlier }) => ({
        key: `${association} ${group.key}`,
        cells: [
          <>
            <bdi>{group.name}</bdi>
            {!isOfOne && <bdi className={styles.under}>{association}</bdi>}
          </>,
          <>
            {write(group.members)}
            <Before earlier={earlier} of={({ members }) => write(members)} />
          </>,
          write(group.paying),
          t(`workgroup.seats.${group.seats}`),
          <>
            <span className={styles.bar}>
              <Bar part={group.gatherings.held / Math.max(1, group.gatherings.promised)} />
              {group.gatherings.promised > 0
                ? t('workgroup.heldOf', { held: group.gatherings.held, promised: group.gatherings.promised })
                : format.count(group.gatherings.held)}
            </span>
            <Before earlier={earlier} of={({ gatherings }) => format.count(gatherings.held)} />
          </>,
          group.attendance === null
            ? '-'
            : t('workgroup.range', {
                lowest: write(group.attendance.lowest),
                highest: write(group.attendance.highest),
              }),
        ],
      }))}
    />
  )
}

const columns = ['group', 'members', 'paying', 'seats', 'gatherings', 'attendance'] as const

/** The same number in earlier files. */
function Before(props: {
  readonly earlier: GroupLine<WorkgroupGroup>['earlier']
  readonly of: (group: WorkgroupGroup) => string
}) {
  const { t } = useTranslation()
  return props.earlier.map(({ period, group }) => (
    <span key={period.until} className={styles.under}>
      {t('workgroup.before', { year: period.until.slice(0, 4), count: props.of(group) })}
    </span>
  ))
}

/** A number of people as it stands in a file. */
function useShownCount(): (count: ShownCount) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (count) => {
    if (count === null) return t('workgroup.unsaid')
    return count === '<5' ? '<5' : format.count(count)
  }
}

import { useTranslation } from 'react-i18next'
import type { WorkgroupGroup } from '../../../shared/contract/workgroup.ts'
import type { ShownCount } from '../../../shared/domain/few-people.ts'
import type { GroupLine } from '../../../shared/domain/workgroup-overview.ts'
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
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="hide">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workgroup.columns.group')}</th>
            <th scope="col" className={styles.number}>
              {t('workgroup.columns.members')}
            </th>
            <th scope="col" className={styles.number}>
              {t('workgroup.columns.paying')}
            </th>
            <th scope="col">{t('workgroup.columns.seats')}</th>
            <th scope="col">{t('workgroup.columns.gatherings')}</th>
            <th scope="col" className={styles.number}>
              {t('workgroup.columns.attendance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ association, group, earlier }) => (
            <tr key={`${association} ${group.key}`}>
              <th scope="row">
                <bdi>{group.name}</bdi>
                {!isOfOne && <bdi className={styles.under}>{association}</bdi>}
              </th>
              <td className={styles.number}>
                {write(group.members)}
                {earlier.map(({ period, group: before }) => (
                  <span key={period.until} className={styles.under}>
                    {t('workgroup.before', { year: period.until.slice(0, 4), count: write(before.members) })}
                  </span>
                ))}
              </td>
              <td className={styles.number}>{write(group.paying)}</td>
              <td>{t(`workgroup.seats.${group.seats}`)}</td>
              <td>
                <span className={styles.bar}>
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect
                      className={styles.part}
                      width={Math.min(100, (group.gatherings.held / Math.max(1, group.gatherings.promised)) * 100)}
                      height="10"
                    />
                  </svg>
                  {group.gatherings.promised > 0
                    ? t('workgroup.heldOf', { held: group.gatherings.held, promised: group.gatherings.promised })
                    : format.count(group.gatherings.held)}
                </span>
                {earlier.map(({ period, group: before }) => (
                  <span key={period.until} className={styles.under}>
                    {t('workgroup.before', {
                      year: period.until.slice(0, 4),
                      count: format.count(before.gatherings.held),
                    })}
                  </span>
                ))}
              </td>
              <td className={styles.number}>
                {group.attendance === null
                  ? '-'
                  : t('workgroup.range', {
                      lowest: write(group.attendance.lowest),
                      highest: write(group.attendance.highest),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
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

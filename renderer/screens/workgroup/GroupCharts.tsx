// Charts with a row for each group. What is drawn stands in words beside it.
import { useTranslation } from 'react-i18next'
import type { ShownCount } from '../../../shared/domain/few-people.ts'
import type { GroupCounts, GroupLine } from '../../../shared/domain/workgroup-overview.ts'
import { PlainTable } from '../../components/PlainTable.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { ChartProps } from './charts.ts'
import { DrawnBar, DrawnPips, pipsOf } from './Drawn.tsx'
import { useWorkgroupWords } from './use-workgroup-words.ts'
import styles from './Workgroup.module.css'

/** How many members, how many of them pay, and whether the places of those who look after the group are filled. */
export function PeopleChart({ of: { lines }, caption }: ChartProps) {
  const { t } = useTranslation()
  const { people } = useWorkgroupWords()
  const most = Math.max(1, ...lines.map(({ group }) => drawn(group.members)))
  const bar = (count: ShownCount) => (typeof count === 'number' ? { part: count / most } : null)
  return (
    <PlainTable
      caption={caption}
      headers={(['group', 'members', 'paying', 'seats'] as const).map((column) => t(`workgroup.columns.${column}`))}
      rows={lines.map((line) => ({
        key: keyOf(line),
        cells: [
          <bdi key="name">{line.group.name}</bdi>,
          <DrawnBar key="members" bar={bar(line.group.members)}>
            {people(line.group.members)}
            <Before line={line} of={({ members }) => people(members)} />
          </DrawnBar>,
          <DrawnBar key="paying" bar={bar(line.group.paying)}>
            {people(line.group.paying)}
          </DrawnBar>,
          <DrawnPips key="seats" pips={seatPips[line.group.seats]}>
            {t(`workgroup.seats.${line.group.seats}`)}
          </DrawnPips>,
        ],
      }))}
    />
  )
}

const seatPips = { bezet: pipsOf(2, 2), kwetsbaar: pipsOf(1, 2), onbemand: pipsOf(0, 2), geen: [] } as const

/** How often a group met of how often it was to be, and between which numbers of people came. */
export function GatheringsChart({ of: { lines }, caption }: ChartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { people } = useWorkgroupWords()
  const most = Math.max(1, ...lines.map(({ group }) => drawn(group.attendance?.highest ?? null)))
  return (
    <PlainTable
      caption={caption}
      headers={(['group', 'held', 'last', 'attendance'] as const).map((column) => t(`workgroup.columns.${column}`))}
      rows={lines.map((line) => {
        const { gatherings, attendance, name } = line.group
        return {
          key: keyOf(line),
          cells: [
            <bdi key="name">{name}</bdi>,
            <DrawnPips key="held" pips={pipsOf(gatherings.held, gatherings.promised)}>
              {gatherings.promised > 0
                ? t('workgroup.heldOf', { held: gatherings.held, promised: gatherings.promised })
                : format.count(gatherings.held)}
              <Before line={line} of={(earlier) => format.count(earlier.gatherings.held)} />
            </DrawnPips>,
            gatherings.last === null ? (
              '-'
            ) : (
              <bdi key="last" className="nowrap">
                {format.day(gatherings.last, 'short')}
              </bdi>
            ),
            attendance === null ? (
              '-'
            ) : (
              <DrawnBar
                key="came"
                bar={
                  typeof attendance.highest === 'number'
                    ? { from: drawn(attendance.lowest) / most, part: attendance.highest / most }
                    : null
                }
              >
                {attendance.lowest === attendance.highest
                  ? people(attendance.lowest)
                  : t('workgroup.range', { lowest: people(attendance.lowest), highest: people(attendance.highest) })}
              </DrawnBar>
            ),
          ],
        }
      })}
    />
  )
}

const keyOf = ({ file, group }: GroupLine) => `${file.key} ${group.key}`

/** Of a few, or of a number that was not said, nothing is drawn. */
const drawn = (count: ShownCount): number => (typeof count === 'number' ? count : 0)

/** The same number in earlier files. */
function Before({ line, of }: { readonly line: GroupLine; readonly of: (group: GroupCounts) => string }) {
  const { t } = useTranslation()
  const { period } = useWorkgroupWords()
  return line.earlier.map(({ file, group }) => (
    <span key={file.period.until} className={styles.under}>
      {t('workgroup.before', { year: period(file.period), count: of(group) })}
    </span>
  ))
}

// Charts of what the groups of an association say together.
import { useTranslation } from 'react-i18next'
import type { AssociationSums, GroupSums } from '../../../shared/domain/workgroup-sums.ts'
import { PlainTable } from '../../components/PlainTable.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { ChartProps } from './charts.ts'
import { DrawnBar, DrawnPips, pipsOf } from './Drawn.tsx'
import { useWorkgroupWords } from './use-workgroup-words.ts'
import styles from './Workgroup.module.css'

export function DuesChart({ of: { duesByFile, dues }, caption }: ChartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const rows = duesByFile.map((one, at) => ({ ...one, key: `${at} ${one.name}`, isTotal: false }))
  const total =
    dues && rows.length > 1 ? [{ ...dues, name: t('workgroup.sums.label'), key: 'total', isTotal: true }] : []
  return (
    <PlainTable
      caption={caption}
      headers={(['from', 'received', 'expected'] as const).map((column) => t(`workgroup.columns.${column}`))}
      numbers={[2]}
      rows={[...rows, ...total].map(({ key, name, receivedCents, expectedCents, isTotal }) => ({
        key,
        isTotal,
        cells: [
          <bdi key="name">{name}</bdi>,
          <DrawnBar key="received" bar={expectedCents > 0 ? { part: receivedCents / expectedCents } : null}>
            {format.amount(receivedCents)}
          </DrawnBar>,
          format.amount(expectedCents),
        ],
      }))}
    />
  )
}

export function ThemesChart({ of: { themes }, caption }: ChartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <PlainTable
      caption={caption}
      headers={(['theme', 'themeGroups'] as const).map((column) => t(`workgroup.columns.${column}`))}
      rows={themes.map(({ theme, groups }) => ({
        key: theme,
        cells: [
          <bdi key="theme">{theme}</bdi>,
          <DrawnPips key="groups" pips={pipsOf(groups, groups)}>
            {format.count(groups)}
          </DrawnPips>,
        ],
      }))}
    />
  )
}

/** What kept people from coming, in most groups first, and in how many of them what they did helped. */
export function BarriersChart({ of: { barriers }, caption }: ChartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = [
    ['hielp', 'workgroup.helped'],
    ['hielp_deels', 'workgroup.helpedPartly'],
    ['hielp_niet', 'workgroup.helpedNot'],
    [null, 'workgroup.helpedUnsaid'],
  ] as const
  return (
    <>
      <PlainTable
        caption={caption}
        headers={(['barrier', 'barrierGroups', 'helped'] as const).map((column) => t(`workgroup.columns.${column}`))}
        rows={barriers.map(({ kind, outcomes }) => ({
          key: kind,
          cells: [
            t(`barriers.kinds.${kind}`),
            <DrawnPips
              key="groups"
              pips={outcomes.map((outcome) =>
                outcome === 'hielp' ? 'full' : outcome === 'hielp_deels' ? 'half' : 'empty',
              )}
            >
              {format.count(outcomes.length)}
            </DrawnPips>,
            format.list(
              said.flatMap(([outcome, word]) => {
                const count = outcomes.filter((one) => one === outcome).length
                return count === 0 ? [] : t(word, { count })
              }),
            ),
          ],
        }))}
      />
      <p className={styles.note}>{t('workgroup.pipsAbout')}</p>
    </>
  )
}

export function QuestionsChart({ of: { questions }, caption }: ChartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <PlainTable
      caption={caption}
      headers={(['question', 'askedBy'] as const).map((column) => t(`workgroup.columns.${column}`))}
      rows={questions.map(({ question, from }) => ({
        key: question,
        cells: [
          <span key="question" dir="auto">
            {question}
          </span>,
          <bdi key="from">{format.list(from)}</bdi>,
        ],
      }))}
    />
  )
}

export function YearsChart({ of: { years }, caption }: ChartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWorkgroupWords()
  if (years === null) return null
  const members = Math.max(1, ...years.years.map((year) => year.members.known))
  const held = Math.max(1, ...years.years.map((year) => year.held))
  const hasDues = years.years.some(({ dues }) => dues !== null)
  const columns = ['year', 'members', 'allHeld', 'onSchedule', 'received'] as const
  return (
    <>
      <PlainTable
        caption={caption}
        headers={columns.slice(0, hasDues ? 5 : 4).map((column) => t(`workgroup.columns.${column}`))}
        rows={years.years.map((year) => ({
          key: year.period.until,
          cells: [
            words.period(year.period),
            <DrawnBar key="members" bar={{ part: year.members.known / members }}>
              {format.count(year.members.known)}
            </DrawnBar>,
            <DrawnBar key="held" bar={{ part: year.held / held }}>
              {format.count(year.held)}
            </DrawnBar>,
            <DrawnPips key="schedule" pips={pipsOf(year.onSchedule, year.groups)}>
              {t('workgroup.heldOf', { held: year.onSchedule, promised: year.groups })}
            </DrawnPips>,
            ...(hasDues
              ? [
                  year.dues === null ? (
                    '-'
                  ) : (
                    <DrawnBar
                      key="dues"
                      bar={
                        year.dues.expectedCents > 0 ? { part: year.dues.receivedCents / year.dues.expectedCents } : null
                      }
                    >
                      {format.amount(year.dues.receivedCents)}
                    </DrawnBar>
                  ),
                ]
              : []),
          ],
        }))}
      />
      <p className={styles.note}>
        {t('workgroup.compared', { count: years.compared })} <Unsaid of={years.years} />
      </p>
    </>
  )
}

/** The associations beside each other, where files of several were opened. */
export function AssociationsChart(props: { readonly of: readonly AssociationSums[]; readonly caption: string }) {
  const { of: associations, caption } = props
  const { t } = useTranslation()
  const format = useFormat()
  const [groups, members] = [
    Math.max(...associations.map((one) => one.groups)),
    Math.max(1, ...associations.map((one) => one.members.known)),
  ]
  return (
    <>
      <PlainTable
        caption={caption}
        headers={(['association', 'groups', 'members', 'onSchedule'] as const).map((column) =>
          t(`workgroup.columns.${column}`),
        )}
        rows={associations.map((one) => ({
          key: one.name,
          cells: [
            <bdi key="name">{one.name}</bdi>,
            <DrawnBar key="groups" bar={{ part: one.groups / groups }}>
              {format.count(one.groups)}
            </DrawnBar>,
            <DrawnBar key="members" bar={{ part: one.members.known / members }}>
              {format.count(one.members.known)}
            </DrawnBar>,
            <DrawnPips key="schedule" pips={pipsOf(one.onSchedule, one.groups)}>
              {t('workgroup.heldOf', { held: one.onSchedule, promised: one.groups })}
            </DrawnPips>,
          ],
        }))}
      />
      <p className={styles.note}>
        <Unsaid of={associations} />
      </p>
    </>
  )
}

function Unsaid({ of }: { readonly of: readonly GroupSums[] }) {
  const { t } = useTranslation()
  return of.some(({ members }) => members.unsaid > 0) && t('workgroup.someUnsaid')
}

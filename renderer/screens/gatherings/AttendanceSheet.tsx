import { useTranslation } from 'react-i18next'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { GatheringDetail } from './GatheringScreen.tsx'
import styles from './Gatherings.module.css'
import { useGatheringWords } from './gathering-words.ts'
import { stepOfList } from './use-invitees.ts'

const longestSheet = 20_000

/** The list on paper, in large type, to tick at the door. Only print draws it. */
export function AttendanceSheet({ gathering }: { readonly gathering: GatheringDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useGatheringWords()
  // A list that is drawn at once on the screen is the same question, and is asked once.
  const limit = gathering.counts.invited <= stepOfList ? stepOfList : longestSheet
  const everybody = useQuery(api.gatherings.invitees, { gatheringId: gathering.id, find: '', limit })
  const columns = ['aanwezig', 'afgemeld', 'niet_gekomen'] as const
  return (
    <div className={styles.sheet} aria-hidden="true">
      <p>
        {[
          format.day(gathering.day, 'full'),
          gathering.startTime && format.time(gathering.startTime),
          words.whereOnPaper(gathering),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('gatherings.marks.name')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`gatherings.marks.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {everybody.state === 'ready' &&
            everybody.value.rows
              .filter(({ isRestricted }) => !isRestricted)
              .map((row) => (
                <tr key={row.personId}>
                  <th scope="row">
                    <bdi>{row.name}</bdi>
                  </th>
                  {columns.map((column) => (
                    <td key={column}>{row.status === column ? '×' : ''}</td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
      <p>{t('gatherings.sheet.guests')} ______</p>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Icon } from '../../components/Icon.tsx'
import { LoadingState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { AttendanceMarks } from './AttendanceMarks.tsx'
import type { GatheringDetail } from './GatheringScreen.tsx'
import styles from './Gatherings.module.css'
import type { Invitees } from './use-invitees.ts'

/** From this many people on, a name is easier typed than looked for. */
const searchableFrom = 30

/** The list with its totals, which stay in view. */
export function RecordAttendance(props: {
  readonly gathering: GatheringDetail
  readonly invitees: Invitees
  readonly onInvite: () => void
}) {
  const { gathering, invitees, onInvite } = props
  const { t } = useTranslation()
  const textOf = useErrorText()
  const isAhead = gathering.day > gathering.today
  if (invitees.state === 'loading') return <LoadingState />
  if (gathering.counts.invited === 0) {
    return (
      <div className="stack">
        <p>{t('gatherings.marks.nobody')}</p>
        <div className="cluster">
          <Button onPress={onInvite}>{t('gatherings.invite.open')}</Button>
        </div>
      </div>
    )
  }
  return (
    <div className={styles.record}>
      <Totals counts={invitees.counts} isAhead={isAhead} />
      <div className={styles.help}>
        {isAhead && <p>{t('gatherings.marks.tooEarly')}</p>}
        <p className="soft small">{t(isAhead ? 'gatherings.marks.keysAhead' : 'gatherings.marks.keys')}</p>
        {gathering.counts.invited >= searchableFrom && (
          <TextField
            label={t('gatherings.marks.find')}
            type="search"
            width="medium"
            value={invitees.find}
            onChange={invitees.setFind}
          />
        )}
        <FormError text={invitees.marks.error && textOf(invitees.marks.error)} />
      </div>
      {invitees.people.length === 0 ? (
        <p role="status">{t('gatherings.marks.noneFound')}</p>
      ) : (
        <AttendanceMarks people={invitees.people} isAhead={isAhead} onChoose={invitees.marks.choose} />
      )}
      {invitees.next > 0 && (
        <div className={styles.more}>
          <Button onPress={invitees.showMore}>{t('gatherings.marks.more', { count: invitees.next })}</Button>
        </div>
      )}
    </div>
  )
}

function Totals({ counts, isAhead }: { readonly counts: Invitees['counts']; readonly isAhead: boolean }) {
  const { t } = useTranslation()
  const open = isAhead ? counts.unknown - counts.coming : counts.unknown
  const totals = isAhead
    ? [
        { key: 'coming', count: counts.coming, word: t('gatherings.marks.comingCount', { count: counts.coming }) },
        { key: 'not', count: counts.excused, word: t('gatherings.marks.notComingCount', { count: counts.excused }) },
      ]
    : [
        { key: 'present', count: counts.present, word: t('gatherings.marks.presentCount', { count: counts.present }) },
        { key: 'excused', count: counts.excused, word: t('gatherings.marks.excusedCount', { count: counts.excused }) },
        { key: 'missed', count: counts.missed, word: t('gatherings.marks.missedCount', { count: counts.missed }) },
      ]
  return (
    <ul aria-label={t('gatherings.marks.totals')} className={styles.totals}>
      {totals.map(({ key, count, word }) => (
        <li key={key}>
          <b className={styles.number}>{count}</b> {word}
        </li>
      ))}
      {open > 0 && (
        <li className={isAhead ? styles.left : `${styles.left} ${styles.asks}`}>
          {!isAhead && <Icon name="attention" />}
          <span>
            <b className={styles.number}>{open}</b>{' '}
            {t(isAhead ? 'gatherings.marks.notKnownCount' : 'gatherings.marks.unknownCount', { count: open })}
          </span>
        </li>
      )}
    </ul>
  )
}

/** The strip at the bottom: the rest in one go, that it is saved, and done. */
export function RecordBar({
  gathering,
  invitees,
}: {
  readonly gathering: GatheringDetail
  readonly invitees: Invitees
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, navigate] = useLocation()
  const rest = useCommand(api.gatherings.markRest)
  const complete = useCommand(api.gatherings.complete)
  const { unknown } = invitees.counts
  const { savedAt, settled } = invitees.marks
  const markRest = async () => {
    // Whoever was marked a moment ago is not one of the rest.
    await settled()
    await rest.run({ gatheringId: gathering.id })
  }
  const finish = async () => {
    await settled()
    if (gathering.state !== 'gehouden') {
      const outcome = await complete.run({ gatheringId: gathering.id })
      if (!outcome.ok) return
    }
    navigate(paths.gatherings)
  }
  return (
    <>
      {unknown > 0 ? (
        <Button isBusy={rest.isRunning} onPress={() => void markRest()}>
          {t('gatherings.marks.rest', { count: unknown })}
        </Button>
      ) : (
        <p>{t(gathering.state === 'gehouden' ? 'gatherings.marks.recorded' : 'gatherings.marks.allKnown')}</p>
      )}
      <FormError text={rest.formError ?? complete.formError} />
      {savedAt !== undefined && (
        <Status kind="no" icon="check">
          {t('gatherings.marks.saved', { time: format.clock(savedAt) })}
        </Status>
      )}
      <Button kind="main" isBusy={complete.isRunning} onPress={() => void finish()}>
        {t('gatherings.marks.done')}
      </Button>
    </>
  )
}

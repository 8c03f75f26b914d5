import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type AbsenceReason, absenceReasons } from '../../../shared/domain/attendance.ts'
import { paths } from '../../app/paths.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { FormError } from '../../components/Form.tsx'
import { Verbs } from '../../components/Lines.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { AbsenceCauseField } from '../../parts/AbsenceCauseField.tsx'
import { FollowUpSentence, FollowUpVerbs } from '../../parts/FollowUpList.tsx'
import type { GatheringDetail } from './GatheringScreen.tsx'
import styles from './Gatherings.module.css'

type Absentee = GatheringDetail['absentees'][number]

/** "Wie was er niet?": per person one neutral reason and one question. */
export function AbsentPanel({ gathering }: { readonly gathering: GatheringDetail }) {
  const { t } = useTranslation()
  const { absentees, counts } = gathering
  const left = counts.excused + counts.missed - absentees.length
  return (
    <div className={styles.panel}>
      <h2>{t('gatherings.absent.title')}</h2>
      <p className="soft small">{t('gatherings.absent.private')}</p>
      {absentees.length === 0 && (
        <p className={styles.question}>
          {t(counts.present > 0 && counts.unknown === 0 ? 'gatherings.absent.allThere' : 'gatherings.absent.none')}
        </p>
      )}
      {absentees.map((absentee) => (
        <OneAbsentee key={absentee.personId} gathering={gathering} absentee={absentee} />
      ))}
      {left > 0 && <p className="soft">{t('gatherings.absent.more', { count: left })}</p>}
    </div>
  )
}

function OneAbsentee({ gathering, absentee }: { readonly gathering: GatheringDetail; readonly absentee: Absentee }) {
  const { t } = useTranslation()
  const { personId, name, followUp, otherFollowUp, contact } = absentee
  const setReason = useCommand(api.gatherings.setReason)
  const answer = useCommand(api.gatherings.answerContact)
  const who = { gatheringId: gathering.id, personId }
  const isDone = followUp?.state === 'gedaan'
  return (
    <section className={styles.question} aria-label={name}>
      <h3>
        <Link href={paths.person(personId)}>
          <bdi>{name}</bdi>
        </Link>
      </h3>
      <p className="soft">{useRunSentence(absentee)}</p>
      <SelectField<AbsenceReason | 'none'>
        label={t('gatherings.absent.reason')}
        value={absentee.reason ?? 'none'}
        onChange={(reason) => void setReason.run({ ...who, reason: reason === 'none' ? null : reason })}
        options={(['none', ...absenceReasons] as const).map((reason) => ({
          value: reason,
          label: t(`gatherings.absent.reasons.${reason}`),
        }))}
      />
      <AbsenceCauseField gatheringId={gathering.id} personId={personId} />
      {otherFollowUp && <AlreadyAgreed followUp={otherFollowUp} />}
      {!isDone && (
        <ChoiceGroup
          label={t('gatherings.absent.contact')}
          value={contact === null ? null : contact ? 'yes' : 'no'}
          onChange={(chosen) => void answer.run({ ...who, contact: chosen === 'yes' })}
          choices={[
            { value: 'yes', label: t('gatherings.absent.yes') },
            { value: 'no', label: t('gatherings.absent.no') },
          ]}
        />
      )}
      {followUp && (
        <div>
          <p>
            <FollowUpSentence followUp={followUp} today={gathering.today} />
          </p>
          <Verbs>
            <FollowUpVerbs followUp={followUp} personId={personId} personName={name} canLapse={false} />
          </Verbs>
        </div>
      )}
      <FormError text={setReason.formError ?? answer.formError} />
    </section>
  )
}

/** "Niet gekomen, drie keer achter elkaar." In a row only when nothing in between is unknown. */
function useRunSentence({ status, absences, unknown }: Absentee): string {
  const { t } = useTranslation()
  const missed = status === 'niet_gekomen'
  if (absences <= 1) return t(missed ? 'gatherings.absent.missed' : 'gatherings.absent.excused')
  const times = absences <= 12 ? t(`gatherings.number.${String(absences) as '2'}`) : String(absences)
  if (unknown > 0)
    return t(missed ? 'gatherings.absent.missedGap' : 'gatherings.absent.excusedGap', { times, gap: unknown })
  return t(missed ? 'gatherings.absent.missedRun' : 'gatherings.absent.excusedRun', { times })
}

function AlreadyAgreed({ followUp }: { readonly followUp: NonNullable<Absentee['otherFollowUp']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const day = format.day(followUp.dueDay, 'short')
  return (
    <Status kind="no" icon="note" wraps>
      {followUp.ownerName === null
        ? t('gatherings.absent.alreadyOpen', { day })
        : t('gatherings.absent.already', { owner: followUp.ownerName, day })}
    </Status>
  )
}

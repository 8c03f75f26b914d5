import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HelpGrowth } from '../../../shared/domain/mutual-help.ts'
import { Button } from '../../components/Button.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Helping, HelpJob } from '../../parts/help-draft.ts'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'
import { GroupField, GrowthField } from './HelpFields.tsx'

export interface JobDialogProps {
  /** The job to change; null plans a new one. */
  readonly job: HelpJob | null
  readonly groups: Helping['groups']
  readonly onClose: () => void
}

/** What will be done, at whose house, when, and who helps. */
export function JobDialog({ job, groups, onClose }: JobDialogProps) {
  const { t } = useTranslation()
  const plan = useCommand(api.mutualHelp.planJob)
  const change = useCommand(api.mutualHelp.changeJob)
  const command = job ? change : plan
  const [title, setTitle] = useState(job?.title ?? '')
  const [person, setPerson] = useState(job?.person ?? null)
  const [groupId, setGroupId] = useState(job?.groupId ?? null)
  const [place, setPlace] = useState(job?.place ?? '')
  const [firstDay, setFirstDay] = useState(job?.firstDay ?? null)
  const [lastDay, setLastDay] = useState(job?.lastDay ?? null)
  const [team, setTeam] = useState<readonly PickedPerson[]>(job?.team ?? [])

  const submit = async () => {
    if (firstDay === null) return
    const planned = {
      title,
      personId: person?.id ?? null,
      groupId: person === null ? groupId : null,
      place: place.trim() === '' ? null : place,
      firstDay,
      lastDay,
      team: team.map(({ id }) => id),
    }
    const outcome = job ? await change.run({ id: job.id, ...planned }) : await plan.run(planned)
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(job ? 'mutualHelp.job.changeTitle' : 'mutualHelp.job.title')}
      submit={t('mutualHelp.job.save')}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('mutualHelp.job.what')}
        hint={t('mutualHelp.job.whatHint')}
        isRequired
        isFirst
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      <PersonPicker
        label={t('mutualHelp.job.person')}
        hint={t('mutualHelp.act.anybody')}
        value={person}
        onChange={setPerson}
      />
      {person === null && <GroupField groups={groups} known={job} value={groupId} onChange={setGroupId} />}
      <FieldRow>
        <DayField
          label={t('mutualHelp.job.firstDay')}
          isRequired
          width="short"
          value={firstDay}
          onChange={setFirstDay}
        />
        <DayField
          label={t('mutualHelp.job.lastDay')}
          hint={t('mutualHelp.job.lastDayHint')}
          width="short"
          value={lastDay}
          onChange={setLastDay}
          error={command.fieldError('lastDay')}
        />
      </FieldRow>
      <TextField
        label={t('mutualHelp.job.place')}
        hint={t('mutualHelp.job.placeHint')}
        isOptional
        maxLength={200}
        value={place}
        onChange={setPlace}
      />
      <TeamField team={team} onChange={setTeam} />
    </FormDialog>
  )
}

interface TeamFieldProps {
  readonly team: readonly PickedPerson[]
  readonly onChange: (team: readonly PickedPerson[]) => void
}

function TeamField({ team, onChange }: TeamFieldProps) {
  const { t } = useTranslation()
  return (
    <>
      <PersonPicker
        // A new field for the next one: the name just chosen is in the list under it.
        key={team.length}
        label={t('mutualHelp.job.team')}
        value={null}
        onChange={(person) => person && onChange([...team, person])}
        except={team.map(({ id }) => id)}
      />
      {team.length === 0 ? (
        <p className="soft">{t('mutualHelp.job.teamNone')}</p>
      ) : (
        <Lines>
          {team.map(({ id, name }) => (
            <Line
              key={id}
              verbs={
                <Button
                  kind="plain"
                  label={t('mutualHelp.job.takeOffLabel', { name })}
                  onPress={() => onChange(team.filter((member) => member.id !== id))}
                >
                  {t('mutualHelp.job.takeOff')}
                </Button>
              }
            >
              <bdi>{name}</bdi>
            </Line>
          ))}
        </Lines>
      )}
    </>
  )
}

/** That it is done, and whether anything grew out of it. */
export function JobDoneDialog({ job, onClose }: { readonly job: HelpJob; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const set = useCommand(api.mutualHelp.setJobState)
  const [grewInto, setGrewInto] = useState<HelpGrowth | null>(null)
  const submit = async () => {
    const outcome = await set.run({ id: job.id, state: 'gedaan', grewInto })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('mutualHelp.job.doneTitle')}
      sub={<bdi>{job.title}</bdi>}
      submit={t('mutualHelp.job.doneSave')}
      command={set}
      onSubmit={submit}
      onClose={onClose}
    >
      <GrowthField value={grewInto} onChange={setGrewInto} />
    </FormDialog>
  )
}

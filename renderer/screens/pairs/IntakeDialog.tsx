import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairSide } from '../../../shared/domain/pair-programme.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'
import { RoundField } from './RoundField.tsx'
import type { Intake, Programme, Round } from './use-pair-words.ts'

export interface IntakeDialogProps {
  readonly programme: Programme
  readonly rounds: readonly Round[]
  readonly today: string
  /** The intake to change; null makes a new one. */
  readonly intake: Intake | null
  readonly onClose: () => void
}

/** Who would like to join, and the few words that help to find somebody with them. */
export function IntakeDialog({ programme, rounds, today, intake, onClose }: IntakeDialogProps) {
  const { t } = useTranslation()
  const take = useCommand(api.pairs.takeIntake)
  const change = useCommand(api.pairs.changeIntake)
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const [side, setSide] = useState<PairSide>(intake?.side ?? 'a')
  const [roundId, setRoundId] = useState<string | null>(intake ? intake.roundId : (rounds[0]?.id ?? null))
  const [day, setDay] = useState<string | null>(intake?.day ?? today)
  const [spokenOn, setSpokenOn] = useState<string | null>(intake?.spokenOn ?? null)
  const [words, setWords] = useState({
    interests: intake?.interests ?? '',
    availability: intake?.availability ?? '',
    languages: intake?.languages ?? '',
    brings: intake?.brings ?? '',
  })
  const command = intake ? change : take

  const submit = async () => {
    if (day === null) return
    const told = { roundId, side, day, spokenOn, ...words }
    if (intake) {
      const outcome = await change.run({ id: intake.id, ...told })
      if (outcome.ok) onClose()
    } else if (person) {
      const outcome = await take.run({ programmeId: programme.id, personId: person.id, ...told })
      if (outcome.ok) onClose()
    }
  }
  return (
    <FormDialog
      title={intake ? t('pairs.intake.changeTitle', { name: intake.party.name }) : t('pairs.intake.addTitle')}
      submit={t('pairs.intake.save')}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      {!intake && (
        <PersonPicker
          label={t('pairs.intake.person')}
          hint={t(programme.kind === 'huishoudens' ? 'pairs.intake.household' : 'pairs.intake.personHint')}
          isRequired
          isFirst
          value={person}
          onChange={setPerson}
          error={command.fieldError('personId')}
        />
      )}
      <ChoiceGroup<PairSide>
        label={t('pairs.intake.side')}
        value={side}
        onChange={setSide}
        choices={[
          { value: 'a', label: programme.aName },
          { value: 'b', label: programme.bName },
        ]}
      />
      <TextField
        label={t('pairs.intake.interests')}
        hint={t('pairs.intake.interestsHint')}
        isOptional
        maxLength={400}
        value={words.interests}
        onChange={(interests) => setWords({ ...words, interests })}
      />
      <TextArea
        label={t('pairs.intake.brings')}
        hint={t('pairs.intake.bringsHint')}
        isOptional
        rows={2}
        maxLength={400}
        value={words.brings}
        onChange={(brings) => setWords({ ...words, brings })}
      />
      <FieldRow>
        <TextField
          label={t('pairs.intake.availability')}
          isOptional
          maxLength={200}
          value={words.availability}
          onChange={(availability) => setWords({ ...words, availability })}
        />
        <TextField
          label={t('pairs.intake.languages')}
          isOptional
          maxLength={200}
          value={words.languages}
          onChange={(languages) => setWords({ ...words, languages })}
        />
      </FieldRow>
      <FieldRow>
        <DayField
          label={t('pairs.intake.day')}
          isRequired
          value={day}
          onChange={setDay}
          error={command.fieldError('day')}
        />
        <DayField
          label={t('pairs.intake.spokenOn')}
          isOptional
          value={spokenOn}
          onChange={setSpokenOn}
          error={command.fieldError('spokenOn')}
        />
      </FieldRow>
      <RoundField rounds={rounds} value={roundId} onChange={setRoundId} />
      <p className="soft">{t('pairs.intake.noFile')}</p>
    </FormDialog>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FormError } from '../../components/Form.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Round } from './use-pair-words.ts'

export interface RoundDialogProps {
  readonly programmeId: string
  /** The round to change; null makes a new one. */
  readonly round: Round | null
  readonly onClose: () => void
}

/** When a round began, the evening of it, and what was done differently. */
export function RoundDialog({ programmeId, round, onClose }: RoundDialogProps) {
  const { t } = useTranslation()
  const add = useCommand(api.pairs.addRound)
  const change = useCommand(api.pairs.changeRound)
  const remove = useCommand(api.pairs.removeRound)
  const [name, setName] = useState(round?.name ?? '')
  const [fromDay, setFromDay] = useState<string | null>(round?.fromDay ?? null)
  const [matchingDay, setMatchingDay] = useState<string | null>(round?.matchingDay ?? null)
  const [matchingPlace, setMatchingPlace] = useState(round?.matchingPlace ?? '')
  const [changes, setChanges] = useState(round?.changes ?? '')

  const submit = async () => {
    if (fromDay === null) return
    const plan = { name, fromDay, matchingDay, matchingPlace, changes }
    const outcome = round ? await change.run({ id: round.id, ...plan }) : await add.run({ programmeId, ...plan })
    if (outcome.ok) onClose()
  }
  const throwAway = async (id: string) => {
    const outcome = await remove.run({ id })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(round ? 'pairs.round.changeTitle' : 'pairs.round.addTitle')}
      submit={t('pairs.round.save')}
      command={round ? change : add}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('pairs.round.name')}
        hint={t('pairs.round.nameHint')}
        isRequired
        isFirst
        maxLength={80}
        value={name}
        onChange={setName}
      />
      <DayField label={t('pairs.round.fromDay')} isRequired value={fromDay} onChange={setFromDay} />
      <DayField label={t('pairs.round.matchingDay')} isOptional value={matchingDay} onChange={setMatchingDay} />
      {matchingDay !== null && (
        <TextField
          label={t('pairs.round.matchingPlace')}
          isOptional
          maxLength={120}
          value={matchingPlace}
          onChange={setMatchingPlace}
        />
      )}
      <TextArea
        label={t('pairs.round.changes')}
        hint={t('pairs.round.changesHint')}
        isOptional
        rows={2}
        maxLength={400}
        value={changes}
        onChange={setChanges}
      />
      {round && (
        <div>
          <Button kind="plain" isBusy={remove.isRunning} onPress={() => void throwAway(round.id)}>
            {t('pairs.round.remove')}
          </Button>
          <FormError text={remove.formError} />
        </div>
      )}
    </FormDialog>
  )
}

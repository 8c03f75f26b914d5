import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HelpTime, helpTimes } from '../../../shared/domain/mutual-help.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Helping, HelpRequest } from '../../parts/help-draft.ts'
import { PersonPicker } from '../../parts/PersonPicker.tsx'
import { GroupField, KindOfHelpFields, useKindOfHelp } from './HelpFields.tsx'

export interface RequestDialogProps {
  /** The request to change; null writes down a new one. */
  readonly request: HelpRequest | null
  readonly groups: Helping['groups']
  readonly onClose: () => void
}

const anyTime = 'any'

/** What is asked, for whom, and before when. Who it is for may stay unnamed, and somebody else may ask it. */
export function RequestDialog({ request, groups, onClose }: RequestDialogProps) {
  const { t } = useTranslation()
  const ask = useCommand(api.mutualHelp.ask)
  const change = useCommand(api.mutualHelp.changeRequest)
  const command = request ? change : ask
  const kind = useKindOfHelp(request)
  const [person, setPerson] = useState(request?.person ?? null)
  const [askedBy, setAskedBy] = useState(request?.askedBy ?? null)
  const [groupId, setGroupId] = useState(request?.groupId ?? null)
  const [words, setWords] = useState(request?.words ?? '')
  const [wantedBy, setWantedBy] = useState(request?.wantedBy ?? null)
  const [wantedTime, setWantedTime] = useState<HelpTime | typeof anyTime>(request?.wantedTime ?? anyTime)
  const [isLasting, setLasting] = useState(request?.lasting ?? false)

  const submit = async () => {
    if (kind.category === null) return
    const asked = {
      personId: person?.id ?? null,
      askedByPersonId: askedBy?.id ?? null,
      groupId: person === null ? groupId : null,
      category: kind.category,
      institution: kind.institution,
      words: words.trim() === '' ? null : words,
      wantedBy,
      wantedTime: wantedTime === anyTime ? null : wantedTime,
      lasting: isLasting,
    }
    const outcome = request ? await change.run({ id: request.id, ...asked }) : await ask.run(asked)
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(request ? 'mutualHelp.ask.changeTitle' : 'mutualHelp.ask.title')}
      submit={t('mutualHelp.ask.save')}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonPicker
        label={t('mutualHelp.ask.person')}
        hint={t('mutualHelp.ask.personHint')}
        isFirst
        value={person}
        onChange={setPerson}
        error={command.fieldError('personId')}
      />
      {person === null && <GroupField groups={groups} known={request} value={groupId} onChange={setGroupId} />}
      <KindOfHelpFields {...kind} error={command.fieldError('category')} />
      <TextField
        label={t('mutualHelp.ask.words')}
        hint={t('mutualHelp.ask.wordsHint')}
        isOptional
        maxLength={200}
        value={words}
        onChange={setWords}
      />
      <FieldRow>
        <DayField
          label={t('mutualHelp.ask.wantedBy')}
          width="short"
          isOptional
          value={wantedBy}
          onChange={setWantedBy}
        />
        <SelectField<HelpTime | typeof anyTime>
          label={t('mutualHelp.ask.wantedTime')}
          width="medium"
          value={wantedTime}
          onChange={setWantedTime}
          options={[
            { value: anyTime, label: t('mutualHelp.ask.anyTime') },
            ...helpTimes.map((time) => ({ value: time, label: t(`mutualHelp.times.${time}`) })),
          ]}
        />
      </FieldRow>
      <Checkbox label={t('mutualHelp.ask.lasting')} isChecked={isLasting} onChange={setLasting} />
      <PersonPicker
        label={t('mutualHelp.ask.askedBy')}
        hint={t('mutualHelp.ask.askedByHint')}
        isOptional
        value={askedBy}
        onChange={setAskedBy}
      />
    </FormDialog>
  )
}

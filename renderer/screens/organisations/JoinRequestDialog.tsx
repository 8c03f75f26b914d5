import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { type JoinRequestState, joinRequestStates } from '../../../shared/domain/organisation.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { JoinRequest } from './JoinRequestsScreen.tsx'

export interface JoinRequestDialogProps {
  readonly request: JoinRequest | null
  readonly onClose: () => void
}

/** An organisation wants to join; who becomes a member is on the map from then on. */
export function JoinRequestDialog({ request, onClose }: JoinRequestDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.organisations.saveJoinRequest)
  const { values, field } = useDraft(
    {
      name: request?.name ?? '',
      what: request?.what ?? '',
      contact: request?.contact ?? '',
      askedDay: (request?.askedDay ?? dayOfClock(new Date())) as string | null, // the field may be emptied
      state: request?.state ?? ('gevraagd' as JoinRequestState),
    },
    save,
  )
  const submit = async () => {
    if (values.askedDay === null) return
    const outcome = await save.run({ id: request?.id ?? null, ...values, askedDay: values.askedDay })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(request === null ? 'organisations.request.add' : 'organisations.request.change')}
      submit={t('organisations.request.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('organisations.column.name')} isRequired isFirst maxLength={120} {...field('name')} />
      <TextField label={t('organisations.field.what')} isOptional maxLength={400} {...field('what')} />
      <TextField label={t('organisations.request.contact')} isOptional maxLength={200} {...field('contact')} />
      <DayField label={t('organisations.request.askedDay')} width="medium" isRequired {...field('askedDay')} />
      <ChoiceGroup
        label={t('organisations.request.state')}
        hint={t('organisations.request.stateHint')}
        choices={joinRequestStates.map((value) => ({ value, label: t(`organisations.request.states.${value}`) }))}
        {...field('state')}
      />
    </FormDialog>
  )
}

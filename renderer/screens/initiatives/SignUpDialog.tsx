import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { InitiativePage } from './InitiativeDialog.tsx'
import type { SignUp } from './SignUps.tsx'
import { WhoFields, whoOf } from './WhoFields.tsx'

export interface SignUpDialogProps {
  readonly initiative: InitiativePage
  readonly signUp: SignUp | null
  readonly onClose: () => void
}

const nowhere = 'none'

/** Somebody joined. A name is not asked for: a word to know them by is enough, or nothing. */
export function SignUpDialog({ initiative, signUp, onClose }: SignUpDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.initiatives.saveSignUp)
  const organisations = useQuery(api.organisations.names, {})
  const { values, field } = useDraft(
    {
      day: (signUp?.day ?? initiative.today) as Day | null, // the field may be emptied
      source: signUp?.source ?? '',
      area: signUp?.area ?? '',
      organisationId: signUp?.organisationId ?? nowhere,
      personId: whoOf(signUp),
      knownAs: signUp?.knownAs ?? '',
      seenDay: signUp?.seenDay ?? null,
      leftDay: signUp?.leftDay ?? null,
    },
    save,
  )
  const submit = async () => {
    const { day, personId, organisationId, ...rest } = values
    if (day === null) return
    const outcome = await save.run({
      ...rest,
      id: signUp?.id ?? null,
      initiativeId: initiative.id,
      day,
      personId: personId?.id ?? null,
      organisationId: organisationId === nowhere ? null : organisationId,
    })
    if (outcome.ok) onClose()
  }
  const names = organisations.state === 'ready' ? organisations.value : []
  const areas = [...new Set(initiative.targetList.flatMap((target) => target.areas))]
  return (
    <FormDialog
      title={t(signUp === null ? 'initiatives.signUp.add' : 'initiatives.signUp.change')}
      submit={t('initiatives.signUp.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayField label={t('initiatives.signUp.day')} width="medium" isRequired isFirst {...field('day')} />
      {areas.length > 0 ? (
        <SelectField
          label={t('initiatives.signUp.area')}
          options={[
            { value: '', label: t('initiatives.signUp.noArea') },
            ...areas.map((area) => ({ value: area, label: area })),
          ]}
          {...field('area')}
        />
      ) : (
        <TextField label={t('initiatives.signUp.area')} isOptional maxLength={80} {...field('area')} />
      )}
      <TextField
        label={t('initiatives.signUp.source')}
        hint={t('initiatives.signUp.sourceHint')}
        isOptional
        maxLength={120}
        {...field('source')}
      />
      {names.length > 0 && (
        <SelectField
          label={t('initiatives.signUp.organisation')}
          options={[
            { value: nowhere, label: t('initiatives.signUp.nowhere') },
            ...names.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...field('organisationId')}
        />
      )}
      <WhoFields person={field('personId')} knownAs={field('knownAs')} />
      <FieldRow>
        <DayField label={t('initiatives.signUp.seenDay')} width="medium" isOptional {...field('seenDay')} />
        <DayField label={t('initiatives.signUp.leftDay')} width="medium" isOptional {...field('leftDay')} />
      </FieldRow>
    </FormDialog>
  )
}

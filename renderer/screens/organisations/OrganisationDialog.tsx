import { useTranslation } from 'react-i18next'
import { type OrganisationKind, organisationKinds } from '../../../shared/domain/organisation.ts'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

export type OrganisationPage = Awaited<ReturnType<Api['organisations']['get']>>

export interface OrganisationDialogProps {
  /** Null: a new one. */
  readonly organisation: OrganisationPage | null
  readonly onSaved?: (id: string) => void
  readonly onClose: () => void
}

/** What an organisation is for and how to reach it. */
export function OrganisationDialog({ organisation, onSaved, onClose }: OrganisationDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.organisations.save)
  const { values, field } = useDraft(
    {
      name: organisation?.name ?? '',
      kind: (organisation?.kind ?? null) as OrganisationKind | null, // one of the codes, or nothing chosen yet
      what: organisation?.what ?? '',
      forWhom: organisation?.forWhom ?? '',
      district: organisation?.district ?? '',
      contactName: organisation?.contactName ?? '',
      phone: organisation?.phone ?? '',
      email: organisation?.email ?? '',
      site: organisation?.site ?? '',
      memberSince: organisation?.memberSince ?? null,
      note: organisation?.note ?? '',
    },
    save,
  )
  const submit = async () => {
    if (values.kind === null) return
    const outcome = await save.run({ id: organisation?.id ?? null, ...values, kind: values.kind })
    if (!outcome.ok) return
    onClose()
    onSaved?.(outcome.value.id)
  }
  return (
    <FormDialog
      title={t(organisation === null ? 'organisations.add' : 'organisations.change')}
      submit={t('organisations.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('organisations.field.name')} isRequired isFirst maxLength={120} {...field('name')} />
      <SelectField
        label={t('organisations.column.kind')}
        isRequired
        width="medium"
        options={organisationKinds.map((value) => ({ value, label: t(`organisations.kinds.${value}`) }))}
        {...field('kind')}
      />
      <TextField
        label={t('organisations.field.what')}
        hint={t('organisations.field.whatHint')}
        isOptional
        maxLength={400}
        {...field('what')}
      />
      <FieldRow>
        <TextField label={t('organisations.column.forWhom')} isOptional maxLength={200} {...field('forWhom')} />
        <TextField label={t('organisations.column.district')} isOptional maxLength={80} {...field('district')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('organisations.field.contactName')} isOptional maxLength={120} {...field('contactName')} />
        <TextField type="tel" label={t('organisations.field.phone')} isOptional maxLength={40} {...field('phone')} />
      </FieldRow>
      <FieldRow>
        <TextField type="email" label={t('organisations.field.email')} isOptional maxLength={254} {...field('email')} />
        <TextField
          label={t('organisations.field.site')}
          hint={t('organisations.field.siteHint')}
          isOptional
          maxLength={200}
          {...field('site')}
        />
      </FieldRow>
      <DayField
        label={t('organisations.field.memberSince')}
        hint={t('organisations.field.memberSinceHint')}
        width="medium"
        isOptional
        {...field('memberSince')}
      />
      <TextArea label={t('organisations.field.note')} isOptional rows={2} maxLength={4000} {...field('note')} />
    </FormDialog>
  )
}

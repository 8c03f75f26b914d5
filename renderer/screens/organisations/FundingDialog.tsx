import { useTranslation } from 'react-i18next'
import { type FundingKind, fundingKinds } from '../../../shared/domain/organisation.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { FundingLine } from './FundingLines.tsx'

export interface FundingDialogProps {
  /** Known on the page of an organisation; left out: to be chosen. */
  readonly organisationId?: string
  readonly line: FundingLine | null
  readonly onClose: () => void
}

const ourselves = 'ourselves'
const everything = 'everything'

/** Money somebody gives for a time. */
export function FundingDialog({ organisationId, line, onClose }: FundingDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.organisations.saveFunding)
  const names = useQuery(api.organisations.names, {}, { isWanted: organisationId === undefined })
  const { values, field } = useDraft(
    {
      organisationId: organisationId ?? line?.organisationId ?? ourselves,
      offerId: line?.offerId ?? everything,
      funder: line?.funder ?? '',
      amountCents: line?.amountCents ?? null,
      kind: line?.kind ?? ('incidenteel' as FundingKind),
      from: line?.from ?? null,
      lastDay: line?.lastDay ?? null,
      note: line?.note ?? '',
    },
    save,
  )
  const offers = useQuery(api.organisations.offers, {})
  const own =
    offers.state === 'ready'
      ? offers.value.offers.filter((offer) => offer.organisationId === values.organisationId)
      : []
  const submit = async () => {
    const { amountCents, from } = values
    if (amountCents === null || from === null) return
    const outcome = await save.run({
      ...values,
      id: line?.id ?? null,
      organisationId: values.organisationId === ourselves ? null : values.organisationId,
      offerId: own.some(({ id }) => id === values.offerId) ? values.offerId : null,
      amountCents,
      from,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(line === null ? 'organisations.funding.add' : 'organisations.funding.change')}
      submit={t('organisations.funding.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      {organisationId === undefined && (
        <SelectField
          label={t('organisations.funding.whose')}
          options={[
            { value: ourselves, label: t('organisations.funding.ourselves') },
            ...(names.state === 'ready' ? names.value.map(({ id, name }) => ({ value: id, label: name })) : []),
          ]}
          {...field('organisationId')}
        />
      )}
      <FieldRow>
        <TextField label={t('organisations.funding.funder')} isRequired isFirst maxLength={120} {...field('funder')} />
        <MoneyField label={t('organisations.funding.amount')} width="short" isRequired {...field('amountCents')} />
      </FieldRow>
      {own.length > 0 && (
        <SelectField
          label={t('organisations.funding.offer')}
          options={[
            { value: everything, label: t('organisations.funding.everything') },
            ...own.map(({ id, what }) => ({ value: id, label: what })),
          ]}
          {...field('offerId')}
        />
      )}
      <ChoiceGroup
        label={t('organisations.funding.kind')}
        choices={fundingKinds.map((value) => ({ value, label: t(`organisations.funding.kinds.${value}`) }))}
        {...field('kind')}
      />
      <FieldRow>
        <DayField label={t('organisations.from')} width="medium" isRequired {...field('from')} />
        <DayField
          label={t('organisations.lastDay')}
          hint={t('organisations.funding.lastDayHint')}
          width="medium"
          isOptional
          {...field('lastDay')}
        />
      </FieldRow>
      <TextArea label={t('organisations.field.note')} isOptional rows={2} maxLength={400} {...field('note')} />
    </FormDialog>
  )
}

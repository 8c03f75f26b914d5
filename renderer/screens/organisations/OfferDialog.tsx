import { useTranslation } from 'react-i18next'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Offer } from './OfferLines.tsx'

export interface OfferDialogProps {
  readonly organisationId: string
  readonly offer: Offer | null
  readonly onClose: () => void
}

export function OfferDialog({ organisationId, offer, onClose }: OfferDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.organisations.saveOffer)
  const { values, field } = useDraft(
    {
      what: offer?.what ?? '',
      forWhom: offer?.forWhom ?? '',
      district: offer?.district ?? '',
      days: offer?.days ?? '',
      from: offer?.from ?? null,
      lastDay: offer?.lastDay ?? null,
    },
    save,
  )
  const submit = async () => {
    const outcome = await save.run({ id: offer?.id ?? null, organisationId, ...values })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(offer === null ? 'organisations.offer.add' : 'organisations.offer.change')}
      submit={t('organisations.offer.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('organisations.offer.what')}
        hint={t('organisations.offer.whatHint')}
        isRequired
        isFirst
        maxLength={200}
        {...field('what')}
      />
      <FieldRow>
        <TextField label={t('organisations.column.forWhom')} isOptional maxLength={200} {...field('forWhom')} />
        <TextField label={t('organisations.column.district')} isOptional maxLength={80} {...field('district')} />
      </FieldRow>
      <TextField
        label={t('organisations.offer.days')}
        hint={t('organisations.offer.daysHint')}
        isOptional
        maxLength={200}
        {...field('days')}
      />
      <FieldRow>
        <DayField label={t('organisations.from')} width="medium" isOptional {...field('from')} />
        <DayField label={t('organisations.lastDay')} width="medium" isOptional {...field('lastDay')} />
      </FieldRow>
    </FormDialog>
  )
}

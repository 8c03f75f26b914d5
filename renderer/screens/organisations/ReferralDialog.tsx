import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type ReferralOutcome, referralOutcomes } from '../../../shared/domain/organisation.ts'
import { DayField } from '../../components/DayField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { OrganisationPage } from './OrganisationDialog.tsx'
import type { Referral } from './Referrals.tsx'

export interface ReferralDialogProps {
  readonly organisation: OrganisationPage
  readonly referral: Referral | null
  readonly onClose: () => void
}

export function ReferralDialog({ organisation, referral, onClose }: ReferralDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.organisations.saveReferral)
  const { values, field } = useDraft<{ day: Day | null; outcome: ReferralOutcome }>(
    { day: referral?.day ?? organisation.today, outcome: referral?.outcome ?? 'open' },
    save,
  )
  const submit = async () => {
    const { day, outcome } = values
    if (day === null) return
    const saved = await save.run({
      id: referral?.id ?? null,
      organisationId: organisation.id,
      day,
      outcome,
    })
    if (saved.ok) onClose()
  }
  return (
    <FormDialog
      title={t(referral === null ? 'organisations.referral.add' : 'organisations.referral.change')}
      sub={organisation.name}
      submit={t('organisations.referral.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice>{t('organisations.referral.noNames')}</Notice>
      <DayField label={t('organisations.referral.day')} width="medium" isRequired isFirst {...field('day')} />
      <SelectField
        label={t('organisations.referral.outcome')}
        hint={t('organisations.referral.outcomeHint')}
        options={referralOutcomes.map((value) => ({ value, label: t(`organisations.referral.outcomes.${value}`) }))}
        {...field('outcome')}
      />
    </FormDialog>
  )
}

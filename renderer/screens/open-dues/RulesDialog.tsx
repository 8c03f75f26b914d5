import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReminderSettings } from '../../../shared/contract/reminders.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { Section } from '../../components/Section.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

const levels = ['request', 'reminder', 'second', 'last'] as const
const daysFields = [
  { field: 'firstAfterDays', words: 'firstAfter', min: 0, max: 365 },
  { field: 'daysBetween', words: 'between', min: 7, max: 365 },
  { field: 'payWithinDays', words: 'within', min: 7, max: 90 },
] as const
type Draft = {
  readonly [K in keyof ReminderSettings]: ReminderSettings[K] extends number ? number | null : ReminderSettings[K]
}

/** When letters go, how far they go, and who signs them. */
export function RulesDialog({
  settings,
  onClose,
}: {
  readonly settings: ReminderSettings
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft>({ ...settings, costCents: settings.costCents || null })
  const change = useCommand(api.reminders.changeSettings)
  const set =
    <K extends keyof Draft>(field: K) =>
    (value: Draft[K]) =>
      setDraft({ ...draft, [field]: value })
  const save = async () => {
    const { firstAfterDays, daysBetween, payWithinDays, costCents } = draft
    if (firstAfterDays === null || daysBetween === null || payWithinDays === null) return
    const outcome = await change.run({
      ...draft,
      firstAfterDays,
      daysBetween,
      payWithinDays,
      costCents: costCents ?? 0,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('reminders.rules.title')}
      submit={t('reminders.rules.save')}
      command={change}
      onSubmit={save}
      onClose={onClose}
    >
      <FieldRow>
        {daysFields.map(({ field, words, min, max }, index) => (
          <NumberField
            key={field}
            label={t(`reminders.rules.${words}`)}
            hint={t(`reminders.rules.${words}Hint`)}
            min={min}
            max={max}
            value={draft[field]}
            onChange={set(field)}
            isRequired
            isFirst={index === 0}
          />
        ))}
      </FieldRow>
      <SelectField
        label={t('reminders.rules.last')}
        width="medium"
        value={draft.lastLevel}
        onChange={set('lastLevel')}
        options={levels.map((value) => ({ value, label: t(`reminders.rules.lastChoice.${value}`) }))}
      />
      <Checkbox
        label={t('reminders.rules.former')}
        isChecked={draft.asksFormerMembers}
        onChange={set('asksFormerMembers')}
      />
      <Section title={t('reminders.rules.from')}>
        <div className="stack">
          <TextArea
            label={t('reminders.rules.address')}
            hint={t('reminders.rules.addressHint')}
            isOptional
            rows={3}
            maxLength={300}
            value={draft.senderAddress}
            onChange={set('senderAddress')}
          />
          <TextField
            label={t('reminders.rules.contact')}
            hint={t('reminders.rules.contactHint')}
            isOptional
            maxLength={200}
            value={draft.contact}
            onChange={set('contact')}
          />
          <TextField
            label={t('reminders.rules.signed')}
            isOptional
            maxLength={80}
            value={draft.signedBy}
            onChange={set('signedBy')}
          />
        </div>
      </Section>
      <Section title={t('reminders.rules.costsTitle')}>
        <div className="stack">
          <p className="soft">{t('reminders.rules.costsNote')}</p>
          <MoneyField
            label={t('reminders.rules.costs')}
            hint={t('reminders.rules.costsHint')}
            isOptional
            width="short"
            value={draft.costCents}
            onChange={set('costCents')}
            error={change.fieldError('costCents')}
          />
        </div>
      </Section>
    </FormDialog>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type Consent, consentGivers, consentWays } from '../../../shared/domain/care.ts'
import { purposeTextVersion } from '../../../shared/domain/person-rights.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { PersonRightsAnswer } from './PersonRights.tsx'
import type { PersonPage } from './person-draft.ts'

interface ConsentDialogProps {
  readonly person: PersonPage
  readonly today: Day
  readonly consent: PersonRightsAnswer['consents'][number]
  readonly onClose: () => void
}

/** The words to ask with, and what somebody said to them. */
export function ConsentDialog({ person, today, consent: { purpose, said }, onClose }: ConsentDialogProps) {
  const { t } = useTranslation()
  const say = useCommand(api.rights.sayConsent)
  const [answer, setAnswer] = useState<'ja' | 'nee' | null>(said === null ? null : said.answer === 'ja' ? 'ja' : 'nee')
  const [by, setBy] = useState<Consent['by']>('zelf')
  const [how, setHow] = useState<Consent['how']>('mondeling')
  const [day, setDay] = useState<Day | null>(today)
  const save = async () => {
    if (answer === null || day === null) return
    const outcome = await say.run({ personId: person.id, purpose, answer, by, how, day })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(`rights.purposes.${purpose}`)}
      sub={person.name}
      submit={t('rights.consents.submit')}
      command={say}
      onSubmit={save}
      onClose={onClose}
    >
      <p>{t('rights.consents.question')}:</p>
      <blockquote>{t(`rights.texts.${purposeTextVersion}.${purpose}`)}</blockquote>
      <ChoiceGroup
        label={t('rights.consents.answer')}
        value={answer}
        onChange={setAnswer}
        choices={(['ja', 'nee'] as const).map((value) => ({ value, label: t(`rights.consents.answers.${value}`) }))}
      />
      <ChoiceGroup
        label={t('rights.consents.by')}
        value={by}
        onChange={setBy}
        choices={consentGivers.map((value) => ({ value, label: t(`care.consent.bys.${value}`) }))}
      />
      <ChoiceGroup
        label={t('rights.consents.how')}
        value={how}
        onChange={setHow}
        choices={consentWays.map((value) => ({ value, label: t(`care.consent.hows.${value}`) }))}
      />
      <DayField
        label={t('rights.consents.day')}
        isRequired
        value={day}
        onChange={setDay}
        error={say.fieldError('day')}
      />
    </FormDialog>
  )
}

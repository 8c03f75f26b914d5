import { useTranslation } from 'react-i18next'
import { type Consent, consentGivers, consentWays } from '../../shared/domain/care.ts'
import { Checkbox } from '../components/Checkbox.tsx'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import styles from './Care.module.css'
import { useReaders } from './use-readers.ts'

export interface ConsentDraft {
  readonly isGiven: boolean
  readonly by: Consent['by']
  readonly how: Consent['how']
  readonly day: string | null
}

export const noConsent = (today: string): ConsentDraft => ({ isGiven: false, by: 'zelf', how: 'mondeling', day: today })

/** What is sent; null while nobody said yes. */
export const consentOf = ({ isGiven, by, how, day }: ConsentDraft): Consent | null =>
  isGiven && day !== null ? { by, how, day } : null

export interface ConsentFieldsProps {
  readonly value: ConsentDraft
  readonly onChange: (consent: ConsentDraft) => void
  readonly error?: string | undefined
}

/** The words to ask with, and what somebody said to them. Nothing special is kept before this is filled in. */
export function ConsentFields({ value, onChange, error }: ConsentFieldsProps) {
  const { t } = useTranslation()
  const { names, sentence } = useReaders()
  // Nobody can be asked before it is known who will read it.
  if (names === null)
    return (
      <fieldset className={styles.asked}>
        <legend>{t('care.consent.title')}</legend>
        <p className="soft">{sentence}</p>
      </fieldset>
    )
  return (
    <fieldset className={styles.asked}>
      <legend>{t('care.consent.title')}</legend>
      <p>{t('care.consent.words', { readers: names })}</p>
      <Checkbox
        label={t('care.consent.given')}
        isChecked={value.isGiven}
        onChange={(isGiven) => onChange({ ...value, isGiven })}
      />
      {error && <p role="alert">{error}</p>}
      {value.isGiven ? (
        <>
          <ChoiceGroup
            label={t('care.consent.by')}
            layout="inline"
            value={value.by}
            onChange={(by) => onChange({ ...value, by })}
            choices={consentGivers.map((code) => ({ value: code, label: t(`care.consent.bys.${code}`) }))}
          />
          <ChoiceGroup
            label={t('care.consent.how')}
            layout="inline"
            value={value.how}
            onChange={(how) => onChange({ ...value, how })}
            choices={consentWays.map((code) => ({ value: code, label: t(`care.consent.hows.${code}`) }))}
          />
          <DayField
            label={t('care.consent.day')}
            width="short"
            isRequired
            value={value.day}
            onChange={(day) => onChange({ ...value, day })}
          />
        </>
      ) : (
        <p className="soft">{t('care.consent.needed')}</p>
      )}
    </fieldset>
  )
}

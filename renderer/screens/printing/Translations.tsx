import { useTranslation } from 'react-i18next'
import type { LetterWish } from '../../../shared/contract/documents.ts'
import { paperLanguages } from '../../../shared/domain/paper-language.ts'
import { Button } from '../../components/Button.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './Printing.module.css'

type Translation = LetterWish['translations'][number]

interface TranslationsProps {
  readonly letter: LetterWish
  readonly onChange: (part: Pick<LetterWish, 'translations'>) => void
}

/** The letter in other languages, as its maker wrote it: who reads one of them gets it in that. */
export function Translations({ letter: { language, translations }, onChange }: TranslationsProps) {
  const { t } = useTranslation()
  const free = paperLanguages.filter(
    (one) => one !== language && translations.every((translation) => translation.language !== one),
  )
  const [next] = free
  const change = (at: number, part: Partial<Translation>) =>
    onChange({ translations: translations.map((one, other) => (other === at ? { ...one, ...part } : one)) })
  return (
    <>
      {translations.map((translation, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its language can be changed while it is written, its place stays
        <fieldset key={at} className={styles.translation}>
          <legend>
            {t('printing.letter.translation', { language: t(`printing.languages.${translation.language}`) })}
          </legend>
          <SelectField
            label={t('printing.letter.translationLanguage')}
            width="medium"
            value={translation.language}
            onChange={(value) => change(at, { language: value })}
            options={[translation.language, ...free].map((value) => ({
              value,
              label: t(`printing.languages.${value}`),
            }))}
          />
          <TextField
            label={t('printing.letter.subject')}
            value={translation.subject}
            onChange={(subject) => change(at, { subject })}
            maxLength={200}
          />
          <TextArea
            label={t('printing.letter.text')}
            hint={t('printing.letter.translationHint')}
            value={translation.text}
            onChange={(text) => change(at, { text })}
            maxLength={8000}
            rows={8}
          />
          <div>
            <Button
              kind="plain"
              onPress={() => onChange({ translations: translations.filter((_one, other) => other !== at) })}
            >
              {t('printing.letter.translationRemove')}
            </Button>
          </div>
        </fieldset>
      ))}
      {next && (
        <div>
          <Button
            icon="plus"
            onPress={() => onChange({ translations: [...translations, { language: next, subject: '', text: '' }] })}
          >
            {t('printing.letter.translationAdd')}
          </Button>
        </div>
      )}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { usePreferences } from '../data/use-preferences.ts'
import { type LanguageCode, languages } from '../i18n/start-i18n.ts'

/** The languages that are complete, each in its own words. Takes effect at once. */
export function LanguageChoice({
  label,
  isLabelHidden = false,
}: {
  readonly label: string
  readonly isLabelHidden?: boolean
}) {
  const { i18n } = useTranslation()
  const { answer, change, command } = usePreferences()
  const chosen = answer.state === 'ready' ? answer.value.language : null
  const current = languages.find(({ code }) => code === (chosen ?? i18n.language))
  return (
    <ChoiceGroup<LanguageCode>
      label={label}
      isLabelHidden={isLabelHidden}
      value={current?.code ?? null}
      onChange={(language) => void change({ language })}
      choices={languages.map(({ code, name }) => ({ value: code, label: name, lang: code }))}
      error={command.formError}
    />
  )
}

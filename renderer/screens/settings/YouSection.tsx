import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Form } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Preferences, usePreferences } from '../../data/use-preferences.ts'
import { LanguageChoice } from '../../parts/LanguageChoice.tsx'
import { TextSizeChoice } from '../../parts/TextSizeChoice.tsx'

const themes = ['system', 'light', 'dark'] as const

/** Name, language, size of text and colours: of this computer, not of the book. */
export function YouSection() {
  const { t } = useTranslation()
  const { answer } = usePreferences()
  return (
    <Section title={t('settings.you.title')}>
      <Answered of={answer}>{(value) => <Choices preferences={value} />}</Answered>
    </Section>
  )
}

function Choices({ preferences }: { readonly preferences: Preferences }) {
  const { t } = useTranslation()
  const { change, command } = usePreferences()
  return (
    <div className="stack">
      {preferences.notice && (
        <Notice kind="att">{t(`settings.notice.${preferences.notice}`, { file: preferences.keptAs })}</Notice>
      )}
      <NameForm name={preferences.userName} />
      <LanguageChoice label={t('settings.you.language')} />
      <TextSizeChoice label={t('settings.you.textSize')} />
      <ChoiceGroup
        label={t('settings.you.theme')}
        value={preferences.theme}
        onChange={(theme) => void change({ theme })}
        choices={themes.map((theme) => ({ value: theme, label: t(`settings.you.themes.${theme}`) }))}
        error={command.formError}
      />
    </div>
  )
}

function NameForm({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(name)
  const [isSaved, setSaved] = useState(false)
  const { change, command } = usePreferences()
  const save = async () => {
    const outcome = await change({ userName: typed })
    setSaved(outcome.ok)
  }
  return (
    <Form onSubmit={save} error={command.formError}>
      <TextField
        label={t('settings.you.name')}
        hint={t('settings.you.nameHint')}
        maxLength={80}
        isOptional
        value={typed}
        onChange={(next) => {
          setTyped(next)
          setSaved(false)
        }}
        error={command.fieldError('userName')}
      />
      <div className="cluster">
        <Button type="submit" isBusy={command.isRunning}>
          {t('settings.you.nameSubmit')}
        </Button>
        <span role="status">{isSaved && <Status kind="ok">{t('settings.saved')}</Status>}</span>
      </div>
    </Form>
  )
}

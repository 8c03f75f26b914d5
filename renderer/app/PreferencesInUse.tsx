import { useEffect } from 'react'
import { usePreferences } from '../data/use-preferences.ts'
import { applyLanguage, applyTextSize, applyTheme, followSystemTheme } from './apply-preferences.ts'

/** Follows the preferences while the window is open. `zoomsItself`: no shell around the page does it. */
export function PreferencesInUse({ zoomsItself }: { readonly zoomsItself: boolean }) {
  const { answer } = usePreferences()
  const preferences = answer.state === 'ready' ? answer.value : undefined
  const theme = preferences?.theme
  const textSize = preferences?.textSize
  const language = preferences?.language
  useEffect(() => {
    if (!theme) return
    applyTheme(theme)
    return followSystemTheme(() => applyTheme(theme))
  }, [theme])
  useEffect(() => {
    if (textSize && zoomsItself) applyTextSize(textSize)
  }, [textSize, zoomsItself])
  useEffect(() => {
    if (language) void applyLanguage(language)
  }, [language])
  return null
}

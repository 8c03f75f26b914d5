// Makes the window look as this person chose: language, colours, size of text.
import type { Preferences } from '../data/use-preferences.ts'
import { changeLanguage, type LanguageCode } from '../i18n/start-i18n.ts'

/** What is used until somebody has chosen. */
export const languageAtFirst: LanguageCode = 'nl'

const darkWish = '(prefers-color-scheme: dark)'

/** Colours: the person's own choice, or else that of the computer. */
export function applyTheme(theme: Preferences['theme']): void {
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia(darkWish).matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

/** Runs `listener` whenever the computer's own choice changes; the answer ends it. */
export function followSystemTheme(listener: () => void): () => void {
  const wish = matchMedia(darkWish)
  wish.addEventListener('change', listener)
  return () => wish.removeEventListener('change', listener)
}

/** Enlarges everything, space and lines included; larger letters alone would break the lists. */
export function applyTextSize(percent: number): void {
  document.documentElement.style.zoom = String(percent / 100)
}

export async function applyLanguage(language: Preferences['language']): Promise<void> {
  await changeLanguage(language ?? languageAtFirst)
}

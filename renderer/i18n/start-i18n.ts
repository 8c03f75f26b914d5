// The Dutch of the first screens comes with the window: nearly everybody reads it, and fetching it apart would hold them up. The
// rest of it follows with the first other screen, and another language when it is chosen.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { nlFirst } from './nl-first.ts'

/** The languages that are complete. In the order in which they are offered, each in its own words. */
export const languages = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'en', name: 'English' },
] as const

export type LanguageCode = (typeof languages)[number]['code']

const wordsOf: Record<LanguageCode, () => Promise<object>> = {
  nl: async () => nlFirst,
  en: async () => (await import('./en.ts')).en,
}

/** Begins to fetch the words of a language. */
export function prepareWords(language: LanguageCode): void {
  // When it fails, starting with that language says so.
  void wordsOf[language]().catch(() => undefined)
}

/** Starts with a language; call once, before the first render. */
export async function startI18n(language: LanguageCode): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await wordsOf[language]() } },
    // React escapes what it writes; escaping twice would show &amp; in a name.
    interpolation: { escapeValue: false },
    returnNull: false,
    // What is drawn before the rest of the words is there is drawn again when it comes.
    react: { bindI18nStore: 'added' },
  })
  addRest()
  tellDocument()
}

let rest: object | undefined
let isRestAdded = false

/** Fetches the words that did not come with the window. May be asked before the start, and again: they are fetched once. */
export async function fetchRestOfWords(): Promise<void> {
  // Another language came whole.
  if (i18next.isInitialized && !i18next.hasResourceBundle('nl', 'translation')) return
  rest ??= (await import('./nl-later.ts')).nlLater
  addRest()
}

function addRest(): void {
  if (!rest || isRestAdded || !i18next.isInitialized || !i18next.hasResourceBundle('nl', 'translation')) return
  isRestAdded = true
  i18next.addResourceBundle('nl', 'translation', rest, true)
}

/** For tests: starts with the made-up language of pseudo-locale.ts, which then stays whatever is chosen. */
export async function startPseudoI18n(direction: 'ltr' | 'rtl'): Promise<void> {
  const [{ pseudoWords }, { nl }] = await Promise.all([import('./pseudo-locale.ts'), import('./nl.ts')])
  await startI18n('nl')
  await fetchRestOfWords()
  i18next.addResourceBundle('nl', 'translation', pseudoWords(nl), true, true)
  document.documentElement.dir = direction
  isPseudo = true
}

let isPseudo = false

/** Changes the language of everything on the screen. */
export async function changeLanguage(language: LanguageCode): Promise<void> {
  if (isPseudo || i18next.language === language) return
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await wordsOf[language]())
  }
  if (language === 'nl') await fetchRestOfWords()
  await i18next.changeLanguage(language)
  tellDocument()
}

function tellDocument(): void {
  document.documentElement.lang = i18next.language
  document.documentElement.dir = i18next.dir()
}

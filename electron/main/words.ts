// The words the shell itself needs, for menus and its few dialogs. Electron's own labels are English only.
import en from '../../resources/locales/en/menu.json' with { type: 'json' }
import nl from '../../resources/locales/nl/menu.json' with { type: 'json' }

export type Words = typeof nl

/** Dutch until somebody chose another language: the first screen asks. */
export function wordsFor(language: string): Words {
  return language === 'en' ? en : nl
}

export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => values[name] ?? '')
}

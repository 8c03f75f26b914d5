import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

export type Language = 'nl' | 'en'

const locale = path.resolve(import.meta.dirname, '../../../resources/locales/nl')
const areas = readdirSync(locale).map((file) => path.parse(file).name)

/** Words that would be left over from the other language. */
const foreign: Readonly<Record<Language, RegExp>> = {
  nl: /\b(People|Overview|Gatherings|Settings|Cancel|Save|the|with)\b/,
  en: /\b(Mensen|Overzicht|Bijeenkomsten|Instellingen|Annuleren|Opslaan|het|niet|voor)\b/,
}

/** What a screen must not show: a key for which there are no words, and words of the other language. */
export async function findStrangeWords(page: Page, language: Language): Promise<string[]> {
  const { missing, own } = await wordsOf(page)
  const left = own.match(foreign[language])
  return [...missing, ...(left ? [`in the other language: ${left[0]}`] : [])]
}

/**
 * `missing`: a key for which there are no words shows as itself, "members.filter.all".
 * `own`: the words of the app itself, without names, addresses and what people wrote down.
 */
function wordsOf(page: Page): Promise<{ readonly missing: string[]; readonly own: string }> {
  return page.evaluate((names) => {
    const texts = [document.body.innerText, document.title]
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) texts.push(element.getAttribute(name) ?? '')
    const key = new RegExp(`\\b(?:${names.join('|')})\\.[a-z][\\w.]*`, 'g')
    const own = document.querySelectorAll('nav a, main h2, main button, main label, main th[scope="col"], main summary')
    return {
      missing: texts.flatMap((text) => [...(text.match(key) ?? []), ...(text.match(/\{\{.*?\}\}|\$t\(/g) ?? [])]),
      own: [...own].map((element) => element.textContent).join(' | '),
    }
  }, areas)
}

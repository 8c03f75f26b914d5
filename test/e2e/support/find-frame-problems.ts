import type { Page } from '@playwright/test'
import type { Language } from './find-strange-words.ts'

const tabs: Readonly<Record<Language, readonly string[]>> = {
  nl: ['Overzicht', 'Mensen', 'Bijeenkomsten'],
  en: ['Overview', 'People', 'Gatherings'],
}

/** What is wrong around a screen: another language, a tab that cannot be seen, a message that something failed. */
export function findFrameProblems(page: Page, language: Language): Promise<string[]> {
  return page.evaluate(
    ({ language: wanted, names }) => {
      const links = [...document.querySelectorAll('nav a[href]')].filter((link) => link.checkVisibility())
      const { lang } = document.documentElement
      const alerts = [...document.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent.trim())
      return [
        ...(lang === wanted ? [] : [`the language is ${lang}`]),
        ...names
          .filter((name) => !links.some(({ textContent }) => textContent.includes(name)))
          .map((name) => `no tab ${name}`),
        ...alerts.filter(Boolean).map((text) => `says: ${text}`),
      ]
    },
    { language, names: tabs[language] },
  )
}

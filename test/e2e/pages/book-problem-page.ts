import type { Page } from '@playwright/test'

/** What is shown when the book cannot be opened. */
export function bookProblemPage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    words: page.getByRole('main'),
    goodCopy: page.getByRole('region', { name: 'Er is een goede kopie' }),
    restore: page.getByRole('button', { name: 'Deze kopie terugzetten' }),
    retry: page.getByRole('button', { name: 'Opnieuw proberen' }),
  }
}

import { expect, type Locator, type Page } from '@playwright/test'
import type { ListFile } from './import-page.ts'

/** Bank inlezen: choose a file, see what is in it, take it in. */
export function bankPage(page: Page) {
  return {
    async choose(file: ListFile) {
      await page.getByLabel('Bankbestand kiezen').setInputFiles(file)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit staat in het bestand')
    },
    accountName: page.getByRole('textbox', { name: 'Hoe noemt u deze rekening?' }),
    facts: page.getByRole('main').locator('dl'),
    takeIn: page.getByRole('button', { name: /^(\d+ bankregels? inlezen|Bestand bewaren)$/ }),
    accounts: page.getByRole('grid', { name: 'Rekeningen', exact: true }),
    files: page.getByRole('grid', { name: 'Ingelezen bestanden' }),
    problem: page.getByText(/^(Dit bestand|Dit is|Het bestand)/),
    toAssign: page.getByRole('link', { name: 'Bankregels toewijzen' }),
  }
}

/** Bankregels toewijzen: certain ones at once, the rest one by one. */
export function assignPage(page: Page) {
  const list = (group: string): Locator =>
    page.getByRole('list', { name: `Bankregels: ${group}` }).locator(':scope > li')
  return {
    bookCertain: page.getByRole('button', { name: /^\d+ zekere regels? verwerken$/ }),
    certain: list('Zeker'),
    confirm: list('Te bevestigen'),
    other: list('Geen contributie'),
    current: page.locator('[data-line][aria-current]:focus'),
    options: page.getByRole('list', { name: 'Wat is dit?' }).getByRole('button'),
    dialog: page.getByRole('dialog'),
    question: page.getByRole('alertdialog'),
    /** The fields of dividing a line, by the place in the list. */
    part: (number: number) => ({
      who: page.getByRole('combobox', { name: `Lid ${number}` }),
      amount: page.getByRole('textbox', { name: `Bedrag ${number}` }),
    }),
    done: page
      .getByRole('grid', { name: 'Verwerkt' })
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell') }),
    allDone: page.getByRole('status').filter({ hasText: 'Alles verwerkt' }),
  }
}

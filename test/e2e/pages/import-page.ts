import { expect, type Locator, type Page } from '@playwright/test'

export interface ListFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Inlezen: file, columns, preview. */
export function importPage(page: Page) {
  const table = page.getByRole('grid', { name: 'Mensen in de lijst' })
  const dialog = page.getByRole('dialog')
  return {
    table,
    rows: table.getByRole('row').filter({ has: page.getByRole('gridcell') }),
    dialog,
    /** Why a file is not read, at the place where it was chosen. */
    problem: page.getByText(/^(Dit bestand|Dit is|Het bestand|In dit bestand|Het lezen)/),
    async choose(file: ListFile) {
      await page.getByLabel('Bestand kiezen').setInputFiles(file)
    },
    column: (heading: string) => page.getByRole('combobox', { name: heading, exact: true }),
    async toPreview() {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat staat er in de kolommen?')
      await page.getByRole('button', { name: 'Verder' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Klopt dit?')
      await expect(table).toBeVisible()
    },
    /** How many people stand under a choice of the filter. */
    filter: (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) }),
    rowOf: (name: string | RegExp): Locator => table.getByRole('row').filter({ hasText: name }),
    async correct(row: Locator, column: string, value: string) {
      await row.getByRole('button', { name: /^Verbeteren/ }).click()
      await dialog.getByRole('textbox', { name: column, exact: true }).fill(value)
      await dialog.getByRole('button', { name: 'Verbetering opslaan' }).click()
      await expect(dialog).toHaveCount(0)
    },
    async decide(row: Locator, answer: 'Ja, dezelfde persoon' | 'Nee, iemand anders') {
      await row.getByRole('button', { name: /^Vergelijken/ }).click()
      await dialog.getByRole('button', { name: answer }).click()
      await expect(dialog).toHaveCount(0)
    },
    /** "9 mensen inlezen": the button says how many. */
    takeIn: page.getByRole('button', { name: /^\d+ mens(en)? inlezen$/ }),
  }
}

import { expect, type Page } from '@playwright/test'

/** One person: dues, facts, what can happen, history. */
export function personPage(page: Page) {
  const dialog = page.getByRole('dialog')
  const dues = page.getByRole('region', { name: 'Contributie' })
  return {
    dialog,
    facts: page.getByRole('region', { name: 'Gegevens' }),
    dues,
    /** The sentence that says how somebody stands. */
    standing: dues.getByRole('paragraph').first(),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    field: (name: string) => dialog.getByRole('textbox', { name, exact: true }),
    /** Agrees on dues with the only plan there is, paid each month. */
    async agreeOnDues(from: string) {
      await page.getByRole('button', { name: 'Contributie afspreken' }).click()
      await dialog.getByRole('radio', { name: 'per maand', exact: true }).check()
      await dialog.getByRole('textbox', { name: 'Vanaf', exact: true }).fill(from)
      await dialog.getByRole('button', { name: 'Afspraak opslaan' }).click()
      await expect(dialog).toHaveCount(0)
    },
  }
}

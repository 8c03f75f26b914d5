import { expect, type Page } from '@playwright/test'

/** Kas and Jaar. */
export function bookkeepingPage(page: Page) {
  const dialog = page.getByRole('dialog')
  const saved = () => expect(dialog).toHaveCount(0)
  return {
    dialog,
    cashBook: page.getByRole('grid', { name: 'Kasboek' }),
    balances: page.getByRole('grid', { name: 'Standen' }),
    expenses: page.getByRole('grid', { name: 'Wat ging eruit' }),
    tab: (name: 'Kas' | 'Jaar') =>
      page
        .getByRole('navigation', { name: 'Onderdelen van contributie' })
        .getByRole('link', { name, exact: true })
        .click(),
    async open(amount: string, day: string) {
      await page.getByRole('button', { name: 'Beginstand opschrijven' }).click()
      await dialog.getByRole('textbox', { name: 'Bedrag' }).fill(amount)
      await dialog.getByRole('textbox', { name: 'Datum' }).fill(day)
      await dialog.getByRole('button', { name: 'Beginstand opslaan' }).click()
      await saved()
    },
    async write(
      direction: 'Geld kwam binnen' | 'Geld ging eruit',
      amount: string,
      day: string,
      what: string,
      text: string,
    ) {
      await page.getByRole('button', { name: 'Ontvangst of uitgave opschrijven' }).click()
      // The circle itself is drawn by its label.
      await dialog.getByRole('radio', { name: direction }).check({ force: true })
      await dialog.getByRole('textbox', { name: 'Bedrag' }).fill(amount)
      await dialog.getByRole('textbox', { name: 'Datum' }).fill(day)
      await dialog.getByRole('combobox', { name: 'Waarvoor?' }).selectOption({ label: what })
      await dialog.getByRole('textbox', { name: /Omschrijving/ }).fill(text)
      await dialog.getByRole('button', { name: 'Opslaan' }).click()
      await saved()
    },
    async chooseYear(year: number) {
      await page.getByRole('combobox', { name: 'Jaar' }).selectOption(String(year))
    },
  }
}

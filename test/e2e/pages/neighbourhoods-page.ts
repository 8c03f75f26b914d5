import { expect, type Page } from '@playwright/test'

/** Binnenbuurten: the list, one of them, and who holds its places. */
export function neighbourhoodsPage(page: Page) {
  const table = page.getByRole('grid', { name: 'Binnenbuurten' })
  const dialog = page.getByRole('dialog')
  return {
    table,
    dialog,
    async open(name: string) {
      await table.getByRole('row').filter({ hasText: name }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    },
    async chooseFor(role: 'Contactpersoon' | 'Vervanger', typed: string, name: string) {
      await page.getByRole('button', { name: `${role} kiezen` }).click()
      await dialog.getByRole('combobox', { name: 'Wie' }).fill(typed)
      await dialog.getByRole('option', { name }).click()
      await dialog.getByRole('button', { name: 'Opslaan' }).click()
      await expect(dialog).toHaveCount(0)
    },
  }
}

import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'

/** Incasso: the list, making one, and the steps of one. */
export function collectionsPage(page: Page) {
  const dialog = page.getByRole('dialog')
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
  const inDialog = async (name: string | RegExp) => {
    await dialog.getByRole('button', { name, exact: typeof name === 'string' }).click()
    await expect(dialog).toHaveCount(0)
  }
  return {
    dialog,
    press,
    inDialog,
    list: page.getByRole('grid', { name: 'Incasso’s' }),
    items: page.getByRole('grid', { name: 'Wie er in zit' }),
    returns: page.getByRole('list', { name: 'Teruggeboekt' }),
    async goTo() {
      await page.getByRole('navigation').getByRole('link', { name: 'Contributie', exact: true }).click()
      await page
        .getByRole('navigation', { name: 'Onderdelen van contributie' })
        .getByRole('link', { name: 'Incasso', exact: true })
        .click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Incasso')
    },
    /** Presses what saves the file, and reads what was saved. */
    async fetchFile(): Promise<{ name: string; text: string }> {
      const started = page.waitForEvent('download')
      await press('Bestand ophalen')
      const download = await started
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
    },
  }
}

import { expect, type Page } from '@playwright/test'

/** Openstaand: who has something open, and the letters about it. */
export function openDuesPage(page: Page) {
  const dialog = page.getByRole('dialog')
  const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name })
  const show = async (name: string) => {
    await page.getByRole('button', { name: `Bekijken: ${name}` }).click()
    await expect(dialog.getByRole('heading', { name })).toBeVisible()
  }
  const finish = async () => {
    await dialog.getByRole('button', { name: 'Klaar' }).click()
    await expect(dialog).toHaveCount(0)
  }
  return {
    dialog,
    now: page.getByRole('grid', { name: 'Kan nu een brief krijgen' }),
    later: page.getByRole('grid', { name: 'Krijgt nu geen brief' }),
    /** The first of the letters as they lie on paper. */
    letter: dialog.frameLocator('iframe').getByRole('article').first(),
    rowOf,
    show,
    finish,
    async chooseAll() {
      await page.getByRole('button', { name: 'Allemaal kiezen' }).click()
    },
    async seeLetters() {
      await page.getByRole('button', { name: 'Brieven bekijken' }).click()
      await expect(dialog.frameLocator('iframe').getByRole('article').first()).toBeVisible()
    },
    /** The browser's own print dialog is not opened; what it would print is. */
    async print() {
      await dialog.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
        if (frame.contentWindow) frame.contentWindow.print = () => undefined
      })
      await dialog.getByRole('button', { name: /brie(f|ven) afdrukken$/ }).click()
      await expect(dialog).toContainText('Zijn de brieven goed uit de printer gekomen')
    },
    async writeDown(count: number) {
      await dialog.getByRole('button', { name: `Afgedrukt en verstuurd: ${count} opschrijven` }).click()
      await expect(dialog.getByRole('heading', { name: 'Opgeschreven' })).toBeVisible()
    },
    /** From the dialog of one payer. */
    async pause(why: string) {
      await dialog.getByRole('button', { name: 'Even geen brieven' }).click()
      await dialog.getByRole('radio', { name: why }).check()
      await dialog.getByRole('button', { name: 'Geen brieven sturen' }).click()
      await expect(dialog.getByRole('button', { name: 'Brieven mogen weer' })).toBeVisible()
      await finish()
    },
    async endPause(name: string) {
      await show(name)
      await dialog.getByRole('button', { name: 'Brieven mogen weer' }).click()
      await expect(dialog.getByRole('button', { name: 'Even geen brieven' })).toBeVisible()
      await finish()
    },
  }
}

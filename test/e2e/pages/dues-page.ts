import { expect, type Page } from '@playwright/test'

/** Contributie: the run, payments, who has something open. */
export function duesPage(page: Page) {
  const dialog = page.getByRole('dialog')
  const fillPlan = async (plan: { name: string; amount: string; per?: string; from?: string }) => {
    await dialog.getByRole('textbox', { name: 'Naam' }).fill(plan.name)
    await dialog.getByRole('textbox', { name: 'Bedrag', exact: true }).fill(plan.amount)
    if (plan.per) await dialog.getByRole('combobox', { name: 'Dit bedrag is' }).selectOption(plan.per)
    if (plan.from) await dialog.getByRole('textbox', { name: 'Geldt vanaf' }).fill(plan.from)
    await dialog.getByRole('button', { name: 'Regeling opslaan' }).click()
    await expect(dialog.getByRole('heading', { name: plan.name })).toBeVisible()
    await dialog.getByRole('button', { name: 'Klaar' }).click()
    await expect(dialog).toHaveCount(0)
  }
  return {
    dialog,
    record: page.getByRole('button', { name: 'Betaling opschrijven', exact: true }),
    openPayers: page.getByRole('grid', { name: 'Wie heeft nog iets open?' }),
    /** @param plan `per`: for a month when it is not said. */
    async addPlan(plan: { name: string; amount: string; per?: string; from: string }) {
      await page.getByRole('button', { name: 'Regeling maken' }).click()
      await fillPlan(plan)
    },
    /** Beside those that there are; from the first of this year. */
    async addAnotherPlan(plan: { name: string; amount: string; per?: string }) {
      await page.getByRole('button', { name: 'Regelingen en bedragen' }).click()
      await dialog.getByRole('button', { name: 'Regeling toevoegen' }).click()
      await fillPlan(plan)
    },
    /** Brings the dues up to date; the button says how many amounts that is. */
    async bringUpToDate() {
      await page.getByRole('button', { name: 'Contributie bijwerken' }).click()
      await dialog.getByRole('button', { name: /^\d+ bedrag(en)? bijwerken$/ }).click()
      await expect(dialog).toHaveCount(0)
    },
    async payCash(payer: string, name: string, amount: string) {
      await page.getByRole('button', { name: 'Betaling opschrijven', exact: true }).click()
      await dialog.getByRole('combobox', { name: 'Van wie is de betaling?' }).fill(payer)
      await dialog.getByRole('option', { name }).click()
      await dialog.getByRole('textbox', { name: 'Bedrag' }).fill(amount)
      await dialog.getByRole('radio', { name: 'Contant' }).check()
      await dialog.getByRole('button', { name: 'Betaling opslaan' }).click()
      await expect(dialog).toHaveCount(0)
    },
  }
}

import { expect, type Page } from '@playwright/test'

/** Mensen: the list, and writing somebody down. */
export function peoplePage(page: Page) {
  const table = page.getByRole('grid', { name: 'Mensen in dit boek' })
  const dialog = page.getByRole('dialog', { name: 'Iemand toevoegen' })
  return {
    table,
    rows: table.getByRole('row').filter({ has: page.getByRole('gridcell') }),
    rowOf: (name: string) => table.getByRole('row').filter({ hasText: name }),
    add: page.getByRole('button', { name: 'Iemand toevoegen' }),
    dialog,
    field: (name: string) => dialog.getByRole('textbox', { name }),
    save: dialog.getByRole('button', { name: 'Toevoegen', exact: true }),
    async open(name: string) {
      await table.getByRole('row').filter({ hasText: name }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    },
  }
}

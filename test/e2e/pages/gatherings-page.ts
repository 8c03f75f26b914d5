import { expect, type Page } from '@playwright/test'

/** Bijeenkomsten: the list, planning one, and writing down who was there. */
export function gatheringsPage(page: Page) {
  const dialog = page.getByRole('dialog')
  const marks = page.getByRole('grid', { name: /^Wie (was|komt) er\?$/ })
  const absent = page.getByRole('complementary', { name: 'Wie was er niet?' })
  return {
    dialog,
    marks,
    absent,
    totals: page.getByRole('list', { name: 'Totalen' }),
    done: page.getByRole('button', { name: 'Klaar' }),
    mark: (name: string, choice: string) => marks.getByRole('button', { name: `${name}: ${choice}` }),
    restWasThere: page.getByRole('button', { name: /^De ander(e \d+)? waren? er$|^De ander was er$/ }),
    absentee: (name: string) => absent.getByRole('region', { name }),
    async plan(gathering: { day: string; place: string; title: string }) {
      await page.getByRole('button', { name: 'Bijeenkomst plannen' }).first().click()
      await dialog.getByRole('textbox', { name: 'Wanneer?' }).fill(gathering.day)
      await dialog.getByRole('textbox', { name: 'Waar?' }).fill(gathering.place)
      await dialog.getByRole('textbox', { name: 'Wat?' }).fill(gathering.title)
      await dialog.getByRole('button', { name: 'Bijeenkomst plannen' }).click()
      await expect(dialog).toHaveCount(0)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(gathering.title)
    },
  }
}

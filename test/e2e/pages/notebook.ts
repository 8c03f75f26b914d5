// What stands around every screen: the tabs, the search box, the bar with what was just done.
import { expect, type Page } from '@playwright/test'

export type Tab =
  | 'Overzicht'
  | 'Mensen'
  | 'Binnenbuurten'
  | 'Bijeenkomsten'
  | 'Contributie'
  | 'Geschiedenis'
  | 'Instellingen'

export function notebook(page: Page) {
  const heading = page.getByRole('heading', { level: 1 })
  const undoBar = page.getByRole('region', { name: 'Wat u net deed' })
  const search = page.getByRole('combobox', { name: 'Zoek op naam, straat of telefoon' })
  return {
    heading,
    undoBar,
    search,
    tabs: page.getByRole('navigation', { name: 'Onderdelen van het boek' }),
    dialog: page.getByRole('dialog'),
    async goTo(tab: Tab) {
      await page.getByRole('navigation').getByRole('link', { name: tab, exact: true }).click()
      await expect(heading).toHaveText(tab)
    },
    /** As if the address was typed: the window starts anew there. */
    async open(address: string) {
      await page.goto(new URL(address, page.url()).href)
      await expect(heading).not.toHaveText('')
    },
    /** As a link does: the window stays as it is and shows the screen of the address. */
    async turnTo(address: string) {
      await page.evaluate((to) => history.pushState(null, '', to), address)
      // In one question, because it is asked of every screen.
      await page.waitForFunction(
        () => {
          const words = (name: string) => document.querySelector(name)?.textContent ?? ''
          return words('h1') !== '' && !/Even geduld|One moment/.test(words('main'))
        },
        null,
        { timeout: 15_000 },
      )
    },
    async find(text: string, name: string) {
      await search.fill(text)
      await page.getByRole('listbox', { name: 'Gevonden' }).getByRole('option', { name }).click()
      await expect(heading).toHaveText(name)
    },
    async undoLast() {
      await undoBar.getByRole('button', { name: 'Ongedaan maken' }).click()
      await expect(undoBar).toContainText('Ongedaan gemaakt')
    },
  }
}

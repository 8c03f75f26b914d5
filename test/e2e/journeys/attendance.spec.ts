// Who was there, of 50 people: with the mouse, when two did not come and the others are marked at once; and each of them with a key.
import type { Locator, Page } from '@playwright/test'
import { gatheringsPage } from '../pages/gatherings-page.ts'
import { notebook } from '../pages/notebook.ts'
import { type BookApi, makeBook, planGathering, today } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'
import { countKeys, tabTo } from '../support/keyboard.ts'

test('the attendance of 50 people is written down in at most five clicks, or 60 keys', async ({ page }) => {
  // Given two gatherings of today to which 50 people were invited.
  const { api, neighbourhoodId } = await makeBook(page, { people: 50 })
  const plan = (title: string) => planGathering(api, { groupId: neighbourhoodId, day: today(), title })
  const [borrel, soup] = [await plan('Borrel'), await plan('Soepavond')]
  await notebook(page).open(`/bijeenkomsten/${borrel}`)
  await test.step('in at most five clicks', () => writeDownByMouse(page, api, borrel))
  await notebook(page).turnTo(`/bijeenkomsten/${soup}`)
  await expect(notebook(page).heading).toContainText('Soepavond')
  await test.step('in at most 60 keys', () => writeDownByKeyboard(page, api, soup))
})

test('what was typed in the note is kept without its own button, whichever way the page is left', async ({ page }) => {
  // Given a gathering of today.
  const { api, neighbourhoodId } = await makeBook(page, { people: 2 })
  const id = await planGathering(api, { groupId: neighbourhoodId, day: today(), title: 'Borrel' })
  const written = async () => (({ note, guests }) => ({ note, guests }))(await api.gatherings.detail({ id }))
  const note = page.getByRole('textbox', { name: 'Notitie' })
  const guests = page.getByRole('textbox', { name: 'Gasten zonder uitnodiging' })
  await notebook(page).open(`/bijeenkomsten/${id}`)

  // When guests and a note are typed, and then Klaar is pressed.
  await guests.fill('3')
  await note.fill('Ria neemt soep mee.')
  await gatheringsPage(page).done.click()
  await expect(notebook(page).heading).toHaveText('Bijeenkomsten')

  // Then both are in the book.
  await expect.poll(written).toEqual({ note: 'Ria neemt soep mee.', guests: 3 })

  // And a note that is changed is kept too when the keys go back with the focus still in it; a number that is none is not.
  await notebook(page).turnTo(`/bijeenkomsten/${id}`)
  await guests.fill('-3')
  await note.fill('Ruud neemt soep mee.')
  await page.goBack()
  await expect.poll(written).toEqual({ note: 'Ruud neemt soep mee.', guests: 3 })
})

async function writeDownByMouse(page: Page, api: BookApi, id: string): Promise<void> {
  const gathering = gatheringsPage(page)
  let clicks = 0
  const click = async (button: Locator) => {
    clicks += 1
    await button.click()
  }

  // When those two are marked, and the others at once.
  await click(gathering.mark('Ria Buur01', 'Niet gekomen'))
  await click(gathering.mark('Ruud Buur02', 'Afgemeld'))
  await click(page.getByRole('button', { name: 'De andere 48 waren er' }))

  // Then all of it is in the book.
  await expect(gathering.totals).toContainText('48 waren er')
  const counts = async () => (await api.gatherings.detail({ id })).counts
  await expect.poll(counts).toMatchObject({ present: 48, excused: 1, missed: 1, unknown: 0 })
  expect(clicks).toBeLessThanOrEqual(5)
}

async function writeDownByKeyboard(page: Page, api: BookApi, id: string): Promise<void> {
  const gathering = gatheringsPage(page)
  await tabTo(page, gathering.mark('Ria Buur01', 'Was er'))

  // When each of them gets a key: most were there, every seventh had said no, every eleventh did not come.
  const keys = await countKeys(page, async (press) => {
    for (let number = 1; number <= 50; number += 1) {
      await press(number % 7 === 0 ? '2' : number % 11 === 0 ? '3' : '1')
    }
  })
  console.log(`attendance of 50 people: ${keys.count} keys in ${(keys.ms / 1000).toFixed(1)} s`)

  // Then all of it is in the book, and it took far less than a minute.
  expect(keys.count).toBeLessThanOrEqual(60)
  expect(keys.ms).toBeLessThan(60_000)
  await expect(gathering.totals).toContainText('39 waren er')
  const counts = async () => (await api.gatherings.detail({ id })).counts
  await expect.poll(counts).toMatchObject({ present: 39, excused: 7, missed: 4, unknown: 0 })

  // And the arrows go back to one of them: Home, down, and the mark is another one.
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('3')
  await expect(gathering.mark('Ruud Buur02', 'Niet gekomen')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(counts).toMatchObject({ present: 38, missed: 5 })
}

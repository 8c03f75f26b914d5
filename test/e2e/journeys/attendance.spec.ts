// Who was there, with the mouse: two who did not come, and the others at once. By the keyboard: keyboard-only.spec.ts.
import type { Locator } from '@playwright/test'
import { gatheringsPage } from '../pages/gatherings-page.ts'
import { notebook } from '../pages/notebook.ts'
import { makeBook, planGathering, today } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'

test('the attendance of 50 people is written down in at most five clicks', async ({ page }) => {
  // Given a gathering of today to which 50 people were invited, of whom two did not come.
  const { api, neighbourhoodId } = await makeBook(page, { people: 50 })
  const id = await planGathering(api, { groupId: neighbourhoodId, day: today(), title: 'Borrel' })
  await notebook(page).open(`/bijeenkomsten/${id}`)
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
})

// Whoever is quicker than the computer: a second press, a key or a day that comes before the answer to what went before.
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { daysAgo, makeBook, today } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'

/** Holds back calls of this method until `letGo`, as a slow disk would. */
async function holdBack(page: Page, method: string) {
  const gate = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (route.request().postDataJSON().method === method) await gate.promise
    await route.continue()
  })
  return { letGo: gate.resolve }
}

test('two buttons of two rows, pressed before the first is done, both do what they say', async ({ page }) => {
  const { api } = await makeBook(page, { modules: ['initiatives'] })
  const { id } = await api.initiatives.save({
    ...{ id: null, name: 'Dorpsauto', goal: null, ownerPersonId: null, ownerName: null, organisationId: null },
    ...{ state: 'loopt', from: null, plannedEnd: null, note: null },
  })
  for (const knownAs of ['Ria', 'Ruud'])
    await api.initiatives.saveSignUp({
      ...{ id: null, initiativeId: id, day: daysAgo(400), source: null, area: null, organisationId: null },
      ...{ personId: null, knownAs, seenDay: null, leftDay: null },
    })
  await notebook(page).open(`/initiatieven/${id}`)
  const slow = await holdBack(page, 'initiatives.saveSignUp')
  await page.getByRole('button', { name: 'Is nog actief: Ria' }).click()
  await page.getByRole('button', { name: 'Is nog actief: Ruud' }).click()
  slow.letGo()
  await expect(page.getByRole('button', { name: /Is nog actief/ })).toHaveCount(0)
  const { signUps } = await api.initiatives.get({ id })
  expect(signUps.map(({ seenDay }) => seenDay)).toEqual([today(), today()])
})

test('Enter in the search box opens who was typed, and not who was found before that', async ({ page }) => {
  await makeBook(page, { people: 3 })
  const book = notebook(page)
  await book.open('/')
  await book.search.fill('Buur')
  const found = page.getByRole('listbox', { name: 'Gevonden' })
  await expect(found.getByRole('option')).toHaveCount(3)
  const slow = await holdBack(page, 'search.find')
  await book.search.fill('Anh Buur')
  await book.search.press('Enter')
  await expect(book.heading).toHaveText('Overzicht')
  slow.letGo()
  await expect(book.heading).toHaveText('Anh Buur03')
})

test('what cannot be taken back is said until something else is done', async ({ page }) => {
  const { api } = await makeBook(page)
  const book = notebook(page)
  await book.open('/')
  const undo = page.getByRole('banner').getByRole('button', { name: 'Ongedaan maken' })
  await undo.click()
  await expect(book.undoBar).toContainText('Ongedaan gemaakt')
  await undo.click()
  await expect(book.undoBar).toContainText('Er is niets om ongedaan te maken.')
  await api.neighbourhoods.add({ name: 'Lijsterpad', areaNote: null, targetSize: 50, cadencePerYear: null })
  await expect(book.undoBar).toContainText('Lijsterpad')
  await book.undoLast()
})

test('a window that stays open overnight shows the new day by itself', async ({ page, browser }) => {
  await makeBook(page)
  await notebook(page).open('/')
  // A window of its own: a clock that was put forward stays so for whoever uses the window next.
  const context = await browser.newContext({ storageState: await page.context().storageState() })
  const overnight = await context.newPage()
  await overnight.clock.install()
  const asked: string[] = []
  overnight.on('request', (request) => {
    if (request.url().endsWith('/call')) asked.push(request.postDataJSON().method)
  })
  const timesAsked = () => asked.filter((method) => method === 'overview.get').length
  await overnight.goto(page.url())
  // The last that the screen asks when it begins.
  await expect.poll(() => asked).toContain('overview.moduleTasks')
  const atFirst = timesAsked()
  await overnight.clock.fastForward('00:30')
  expect(timesAsked()).toBe(atFirst)
  await overnight.clock.fastForward('24:00:00')
  await expect.poll(timesAsked).toBeGreaterThan(atFirst)
  await context.close()
})

// Neighbours who help each other: a Dammetje in five clicks at the most and by keyboard alone, and a request that finds somebody.
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { type MadeBook, makeBook } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'
import { tabTo } from '../support/keyboard.ts'

function helpingPage(page: Page) {
  const dialog = page.getByRole('dialog')
  return {
    dialog,
    record: page.getByRole('button', { name: 'Dammetje opschrijven' }),
    giver: dialog.getByLabel('Wie hielp?'),
    receiver: dialog.getByLabel('Wie werd geholpen?'),
    category: dialog.getByLabel('Waarmee?'),
    save: dialog.getByRole('button', { name: 'Dammetje opslaan' }),
    found: (name: string) => page.getByRole('option', { name }),
    acts: page.getByRole('list', { name: 'Dammetjes' }),
    requests: page.getByRole('region', { name: 'Wat er gevraagd wordt' }),
  }
}

test('a Dammetje, a request that finds somebody, and a newcomer', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 4, modules: ['help', 'newcomers'] })
  await notebook(page).open('/onderling')
  await test.step('a Dammetje is written down in five clicks at the most', () => writeDownByMouse(page))
  await test.step('a Dammetje is written down with the keyboard alone', () => writeDownByKeyboard(page))
  await test.step('a request finds who offered it, nearest first, and is over with the act', () =>
    findHelper(page, { api, people }))
  await test.step('a newcomer is put on the list, spoken to with one click, and asked for nothing more', () =>
    welcomeNewcomer(page))
})

async function writeDownByMouse(page: Page) {
  const helping = helpingPage(page)
  let clicks = 0
  const click = async (goal: ReturnType<typeof page.getByRole>) => {
    clicks += 1
    await goal.click()
  }
  await click(helping.record)
  await expect(helping.giver).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type('Ruud')
  await click(helping.found('Ruud Buur02'))
  await page.keyboard.press('Tab')
  await page.keyboard.type('Anh')
  await click(helping.found('Anh Buur03'))
  // A native list opens and closes by itself: choosing from it is one click more than reaching it.
  clicks += 1
  await helping.category.selectOption('Vervoer')
  await click(helping.save)
  await expect(helping.acts).toContainText('Ruud Buur02 voor Anh Buur03')
  expect(clicks).toBeLessThanOrEqual(5)
}

async function writeDownByKeyboard(page: Page) {
  const helping = helpingPage(page)
  await tabTo(page, helping.record)
  await page.keyboard.press('Enter')
  await expect(helping.giver).toBeFocused()
  await page.keyboard.type('Ruud')
  await expect(helping.found('Ruud Buur02')).toBeVisible()
  await page.keyboard.press('Enter')
  await tabTo(page, helping.category)
  await page.keyboard.type('Verv')
  await tabTo(page, helping.save)
  await page.keyboard.press('Enter')
  await expect(helping.acts).toContainText('Ruud Buur02 voor een buur')
  await expect(helping.acts).toContainText('Vervoer')
}

async function findHelper(page: Page, { api, people }: Pick<MadeBook, 'api' | 'people'>) {
  const helping = helpingPage(page)
  const [ria = '', ruud = ''] = people
  await test.step('given a neighbour who would gladly help, and one who asks', async () => {
    await api.mutualHelp.offer({
      personId: ruud,
      categories: ['boodschappen'],
      times: [],
      // Two of them were done above already.
      perMonth: 4,
      pausedUntil: null,
      words: null,
    })
    await api.mutualHelp.ask({
      personId: ria,
      askedByPersonId: null,
      groupId: null,
      category: 'boodschappen',
      institution: null,
      words: null,
      wantedBy: null,
      wantedTime: null,
      lasting: false,
    })
    await notebook(page).turnTo('/onderling')
  })
  await helping.requests.getByRole('button', { name: /^Wie kan dit/ }).click()
  await expect(helping.dialog).toContainText('Woont in dezelfde straat')
  await expectAccessible(page)
  await helping.dialog.getByRole('button', { name: 'Zegt ja: Ruud Buur02' }).click()
  await expect(helping.requests).toContainText('Ruud Buur02 doet het')

  await test.step('what is known is filled in: done takes two clicks', async () => {
    await helping.requests.getByRole('button', { name: /^Is gedaan/ }).click()
    await helping.save.click()
    await expect(helping.acts).toContainText('Ruud Buur02 voor Ria Buur01')
    await expect(helping.requests).toContainText('Er is nu geen vraag.')
  })
  await notebook(page).undoLast()
  await expect(helping.requests).toContainText('Ruud Buur02 doet het')
}

async function welcomeNewcomer(page: Page) {
  await notebook(page).turnTo('/nieuwkomers')
  await page.getByRole('button', { name: 'Nieuwkomer toevoegen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').first().fill('Tesfay')
  await page.getByRole('option', { name: 'Tesfay Buur04' }).click()
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await expect(page.getByRole('link', { name: 'Tesfay Buur04' })).toBeVisible()
  await page.getByRole('button', { name: 'Vandaag gedaan: Eerste persoonlijk contact, Tesfay Buur04' }).click()
  await expect(page.getByText(/^Eerste persoonlijk contact: \d/)).toBeVisible()
  await expectAccessible(page)
}

// What returns: a number written down with few clicks, and without a mouse; and from what stood in the way to what helped.
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { expect, test } from '../support/fixtures.ts'
import { tabTo } from '../support/keyboard.ts'

test.use({ demo: true })

test('what returns, and what stands in the way', async ({ page }) => {
  await notebook(page).open('/bijeenkomsten/reeksen')
  await test.step('how many came to the conversation table, by keyboard alone', () => countVisitors(page))
  await notebook(page).turnTo('/bijeenkomsten/belemmeringen')
  await test.step('what stands in the way gets a measure in four clicks, and lifts say who is still without', () =>
    takeMeasure(page))
})

async function countVisitors(page: Page) {
  const { heading, dialog } = notebook(page)
  await tabTo(page, page.getByRole('link', { name: /^Reeks openen\s*: Praattafel$/ }))
  await page.keyboard.press('Enter')
  await expect(heading).toHaveText('Praattafel')
  await tabTo(page, page.getByRole('button', { name: 'Een andere dag toevoegen' }))
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Welke dag?' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  await tabTo(page, page.getByRole('textbox', { name: /^Hoeveel mensen waren er op/ }))
  await page.keyboard.type('31')
  await tabTo(page, page.getByRole('textbox', { name: 'Welke talen?' }))
  await page.keyboard.type('Nederlands, Pools')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('table', { name: 'Geweest' })).toContainText('31 mensen')
  await expect(page.getByText('6 verschillende talen tot nu toe')).toBeVisible()
  await notebook(page).undoLast()
  await expect(page.getByText('5 verschillende talen tot nu toe')).toBeVisible()
}

async function takeMeasure(page: Page) {
  const { dialog } = notebook(page)
  const helped = page.getByRole('article', { name: 'Geen opvang voor de kinderen' })
  await expect(helped).toContainText('Daarvoor kwamen er 5 (1 keer).')
  await expect(helped).toContainText('Daarna kwamen er gemiddeld 18,5 (2 keer).')
  await expect(helped).toContainText('13,5 meer dan daarvoor')

  const waiting = page.getByRole('article', { name: 'Trap, drempel of geen lift' })
  await waiting.getByRole('button', { name: /^Opschrijven wat u deed/ }).click()
  await dialog.getByRole('textbox', { name: 'Wat?' }).fill('Voortaan in het buurthuis')
  await dialog.getByRole('button', { name: 'Opslaan' }).click()
  await expect(waiting).toContainText('Na de volgende bijeenkomst ziet u het hier.')

  await notebook(page).turnTo('/bijeenkomsten')
  await page.getByRole('link', { name: 'Borrel', exact: true }).first().click()
  const lifts = page.getByRole('region', { name: 'Vervoer' })
  await expect(lifts).toContainText('Nog 2 zonder vervoer')
  await lifts.getByRole('button', { name: 'Weghalen: Farida Benali' }).click()
  await lifts.getByRole('combobox', { name: 'Naima El Idrissi rijdt mee met' }).selectOption('Cor Mulder')
  await expect(lifts).toContainText('Iedereen die vervoer nodig heeft, rijdt mee.')
  await page.getByRole('button', { name: 'Cor Mulder: Komt niet' }).click()
  await expect(lifts).toContainText('Cor Mulder heeft zich afgemeld')
  await expect(lifts).toContainText('Nog 2 zonder vervoer')
}

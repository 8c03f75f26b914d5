// The recovery sheet from its first print to the day that it is needed.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { makeBook } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

const keyFolder = (dataFolder: string) => path.join(dataFolder, 'sleutels')

async function openSecurity(page: Page): Promise<void> {
  await notebook(page).goTo('Instellingen')
  await page.getByRole('link', { name: 'Beveiliging bekijken' }).click()
}

/** The twelve groups as they stand on the paper. */
async function groupsOn(page: Page): Promise<string[]> {
  const groups = page.getByRole('article', { name: 'Herstelblad' }).getByRole('listitem').locator('code')
  await expect(groups).toHaveCount(12)
  return groups.allInnerTexts()
}

async function makeSheet(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await page.getByRole('button', { name: 'Herstelblad maken' }).click()
  const groups = await groupsOn(page)
  await page.getByRole('button', { name: 'Afdrukken' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes')
  return groups
}

async function typeBack(page: Page, groups: readonly string[]): Promise<void> {
  for (const field of await page.getByRole('textbox', { name: /^Groep / }).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.innerText ?? '')
    await field.fill((groups[Number(label.replace(/\D/g, '')) - 1] ?? '').toLowerCase())
  }
}

test('a sheet is made, the key file is lost, and the sheet opens the lock again; so it does in place of a password', async ({
  app,
  dataFolder,
}) => {
  await makeBook(app.page, { people: 2 })
  await notebook(app.page).open('/')
  await openSecurity(app.page)
  await expect(app.page.getByText('Nog niets.')).toBeVisible()
  await expectAccessible(app.page)
  await app.page.getByRole('link', { name: 'Herstelblad maken' }).click()
  const groups = await makeSheet(app.page)
  await expectAccessible(app.page)

  // Half done is not done: the overview goes on asking.
  await notebook(app.page).goTo('Overzicht')
  await expect(app.page.getByRole('heading', { name: 'Het herstelblad is nog niet gemaakt' })).toBeVisible()
  await app.page.getByRole('link', { name: /^Herstelblad maken/ }).click()
  await expect(app.page.getByText('Gooi dat weg zodra het nieuwe klaar is.')).toBeVisible()
  const paper = await makeSheet(app.page)
  await typeBack(app.page, groups)
  await app.page.getByRole('button', { name: 'Herstelblad afmaken' }).click()
  await expect(app.page.getByText('Dit is niet wat er op het blad staat.').first()).toBeVisible()
  await typeBack(app.page, paper)
  await app.page.getByRole('button', { name: 'Herstelblad afmaken' }).click()
  await expect(app.page.getByText('Het herstelblad is klaar.')).toBeVisible()
  await app.page.getByRole('link', { name: 'Naar het overzicht' }).click()
  await expect(app.page.getByRole('heading', { name: 'Wat vraagt aandacht' })).toBeVisible()
  await expect(app.page.getByRole('heading', { name: 'Het herstelblad is nog niet gemaakt' })).toHaveCount(0)

  const page = await app.restart(() => rm(keyFolder(dataFolder), { recursive: true }))
  await openSecurity(page)
  await expect(page.getByText('het bestand met de sleutel is van deze computer verdwenen')).toBeVisible()
  await expect(page.getByText('Alles wat op slot staat is bewaard.')).toBeVisible()
  await expectAccessible(page)

  // A wrong group is told before anything is sent.
  await typeBack(page, paper.with(4, 'QQQQQQ'))
  await expect(page.getByRole('textbox', { name: 'Groep 5' })).toHaveAccessibleDescription(/Klopt niet/)
  await expect(page.getByText('11 van de 12 groepen zijn goed overgetypt.')).toBeVisible()
  await page.getByRole('button', { name: 'Openen met het herstelblad' }).click()
  await expect(page.getByText('Er klopt nog iets niet in wat u hebt overgetypt.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Groep 5' }).fill(paper[4] ?? '')
  await page.getByRole('button', { name: 'Openen met het herstelblad' }).click()
  await expect(page.getByText('Er is een herstelblad, gemaakt op')).toBeVisible()

  // From now on the computer opens it by itself again.
  const later = await app.restart()
  await openSecurity(later)
  await expect(later.getByText('Buurtboek opent het slot vanzelf.')).toBeVisible()

  // A password may take the place of the key file, and the whole line of the sheet may be pasted.
  await later.getByText('Liever een wachtwoord').click()
  await later.getByLabel('Wachtwoord', { exact: true }).fill('drie groene fietsen')
  await later.getByLabel('Nog een keer hetzelfde wachtwoord').fill('drie groene fietsen')
  await later.getByRole('button', { name: 'Wachtwoord gebruiken' }).click()
  await expect(later.getByText('U hebt een wachtwoord gekozen.')).toBeVisible()

  const locked = await app.restart(() => rm(keyFolder(dataFolder), { recursive: true, force: true }))
  await openSecurity(locked)
  await expectAccessible(locked)
  await locked.getByLabel('Wachtwoord van dit boek').fill('vier groene fietsen')
  await locked.getByRole('button', { name: 'Slot openen' }).click()
  await expect(locked.getByText('Dit is niet het goede wachtwoord.')).toBeVisible()
  await locked.getByRole('textbox', { name: 'Groep 1', exact: true }).fill(paper.join(' '))
  await locked.getByRole('button', { name: 'Openen met het herstelblad' }).click()
  await locked.getByRole('button', { name: 'Geen wachtwoord meer vragen' }).click()
  await expect(locked.getByText('De sleutel ligt in een bestand op deze computer')).toBeVisible()
})

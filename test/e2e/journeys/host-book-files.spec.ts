import path from 'node:path'
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { makeBook, openApi } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

// What the words cost shows where two books get to know each other (two-books.spec.ts).
test.use({ cheapWords: true })

/** What the button downloads, kept where the next computer finds it. */
async function download(page: Page, press: () => Promise<void>, folder: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await press()
  const file = await coming
  const place = path.join(folder, file.suggestedFilename())
  await file.saveAs(place)
  return place
}

async function chooseFile(page: Page, file: string): Promise<void> {
  await page.getByLabel('Bestand kiezen').setInputFiles(file)
}

test('a copy on a stick becomes the book of another computer with the recovery sheet', async ({
  app,
  there,
  dataFolder,
}) => {
  await makeBook(app.page, { people: 3 })
  await notebook(app.page).open('/instellingen')
  await app.page.getByRole('link', { name: 'Reservekopieën bekijken' }).click()
  await expect(app.page.getByText('Er is nog geen kopie buiten deze computer gemaakt.')).toBeVisible()
  await expect(app.page.getByRole('link', { name: 'Herstelblad maken' })).toBeVisible()
  const api = openApi(app.page)
  const sheet = await api.sealing.makeSheet({})
  const [first = '', second = ''] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '')
  await api.sealing.confirmSheet({ first, second })
  await expect(app.page.getByRole('link', { name: 'Herstelblad maken' })).toHaveCount(0)

  const press = () => app.page.getByRole('button', { name: 'Kopie naar stick of andere map' }).click()
  const file = await download(app.page, press, dataFolder)
  await expect(app.page.getByText('De kopie is gemaakt en nagekeken')).toBeVisible()
  await expect(app.page.getByText('De laatste is gemaakt op')).toBeVisible()
  await expectAccessible(app.page)

  await notebook(there.page).open('/')
  await there.page.getByRole('button', { name: 'Bestand openen' }).click()
  await chooseFile(there.page, file)
  await expect(there.page.getByText('Pak het blad erbij.')).toBeVisible()
  await there.page.getByRole('textbox', { name: 'Groep 1', exact: true }).fill(sheet.groups.join(' '))
  await there.page.getByRole('button', { name: 'Openen', exact: true }).click()
  await expect(there.page.getByText('Het boek van Stadsdorp Oosterweide')).toBeVisible()
  await there.page.getByRole('button', { name: 'Dit boek openen' }).click()
  await expect(there.page.getByRole('heading', { name: 'Overzicht' })).toBeVisible()
  await notebook(there.page).goTo('Mensen')
  await expect(there.page.getByText('Ria Buur01')).toBeVisible()

  // A successor needs the sheet too, or another one.
  await notebook(app.page).open('/instellingen/overdragen')
  await download(app.page, () => app.page.getByRole('button', { name: 'Boek klaarmaken' }).click(), dataFolder)
  await expect(app.page.getByText('Dit boek heeft een herstelblad. Geef dat vel mee')).toBeVisible()
})

test('a successor opens the book with four words, by the keyboard', async ({ app, there, dataFolder }) => {
  await makeBook(app.page, { people: 3 })
  await notebook(app.page).open('/instellingen')
  await app.page.getByRole('link', { name: 'Boek overdragen' }).click()
  await expectAccessible(app.page)
  const press = () => app.page.getByRole('button', { name: 'Boek klaarmaken' }).click()
  const file = await download(app.page, press, dataFolder)
  const words = await app.page.getByRole('list', { name: 'De vier woorden' }).locator('b').allInnerTexts()
  expect(words).toHaveLength(4)
  await expectAccessible(app.page)

  await notebook(there.page).open('/')
  const { page } = there
  await page.getByRole('button', { name: 'Bestand openen' }).click()
  await chooseFile(page, file)
  const word = (number: number) => page.getByRole('combobox', { name: `Woord ${number}` })
  const submit = page.getByRole('button', { name: 'Openen', exact: true })

  // A word that is not in the list is told at once.
  await word(1).pressSequentially('zzz')
  await expect(word(1)).toHaveAccessibleDescription(/staat niet in de lijst/)
  await expect(submit).toBeDisabled()
  await word(1).fill('')
  // Four letters and a space, one word after the other, without the mouse.
  await word(1).focus()
  for (const one of words) await page.keyboard.type(`${one.slice(0, 4)} `)
  await expect(page.getByText('4 van de 4 woorden staan in de lijst.')).toBeVisible()
  await expectAccessible(page)
  // In another order they are other words.
  await word(1).fill(`${words[1]} ${words[0]}`)
  await submit.click()
  if (words[0] !== words[1]) await expect(page.getByText('gaat het bestand niet open').first()).toBeVisible()
  await word(1).fill(words.join(' - '))
  await submit.click()
  await page.getByRole('button', { name: 'Dit boek openen' }).click()
  await expect(page.getByRole('heading', { name: 'Overzicht' })).toBeVisible()
  await notebook(page).goTo('Mensen')
  await expect(page.getByText('Ria Buur01')).toBeVisible()

  // The same file once more, after a day's work, would take that away.
  await openApi(page).neighbourhoods.add({ name: 'Lindehof', areaNote: null, targetSize: 50, cadencePerYear: null })
  await notebook(page).open('/instellingen/boekbestand')
  await chooseFile(page, file)
  await word(1).fill(words.join(' '))
  await submit.click()
  await expect(page.getByText('hier is daarna nog één keer iets opgeschreven')).toBeVisible()
  await expectAccessible(page)
})

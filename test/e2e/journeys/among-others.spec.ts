// The social map, an initiative with its conditions, and the page for the network: from an empty book to a sheet to print.

import { addDays } from '../../../shared/domain/calendar-date.ts'
import { notebook } from '../pages/notebook.ts'
import { daysAgo, makeBook, today } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'
import { tabTo } from '../support/keyboard.ts'

test('an organisation, its money, an initiative that is one short, and the page for the network', async ({ page }) => {
  const { api } = await makeBook(page)
  await api.books.useModules({ preset: null, modules: ['organisations', 'initiatives', 'ideas'] })
  const book = notebook(page)
  await book.open('/')
  const dialog = page.getByRole('dialog')
  const main = page.getByRole('main')
  const save = async (name: string) => {
    await dialog.getByRole('button', { name }).click()
    await expect(dialog).toHaveCount(0)
  }

  await test.step('the organisation is on the map, with money that ends within half a year', async () => {
    await book.tabs.getByRole('link', { name: 'Organisaties' }).click()
    await main.getByRole('button', { name: 'Organisatie toevoegen' }).click()
    await dialog.getByRole('textbox', { name: 'Naam' }).fill('Taalhuis')
    await dialog.getByRole('combobox', { name: 'Soort' }).selectOption('Taal')
    await save('Organisatie opslaan')
    await expect(book.heading).toHaveText('Taalhuis')
    await main.getByRole('button', { name: 'Geld toevoegen' }).click()
    await dialog.getByRole('textbox', { name: 'Wie geeft het' }).fill('Gemeente')
    await dialog.getByRole('textbox', { name: 'Bedrag' }).fill('4000')
    await dialog.getByRole('textbox', { name: 'Vanaf' }).fill(typed(daysAgo(30)))
    await dialog.getByRole('textbox', { name: 'Tot en met' }).fill(typed(addDays(today(), 60)))
    await save('Geld opslaan')
    await expect(main).toContainText('Loopt af op')
    await book.goTo('Overzicht')
    await expect(main).toContainText('Geld loopt af: Gemeente')
  })

  await test.step('two of three is not reached, and says what is lacking', async () => {
    await book.tabs.getByRole('link', { name: 'Initiatieven' }).click()
    await main.getByRole('button', { name: 'Initiatief toevoegen' }).click()
    await dialog.getByRole('textbox', { name: 'Naam', exact: true }).fill('Nieuwe vrijwilligers')
    await save('Initiatief opslaan')
    await main.getByRole('button', { name: 'Doel toevoegen', exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Wat u wilt zien' }).fill('Vrijwilligers')
    await dialog.getByRole('textbox', { name: 'Hoeveel', exact: true }).fill('3')
    await save('Doel opslaan')
    await expect(main).toContainText('Er is nog niets opgeschreven.')
    const measure = async (count: string) => {
      await main.getByRole('button', { name: 'Stand opschrijven: Vrijwilligers' }).click()
      await dialog.getByRole('textbox', { name: 'Hoeveel' }).fill(count)
      await save('Stand opslaan')
    }
    await measure('2')
    await expect(main).toContainText('Nog niet gehaald: 2 van de 3')
    await expect(main).toContainText('Er ontbreekt er nog 1.')
    await measure('3')
    await expect(main).toContainText('Gehaald: 3 van de 3')
    await book.undoLast()
    await expect(main).toContainText('Nog niet gehaald: 2 van de 3')
  })

  await test.step('the question for the network is on the page to print', async () => {
    await book.tabs.getByRole('link', { name: 'Werkgroep' }).click()
    // Without leaders to keep, the working group opens with its ideas.
    await expect(book.heading).toHaveText('Ideeën')
    await main.getByRole('link', { name: 'Voor het netwerk' }).click()
    await main.getByRole('button', { name: 'Punt toevoegen' }).click()
    await dialog.getByRole('textbox', { name: 'Het punt' }).fill('Hoe vindt u jongeren?')
    await save('Punt opslaan')
    await main.getByRole('link', { name: 'Blad voor de bijeenkomst' }).click()
    await expect(book.heading).toHaveText('Blad voor de netwerkbijeenkomst')
    await expect(main).toContainText('Hoe vindt u jongeren?')
  })
})

const typed = (day: string) => day.split('-').reverse().join('-')

test('an organisation and an initiative are written down, and found again, by keyboard alone', async ({ page }) => {
  const { api } = await makeBook(page)
  await api.books.useModules({ preset: null, modules: ['organisations', 'initiatives'] })
  const book = notebook(page)
  const dialog = page.getByRole('dialog')
  const main = page.getByRole('main')
  const writeDown = async (path: string, kind: string, name: string) => {
    await book.open(path)
    await tabTo(page, main.getByRole('button', { name: `${kind} toevoegen` }))
    await page.keyboard.press('Enter')
    await tabTo(page, dialog.getByRole('textbox', { name: 'Naam', exact: true }))
    await page.keyboard.type(name)
    if (kind === 'Organisatie') {
      await tabTo(page, dialog.getByRole('combobox', { name: 'Soort' }))
      await page.keyboard.type('Taal')
    }
    await tabTo(page, dialog.getByRole('button', { name: `${kind} opslaan` }))
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(book.heading).toHaveText(name)
  }
  await writeDown('/organisaties', 'Organisatie', 'Taalhuis')
  await writeDown('/initiatieven', 'Initiatief', 'Dorpsauto')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('taalh')
  await expect(page.getByRole('option', { name: 'Taalhuis' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(book.heading).toHaveText('Taalhuis')
})

// What a book asks and keeps is changed in the settings, and the other screens follow.
import { partsAt } from '../../../renderer/app/parts-at.ts'
import { moduleCodes } from '../../../shared/domain/modules.ts'
import { everyAddress } from '../../support/every-address.ts'
import { notebook } from '../pages/notebook.ts'
import { makeBook, today } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

test('contact person and deputy become two coordinators, in one go and back again', async ({ page }) => {
  const { api, neighbourhoodId, people } = await makeBook(page, { people: 2 })
  for (const [at, role] of (['contactpersoon', 'vervanger'] as const).entries())
    await api.roles.assign({
      role,
      personId: people[at] ?? '',
      neighbourhoodId,
      side: null,
      from: today(),
      plannedEnd: null,
    })
  const book = notebook(page)
  const dialog = page.getByRole('dialog')
  const seats = async () => (await api.neighbourhoods.get({ id: neighbourhoodId })).seatState
  const choose = (name: RegExp) => page.getByRole('radio', { name }).check()
  await book.open('/instellingen')

  await test.step('who becomes what is shown first, and can be left', async () => {
    await choose(/^Twee coördinatoren/)
    await expect(page.getByText('2 functies van nu kunnen mee.')).toBeVisible()
    await page.getByRole('button', { name: 'Boek wijzigen' }).click()
    await expect(dialog.getByRole('combobox')).toHaveCount(2)
    await expect(dialog.getByRole('combobox').first()).toHaveValue('coordinator null')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Alleen het boek wijzigen' }).click()
    await expect(dialog).toHaveCount(0)
    expect(await seats()).toBe('onbemand')
  })

  await test.step('and is then done afterwards', async () => {
    await page.getByRole('button', { name: 'Kies wie wat wordt' }).click()
    await dialog.getByRole('button', { name: 'Functies meenemen' }).click()
    await expect(dialog).toHaveCount(0)
    expect(await seats()).toBe('bezet')
    await expect(page.getByRole('button', { name: 'Kies wie wat wordt' })).toHaveCount(0)
    await book.undoLast()
    await expect.poll(seats).toBe('onbemand')
    await api.history.undo({})
    expect(await seats()).toBe('bezet')
    await expect(page.getByRole('radio', { name: /^Contactpersoon en vervanger/ })).toBeChecked()
  })

  await test.step('or at once; in a duo each says where they stand, and whoever is quick is asked as well', async () => {
    await page.route('**/call', async (route) => {
      if (route.request().postDataJSON().method === 'roles.proposeCarry')
        await new Promise((resolve) => setTimeout(resolve, 700))
      await route.continue()
    })
    await choose(/^Een duo/)
    await page.getByRole('button', { name: 'Boek wijzigen' }).click()
    await expect(dialog).toBeVisible()
    await page.unrouteAll({ behavior: 'wait' })
    await dialog.getByRole('combobox').first().selectOption('Duo-lid, woont hier al langer')
    await dialog.getByRole('combobox').last().selectOption('Duo-lid, is hier nieuw')
    await dialog.getByRole('button', { name: 'Boek wijzigen en meenemen' }).click()
    await expect(dialog).toHaveCount(0)
    expect(await seats()).toBe('bezet')
  })
})

test('a screen of a part that is off says that it is, and where it can be switched on', async ({ page }) => {
  const { api } = await makeBook(page)
  await api.books.changeSettings({ ...(await api.books.settings({})), duesEnabled: false })
  const book = notebook(page)
  const main = page.getByRole('main')
  const title = main.getByRole('heading', { name: /sta(?:at|an) uit in dit boek$/ })
  await book.open('/')
  for (const address of addressesOfParts) {
    await book.open(address)
    await expect(title, address).toBeVisible()
    await expect(main.getByRole('link', { name: 'Naar Instellingen' }), address).toBeVisible()
  }
  await expectAccessible(page)

  await api.books.changeSettings({ ...(await api.books.settings({})), duesEnabled: true, modules: [...moduleCodes] })
  for (const address of addressesOfParts.filter((each) => !each.endsWith('/x'))) {
    await book.open(address)
    await expect(book.heading, address).toBeVisible()
    await expect(title, address).toHaveCount(0)
  }
})

test('a book without dues and without binnenbuurten does not speak of them', async ({ page }) => {
  const { api, neighbourhoodId, people } = await makeBook(page, { people: 1 })
  await api.neighbourhoods.close({ id: neighbourhoodId, day: today() })
  await api.books.changeSettings({ ...(await api.books.settings({})), duesEnabled: false, rolePattern: 'none' })
  const book = notebook(page)
  const main = page.getByRole('main')
  await book.open('/mensen')
  await page.getByRole('button', { name: 'Iemand toevoegen' }).click()
  await expect(page.getByRole('dialog')).toContainText('Hoort erbij.')
  await expect(page.getByRole('dialog')).not.toContainText('ontributie')
  await book.open(`/mensen/${people[0]}`)
  await expect(main.getByRole('button', { name: 'Beperken' })).toBeVisible()
  await expect(main).not.toContainText(/Aandacht|Geen binnenbuurt/)
  await page.getByRole('button', { name: 'Lid of niet wijzigen' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByRole('dialog')).not.toContainText('ontributie')
  for (const address of ['/instellingen/overdragen', '/instellingen/beveiliging']) {
    await book.open(address)
    await expect(main.getByRole('heading', { level: 2 }).first(), address).toBeVisible()
    await expect(main, address).not.toContainText(/contributie|bank/)
  }
  await book.open('/afdrukken')
  await expect(main.getByRole('link', { name: 'Ledenlijst' })).toBeVisible()
  await expect(main.getByRole('link', { name: 'Belboom' })).toHaveCount(0)
})

test('who died is asked nothing any more', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 1, modules: [...moduleCodes] })
  const [id = ''] = people
  await api.newcomers.save({
    ...{ personId: id, arrivedDay: today(), contactDay: null, contactByPersonId: null },
    ...{ invitedByPersonId: null, informedDay: null, visitedDay: null },
  })
  const book = notebook(page)
  const main = page.getByRole('main')
  await book.open(`/mensen/${id}`)
  await expect(main.getByRole('button', { name: 'Beperken' })).toBeVisible()
  await api.members.markDeceased({ personId: id, day: today() })
  await book.open(`/mensen/${id}`)
  await expect(main.getByRole('button', { name: 'Alles wissen' })).toBeVisible()
  const verbs = [...(await main.getByRole('button').all()), ...(await main.getByRole('link').all())]
  const names = await Promise.all(verbs.map((verb) => verb.innerText()))
  for (const asking of [
    'Beperken',
    'Klopt niet volgens deze persoon',
    'Inzage geven',
    'Brief schrijven',
    'Contact opnemen',
  ])
    expect(names).not.toContain(asking)
  expect(names.filter((name) => name === 'Wijzigen')).toEqual([])
})

/** Every screen that a book may have or not; `x` stands where an id would. */
const addressesOfParts = [...everyAddress().filter((address) => partsAt(address).length > 0), '/verslagen/dues-months']

// Looking after each other: a point of attention in five clicks, a follow-up without a mouse, a note that only opens with consent, and a
// lock that hides it all.

import { notebook } from '../pages/notebook.ts'
import { makeBook, today } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'
import { tabTo } from '../support/keyboard.ts'

const secret = 'Drinkt graag koffie op zondag.'

test('neighbours look after each other behind a lock', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 3 })
  const [ria = ''] = people
  await api.books.changeSettings({ ...(await api.books.settings({})), modules: ['care'] })
  const dialog = page.getByRole('dialog')
  let clicks = 0
  const click = async (name: string | RegExp, role: 'button' | 'link' | 'option' = 'button') => {
    clicks += 1
    await page.getByRole(role, { name, exact: typeof name === 'string' }).click()
  }

  await test.step('care is shut until somebody opens it', async () => {
    await notebook(page).open('/')
    await page.getByRole('link', { name: 'Aandacht', exact: true }).click()
    await expect(page.getByText('Aandacht is op slot.')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('a point of attention takes five clicks, the opening of the lock included', async () => {
    await click('Aandacht openen')
    await click('Aandachtspunt opschrijven')
    await dialog.getByRole('combobox', { name: 'Naam' }).fill('ria')
    await click(/Ria Buur01/, 'option')
    await dialog.getByLabel('Vóór welke dag?').fill(today().split('-').reverse().join('-'))
    await expectAccessible(page)
    await click('Opschrijven')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('listitem').filter({ hasText: 'Ria Buur01' })).toContainText('Joyce')
    expect(clicks).toBeLessThanOrEqual(5)
  })

  await test.step('the follow-up is written down by keyboard alone', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Contact gehad: Ria Buur01' }))
    await page.keyboard.press('Enter')
    await expect(dialog).toBeVisible()
    await tabTo(page, dialog.getByRole('radio', { name: 'Nog een keer contact' }))
    await page.keyboard.press('ArrowRight')
    await tabTo(page, dialog.getByRole('button', { name: 'Opslaan' }))
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Deze week hoeft er niets.')).toBeVisible()
  })

  await test.step('a note needs consent, takes no BSN, and asks whether a word belongs', async () => {
    await notebook(page).turnTo(`/mensen/${ria}`)
    await click('Notitie schrijven')
    const note = dialog.getByLabel('Notitie')
    await note.fill('Haar nummer is 111222333, ze is depressief.')
    await expect(dialog.getByText(/Hoort dit hier wel\?.*depressief.*ziekte/)).toBeVisible()
    await click('Notitie bewaren')
    await expect(dialog.getByText(/burgerservicenummer/)).toBeVisible()
    await note.fill(secret)
    await click('Notitie bewaren')
    await expect(dialog.getByText(/alleen bewaard worden als de persoon zelf ja heeft gezegd/)).toBeVisible()
    await dialog.getByLabel('Ja, dit is gevraagd en het mag').check()
    await expectAccessible(page)
    await click('Notitie bewaren')
    await expect(dialog).toBeHidden()
    await expect(page.getByText(secret)).toBeVisible()
    await expect(page.getByText(/Alleen u kunt dit zien/)).toBeVisible()
  })

  await test.step('the lock hides it: from the screen, and from whoever asks the backend', async () => {
    await page.getByRole('link', { name: 'Aandacht', exact: true }).click()
    await click('Op slot doen')
    await expect(page.getByText('Aandacht is op slot.')).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Ria Buur01' })).toBeVisible()
    await expect(page.getByText(secret)).toHaveCount(0)
    expect(await page.content()).not.toContain(secret)
    expect(await page.title()).not.toContain('koffie')
    await expect(api.care.forPerson({ personId: ria })).rejects.toMatchObject({ code: 'careLocked' })
  })

  const passphrase = 'tulpen uit eigen tuin'
  await test.step('who forgot the password sees the way to the recovery sheet', async () => {
    const sheet = await api.sealing.makeSheet({})
    const [first = '', second = ''] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '')
    await api.sealing.confirmSheet({ first, second })
    await api.sealing.choosePassphrase({ passphrase })
    await page.reload()
    await expect(page.getByLabel('Wachtwoord van dit boek')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Naar Beveiliging' }).click()
    await expect(page.getByRole('heading', { name: 'Beveiliging' })).toBeVisible()
    await page.goBack()
  })

  await test.step('when consent is withdrawn, nothing of it is left', async () => {
    await api.care.unlock({ passphrase })
    await page.reload()
    await click('Toestemming intrekken')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Intrekken en wissen' }).click()
    await expect(page.getByText(secret)).toHaveCount(0)
    expect((await api.care.forPerson({ personId: ria })).notes).toEqual([])
  })
})

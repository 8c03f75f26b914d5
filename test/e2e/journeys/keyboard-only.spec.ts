// The daily work without a mouse: no click anywhere in this file, and the focus is where the next key is expected. Attendance:
// attendance.spec.ts.
import type { Page } from '@playwright/test'
import { startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { firstRunPage } from '../pages/first-run-page.ts'
import { notebook } from '../pages/notebook.ts'
import { peoplePage } from '../pages/people-page.ts'
import { personPage } from '../pages/person-page.ts'
import { type BookApi, makeBook, today } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'
import { tabTo } from '../support/keyboard.ts'

test('first run, and the first person written down', async ({ page }) => {
  // When the first page is answered from the top down.
  await notebook(page).open('/')
  const welcome = firstRunPage(page)
  await expect(welcome.heading).toBeVisible()
  await tabTo(page, welcome.language('Nederlands'))
  await page.keyboard.press('Space')
  await tabTo(page, welcome.yourName)
  await page.keyboard.type('Joyce')
  await tabTo(page, welcome.newBook)
  await page.keyboard.press('Enter')
  await expect(welcome.bookName).toBeFocused()
  await page.keyboard.type('Merelhof')
  await page.keyboard.press('Enter')

  // Then the empty list of people is there with the focus on its heading, and a person is added from it.
  const people = peoplePage(page)
  await expect(notebook(page).heading).toHaveText('Mensen')
  await expect(notebook(page).heading).toBeFocused()
  await tabTo(page, people.add)
  await page.keyboard.press('Enter')
  await expect(people.field('Voornaam')).toBeFocused()
  await page.keyboard.type('Ria')
  await tabTo(page, people.field('Achternaam'))
  await page.keyboard.type('Zandstra')
  await tabTo(page, people.field('Mobiel'))
  await page.keyboard.type('0610002214')
  await page.keyboard.press('Enter')
  await expect(notebook(page).heading).toHaveText('Ria Zandstra')
  await expect(notebook(page).heading).toBeFocused()
  await expect(personPage(page).facts).toContainText('06-1000 2214')
})

test('lists, dialogs, search, a payment and tabs: every key does what it does elsewhere', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 4 })
  await test.step('a list is one stop, arrows go through it, Enter opens, and Ctrl+K finds anybody', () =>
    goThroughList(page))
  await test.step('a dialog holds the focus, closes with Esc and gives the focus back', () => openAndCloseDialog(page))
  await test.step('a payment, and Ctrl+Z that takes it back', () => payAndTakeBack(page, api, people[0] ?? ''))
  await test.step('from any screen to any other by the tabs, and past them with the skip link', () => goByTabs(page))
})

async function payAndTakeBack(page: Page, api: BookApi, personId: string) {
  await oweDues(api, personId)
  await notebook(page).turnTo('/mensen')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('ria')
  await expect(page.getByRole('option', { name: 'Ria Buur01' })).toBeVisible()
  await page.keyboard.press('Enter')
  const person = personPage(page)
  await expect(person.standing).toContainText('€ 10 open')

  await tabTo(page, person.button('Betaling opschrijven'))
  await page.keyboard.press('Enter')
  await expect(person.field('Bedrag')).toBeFocused()
  await expect(person.field('Bedrag')).toHaveValue(/10,00$/)
  await page.keyboard.press('Enter')
  await expect(person.dialog).toHaveCount(0)
  await expect(person.standing).toHaveText(/^Betaald tot en met [a-z]+\.$/)
  await expect(person.button('Betaling opschrijven')).toBeFocused()

  await page.keyboard.press('Control+z')
  await expect(person.standing).toContainText('€ 10 open')
}

async function goThroughList(page: Page) {
  await notebook(page).open('/mensen')
  const { heading, search } = notebook(page)
  const { rows } = peoplePage(page)
  await expect(rows).toHaveCount(4)

  await test.step('one press of Tab goes past the whole list', async () => {
    await tabTo(page, rows.nth(0))
    await page.keyboard.press('Tab')
    expect(await rows.evaluateAll((all) => all.some((row) => row.contains(document.activeElement)))).toBe(false)
    await page.keyboard.press('Shift+Tab')
    await expect(rows.nth(0)).toBeFocused()
  })
  await test.step('arrows, Home and End move; Enter opens and the heading has the focus', async () => {
    await page.keyboard.press('ArrowDown')
    await expect(rows.nth(1)).toBeFocused()
    await page.keyboard.press('End')
    await expect(rows.nth(3)).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(heading).toHaveText('Ria Buur01')
    await expect(heading).toBeFocused()
  })
  await test.step('Ctrl+K searches by name, by street and by telephone', async () => {
    for (const [typed, name] of [
      ['buur03', 'Anh Buur03'],
      ['merelhof 4', 'Tesfay Buur04'],
      ['10002202', 'Ruud Buur02'],
    ] as const) {
      await page.keyboard.press('Control+k')
      await expect(search).toBeFocused()
      await page.keyboard.type(typed)
      await expect(page.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('Enter')
      await expect(heading).toHaveText(name)
      await expect(heading).toBeFocused()
    }
  })
}

async function openAndCloseDialog(page: Page) {
  await notebook(page).turnTo('/mensen')
  const people = peoplePage(page)
  await tabTo(page, people.add)
  await page.keyboard.press('Enter')
  await expect(people.field('Voornaam')).toBeFocused()
  await test.step('Tab stays inside, both ways', async () => {
    const stayed = await people.dialog.evaluateHandle((dialog) => {
      const inside: boolean[] = []
      document.addEventListener('keyup', ({ key }) => {
        if (key === 'Tab') inside.push(dialog.contains(document.activeElement))
      })
      return inside
    })
    for (let press = 0; press < 40; press += 1) await page.keyboard.press(press < 20 ? 'Tab' : 'Shift+Tab')
    expect(await stayed.jsonValue()).toEqual(Array.from({ length: 40 }, () => true))
  })
  await test.step('nothing behind it can be done', async () => {
    await page.keyboard.press('Control+k')
    await expect(notebook(page).search).not.toBeFocused()
  })
  await page.keyboard.press('Escape')
  await expect(people.dialog).toHaveCount(0)
  await expect(people.add).toBeFocused()

  await test.step('what was typed is not lost by one press of Esc', async () => {
    await page.keyboard.press('Enter')
    await expect(people.field('Voornaam')).toBeFocused()
    await page.keyboard.type('Ria')
    await page.keyboard.press('Escape')
    await expect(people.dialog).toContainText('Wat u hier hebt getypt, is nog niet opgeslagen.')
    await page.keyboard.press('Escape')
    await expect(people.dialog).toHaveCount(0)
    await expect(people.add).toBeFocused()
  })
}

async function goByTabs(page: Page) {
  await notebook(page).turnTo('/')
  const { heading, tabs } = notebook(page)
  for (const tab of ['Mensen', 'Binnenbuurten', 'Bijeenkomsten', 'Contributie', 'Geschiedenis', 'Instellingen']) {
    await tabTo(page, tabs.getByRole('link', { name: tab, exact: true }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(heading).toHaveText(tab)
    await expect(heading).toBeFocused()
    await expect(page).toHaveTitle(`${tab} - Buurtboek`)
  }
  await test.step('F1 explains this screen, Alt and the left arrow goes back to it', async () => {
    await page.keyboard.press('F1')
    await expect(heading).toHaveText('Het boek naar uw hand zetten')
    await expect(heading).toBeFocused()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(heading).toHaveText('Instellingen')
  })
  await startAgain(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
}

async function oweDues(api: BookApi, personId: string) {
  const month = startOfMonth(today())
  const { id: planId } = await api.dues.addPlan({ name: 'Gewoon lid', amountCents: 1000, validFrom: month })
  await api.dues.agree({
    personId,
    fromDay: month,
    planId,
    intervalMonths: 1,
    anchorDay: null,
    payer: null,
    reduction: null,
    method: 'contant',
  })
  await api.dues.run({})
}

/** The focus as it is when the window has just opened. */
async function startAgain(page: Page) {
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('')
}

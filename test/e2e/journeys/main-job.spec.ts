// The whole job of a contact person, from an empty computer to a list for the board, on a list as it really comes.
import { addMonths, dayAsTyped, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { duesPage } from '../pages/dues-page.ts'
import { firstRunPage } from '../pages/first-run-page.ts'
import { gatheringsPage } from '../pages/gatherings-page.ts'
import { historyPage } from '../pages/history-page.ts'
import { importPage } from '../pages/import-page.ts'
import { neighbourhoodsPage } from '../pages/neighbourhoods-page.ts'
import { notebook } from '../pages/notebook.ts'
import { peoplePage } from '../pages/people-page.ts'
import { personPage } from '../pages/person-page.ts'
import { makeBook, today } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'
import { csvFromExcel, saveList, xlsxFile } from '../support/saved-list.ts'

const messyList = csvFromExcel('Ledenlijst Merelhof (def2).csv', [
  ['Ledenlijst binnenbuurt Merelhof', '', '', '', '', '', '', ''],
  ['bijgewerkt door Joyce', '', '', '', '', '', '', ''],
  ['', '', '', '', '', '', '', ''],
  ['Naam', 'Adres', 'Postcode', 'Telefoon', 'E-mail', 'Lid sinds', 'Binnenbuurt', 'Sleutel bij'],
  ['Joyce van den Berg', 'Merelhof 1', '1234 AB', '0610002201', 'joyce@voorbeeld.nl', '01-03-2019', 'Merelhof', 'nr 3'],
  ['Ruud en Nel Oostveen', 'Merelhof 3', '1234AB', '610002203', '', '12-5-2020', 'Merelhof', ''],
  ['Groot, Zoë de', 'Merelhof 5a', '1234ab', '06 1000 22 05', 'zoe@voorbeeld.nl', '01-09-2021', 'Merelhof', ''],
  ['Tesfay Gebremedhin', 'Merelhof 7', '1234 AB', '06-1000 220', '', '03-04-2022', 'Merelhof', ''],
  ['Fatma Yilmaz', 'Merelhof 9', '1234 AB', '+31 6 1000 2209', '', '', 'Merelhof', ''],
  ['J. van den Berg', 'Merelhof 1', '1234 AB', '', '', '', 'Merelhof', ''],
])

// Three months are asked for: the two before this one, and this one.
const duesFrom = addMonths(startOfMonth(today()), -2)

test('the main job: take in a list, give roles, ask dues, hold a gathering, take back, give out', async ({
  app,
  shell,
}) => {
  test.slow()
  let page = app.page
  const { heading, goTo, find, undoBar, undoLast } = notebook(page)

  await test.step('given a new book, made on the first page', async () => {
    await notebook(page).open('/')
    const welcome = firstRunPage(page)
    await expect(welcome.heading).toBeVisible()
    await welcome.language('Nederlands').check()
    await welcome.textSize('Groter').check()
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
    await welcome.yourName.fill('Joyce')
    await welcome.newBook.click()
    await welcome.fillBook({
      name: 'Stadsdorp Oosterweide',
      kind: 'Een hele vereniging',
      duesFrom: dayAsTyped(duesFrom),
    })
    await welcome.makeBook('Boek maken')
    await expect(heading).toHaveText('Mensen')
  })

  await test.step('when a list is taken in, what needs somebody stands first and can be mended', async () => {
    await page.getByRole('link', { name: 'Lijst inlezen' }).click()
    const list = importPage(page)
    await list.choose(messyList)
    await expect(list.column('Sleutel bij')).toHaveValue('toNote')
    await list.toPreview()
    await expect(list.rows.nth(0)).toContainText('Telefoon mist een cijfer: 06-1000 220')
    await expect(list.rows.nth(1)).toContainText('Staat ook op regel 5')
    await expect(list.takeIn).toHaveText('5 mensen inlezen')

    await list.correct(list.rowOf('Tesfay Gebremedhin'), 'Telefoon', '06-1000 2207')
    await expect(list.rowOf('Tesfay Gebremedhin')).toContainText('Nieuw')
    await list.decide(list.rowOf('J. van den Berg'), 'Ja, dezelfde persoon')
    await expect(list.takeIn).toHaveText('6 mensen inlezen')
    await list.takeIn.click()
    await expect(heading).toHaveText('6 mensen ingelezen')
    await expect(undoBar).toContainText('6 mensen ingelezen')
  })

  await test.step('then Mensen shows them, by surname, without anything lost', async () => {
    await page.getByRole('link', { name: 'Naar de mensen' }).click()
    const people = peoplePage(page)
    await expect(people.rows).toHaveCount(6)
    await expect(people.rows.first()).toContainText('Joyce van den Berg')
    await expect(people.rowOf('Nel Oostveen')).toContainText('Merelhof 3')
    await expect(people.rowOf('Ruud Oostveen')).toContainText('06-1000 2203')
    await people.open('Zoë de Groot')
    await expect(personPage(page).facts).toContainText('Lid sinds 1 september 2021')
    await find('Berg', 'Joyce van den Berg')
    await expect(personPage(page).facts).toContainText('Sleutel bij: nr 3')
  })

  await test.step('when contact person and deputy are chosen, Overzicht asks for them no more', async () => {
    await goTo('Overzicht')
    await expect(page.getByRole('main')).toContainText('Merelhof heeft nog niemand')
    await goTo('Binnenbuurten')
    const groups = neighbourhoodsPage(page)
    await groups.open('Merelhof')
    await groups.chooseFor('Contactpersoon', 'joy', 'Joyce van den Berg')
    await groups.chooseFor('Vervanger', 'oost', 'Ruud Oostveen')
    await goTo('Overzicht')
    await expect(page.getByRole('heading', { name: 'Wat vraagt aandacht' })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(/contactpersoon kiezen|vervanger kiezen/i)
  })

  await test.step('when dues are agreed, asked and paid for a part, one sentence says how it stands', async () => {
    await goTo('Contributie')
    const dues = duesPage(page)
    await dues.addPlan({ name: 'Gewoon lid', amount: '10', from: dayAsTyped(duesFrom) })
    for (const [typed, name] of [
      ['zoe', 'Zoë de Groot'],
      ['tesfay', 'Tesfay Gebremedhin'],
    ] as const) {
      await find(typed, name)
      await personPage(page).agreeOnDues(dayAsTyped(duesFrom))
    }
    await goTo('Overzicht')
    await expect(page.getByRole('main')).toContainText('Bij 2 mensen is er contributie bij te werken')
    await page.getByRole('link', { name: /^Contributie bijwerken/ }).click()
    await dues.bringUpToDate()
    await dues.payCash('groot', 'Zoë de Groot', '10,00')
    await find('zoe groot', 'Zoë de Groot')
    const paidMonth = new Intl.DateTimeFormat('nl', { month: 'long', timeZone: 'UTC' }).format(new Date(duesFrom))
    const sentence = new RegExp(`^Betaald tot en met ${paidMonth}( \\d{4})?; €\\s20 open\\.$`)
    await expect(personPage(page).standing).toHaveText(sentence)
  })

  await test.step('when a gathering is held, who was not there is asked after', async () => {
    await goTo('Bijeenkomsten')
    const gatherings = gatheringsPage(page)
    await gatherings.plan({ day: dayAsTyped(today()), place: 'de Weidekamer', title: 'Borrel' })
    await gatherings.mark('Fatma Yilmaz', 'Niet gekomen').click()
    await gatherings.mark('Nel Oostveen', 'Afgemeld').click()
    await gatherings.restWasThere.click()
    await expect(gatherings.totals).toContainText('4 waren er')
    await expect(gatherings.totals).toContainText('1 niet gekomen')
    const fatma = gatherings.absentee('Fatma Yilmaz')
    await fatma.getByRole('combobox', { name: 'Reden' }).selectOption('Weet ik niet')
    await fatma.getByRole('radio', { name: 'Ja' }).click()
    await expect(fatma).toContainText(/Joyce van den Berg neemt contact op vóór \d+ \w+/)
    await fatma.getByRole('button', { name: /^Contact gehad/ }).click()
    await gatherings.dialog.getByRole('button', { name: 'Opslaan' }).click()
    await expect(fatma).toContainText('Joyce van den Berg had contact op')
    await gatherings.done.click()
    await expect(heading).toHaveText('Bijeenkomsten')
  })

  await test.step('then the last action is taken back by the bar, and the one before it by Ctrl+Z', async () => {
    await find('tesfay', 'Tesfay Gebremedhin')
    const person = personPage(page)
    for (const phone of ['06-1000 2217', '06-1000 2227']) {
      await person.button('Gegevens wijzigen').click()
      await person.field('Mobiel').fill(phone)
      await person.button('Opslaan').click()
      await expect(person.facts).toContainText(phone)
    }
    await expect(undoBar).toContainText('Gegevens gewijzigd: Tesfay Gebremedhin')
    await undoLast()
    await expect(person.facts).toContainText('06-1000 2217')
    await heading.press('Control+z')
    await expect(person.facts).toContainText('06-1000 2207')
  })

  await test.step('and taking back the whole list is refused in plain words, because more was built on it', async () => {
    await goTo('Geschiedenis')
    const history = historyPage(page)
    await expect(history.actions.filter({ hasText: '6 mensen ingelezen' })).toContainText('door Joyce')
    await history.takeBack('6 mensen ingelezen').click()
    await expect(history.problem).toHaveText(
      /^Dit kan niet meer ongedaan worden gemaakt, omdat er later iets op is gevolgd/,
    )
    await goTo('Mensen')
    await expect(peoplePage(page).rows).toHaveCount(6)
  })

  await test.step('when the list is saved for Excel and as CSV, another program reads everybody in it', async () => {
    // The desktop app asks where to save in a window of the system.
    if (shell === 'electron') return
    const give = page.getByRole('button', { name: 'Lijst bewaren' })
    for (const format of ['Als Excel (.xlsx)', 'Als CSV'] as const) {
      const { name, rows } = await saveList(page, give, format)
      expect(name).toMatch(format === 'Als CSV' ? /^Mensen.*\.csv$/ : /^Mensen.*\.xlsx$/)
      const [headings = [], ...people] = rows
      const column = (wanted: string) => people.map((cells) => cells[headings.indexOf(wanted)] ?? '')
      expect(column('Voornaam').toSorted()).toEqual(['Fatma', 'Joyce', 'Nel', 'Ruud', 'Tesfay', 'Zoë'])
      expect(column('Mobiel')).toContain('06-1000 2209')
    }
  })

  await test.step('then the next day everything is still there', async () => {
    page = await app.restart()
    await notebook(page).goTo('Mensen')
    await expect(peoplePage(page).rows).toHaveCount(6)
    await notebook(page).goTo('Overzicht')
    await expect(page.getByRole('main')).toContainText('Borrel')
    await expect(page.getByRole('main')).toContainText('Voor 2 huishoudens staat nog contributie open')
    await expect(page.getByRole('main')).toContainText('Verder vraagt niets uw aandacht.')
    await expect(page.getByRole('main')).not.toContainText('contributie bij te werken')
  })

  await test.step('and somebody can pay an amount for the whole year', async () => {
    await notebook(page).goTo('Contributie')
    await duesPage(page).addAnotherPlan({ name: 'Vriend', amount: '25', per: 'per jaar' })
    await notebook(page).find('tesfay', 'Tesfay Gebremedhin')
    const person = personPage(page)
    await person.button('Afspraak wijzigen').click()
    await person.dialog.getByRole('combobox', { name: 'Regeling' }).selectOption('Vriend, €\u00a025 per jaar')
    await expect(person.dialog.getByRole('radio', { name: 'per jaar' })).toBeChecked()
    await person.button('Afspraak opslaan').click()
    await expect(person.dues).toContainText(/Vriend: €\s25 per jaar, betaalt per jaar\./)
  })
})

test('a list that was taken in by mistake is taken back whole', async ({ page }) => {
  // Given an own book with one person, and a list from Excel that knows her too.
  await makeBook(page, { people: 1 })
  await notebook(page).open('/inlezen')
  const list = importPage(page)
  await list.choose(
    xlsxFile('verkeerde lijst.xlsx', [
      ['Voornaam', 'Achternaam', 'Straat', 'Nr', 'Mobiel', 'E-mail'],
      ['Ria', 'Buur01', 'Merelhof', 1, 610002201, 'ria@voorbeeld.nl'],
      ['Anh', 'Nguyen', 'Weidepad', 12, 610002212, ''],
    ]),
  )
  await list.toPreview()
  await expect(list.rowOf('Ria Buur01')).toContainText('E-mail wordt ria@voorbeeld.nl, was leeg')

  // When it is taken in and taken back by the bar.
  await list.takeIn.click()
  await expect(notebook(page).heading).toHaveText('2 mensen ingelezen')
  await notebook(page).undoLast()

  // Then the book is as it was.
  await notebook(page).goTo('Mensen')
  const people = peoplePage(page)
  await expect(people.rows).toHaveCount(1)
  await people.open('Ria Buur01')
  await expect(personPage(page).facts).not.toContainText('ria@voorbeeld.nl')
})

// A letter to three hundred members: an e-mail of their own for who has an address, paper for the others.
import { readFile } from 'node:fs/promises'
import { read, utils } from '@e965/xlsx'
import { importPage } from '../pages/import-page.ts'
import { notebook } from '../pages/notebook.ts'
import { makeBook, today } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'
import { csvFromExcel } from '../support/saved-list.ts'

const members = Array.from({ length: 300 }, (_member, at) => ({
  given: `Buur${at}`,
  family: at === 7 ? 'خليل' : `Achternaam${at}`,
  email: at < 20 ? '' : `buur${at}@buurt.example`,
  languages: at === 7 ? 'Arabisch' : '',
}))

test('a letter goes to 280 people by e-mail, each on its own, and to 20 on paper', async ({ page }) => {
  await makeBook(page)
  await notebook(page).open('/inlezen')
  const list = importPage(page)
  await list.choose(
    csvFromExcel('leden.csv', [
      ['Voornaam', 'Achternaam', 'Adres', 'Postcode', 'Plaats', 'E-mail', 'Binnenbuurt', 'Talen'],
      ...members.map(({ given, family, email, languages }, at) => [
        given,
        family,
        `Merelhof ${at + 1}`,
        '1234 AB',
        'Oosterweide',
        email,
        'Merelhof',
        languages,
      ]),
    ]),
  )
  await list.toPreview()
  await list.takeIn.click()
  await expect(notebook(page).heading).toHaveText(/300 mensen ingelezen/)

  await notebook(page).turnTo('/afdrukken')
  await page.getByRole('link', { name: 'Brieven' }).click()
  await page.getByLabel('Onderwerp').fill('Borrel in {binnenbuurt}')
  const text = page.getByRole('textbox', { name: 'Tekst' })
  await text.fill('U bent welkom, {voornam}.')
  await expect(page.getByText('{voornam} bestaat niet en blijft zo staan.')).toBeVisible()
  await text.fill('U bent welkom, {voornaam}.')
  await expect(page.getByText('{voornam} bestaat niet')).toHaveCount(0)
  await expect(page.getByText('280 e-mails en 20 brieven op papier.')).toBeVisible()

  // What goes on paper: a letter each, with nothing run in it.
  const paper = page.frameLocator('iframe')
  await expect(paper.locator('article')).toHaveCount(20)
  await expect(paper.locator('article').first()).toContainText('Beste Buur0,')
  await expect(paper.locator('article').first()).toContainText('U bent welkom, Buur0.')

  // What goes by e-mail: one address, one text; all of them as a list.
  await expect(page.getByText('1 van 280: Buur100 Achternaam100')).toBeVisible()
  await expect(page.getByText('U bent welkom, Buur100.')).toBeVisible()
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Alle 280 e-mails bewaren (Excel)' }).click()
  const book = read(await readFile(await (await started).path()))
  const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
  expect(rows).toHaveLength(281)
  for (const [to, name, subject, body] of rows.slice(1)) {
    const at = Number(/^buur(\d+)@/.exec(to ?? '')?.[1])
    expect([name, subject]).toEqual([`Buur${at} Achternaam${at}`, 'Borrel in Merelhof'])
    expect(body).toContain(`Beste Buur${at},\n\nU bent welkom, Buur${at}.`)
  }

  // Who reads Arabic gets it in that, with all of its fixed words; the others keep theirs.
  await page.getByRole('button', { name: 'Ook in een andere taal schrijven' }).click()
  const arabic = page.getByRole('group', { name: /^In het/ })
  await arabic.getByLabel('Taal van deze tekst').selectOption('Arabisch')
  await arabic.getByRole('textbox', { name: 'Tekst' }).fill('أهلاً وسهلاً، {voornaam}.')
  await expect(page.getByText('1 keer in het Arabisch.')).toBeVisible()
  const inArabic = paper.locator('article[lang=ar]')
  await expect(inArabic).toContainText('عزيزنا')
  await expect(inArabic).toContainText('أهلاً وسهلاً، Buur7.')
  await expect(inArabic).not.toContainText(/Beste|Met vriendelijke|U bent welkom/)
  await expect(paper.locator('article[lang=nl]')).toHaveCount(19)

  // Somebody who would rather have it on paper.
  await page.getByText('Wie krijgt het hoe?').click()
  await page.getByRole('button', { name: /^Liever op papier.*Buur100 / }).click()
  await expect(page.getByText('279 e-mails en 21 brieven op papier.')).toBeVisible()
  await expect(paper.locator('article')).toHaveCount(21)
})

test('a paper asks nothing of a part that is off, and nothing of a year to come', async ({ page }) => {
  const { api, neighbourhoodId } = await makeBook(page, { people: 1 })
  const { open, turnTo } = notebook(page)
  const ofGroup = `?binnenbuurt=${neighbourhoodId}`
  const names = page.getByRole('checkbox', { name: 'Met de namen van mensen met wie contact is afgesproken' })
  await open(`/afdrukken/overdracht${ofGroup}`)
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Overdracht Merelhof' })).toBeVisible()
  await expect(names).toHaveCount(0)
  await api.books.useModules({ preset: null, modules: ['care'] })
  await expect(names).toHaveCount(1)

  await turnTo(`/afdrukken/jaaroverzicht${ofGroup}`)
  const year = page.getByRole('textbox', { name: 'Jaar' })
  await year.fill(String(Number(today().slice(0, 4)) + 1))
  await year.blur()
  await expect(year).toHaveValue(today().slice(0, 4))
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(
    `Jaaroverzicht ${today().slice(0, 4)}`,
  )
})

// What a user is told, and what is kept, when something is the matter with the book itself.
import { open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { bookProblemPage } from '../pages/book-problem-page.ts'
import { firstRunPage } from '../pages/first-run-page.ts'
import { notebook } from '../pages/notebook.ts'
import { peoplePage } from '../pages/people-page.ts'
import { makeBook, openApi } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'
import { startHost } from '../support/start-host.ts'

test('a second program on the same book says that it is open already, and takes over when the first one stops', async ({
  page,
  browser,
  dataFolder,
}) => {
  await makeBook(page, { people: 2 })
  await notebook(page).open('/')
  const second = await startHost(path.dirname(await bookFile(dataFolder)))
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(second.url)

  await expect(bookProblemPage(other).heading).toHaveText('Uw boek staat al open')
  await expect(bookProblemPage(other).words).toContainText('Sluit het andere venster')
  await bookProblemPage(other).retry.click()
  await expect(bookProblemPage(other).heading).toHaveText('Uw boek staat al open')
  // The first one works on as if nothing happened.
  await notebook(page).goTo('Mensen')
  await expect(peoplePage(page).rows).toHaveCount(2)
  await context.close()
  await second.stop()
})

test('of a damaged book the newest good copy is offered, with its day and what is in it', async ({
  app,
  dataFolder,
}) => {
  const { api } = await makeBook(app.page, { people: 3 })
  await api.backups.make({})
  const page = await app.restart(async () => {
    // As a broken disk would: the pages after the header are something else.
    await overwrite(await bookFile(dataFolder), 4096, Buffer.alloc(40_000, 0xa5))
  })

  const problem = bookProblemPage(page)
  await expect(problem.heading).toHaveText('Het boek is beschadigd')
  await expect(problem.heading).toBeFocused()
  await expect(problem.goodCopy).toContainText(/Van \d+ \w+ \d{4}, \d+\.\d\d\suur, met 3 mensen/)
  await expect(problem.goodCopy).toContainText('Stadsdorp Oosterweide')
  await expectAccessible(page)

  await problem.restore.click()
  await notebook(page).goTo('Mensen')
  await expect(peoplePage(page).rows).toHaveCount(3)
  await expect(peoplePage(page).rowOf('Ruud Buur02')).toBeVisible()
  // The damaged file was kept, under another name.
  const folder = path.dirname(await bookFile(dataFolder))
  expect((await readdir(folder)).filter((name) => /beschadigd|damaged/.test(name))).not.toEqual([])
})

test('a book of a newer Buurtboek is left as it is', async ({ app, dataFolder }) => {
  await makeBook(app.page, { people: 1 })
  let before = Buffer.alloc(0)
  const page = await app.restart(async () => {
    const file = await bookFile(dataFolder)
    // The version of a book stands at byte 60 of the file.
    await overwrite(file, 60, Buffer.from([0, 0, 0, 99]))
    before = await readFile(file)
  })
  await expect(bookProblemPage(page).heading).toHaveText('Dit boek is van een nieuwere Buurtboek')
  await expect(bookProblemPage(page).words).toContainText('Er is niets aan veranderd')
  await bookProblemPage(page).retry.click()
  await expect(bookProblemPage(page).heading).toHaveText('Dit boek is van een nieuwere Buurtboek')
  expect((await readFile(await bookFile(dataFolder))).equals(before)).toBe(true)
})

test('the example stays apart under its banner, and stopping returns to the own book', async ({ app }) => {
  // Given that somebody looks around first.
  const { page } = app
  await openApi(page).preferences.set({ language: 'nl' })
  await notebook(page).open('/')
  await firstRunPage(page).openExample.click()
  const banner = page.getByRole('region', { name: 'Voorbeeld' })
  await expect(banner).toContainText('Deze mensen zijn verzonnen')
  await notebook(page).goTo('Mensen')
  await peoplePage(page).add.click()
  await peoplePage(page).field('Voornaam').fill('Wilma')
  await peoplePage(page).save.click()
  await expect(notebook(page).heading).toHaveText('Wilma')
  await expect(banner).toBeVisible()

  // When the example is left, then nothing of it is in the own book.
  await banner.getByRole('button', { name: 'Stop met voorbeeld' }).click()
  await expect(firstRunPage(page).heading).toBeVisible()
  await makeBook(page, { people: 1 })
  await notebook(page).open('/mensen')
  await expect(banner).toHaveCount(0)
  await expect(peoplePage(page).rows).toHaveCount(1)

  // And the next day the own book opens, not the example.
  const tomorrow = await app.restart()
  await notebook(tomorrow).goTo('Mensen')
  await expect(peoplePage(tomorrow).rows).toHaveCount(1)
})

test('a copy is made on request, and putting it back can itself be taken back', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 2 })
  await notebook(page).open('/instellingen/reservekopieen')
  await page.getByRole('button', { name: 'Nu een kopie maken' }).click()
  // The program makes one by itself soon after the start; then there is nothing new to keep.
  await expect(page.getByText(/De kopie is gemaakt en nagekeken\.|Die is nagekeken en in orde\./)).toBeVisible()
  await api.members.remove({ personId: people[0] ?? '' })

  const copies = page.getByRole('grid', { name: 'Kopieën' }).getByRole('row').filter({ hasText: '2 mensen' })
  await copies
    .first()
    .getByRole('button', { name: /^Terugzetten/ })
    .click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('met 2 mensen')
  await dialog.getByRole('button', { name: 'Boek terugzetten' }).click()
  await expect(dialog).toHaveCount(0)
  await notebook(page).goTo('Mensen')
  await expect(peoplePage(page).rows).toHaveCount(2)
  // What was there before it was put back is a copy as well, whichever occasion it was made on.
  expect((await api.backups.list({})).backups.map(({ counts }) => counts.people)).toContain(1)
})

/** The own book, wherever in its folder this shell keeps it. */
async function bookFile(dataFolder: string): Promise<string> {
  const names = await readdir(dataFolder, { recursive: true })
  const name = names.find((each) => path.basename(each) === 'boek.db')
  if (name === undefined) throw new Error('there is no book yet')
  return path.join(dataFolder, name)
}

async function overwrite(file: string, at: number, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(bytes, 0, bytes.length, at)
  await handle.close()
}

test('somebody in the Prullenbak is erased for good after a question, and no undo brings them back', async ({
  page,
}) => {
  const { api, people } = await makeBook(page, { people: 2 })
  await api.members.remove({ personId: people[0] ?? '' })
  await notebook(page).open('/prullenbak')
  const rows = page.getByRole('main').getByRole('row')
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: /^Voorgoed wissen: / }).click()
  await expect(page.getByRole('alertdialog')).toContainText('kan niet ongedaan worden gemaakt')
  await expectAccessible(page, { include: '[role="alertdialog"]' })
  await page.getByRole('alertdialog').getByRole('button', { name: 'Voorgoed wissen' }).click()
  await expect(page.getByRole('main')).toContainText('De Prullenbak is leeg.')
  await notebook(page).goTo('Geschiedenis')
  await expect(page.getByRole('main')).toContainText('Iemand voorgoed gewist')
  await notebook(page).goTo('Mensen')
  await expect(peoplePage(page).rows).toHaveCount(1)
})

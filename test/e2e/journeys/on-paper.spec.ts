// What is printed from a screen, by its button or by Ctrl+P, names nobody whose data are kept and not used. In a book in which that is
// so for everybody it names nobody at all. (That a list leaves out one and prints the others: rights.spec.ts.)

import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { type BookApi, openApi, today } from '../support/book-api.ts'
import { everyScreen } from '../support/every-screen.ts'
import { expect, test } from '../support/fixtures.ts'

test.use({ demo: true })

const refusal = 'Dit scherm drukt Buurtboek niet af'
/** What is printed, and three of those that are not; pages-for-paper.test.ts says which there are. */
const screens =
  /^\/(mensen|bijeenkomsten(\/[^/]{30,})?|koppels\/[^/]{30,}|contributie\/jaar|onderling|nieuwkomers|binnenbuurten\/.+)$/

test('what is printed from a screen names nobody whose data are not used', async ({ page }) => {
  const api = openApi(page)
  const addresses = (await everyScreen(api)).filter((address) => screens.test(address))
  const names = await restrictEverybody(api)
  await notebook(page).open('/')
  const seenAt: string[] = []
  const printed: string[] = []
  const refused: string[] = []
  for (const address of addresses) {
    await page.emulateMedia({ media: null })
    await notebook(page).turnTo(address)
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    if (namesIn(await textOf(page), names).length > 0) seenAt.push(address.split('/')[1] ?? '')
    await page.emulateMedia({ media: 'print' })
    const text = await textOf(page)
    printed.push(...namesIn(text, names).map((name) => `${address}: ${name}`))
    if (text.includes(refusal)) refused.push(address.split('/')[1] ?? '')
  }
  expect(printed).toEqual([])
  expect(refused).toEqual(['binnenbuurten', 'onderling', 'nieuwkomers'])
  // The control: on the screen they are named.
  expect(new Set(seenAt)).toEqual(
    new Set(['mensen', 'binnenbuurten', 'bijeenkomsten', 'koppels', 'onderling', 'nieuwkomers']),
  )
})

test('a dialog that is open is not printed with the page under it', async ({ page }) => {
  const { open, dialog } = notebook(page)
  await open('/mensen')
  await page.getByRole('button', { name: 'Iemand toevoegen' }).click()
  await expect(dialog).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Ria van den Berg').first()).toBeVisible()
})

async function restrictEverybody(api: BookApi): Promise<string[]> {
  const asked = { neighbourhood: null, text: '', sort: 'name', offset: 0, limit: 1000 } as const
  const { rows } = await api.members.list({ ...asked, kind: 'now' })
  for (const { id } of rows) await api.rights.restrict({ personId: id, reason: 'bezwaar', day: today() })
  return rows.map(({ name }) => name)
}

const textOf = (page: Page) => page.evaluate(() => document.body.innerText)

const namesIn = (text: string, names: readonly string[]) => names.filter((name) => text.includes(name))

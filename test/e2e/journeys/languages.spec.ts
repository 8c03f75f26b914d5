// The app in the other language than the usual one. (every-screen.spec.ts looks at every screen in Dutch.)
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { openApi } from '../support/book-api.ts'
import { everyScreen } from '../support/every-screen.ts'
import { findFrameProblems } from '../support/find-frame-problems.ts'
import { findStrangeWords } from '../support/find-strange-words.ts'
import { findUnreadable } from '../support/find-unreadable.ts'
import { expect, test } from '../support/fixtures.ts'

test.describe('the example', () => {
  test.use({ looksOnly: true })

  test('every screen opens at its own address, and speaks English', async ({ page }) => {
    test.slow()
    const api = openApi(page)
    await api.preferences.set({ language: 'en' })
    const problems: string[] = []
    page.on('response', (response) => {
      if (!response.ok()) problems.push(`${response.status()} ${response.url()}`)
    })
    const addresses = await everyScreen(api)
    // A start takes ten times as long as turning a page, and is the same on every screen of a kind.
    const starts = new Set(addresses.filter((_address, index) => index % 24 === 12))
    await notebook(page).open('/')
    problems.push(...(await findUnserved(page, addresses)))
    for (const address of addresses) {
      await test.step(address, async () => {
        if (starts.has(address)) await notebook(page).open(address)
        await notebook(page).turnTo(address)
        const found = [
          ...(await findFrameProblems(page, 'en')),
          ...(await findStrangeWords(page, 'en')),
          ...(await findUnreadable(page)),
        ]
        problems.push(...found.map((problem) => `${address}: ${problem}`))
      })
    }
    expect(problems).toEqual([])
  })
})

/** Where a window that starts does not get the page of the app. (In the desktop app the shell answers, by its own rules.) */
function findUnserved(page: Page, addresses: readonly string[]): Promise<string[]> {
  return page.evaluate(async (all) => {
    const unserved: string[] = []
    for (const to of all) {
      const reply = await fetch(to, { headers: { Accept: 'text/html' } })
      const text = await reply.text()
      if (!reply.ok || !text.includes('<div id="app"')) unserved.push(`${to} is not served: ${reply.status}`)
    }
    return unserved
  }, addresses)
}

test.describe('an example of its own', () => {
  test.use({ demo: true })

  test('the language changes at once, and stays', async ({ app }) => {
    const api = openApi(app.page)
    await api.preferences.set({ language: 'nl' })
    await app.page.goto(new URL('/instellingen', app.page.url()).href)
    await app.page.getByRole('radio', { name: 'English' }).click()
    await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('Settings')
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'en')
    const page = await app.restart()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'People' })).toBeVisible()
  })
})

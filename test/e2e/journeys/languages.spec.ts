// The app in the other language than the usual one. (every-screen.spec.ts looks at every screen in Dutch.)
import { notebook } from '../pages/notebook.ts'
import { openApi } from '../support/book-api.ts'
import { everyScreen } from '../support/every-screen.ts'
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
    for (const address of await everyScreen(api)) {
      await test.step(address, async () => {
        await notebook(page).open(address)
        await expect(page.getByRole('main')).not.toContainText('One moment')
        await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
        await expect(page.locator('html')).toHaveAttribute('lang', 'en')
        for (const name of ['Overview', 'People', 'Gatherings'])
          await expect(page.getByRole('navigation').getByRole('link', { name })).toBeVisible()
        const found = [...(await findStrangeWords(page, 'en')), ...(await findUnreadable(page))]
        problems.push(...found.map((problem) => `${address}: ${problem}`))
      })
    }
    expect(problems).toEqual([])
  })
})

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

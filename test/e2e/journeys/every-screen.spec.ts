// Each screen of the example book: it opens at its own address without an error, and keeps nobody out, in the light, in the
// dark and twice as large.

import { notebook } from '../pages/notebook.ts'
import { openApi } from '../support/book-api.ts'
import { everyScreen } from '../support/every-screen.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { findUnreadable } from '../support/find-unreadable.ts'
import { expect, test } from '../support/fixtures.ts'
import { twiceAsLarge } from '../support/window-sizes.ts'

test.use({ demo: true })

test('every screen opens at its own address', async ({ page }) => {
  const api = openApi(page)
  await api.preferences.set({ language: 'nl' })
  for (const address of await everyScreen(api)) {
    await test.step(address, async () => {
      await notebook(page).open(address)
      await expect(page.getByRole('main')).not.toContainText('Even geduld')
      await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
    })
  }
})

// In two halves, which run side by side.
for (const half of [0, 1]) {
  test(`every screen can be read by everybody, in the light, in the dark and twice as large: half ${half + 1}`, async ({
    page,
  }) => {
    test.slow()
    const api = openApi(page)
    await api.preferences.set({ language: 'nl' })
    await notebook(page).open('/')
    const usual = page.viewportSize() ?? twiceAsLarge
    const addresses = await everyScreen(api)
    const problems: string[] = []
    for (const address of addresses.filter((_address, index) => index % 2 === half)) {
      await test.step(address, async () => {
        await page.emulateMedia({ colorScheme: 'light' })
        await notebook(page).turnTo(address)
        await expectAccessible(page)
        // Only the colours are others.
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectAccessible(page, { rules: ['color-contrast'] })
        await page.setViewportSize(twiceAsLarge)
        const found = await findUnreadable(page)
        problems.push(...found.map((problem) => `${address}: ${problem}`))
        await page.setViewportSize(usual)
      })
    }
    expect(problems).toEqual([])
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(31, 29, 25)')
  })
}

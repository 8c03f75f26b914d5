// Each screen of the example book, opened at its own address: it shows itself without an error, and keeps nobody out.
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { openApi } from '../support/book-api.ts'
import { everyScreen } from '../support/every-screen.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

test.use({ demo: true })

// In two halves, which run side by side.
for (const half of [0, 1]) {
  test(`every screen can be read by everybody, in the light and in the dark: half ${half + 1}`, async ({ page }) => {
    test.slow()
    const api = openApi(page)
    await api.preferences.set({ language: 'nl' })
    const addresses = await everyScreen(api)
    await readAll(
      page,
      addresses.filter((_address, index) => index % 2 === half),
    )
  })
}

async function readAll(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await test.step(address, async () => {
      await page.emulateMedia({ colorScheme: 'light' })
      await notebook(page).open(address)
      await expect(page.getByRole('main')).not.toContainText('Even geduld')
      await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
      await expectAccessible(page)
      // Only the colours are others.
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page, { rules: ['color-contrast'] })
    })
  }
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(31, 29, 25)')
}

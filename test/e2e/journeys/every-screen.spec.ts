// Each screen of the example book, opened at its own address: it shows itself without an error, and keeps nobody out.
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

test.use({ demo: true })

const addresses = [
  '/',
  '/mensen',
  '/binnenbuurten',
  '/contributie',
  '/bijeenkomsten',
  '/inlezen',
  '/geschiedenis',
  '/prullenbak',
  '/instellingen',
  '/hulp',
]

for (const address of addresses) {
  test(`${address} can be read by everybody`, async ({ page }) => {
    await page.goto(new URL(address, page.url()).href)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
    await expectAccessible(page)
  })
}

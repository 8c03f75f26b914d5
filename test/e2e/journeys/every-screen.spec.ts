// Each screen of the example book in Dutch: it has words everywhere and keeps nobody out, in the light, in the dark and twice as
// large, by a smaller window and by larger text. (languages.spec.ts opens each of them at its own address, in English.)

import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { openApi } from '../support/book-api.ts'
import { everyScreen } from '../support/every-screen.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { findFrameProblems } from '../support/find-frame-problems.ts'
import { findStrangeWords } from '../support/find-strange-words.ts'
import { findUnreadable } from '../support/find-unreadable.ts'
import { expect, test } from '../support/fixtures.ts'
import { twiceAsLarge } from '../support/window-sizes.ts'

test.use({ looksOnly: true })

// In two halves, which run side by side.
for (const half of [0, 1]) {
  test(`every screen can be read by everybody, in the light, in the dark, in a window half as large and with large text: half ${half + 1}`, async ({
    page,
  }) => {
    test.slow()
    const usual = page.viewportSize() ?? twiceAsLarge
    const addresses = await everyScreen(openApi(page))
    const problems: string[] = []
    await notebook(page).open('/')
    for (const address of addresses.filter((_address, index) => index % 2 === half)) {
      await test.step(address, async () => {
        const note = (found: readonly string[]) => problems.push(...found.map((problem) => `${address}: ${problem}`))
        await page.emulateMedia({ colorScheme: 'light' })
        await notebook(page).turnTo(address)
        note(await findFrameProblems(page, 'nl'))
        note(await findStrangeWords(page, 'nl'))
        note(await findUnreadable(page))
        await expectAccessible(page)
        // Only the colours are others.
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectAccessible(page, { rules: ['color-contrast'] })
        await page.setViewportSize(twiceAsLarge)
        note(await findUnreadable(page))
        await page.setViewportSize(usual)
        await setTextSize(page, 2)
        note(await findUnreadable(page))
        await setTextSize(page, 1)
      })
    }
    expect(problems).toEqual([])
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(31, 29, 25)')
  })
}

/** What the choice of a text size does to the page, which zoom-and-contrast.spec.ts makes on the screen of settings. */
function setTextSize(page: Page, zoom: number): Promise<void> {
  return page.evaluate((size) => {
    document.documentElement.style.zoom = String(size)
  }, zoom)
}

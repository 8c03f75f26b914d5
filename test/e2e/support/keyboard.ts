import type { Locator, Page } from '@playwright/test'

/** Presses Tab until `goal` has the focus, as somebody without a mouse does; fails when it cannot be reached. */
export async function tabTo(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await goal.waitFor()
  const presses = 60
  // Looking it up by its name is most of the work: once is enough, as long as the screen does not draw another in its place.
  let element = await goal.elementHandle()
  for (let press = 0; press < presses; press += 1) {
    const at = await element?.evaluate((sought) => (sought.isConnected ? sought === document.activeElement : undefined))
    if (at) return
    if (at === undefined) element = await goal.elementHandle()
    await page.keyboard.press(key)
  }
  throw new Error(`not reached with ${presses} times ${key}: ${goal}`)
}

/** How many keys some work takes, and how long. */
export async function countKeys(page: Page, work: (press: (key: string) => Promise<void>) => Promise<void>) {
  let count = 0
  const start = performance.now()
  await work(async (key) => {
    count += 1
    await page.keyboard.press(key)
  })
  return { count, ms: performance.now() - start }
}

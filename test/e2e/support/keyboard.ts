import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab until `goal` has the focus, as somebody without a mouse does; fails when it cannot be reached. */
export async function tabTo(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(goal).toBeVisible()
  const presses = 60
  for (let press = 0; press < presses; press += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return
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

// What only the desktop shell has to show. The journeys themselves are the same files in both shells.
import type { Bridge } from '../../../shared/contract/bridge.ts'
import { expect, test } from '../support/fixtures.ts'

declare global {
  interface Window {
    readonly buurtboek?: Bridge
  }
}

test('the window is ours alone: its own address, no Node, one narrow bridge', async ({ page }) => {
  expect(new URL(page.url()).protocol).toBe('app:')
  const world = await page.evaluate(() => ({
    node: ['require', 'module', 'process', 'Buffer', 'global'].filter((name) => Reflect.has(window, name)),
    bridge: Object.keys(window.buurtboek ?? {}).sort(),
  }))
  expect(world).toEqual({ node: [], bridge: ['call', 'onEvent'] })
})

test('no page of the window can lead out of the app or open another window', async ({ page }) => {
  const before = page.url()
  const opened = await page.evaluate(() => {
    location.href = 'https://evil.example/'
    return window.open('https://evil.example/') === null
  })
  expect(opened).toBe(true)
  await expect(page).toHaveURL(before)
})

test('what was written yesterday is there today', async ({ app }) => {
  const name = 'Stadsdorp Oosterweide'
  const made = await app.page.evaluate(async (bookName) => {
    const input = {
      name: bookName,
      kind: 'vereniging',
      rolePattern: 'contact_deputy',
      minGatheringsPerYear: 3,
      duesEnabled: false,
      accountingStart: null,
    }
    return window.buurtboek?.call(JSON.stringify({ method: 'books.create', input }))
  }, name)
  expect(JSON.parse(made ?? '')).toMatchObject({ ok: true })
  const page = await app.restart()
  const status = await page.evaluate(() =>
    window.buurtboek?.call(JSON.stringify({ method: 'books.status', input: {} })),
  )
  expect(JSON.parse(status ?? '')).toMatchObject({ value: { book: { name } } })
})

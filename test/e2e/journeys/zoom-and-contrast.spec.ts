// For eyes that need it large or in colours of their own: large text, the dialogs and what opens over a page, with nothing lost.
import type { Page } from '@playwright/test'
import { moduleCodes } from '../../../shared/domain/modules.ts'
import { firstRunPage } from '../pages/first-run-page.ts'
import { notebook } from '../pages/notebook.ts'
import { makeBook, openApi } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { findStrangeWords } from '../support/find-strange-words.ts'
import { findUnreadable } from '../support/find-unreadable.ts'
import { expect, test } from '../support/fixtures.ts'
import { lowWindow, narrowWindow, twiceAsLarge } from '../support/window-sizes.ts'

/** Where a dialog is opened, and by which button. `person`, `group` and `gathering` stand for one of the book. */
const dialogs: readonly (readonly [address: string, button: string])[] = [
  ['/mensen', 'Iemand toevoegen'],
  ['/person', 'Gegevens wijzigen'],
  ['/person', 'Verhuizen'],
  ['/person', 'Lidmaatschap beëindigen'],
  ['/person', 'Functie geven'],
  ['/person', 'Betaling opschrijven'],
  ['/person', 'Afspraak wijzigen'],
  ['/group', 'Gegevens wijzigen'],
  ['/binnenbuurten', 'Binnenbuurt toevoegen'],
  ['/bijeenkomsten', 'Bijeenkomst plannen'],
  ['/gathering', 'Wijzigen'],
  ['/contributie', 'Regelingen en bedragen'],
  ['/contributie', 'Betaling opschrijven'],
]

test.describe('the example book', () => {
  test.use({ looksOnly: true })

  // Of every screen every-screen.spec.ts sees whether it fits at that size.
  test('text at 200 percent makes everything twice as large, also in a window that starts with it', async ({
    page,
  }) => {
    await openApi(page).preferences.set({ textSize: 200 })
    await notebook(page).open('/')
    await expect(page.locator('html')).toHaveCSS('zoom', '2')
    expect(await problemsOn(page, ['/', '/mensen', '/contributie', '/instellingen'])).toEqual([])
  })

  test('a row that is a block in a narrow window gets its colour as a whole under the mouse', async ({ page }) => {
    await page.setViewportSize(narrowWindow)
    await notebook(page).open('/binnenbuurten')
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell') })
      .first()
    const colour = () => row.evaluate((each) => getComputedStyle(each).backgroundColor)
    await expect(row).toBeVisible()
    const before = await colour()
    await row.hover()
    await expect.poll(colour).not.toBe(before)
  })

  test('dialogs twice as large fit, can be read by all, and their buttons can be reached', async ({ page }) => {
    test.slow()
    await page.setViewportSize(twiceAsLarge)
    const problems: string[] = []
    await notebook(page).open('/')
    for (const [address, button] of await dialogAddresses(page)) {
      await notebook(page).turnTo(address)
      await openDialog(page, button)
      const found = await findUnreadable(page)
      problems.push(...found.map((problem) => `${button}: ${problem}`))
      const last = notebook(page).dialog.getByRole('button').last()
      await last.scrollIntoViewIfNeeded()
      await expect(last).toBeInViewport()
      await expectAccessible(page, { include: '[role="dialog"]' })
      await page.keyboard.press('Escape')
      await expect(notebook(page).dialog).toBeHidden()
    }
    expect(problems).toEqual([])
  })

  test('in the colours of the system nothing depends on our own', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await notebook(page).open('/mensen')
    await settled(page)
    await expectAccessible(page)
    // A choice that is made has a sign of its own beside its colour.
    await notebook(page).turnTo('/instellingen')
    const chosen = page.getByRole('radio', { checked: true }).first().locator('xpath=..')
    await expect(chosen.locator('svg')).toBeVisible()
    // The focus can be seen: it is drawn as an outline, which the system colours.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
    expect(outline).not.toBe('none')
  })

  test('what opens over a page can be read by all: menu, search, list to save', async ({ page }) => {
    await notebook(page).open('/mensen')
    await notebook(page).search.fill('a')
    await expect(page.getByRole('listbox')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Lijst bewaren' }).click()
    await expectAccessible(page)
    await page.setViewportSize(twiceAsLarge)
    const menu = page.getByRole('button', { name: 'Menu', exact: true })
    await menu.click()
    await expect(menu).toHaveAttribute('aria-expanded', 'true')
    await expectAccessible(page)
    expect(await findUnreadable(page)).toEqual([])
    await page.getByRole('navigation').getByRole('link', { name: 'Geschiedenis' }).click()
    await expect(notebook(page).heading).toHaveText('Geschiedenis')
    await expect(menu).toHaveAttribute('aria-expanded', 'false')
  })

  test('the control: what these journeys look for is seen when it is there', async ({ page }) => {
    await notebook(page).open('/hulp')
    await page.evaluate(() => {
      const wide = document.createElement('p')
      wide.textContent = 'breed'
      wide.style.width = '3000px'
      const small = document.createElement('button')
      small.textContent = 'klein'
      small.style.cssText = 'font-size: 12px; width: 20px; height: 20px; padding: 0'
      const cut = document.createElement('p')
      cut.textContent = 'een zin die niet past'
      cut.style.cssText = 'width: 40px; overflow: hidden; white-space: nowrap'
      document.querySelector('main')?.append(wide, small, cut)
    })
    const found = (await findUnreadable(page)).join('\n')
    expect(found).toMatch(/too wide|outside the window/)
    expect(found).toContain('"klein" is 12px')
    expect(found).toContain('"klein" is 20 x 20')
    expect(found).toContain('"een zin die niet past" is cut off at its end')
    await page.evaluate(() => {
      const button = document.createElement('button')
      button.textContent = 'Save'
      button.title = 'members.filter.all'
      document.querySelector('main')?.append(button, 'Dag {{name}}')
    })
    expect(await findStrangeWords(page, 'nl')).toEqual([
      '{{name}}',
      'members.filter.all',
      'in the other language: Save',
    ])
  })

  test('the control: a text of colours that are hard to read is found, also on a page that was looked at before', async ({
    page,
  }) => {
    await notebook(page).open('/hulp')
    await expectAccessible(page)
    const pale = (colour: string, behind: string) =>
      page.evaluate((style) => {
        const text = document.createElement('p')
        text.textContent = 'bleek'
        text.className = 'pale'
        text.style.cssText = style
        document.querySelector('main')?.append(text)
      }, `color: ${colour}; background: ${behind}`)
    // The colour of the page's own text, on what it is never written on.
    await pale('inherit', '#444')
    await expect(expectAccessible(page)).rejects.toThrow('color-contrast .pale')
    // It is told again until it is gone, and another time.
    await expect(expectAccessible(page, { rules: ['color-contrast'] })).rejects.toThrow('color-contrast .pale')
    await page.evaluate(() => document.querySelector('.pale')?.remove())
    await expectAccessible(page)
    await pale('#999', 'inherit')
    await expect(expectAccessible(page)).rejects.toThrow('color-contrast .pale')
  })
})

test('the first page and its questions, twice as large', async ({ page }) => {
  await page.setViewportSize(twiceAsLarge)
  await notebook(page).open('/')
  const welcome = firstRunPage(page)
  await welcome.language('Nederlands').check()
  await expect(welcome.heading).toBeVisible()
  await expectAccessible(page)
  expect(await findUnreadable(page)).toEqual([])
  await welcome.newBook.click()
  await expect(welcome.bookName).toBeFocused()
  await expectAccessible(page)
  expect(await findUnreadable(page)).toEqual([])
})

test('an empty book can be read by all, and so can errors and every part that is switched on, twice as large as well', async ({
  page,
}) => {
  const { api } = await makeBook(page)
  await notebook(page).open('/')
  for (const address of ['/', '/mensen', '/binnenbuurten', '/bijeenkomsten', '/contributie', '/prullenbak']) {
    await notebook(page).turnTo(address)
    await expectAccessible(page)
  }
  await page.setViewportSize(twiceAsLarge)
  await notebook(page).turnTo('/mensen')
  await openDialog(page, 'Iemand toevoegen')
  const { dialog } = notebook(page)
  await dialog.getByRole('textbox', { name: 'Achternaam' }).fill('Buur')
  await dialog.getByRole('textbox', { name: 'Mobiel' }).fill('06-1000 22')
  await dialog.getByRole('textbox', { name: 'Sinds' }).fill('gisteren of zo')
  await dialog.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  await expect(dialog.getByText('Dit is geen datum.')).toBeVisible()
  await expectAccessible(page)
  expect(await findUnreadable(page)).toEqual([])

  const { tabs } = notebook(page)
  const last = tabs.getByRole('link').last()
  await test.step('with everything switched on each part is reached in a low window, and none is cut', async () => {
    await api.books.useModules({ preset: null, modules: [...moduleCodes] })
    await page.setViewportSize(lowWindow)
    await notebook(page).open('/')
    const more = page.getByRole('button', { name: 'Meer onderdelen' })
    await expect(more).toBeInViewport({ ratio: 1 })
    await expect(page.getByText('U bent Joyce')).toBeInViewport({ ratio: 1 })
    expect(await findUnreadable(page)).toEqual([])
    const first = await seenTabs(page)
    expect(first.cut).toEqual([])
    await more.click()
    await expect(last).toBeInViewport({ ratio: 0.99 })
    await expectAccessible(page)
    const rest = await seenTabs(page)
    expect(rest.cut).toEqual([])
    const all = await tabs.getByRole('link').allTextContents()
    expect(all).toHaveLength(15)
    expect([...new Set([...first.whole, ...rest.whole])]).toEqual(all)
    const up = page.getByRole('button', { name: 'Naar boven' })
    await up.click()
    await expect(tabs.getByRole('link').first()).toBeInViewport({ ratio: 0.99 })
    await expect(up).toBeHidden()
    // Half-way there is more on both sides.
    await tabs.hover()
    await page.mouse.wheel(0, 60)
    await expect(up).toBeInViewport({ ratio: 1 })
    await expect(more).toBeInViewport({ ratio: 1 })
    await expect.poll(async () => (await seenTabs(page)).cut).toEqual([])
    expect(await findUnreadable(page)).toEqual([])
    await up.click()
    await expect(tabs.getByRole('link').first()).toBeInViewport({ ratio: 0.99 })
    await expect(more).toBeFocused()
  })

  await test.step('by keyboard the tab that has the focus is seen, and so is the current one', async () => {
    await tabs.getByRole('link').first().focus()
    for (const link of await tabs.getByRole('link').all()) {
      await expect(link).toBeFocused()
      await expect(link).toBeInViewport({ ratio: 0.99 })
      await page.keyboard.press('Tab')
    }
    await notebook(page).open('/verslagen')
    await expect(tabs.getByRole('link', { name: 'Verslagen' })).toBeInViewport({ ratio: 0.99 })
  })

  await test.step('twice as large the menu has them all', async () => {
    await page.setViewportSize(twiceAsLarge)
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await expect(tabs.getByRole('link').first()).toBeFocused()
    expect(await findUnreadable(page)).toEqual([])
    await expectAccessible(page)
    await last.scrollIntoViewIfNeeded()
    await expect(last).toBeInViewport({ ratio: 0.99 })
  })
})

/** Which tabs are seen whole and which are cut by the edge of their list, by their words. */
function seenTabs(page: Page): Promise<{ readonly whole: string[]; readonly cut: string[] }> {
  return notebook(page).tabs.evaluate((list) => {
    const frame = list.getBoundingClientRect()
    const whole: string[] = []
    const cut: string[] = []
    for (const link of list.querySelectorAll('a')) {
      const { top, bottom } = link.getBoundingClientRect()
      const isWhole = top > frame.top - 1 && bottom < frame.bottom + 1
      if (isWhole) whole.push(link.textContent)
      else if (bottom > frame.top + 1 && top < frame.bottom - 1) cut.push(link.textContent)
    }
    return { whole, cut }
  })
}

async function problemsOn(page: Page, screens: readonly string[]): Promise<string[]> {
  const problems: string[] = []
  for (const address of screens) {
    await notebook(page).turnTo(address)
    const found = await findUnreadable(page)
    problems.push(...found.map((problem) => `${address}: ${problem}`))
  }
  return problems
}

/** {@link dialogs} with the address of a person who pays dues, a group and a gathering that was held. */
async function dialogAddresses(page: Page): Promise<(readonly [string, string])[]> {
  const api = openApi(page)
  const { payers } = await api.dues.overview({ limit: 1 })
  const { open } = await api.neighbourhoods.list({})
  const { past } = await api.gatherings.list({ year: null, group: null })
  const addresses: Readonly<Record<string, string>> = {
    '/person': `/mensen/${payers[0]?.payer.people[0]?.id}`,
    '/group': `/binnenbuurten/${open[0]?.id}`,
    '/gathering': `/bijeenkomsten/${past[0]?.id}`,
  }
  return dialogs.map(([address, button]) => [addresses[address] ?? address, button] as const)
}

async function openDialog(page: Page, button: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
  await expect(notebook(page).dialog).toBeVisible()
  await settled(page)
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main', { includeHidden: true })).not.toContainText('Even geduld')
}

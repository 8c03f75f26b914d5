// Every screen of the example book, in each language: words everywhere, and all of them on the page.
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { openApi } from '../support/book-api.ts'
import { everyScreen } from '../support/every-screen.ts'
import { findUnreadable } from '../support/find-unreadable.ts'
import { expect, test } from '../support/fixtures.ts'

test.use({ demo: true })

/** Words that stand on every screen of the language, and words that would be left over from the other one. */
const languages = [
  {
    code: 'nl',
    tabs: ['Overzicht', 'Mensen', 'Bijeenkomsten'],
    foreign: /\b(People|Overview|Gatherings|Settings|Cancel|Save|the|with)\b/,
  },
  {
    code: 'en',
    tabs: ['Overview', 'People', 'Gatherings'],
    foreign: /\b(Mensen|Overzicht|Bijeenkomsten|Instellingen|Annuleren|Opslaan|het|niet|voor)\b/,
  },
] as const

for (const { code, tabs, foreign } of languages) {
  test(`every screen speaks ${code}`, async ({ page }) => {
    const api = openApi(page)
    await api.preferences.set({ language: code })
    const problems: string[] = []
    await notebook(page).open('/')
    for (const address of await everyScreen(api)) {
      await notebook(page).turnTo(address)
      await expect(page.locator('html')).toHaveAttribute('lang', code)
      for (const tab of tabs) await expect(page.getByRole('navigation').getByRole('link', { name: tab })).toBeVisible()
      const left = (await ownWords(page)).match(foreign)
      const found = [...(await findMissingWords(page)), ...(left ? [`in the other language: ${left[0]}`] : [])]
      problems.push(...[...found, ...(await findUnreadable(page))].map((problem) => `${address}: ${problem}`))
    }
    expect(problems).toEqual([])
  })
}

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

/** A key for which there are no words shows as itself: "members.filter.all". */
function findMissingWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [document.body.innerText, document.title]
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title']) texts.push(element.getAttribute(name) ?? '')
    const areas =
      'app|backups|bookProblem|dues|errors|exports|firstRun|gatherings|help|history|imports|members|menu|neighbourhoods|overview|roles|settings'
    const key = new RegExp(`\\b(?:${areas})\\.[a-z][\\w.]*`, 'g')
    return texts.flatMap((text) => [...(text.match(key) ?? []), ...(text.match(/\{\{.*?\}\}|\$t\(/g) ?? [])])
  })
}

/** The words of the app itself: without names, addresses and what people wrote down. */
function ownWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const words = [
      ...document.querySelectorAll('nav a, main h2, main button, main label, main th[scope="col"], main summary'),
    ]
    return words.map((element) => element.textContent).join(' | ')
  })
}

// Text that would be a program on a careless page stays text, wherever a name or a note is shown.
import type { Page } from '@playwright/test'
import { importPage } from '../pages/import-page.ts'
import { notebook } from '../pages/notebook.ts'
import { peoplePage } from '../pages/people-page.ts'
import { personPage } from '../pages/person-page.ts'
import { daysAgo, everybody, makeBook, planGathering } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'
import { csvFromExcel } from '../support/saved-list.ts'

/** Each sets `window.fired` when it runs. Without semicolons and line breaks, so that each fits in a cell of a list. */
const payloads: readonly string[] = [
  '<script>fired=1</script>',
  '<img src=x onerror=fired=1>',
  '<svg onload=fired=1>',
  '<body onload=fired=1>',
  '<iframe srcdoc="<script>parent.fired=1</script>">',
  '<details open ontoggle=fired=1>',
  '<input autofocus onfocus=fired=1>',
  '<select autofocus onfocus=fired=1>',
  '<video><source onerror=fired=1></video>',
  '<audio src=x onerror=fired=1>',
  '<marquee onstart=fired=1>',
  '<a href="javascript:fired=1">klik</a>',
  'javascript:fired=1',
  '"><script>fired=1</script>',
  "'><img src=x onerror=fired=1>",
  '</title><script>fired=1</script>',
  '</textarea><script>fired=1</script>',
  '</style><script>fired=1</script>',
  '<style>@import"https://evil.example/x.css"</style>',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0,url=https://evil.example/">',
  '<form action="https://evil.example/"><button>klik</button></form>',
  '<object data="javascript:fired=1">',
  '<embed src="javascript:fired=1">',
  '<math><mtext></mtext><script>fired=1</script></math>',
  '<div style="background:url(https://evil.example/x.png)">',
  '${fired=1}',
  '{{constructor.constructor("fired=1")()}}',
  '$t(app.undo.button) {{name}}',
  '=HYPERLINK("https://evil.example/","klik")',
  '\u202e<b>omgekeerd</b>\u202c',
]

test('names and notes that are programs elsewhere are only text here, on every screen', async ({ page }) => {
  // Given a list in which every person has such a name, and every note as well, taken in by the screen.
  const { api, neighbourhoodId } = await makeBook(page)
  await notebook(page).open('/inlezen')
  const list = importPage(page)
  await list.choose(
    csvFromExcel('leden.csv', [
      ['Voornaam', 'Achternaam', 'Adres', 'Binnenbuurt', 'Opmerking'],
      ...payloads.map((text, at) => [
        `Buur${at}`,
        quoted(text),
        `Merelhof ${at + 1}`,
        'Merelhof',
        quoted(payloads[at] ?? ''),
      ]),
    ]),
  )
  await list.toPreview()
  await nothingRan(page)
  await list.takeIn.click()
  await expect(notebook(page).heading).toHaveText(/mensen ingelezen/)

  // And the same in what is typed: the book, the binnenbuurt, a gathering, the user's own name.
  const [script = '', image = ''] = payloads
  await api.preferences.set({ userName: image })
  await api.books.changeSettings({ ...(await api.books.settings({})), name: script })
  await api.directDebit.saveAccount({
    holder: image,
    iban: 'NL91ABNA0417164300',
    creditorId: null,
    itemLimitCents: null,
    monthLimitCents: null,
    noticeDays: 14,
    painVersion: '08',
  })
  await api.neighbourhoods.change({ id: neighbourhoodId, name: script, areaNote: image })
  const gatheringId = await planGathering(api, { groupId: neighbourhoodId, day: daysAgo(3), title: image })
  await api.gatherings.setNote({ gatheringId, note: script })

  // When every screen is looked at, then the text is there as it was written and nothing ran.
  const rows = await everybody(api)
  expect(rows.length).toBeGreaterThanOrEqual(30)
  const screens = ['/', '/mensen', '/binnenbuurten', `/binnenbuurten/${neighbourhoodId}`, '/bijeenkomsten']
  const others = [`/bijeenkomsten/${gatheringId}`, '/contributie', '/geschiedenis', '/prullenbak', '/instellingen']
  for (const address of [...screens, ...others]) {
    await notebook(page).turnTo(address)
    await nothingRan(page)
  }
  // Also when the window starts there, with answers that came before its script.
  await notebook(page).open('/')
  await expect(page.getByRole('main')).not.toContainText('Even geduld')
  await nothingRan(page)
  await notebook(page).open('/mensen')
  for (const text of payloads.slice(0, 4)) await expect(peoplePage(page).rowOf(text).first()).toBeVisible()
  // On paper too, where a page of its own is shown.
  await notebook(page).turnTo('/afdrukken/ledenlijst')
  const paper = page.frameLocator('iframe')
  await expect(paper.getByRole('row')).toHaveCount(rows.length + 1)
  for (const text of payloads.slice(0, 4)) await expect(paper.getByText(text).first()).toBeVisible()
  expect(await paper.locator('script, iframe, object, [onerror], [onload], link, style').count()).toBe(0)
  for (const { id, name } of rows.slice(0, 6)) {
    await notebook(page).turnTo(`/mensen/${id}`)
    await expect(notebook(page).heading).toHaveText(name)
    await nothingRan(page)
  }
})

test('what is typed into the fields is text too, also while it is searched for', async ({ page }) => {
  await makeBook(page)
  await notebook(page).open('/mensen')
  const image = '<img src=x onerror=fired=1>'
  const people = peoplePage(page)
  await people.add.click()
  await people.field('Voornaam').fill(image)
  await people.field('Achternaam').fill('<svg onload=fired=1>')
  await people.save.click()
  await expect(notebook(page).heading).toHaveText(`${image} <svg onload=fired=1>`)
  await expect(page).toHaveTitle(`${image} <svg onload=fired=1> - Buurtboek`)
  await personPage(page).button('Gegevens wijzigen').click()
  await expect(personPage(page).dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await notebook(page).search.fill('img src')
  await expect(page.getByRole('option').first()).toContainText(image)
  await nothingRan(page)
})

test.describe('the control', () => {
  test.use({ allowedProblems: /Content Security Policy|Failed to load resource|^policy:/ })

  test('the policy itself: a script or style that got in would be stopped and reported', async ({ page }) => {
    // The control of this file: what the watch of the fixtures would see if text became elements after all.
    await notebook(page).open('/')
    await page.evaluate(() => {
      const breaches: string[] = []
      Reflect.set(window, 'breaches', breaches)
      // Before the watch of the fixtures, which would fail this test for what it does on purpose.
      window.addEventListener(
        'securitypolicyviolation',
        (event) => {
          event.stopImmediatePropagation()
          breaches.push(event.effectiveDirective)
        },
        { capture: true },
      )
      const holder = document.createElement('div')
      holder.innerHTML = '<img src=x onerror="fired=1"><p style="color:red">x</p>'
      const script = document.createElement('script')
      script.textContent = 'fired=1'
      document.body.append(holder, script)
    })
    const breaches = () => page.evaluate(() => Reflect.get(window, 'breaches').toSorted())
    await expect.poll(breaches).toEqual(['script-src-attr', 'script-src-elem', 'style-src-attr'])
    expect(await page.evaluate(() => Reflect.has(window, 'fired'))).toBe(false)
  })
})

/** As a spreadsheet program writes a cell with quotes in it. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

async function nothingRan(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    fired: Reflect.has(window, 'fired'),
    elements: document.querySelectorAll('script:not([src]), iframe, object, embed, base, marquee, [onerror], [onload]')
      .length,
    address: location.host,
  }))
  expect(found).toEqual({ fired: false, elements: 0, address: new URL(page.url()).host })
}

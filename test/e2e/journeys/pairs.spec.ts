// Koppels: a programme, two who come in, side by side, and a contact written down in two clicks and by the keyboard alone.
import { notebook } from '../pages/notebook.ts'
import { makeBook, today } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'
import { countKeys, tabTo } from '../support/keyboard.ts'

test('pairs: from a programme to a contact of today', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 4 })
  await api.books.useModules({ preset: 'families', modules: ['pairs'] })
  const { heading, undoBar } = notebook(page)
  await notebook(page).open('/')
  const dialog = page.getByRole('dialog')

  await test.step('a programme is set up with what is usual', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Koppels', exact: true }).click()
    await page.getByRole('button', { name: 'Programma toevoegen', exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Hoe heet het?' }).fill('Aan tafel')
    await dialog.getByRole('radio', { name: /Huishoudens/ }).check()
    await dialog.getByRole('button', { name: 'Programma opslaan' }).click()
    await expect(heading).toHaveText('Aan tafel')
  })

  await test.step('two sign up, and a pair is made of them side by side', async () => {
    await page.getByRole('button', { name: 'Iemand aanmelden' }).click()
    await dialog.getByRole('combobox', { name: 'Wie?' }).fill('Ria')
    await page.getByRole('option', { name: /Ria Buur01/ }).click()
    await dialog.getByRole('textbox', { name: /Wat doet u graag/ }).fill('Koken, wandelen')
    await dialog.getByRole('button', { name: 'Aanmelding opslaan' }).click()
    await expect(dialog).toHaveCount(0)
    const [programme] = (await api.pairs.programmes({})).programmes
    await api.pairs.takeIntake({
      programmeId: programme?.id ?? '',
      personId: people[1] ?? '',
      side: 'b',
      roundId: null,
      day: today(),
      interests: 'koken',
      availability: null,
      languages: null,
      brings: 'Een grote pan',
      spokenOn: null,
    })
    await page.getByRole('link', { name: 'Koppel maken' }).click()
    await expect(page.getByText('Allebei: Koken')).toBeVisible()
    await expect(page.getByText('Alleen Ruud Buur02 brengt iets.')).toBeVisible()
    await expect(page.getByText('Geen begeleider.')).toBeVisible()
    await page.getByRole('button', { name: 'Koppel maken' }).click()
    await expect(heading).toHaveText('Ria Buur01 en Ruud Buur02')
  })

  await test.step('a contact of today takes two clicks, and can be taken back', async () => {
    await page.getByRole('link', { name: 'Naar Aan tafel' }).click()
    await page.getByRole('button', { name: /Contact opschrijven/ }).click()
    await dialog.getByRole('button', { name: 'Contact opslaan' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(undoBar).toContainText('opgeschreven')
    const [programme] = (await api.pairs.programmes({})).programmes
    const contacts = async () => (await api.pairs.programme({ id: programme?.id ?? '' })).running[0]?.contacts
    expect(await contacts()).toBe(1)
    await undoBar.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(contacts).toBe(0)
  })

  await test.step('and by the keyboard alone: Enter opens, Enter saves', async () => {
    const button = page.getByRole('button', { name: /Contact opschrijven/ })
    await tabTo(page, button)
    const { count } = await countKeys(page, async (press) => {
      await press('Enter')
      await expect(dialog.getByRole('textbox', { name: 'Welke dag?' })).toBeFocused()
      await press('Enter')
      await expect(dialog).toHaveCount(0)
    })
    expect(count).toBeLessThanOrEqual(5)
    await expect(page.getByRole('grid', { name: 'Koppels die lopen' })).toContainText(/1 van 12|0 van 12/)
  })
})

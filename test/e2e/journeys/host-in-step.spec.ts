import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { notebook } from '../pages/notebook.ts'
import { daysAgo, makeBook, openApi, planGathering, today } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'
import { letIn } from '../support/let-in.ts'

// What the words cost shows where two books get to know each other (two-books.spec.ts).
test.use({ cheapWords: true })

async function openSharing(page: Page): Promise<void> {
  await notebook(page).goTo('Instellingen')
  await page.getByRole('link', { name: 'Samen bijhouden', exact: true }).click()
}

/** Both computers look, and what the second sent reaches the first. */
async function meet(...pages: Page[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) for (const page of pages) await openApi(page).sync.look({})
}

test('two people keep one book: invited by telephone, a clash chosen once, and taken off again', async ({
  app,
  there,
  newFolder,
}) => {
  const shared = await newFolder()
  const next = await newFolder()
  const { page } = app
  const { api, people } = await makeBook(page, { people: 3 })
  const [person = ''] = people
  await notebook(page).open('/')
  // Without it nothing of it is to be seen.
  await expect(page.getByRole('link', { name: /Bijgewerkt/ })).toHaveCount(0)
  const sheet = await api.sealing.makeSheet({})
  const [first = '', second = ''] = sheet.ask.map((number) => sheet.groups[number - 1] ?? '')
  await api.sealing.confirmSheet({ first, second })
  await openSharing(page)
  await page.getByLabel('De gedeelde map').fill(shared)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Samen bijhouden beginnen' }).click()
  await expect(page.getByRole('link', { name: /Bijgewerkt/ })).toBeVisible()
  await page.getByRole('button', { name: 'Iemand uitnodigen' }).click()
  await page.getByLabel('Wie nodigt u uit?').fill('Bert')
  await page.getByRole('button', { name: 'Uitnodiging maken' }).click()
  const spoken = page.getByRole('list', { name: 'De vier woorden' }).locator('b')
  await expect(spoken).toHaveCount(4)
  const words = await spoken.allInnerTexts()
  await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click()

  await notebook(there.page).open('/')
  await there.page.getByLabel('Hoe heet u?').fill('Bert')
  await there.page.getByRole('button', { name: 'Meedoen' }).click()
  const dialog = there.page.getByRole('dialog')
  await dialog.getByLabel('De gedeelde map').fill(shared)
  await dialog.getByRole('combobox', { name: 'Woord 1' }).fill(words.join(' '))
  await expectAccessible(there.page)
  await dialog.getByRole('button', { name: 'Antwoord sturen' }).click()
  // So are they to try.
  await expect(there.page.getByRole('heading', { name: 'Wachten op Joyce' })).toBeVisible({ timeout: 60_000 })
  const shown = await there.page.getByRole('list', { name: 'De twee woorden' }).locator('b').allInnerTexts()
  await expectAccessible(there.page)
  await page.getByRole('button', { name: 'Nu kijken' }).click()
  await expect(page.getByRole('list', { name: 'De twee woorden' }).locator('b')).toHaveText(shown)
  await page.getByRole('button', { name: 'Ja, dat klopt' }).click()
  await expect(page.getByRole('list', { name: 'De twee woorden' })).toHaveCount(0)
  await expect(there.page.getByRole('heading', { name: 'Overzicht' })).toBeVisible({ timeout: 60_000 })
  await notebook(there.page).goTo('Mensen')
  await expect(there.page.getByText('Ria Buur01')).toBeVisible()

  // Both change the same, each on their own.
  const other = openApi(there.page)
  const change = (who: typeof api, note: string) => who.members.change({ id: person, fields: { note } })
  await change(api, 'Belt liever in de ochtend')
  await change(other, 'Belt liever in de avond')
  await api.dues.addOpeningBalance({ personId: person, amountCents: 1000, day: daysAgo(60) })
  await meet(page, there.page)
  await page.getByRole('link', { name: '1 verschil' }).click()
  await expect(page.getByText('Belt liever in de ochtend')).toBeVisible()
  await expect(page.getByText('Belt liever in de avond')).toBeVisible()
  await expectAccessible(page)
  await notebook(there.page).open('/contributie/bank')
  await expect(there.page.getByText('Bank, kas en jaar deelt u niet met de anderen.')).toBeVisible()
  // A number that is typed anew must be the one that the treasurer has.
  await notebook(there.page).open('/contributie/openstaand')
  await expect(there.page.getByText('Vraag welk nummer het is')).toBeVisible()
  await page.getByRole('button', { name: 'Deze kiezen: Belt liever in de avond' }).click()
  await expect(page.getByText('Er zijn geen verschillen')).toBeVisible()
  await meet(page, there.page)
  expect(await other.differences.count({})).toMatchObject({ differences: 0 })

  // A copy that is put back does not take back what is shared, and says so.
  await api.backups.make({})
  await notebook(page).open('/instellingen/reservekopieen')
  await page
    .getByRole('button', { name: /^Terugzetten: de kopie/ })
    .first()
    .click()
  await expect(page.getByRole('alertdialog')).toContainText('komt vanzelf weer terug uit de gedeelde map')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Annuleren' }).click()

  // The provider of the folder reads nothing.
  for (const file of await readdir(shared, { recursive: true, withFileTypes: true }))
    if (file.isFile()) {
      const bytes = await readFile(path.join(file.parentPath, file.name))
      expect(bytes.includes('Buur01') || bytes.includes('ochtend')).toBe(false)
    }

  await openSharing(page)
  await page.getByRole('button', { name: 'Verwijderen: Bert' }).click()
  await page.getByLabel('De nieuwe gedeelde map').fill(next)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Verwijderen en verder in de nieuwe map' }).click()
  await expect(page.getByRole('button', { name: 'Verwijderen: Bert' })).toHaveCount(0)
  await api.neighbourhoods.add({ name: 'Lindehof', areaNote: null, targetSize: 50, cadencePerYear: null })
  await meet(page, there.page)
  expect((await other.neighbourhoods.list({})).open.map(({ name }) => name)).toEqual(['Merelhof'])
  await openSharing(there.page)
  await expect(there.page.getByText('Deze computer doet niet meer mee.')).toBeVisible()
})

test('the treasurer sees the dues and nothing of the gatherings, and who is erased is gone there too', async ({
  app,
  there,
  newFolder,
}) => {
  const shared = await newFolder()
  const { page } = app
  const { api, people, neighbourhoodId } = await makeBook(page, { people: 2 })
  const [person = ''] = people
  const gatheringId = await planGathering(api, { groupId: neighbourhoodId, day: daysAgo(3), title: 'Soepavond' })
  await api.gatherings.setNote({ gatheringId, note: 'Het was stil aan tafel' })
  const nobody = { gatheringId: null, ownerPersonId: null, ownerName: null, how: null }
  await api.followUps.plan({ personId: person, dueDay: today(), ...nobody })
  await api.dues.addPlan({ name: 'Buurtbijdrage', amountCents: 250, validFrom: today() })
  const other = openApi(there.page)
  await letIn([api, shared], [other, shared], { name: 'Femke', role: 'treasurer' })
  await notebook(there.page).open('/mensen')
  await expect(there.page.getByText('Ria Buur01')).toBeVisible()
  expect((await other.dues.plans({})).map(({ name }) => name)).toContain('Buurtbijdrage')
  await notebook(there.page).goTo('Bijeenkomsten')
  await expect(there.page.getByText('Soepavond')).toHaveCount(0)
  await expect(there.page.getByText('Bijeenkomsten deelt u niet met de anderen.')).toBeVisible()
  // The bank is the treasurer's own.
  await notebook(there.page).open('/contributie/kas')
  await expect(there.page.getByRole('heading', { name: 'Kas', exact: true })).toBeVisible()
  await expect(there.page.getByText('deelt u niet met de anderen')).toHaveCount(0)
  expect(await other.followUps.forPerson({ personId: person })).toEqual([])
  // The one who invited does have both.
  expect(await api.followUps.forPerson({ personId: person })).toHaveLength(1)
  expect(await api.gatherings.detail({ id: gatheringId })).toMatchObject({ note: 'Het was stil aan tafel' })

  await api.members.remove({ personId: person })
  await notebook(page).open('/prullenbak')
  await page.getByRole('button', { name: 'Voorgoed wissen: Ria Buur01' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Voorgoed wissen' }).click()
  await expect(page.getByRole('button', { name: 'Voorgoed wissen: Ria Buur01' })).toHaveCount(0)
  await meet(page, there.page)
  await notebook(there.page).goTo('Mensen')
  await expect(there.page.getByText('Ruud Buur02')).toBeVisible()
  await expect(there.page.getByText('Ria Buur01')).toHaveCount(0)
  expect(JSON.stringify(await other.trash.list({}))).not.toContain('Buur01')
  // Gone from the old files, too, as each said of its own.
  await openSharing(page)
  await expect(page.getByText('is weg bij u en Femke')).toBeVisible()
})

// A binnenbuurt's book and the association's get to know each other and tell each other who belongs. The binnenbuurt's book is another
// one, of the test itself; the window is the association's.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readCard, wordsOfCard } from '../../../electron/backend/between/card-file.ts'
import { paths } from '../../../renderer/app/paths.ts'
import {
  addPerson,
  type BetweenBook,
  idOf,
  type Letter,
  namesIn,
  openBetweenBook,
  receive,
  takeIn,
  taken,
} from '../../support/between-books.ts'
import { makeBook } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test as inShell } from '../support/fixtures.ts'

const test = inShell.extend<{ group: BetweenBook }>({
  // After the app: where that is skipped, no second book is opened.
  group: async ({ app: _app }, use) => {
    const group = await openBetweenBook('Merelhof', 'binnenbuurt', 7, new Date().toISOString().slice(0, 10))
    await use(group)
    await group.close()
  },
})

async function saved(page: Page, button: string): Promise<Letter> {
  const starting = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const started = await starting
  return { name: started.suggestedFilename(), bytes: await readFile(await started.path()) }
}

const choose = (page: Page, label: string, { name, bytes }: Letter) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })

test('two books get to know each other and exchange members and dues', async ({ app, group }) => {
  const { page } = app
  const { people, api } = await makeBook(page, { people: 3 })
  await page.goto(new URL(paths.settings, page.url()).href)
  await page.getByRole('link', { name: 'Uitwisselen' }).click()

  // Each gives the other a card, and reads its four words aloud.
  const own = await saved(page, 'Kaartje maken')
  await expect(page.getByRole('list', { name: 'Vier woorden om voor te lezen' }).getByRole('listitem')).toHaveCount(4)
  const spoken = await wordsOfCard(await readCard(own.bytes), group.context.wordsWork)
  const { id } = await group.api.between.meet({ file: await receive(group, own), words: spoken, groupId: null })
  const card = taken(group, await group.api.between.makeCard({}))
  await choose(page, 'Kaartje kiezen', card)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Van welke binnenbuurt')).toHaveValue(/./)
  const words = await wordsOfCard(await readCard(card.bytes), 18)
  await dialog.getByLabel('Woord 1').fill(words.join(' '))
  await expectAccessible(page, { include: '[role=dialog]' })
  await dialog.getByRole('button', { name: 'Kennismaken' }).click()
  await expect(page.getByText('U kent nu het boek Merelhof')).toBeVisible()

  // The binnenbuurt has somebody new, and knows one by another year of birth.
  await api.members.change({ id: people[0] ?? '', fields: { birthYear: 1952 } })
  const home = { kind: 'address', street: 'Merelhof', houseNumber: 1, houseSuffix: '', postcode: '', city: '' } as const
  await addPerson(group.api, 'Ria Buur01', { home, birthYear: 1951 })
  await addPerson(group.api, 'Bep Vos', { houseNumber: 40 })
  await choose(page, 'Bestand kiezen', taken(group, await group.api.between.makeMembers({ id, withContact: false })))
  await expect(page.getByRole('heading', { name: 'Ledenbestand van Merelhof' })).toBeVisible()
  await expect(page.getByText('Bep Vos')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Ingelezen' })).toBeVisible()

  // What goes back is shown first, and tells the binnenbuurt of its other neighbours and until when they paid.
  await page.getByRole('link', { name: 'Terug naar uitwisselen' }).click()
  await page.getByRole('link', { name: 'Ledenbestand maken' }).click()
  await expect(page.getByRole('table', { name: 'Dit gaat het boek uit' }).getByRole('row')).toHaveCount(5)
  await takeIn(group, await saved(page, 'Bestand bewaren'))
  expect(await namesIn(group)).toHaveLength(4)
  await page.goBack()
  await page.getByRole('link', { name: 'Contributiestand maken' }).click()
  await expect(page.getByText('Betaalt geen contributie.').first()).toBeVisible()
  await takeIn(group, await saved(page, 'Bestand bewaren'))
  const bep = await idOf(group, 'Vos')
  expect(await group.api.between.standing({ personId: bep })).toMatchObject({ pays: false, paidUntil: null })
})

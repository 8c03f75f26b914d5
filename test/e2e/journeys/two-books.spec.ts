// A binnenbuurt's book and the association's get to know each other and tell each other who belongs. The binnenbuurt's book is another
// one, on a computer of its own, which is only asked; the window is the association's.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { paths } from '../../../renderer/app/paths.ts'
import { aMember } from '../../support/people.ts'
import { type BookApi, everybody, type Letter, makeBook, openApi, receiveFile, takeFile } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

async function saved(page: Page, button: string): Promise<Letter> {
  const starting = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const started = await starting
  return { name: started.suggestedFilename(), bytes: await readFile(await started.path()) }
}

const choose = (page: Page, label: string, { name, bytes }: Letter) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })

test('two books get to know each other and exchange members and dues', async ({ app, there }) => {
  const { page } = app
  const { people, api } = await makeBook(page, { people: 3 })
  const group = await makeGroupBook(there.page)
  await page.goto(new URL(paths.settings, page.url()).href)
  await page.getByRole('link', { name: 'Uitwisselen' }).click()

  // Each gives the other a card, and reads its four words aloud.
  const own = await saved(page, 'Kaartje maken')
  const spoken = page.getByRole('list', { name: 'Vier woorden om voor te lezen' }).locator('b')
  await expect(spoken).toHaveCount(4)
  const heard = await spoken.allInnerTexts()
  const file = await receiveFile(there.page, own)
  const { id } = await group.between.meet({ file, words: heard, groupId: null })
  const card = await group.between.makeCard({})
  await choose(page, 'Kaartje kiezen', await takeFile(there.page, card))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Van welke binnenbuurt')).toHaveValue(/./)
  await dialog.getByLabel('Woord 1').fill(card.words.join(' '))
  await expectAccessible(page, { include: '[role=dialog]' })
  await dialog.getByRole('button', { name: 'Kennismaken' }).click()
  await expect(page.getByText('U kent nu het boek Merelhof')).toBeVisible()

  // The binnenbuurt has somebody new, and knows one by another year of birth.
  await api.members.change({ id: people[0] ?? '', fields: { birthYear: 1952 } })
  const home = { kind: 'address', street: 'Merelhof', houseNumber: 1, houseSuffix: '', postcode: '', city: '' } as const
  const ria = { firstName: 'Ria', infix: '', lastName: 'Buur01', home, birthYear: 1951 }
  await group.members.register(aMember(ria))
  const bep = { firstName: 'Bep', infix: '', lastName: 'Vos', home: { ...home, houseNumber: 40 } }
  const { id: personId } = await group.members.register(aMember(bep))
  const members = await group.between.makeMembers({ id, withContact: false })
  await choose(page, 'Bestand kiezen', await takeFile(there.page, members))
  await expect(page.getByRole('heading', { name: 'Ledenbestand van Merelhof' })).toBeVisible()
  await expect(page.getByText('Bep Vos')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Ingelezen' })).toBeVisible()

  // What goes back is shown first, and tells the binnenbuurt of its other neighbours and until when they paid.
  await page.getByRole('link', { name: 'Terug naar uitwisselen' }).click()
  await page.getByRole('link', { name: 'Ledenbestand maken' }).click()
  await expect(page.getByRole('table', { name: 'Dit gaat het boek uit' }).getByRole('row')).toHaveCount(5)
  await takeIn(there.page, group, await saved(page, 'Bestand bewaren'))
  expect(await everybody(group)).toHaveLength(4)
  await page.goBack()
  await page.getByRole('link', { name: 'Contributiestand maken' }).click()
  await expect(page.getByText('Betaalt geen contributie.').first()).toBeVisible()
  await takeIn(there.page, group, await saved(page, 'Bestand bewaren'))
  expect(await group.between.standing({ personId })).toMatchObject({ pays: false, paidUntil: null })
})

async function makeGroupBook(page: Page): Promise<BookApi> {
  const api = openApi(page)
  await api.preferences.set({ language: 'nl', userName: 'Bert' })
  await api.books.create({
    name: 'Merelhof',
    kind: 'binnenbuurt',
    rolePattern: 'none',
    minGatheringsPerYear: 0,
    duesEnabled: false,
    accountingStart: null,
    preset: null,
    modules: [],
  })
  return api
}

/** Takes a file in as it is shown. */
async function takeIn(page: Page, api: BookApi, letter: Letter): Promise<void> {
  const { id } = await api.between.open({ file: await receiveFile(page, letter) })
  await api.between.preview({ id })
  await api.between.takeIn({ id })
}

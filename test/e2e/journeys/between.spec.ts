// A binnenbuurt's book and the association's get to know each other and tell each other who belongs. The binnenbuurt's book is another
// one, of the test itself; this window is the association's.
import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { readCard, wordsOfCard } from '../../../electron/backend/between/card-file.ts'
import { addPerson, type BetweenBook, type Letter, open, openBetweenBook, receive, taken, takeIn } from '../../support/between-books.ts'
import { makeBook } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'

const today = new Date().toISOString().slice(0, 10)
let group: BetweenBook
test.beforeEach(async () => {
  group = await openBetweenBook('Merelhof', 'binnenbuurt', 7, today)
})
test.afterEach(() => group.close())

const lettered = async (started: Download): Promise<Letter> => ({
  name: started.suggestedFilename(),
  bytes: await readFile(await started.path()),
})

async function saved(page: Page, button: string): Promise<Letter> {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return lettered(await started)
}

const choose = (page: Page, label: string, { name, bytes }: Letter) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })

test('two books get to know each other and exchange members and dues', async ({ app }) => {
  const { page } = app
  const { api } = await makeBook(page, { people: 3 })
  await page.reload()
  await page.getByRole('link', { name: 'Instellingen' }).click()
  await page.getByRole('link', { name: 'Uitwisselen' }).click()

  // Each gives the other a card.
  const own = await saved(page, 'Kaartje maken')
  await expect(page.getByRole('list', { name: 'Vier woorden om voor te lezen' }).getByRole('listitem')).toHaveCount(4)
  const ownWords = await wordsOfCard(await readCard(own.bytes), group.context.wordsWork)
  const { id: association } = await group.api.between.meet({
    ...{ file: await receive(group, own), words: ownWords, groupId: null },
  })
  const { words: _cheap, ...made } = await group.api.between.makeCard({})
  const card = taken(group, made)
  await choose(page, 'Kaartje kiezen', card)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Van welke binnenbuurt')).toHaveValue(/./)
  const words = await wordsOfCard(await readCard(card.bytes), 18)
  await dialog.getByLabel('Woord 1').fill(words.join(' '))
  await dialog.getByRole('button', { name: 'Kennismaken' }).click()
  await expect(page.getByText('U kent nu het boek Merelhof')).toBeVisible()

  // The binnenbuurt has somebody new, and one whom both know by another year of birth.
  await addPerson(group.api, 'Bep Vos', { houseNumber: 40 })
  await addPerson(group.api, 'Ria Buur01', {
    birthYear: 1950,
    home: { kind: 'address', street: 'Merelhof', houseNumber: 1, houseSuffix: '', postcode: '1234 AB', city: 'Oosterweide' },
  })
  const [known] = (await api.search.find({ text: 'Buur01' })).people
  await api.members.change({ id: known?.id ?? '', fields: { birthYear: 1952, firstName: 'Ria' } })
  await choose(page, 'Bestand kiezen', taken(group, await group.api.between.makeMembers({ id: association, withContact: false })))
  await expect(page.getByRole('heading', { name: 'Ledenbestand van Merelhof' })).toBeVisible()
  await page.getByRole('radio', { name: /Nee, iemand anders|Uit het andere boek/ }).first().waitFor()
  await page.screenshot({ path: '/tmp/look/between-file.png', fullPage: true })
})

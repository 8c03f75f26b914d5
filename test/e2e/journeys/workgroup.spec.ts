// Twelve groups hand in their file, and the working group sees them together.
import { readFile } from 'node:fs/promises'
import { writeWorkgroupFile } from '../../../electron/backend/workgroup/workgroup-file.ts'
import type { WorkgroupContent } from '../../../shared/contract/workgroup.ts'
import { expect, test } from '../support/fixtures.ts'

test.use({ demo: true })

const names =
  'Aakhof Berkenpad Cederhof Dijkzicht Elzenlaan Fluithof Grachtkant Hofplein Iepenlaan Jachthaven Kolkzicht'

/** Of other books than the one that is open. */
function fileOf(name: string, at: number): Promise<Uint8Array> {
  const content: WorkgroupContent = {
    association: 'Stadsdorp Westerkade',
    kind: 'binnenbuurt',
    made: '2026-11-20',
    period: { from: `${new Date().getFullYear()}-01-01`, until: `${new Date().getFullYear()}-12-31` },
    groups: [
      {
        key: `group-${at}`,
        name,
        members: at === 0 ? '<5' : 40,
        paying: at === 0 ? null : 30,
        seats: 'bezet',
        status: null,
        gatherings: { held: 3, promised: 3, last: null },
        attendance: { lowest: 12, highest: 20 },
        barriers: [{ kind: 'vervoer', outcome: at < 3 ? 'hielp' : null }],
        themes: [],
      },
    ],
    dues: null,
    questions: at === 1 ? ['Wie heeft een bakfiets?'] : [],
  }
  return writeWorkgroupFile(content, String(at + 10).repeat(32))
}

test('a group makes its file and sees what goes out; the working group opens twelve together', async ({ app }) => {
  const { page } = app
  await page.getByRole('link', { name: 'Verslagen' }).click()
  await page.getByRole('link', { name: 'Werkgroepbestand maken' }).click()
  await page.getByLabel('Wat wilt u inbrengen?').fill('Hoe vinden jullie een spreker?')
  await page.getByText('Het hele bestand bekijken').click()
  await expect(page.locator('pre')).toContainText('Hoe vinden jullie een spreker?')
  const shown = JSON.parse(await page.locator('pre').innerText())
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bestand bewaren' }).click()
  const own = await readFile(await (await started).path())
  expect(JSON.parse(own.toString('utf8')).content).toEqual(shown)

  await page.getByRole('link', { name: 'Verslagen' }).first().click()
  await page.getByRole('link', { name: 'Werkgroepbestanden bekijken' }).click()
  const others = await Promise.all(names.split(' ').map(fileOf))
  const asFile = (name: string, buffer: Uint8Array) => ({
    name: `${name}.buurtgroep`,
    mimeType: 'application/json',
    buffer: Buffer.from(buffer),
  })
  await page
    .locator('input[type=file]')
    .setInputFiles([
      asFile('Oosterweide', own),
      ...others.map((bytes, at) => asFile(`Groep ${at}`, bytes)),
      asFile('Geen', Buffer.from('{}')),
    ])
  await expect(page.getByText('12 bestanden geopend')).toBeVisible()
  await expect(page.getByText('Geen.buurtgroep: Dit is geen werkgroepbestand')).toBeVisible()
  // Ten of forty, the three groups of the example, and one of a few of which it is not said.
  await expect(page.getByText(/en van 1 groep is het niet gezegd/)).toBeVisible()
  await expect(page.getByText('Wie heeft een bakfiets?')).toBeVisible()
  await expect(page.getByText('Geen vervoer, of te ver: 11 groepen; wat zij deden, hielp bij 3')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Stadsdorp Westerkade' }).getByRole('row')).toHaveCount(12)

  await page.getByRole('button', { name: 'Presenteren' }).click()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.textContent)).toContain('Aakhof')
  await page.evaluate(() => document.exitFullscreen())
  await page.getByRole('listitem').filter({ hasText: 'Groep 0.' }).getByRole('button').click()
  await expect(page.getByText('11 bestanden geopend')).toBeVisible()
})

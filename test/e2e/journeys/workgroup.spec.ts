// Twelve groups hand in their file, and the working group sees them together.
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { writeWorkgroupFile } from '../../../electron/backend/workgroup/workgroup-file.ts'
import type { WorkgroupContent } from '../../../shared/contract/workgroup.ts'
import { paintedPages } from '../../figures/documents/read-pdf.ts'
import { notebook } from '../pages/notebook.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

test.use({ demo: true })

const names =
  'Aakhof Berkenpad Cederhof Dijkzicht Elzenlaan Fluithof Grachtkant Hofplein Iepenlaan Jachthaven Kolkzicht'

const thisYear = new Date().getFullYear()

/** Of other books than the one that is open. */
function fileOf(name: string, at: number, year = thisYear): Promise<Uint8Array> {
  const content: WorkgroupContent = {
    association: 'Stadsdorp Westerkade',
    kind: 'binnenbuurt',
    made: `${year}-11-20`,
    period: { from: `${year}-01-01`, until: `${year}-12-31` },
    groups: [
      {
        key: `group-${at}`,
        name,
        members: at === 0 ? '<5' : 40 - (thisYear - year),
        paying: at === 0 ? null : 30,
        seats: 'bezet',
        status: null,
        gatherings: { held: 3, promised: 3, last: null },
        attendance: { lowest: 12, highest: 20 },
        barriers: [{ kind: 'vervoer', outcome: at < 3 ? 'hielp' : null }],
        themes: at % 2 === 0 ? ['Veilig fietsen'] : [],
      },
    ],
    dues: at === 0 ? null : { expectedCents: 180_000, receivedCents: 150_000 },
    questions: at === 1 ? ['Wie heeft een bakfiets?'] : [],
  }
  return writeWorkgroupFile(content, String(at + 10).repeat(32))
}

/** Lets go of files over the place where they may be dropped, all at once. */
async function dropFiles(page: Page, files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  const dropped = files.map(([name, bytes]) => ({ name, text: Buffer.from(bytes).toString('utf8') }))
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, text } of all) transfer.items.add(new File([text], `${name}.buurtgroep`))
    return transfer
  }, dropped)
  const place = page.getByText('of ze hierheen slepen')
  await place.dispatchEvent('dragover', { dataTransfer })
  await place.dispatchEvent('drop', { dataTransfer })
}

test('a group makes its file and sees what goes out; the working group opens twelve together', async ({
  app,
}, testInfo) => {
  const { page } = app
  const own = await test.step('the group sees exactly what goes out, and saves that', async () => {
    await notebook(page).open('/')
    await page.getByRole('link', { name: 'Verslagen' }).click()
    await page.getByRole('link', { name: 'Werkgroepbestand maken' }).click()
    await page.getByLabel('Wat wilt u inbrengen?').fill('Hoe vinden jullie een spreker?')
    await page.getByText('Het hele bestand bekijken').click()
    await expect(page.locator('pre')).toContainText('Hoe vinden jullie een spreker?')
    const shown = JSON.parse(await page.locator('pre').innerText())
    const started = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Bestand bewaren' }).click()
    const saved = await readFile(await (await started).path())
    expect(JSON.parse(saved.toString('utf8')).content).toEqual(shown)
    return saved
  })

  const chart = (name: string) => page.getByRole('table', { name: `Stadsdorp Westerkade: ${name}` })

  await test.step('twelve files are dropped at once, with one that is none', async () => {
    await page.getByRole('link', { name: 'Verslagen' }).first().click()
    await page.getByRole('link', { name: 'Werkgroepbestanden bekijken' }).click()
    const others = await Promise.all(names.split(' ').map((name, at) => fileOf(name, at)))
    await dropFiles(page, [
      ['Oosterweide', own],
      ...others.map((bytes, at) => [`Groep ${at}`, bytes] as const),
      ['Geen', Buffer.from('{}')],
    ])
    await expect(page.getByText('12 bestanden geopend')).toBeVisible()
    await expect(page.getByText('Geen.buurtgroep: Dit is geen werkgroepbestand')).toBeVisible()
  })

  await test.step('all that they say stands in charts that are tables', async () => {
    await expect(page.getByRole('table', { name: 'De verenigingen' })).toContainText('Stadsdorp Westerkade')
    await expect(chart('Leden en wie voor de groep zorgt').getByRole('row')).toHaveCount(12)
    // Ten of forty, and one of a few of which it is not said.
    await expect(page.getByRole('region', { name: 'Stadsdorp Westerkade' })).toContainText('400van 1 groep niet gezegd')
    await expect(chart('Bijeenkomsten').getByRole('row', { name: /^Berkenpad/ })).toContainText('3 van de 3')
    await expect(chart('Bijeenkomsten').getByRole('row', { name: /^Berkenpad/ })).toContainText('12 tot 20')
    await expect(chart('Wat mensen tegenhield').getByRole('row', { name: /Geen vervoer/ })).toContainText(
      'hielp bij 3 en bij 8 nog niet bekend',
    )
    await expect(chart('Contributie').getByRole('row').last()).toContainText('€\u00a015.000')
    await expect(chart('Waar het over ging')).toContainText('Veilig fietsen')
    await expect(chart('Vragen en ideeën').getByRole('row').last()).toContainText('Wie heeft een bakfiets?Berkenpad')
    await expectAccessible(page)
  })

  await test.step('files of the year before stand beside them', async () => {
    await expect(chart('Jaar op jaar')).toBeHidden()
    const before = await Promise.all([1, 2].map((at) => fileOf(names.split(' ')[at] ?? '', at, thisYear - 1)))
    await page.locator('input[type=file]').setInputFiles(
      before.map((bytes, at) => ({
        name: `Eerder ${at}.buurtgroep`,
        mimeType: 'application/json',
        buffer: Buffer.from(bytes),
      })),
    )
    await expect(page.getByText('14 bestanden geopend')).toBeVisible()
    await expect(chart('Jaar op jaar').getByRole('row')).toHaveText([/^Jaar/, /78.*€\u00a03\.000/, /80.*€\u00a03\.000/])
    await expect(page.getByText('Vergeleken zijn de 2 groepen')).toBeVisible()
    await expect(chart('Leden en wie voor de groep zorgt').getByRole('row', { name: /^Berkenpad/ })).toContainText(
      `40${thisYear - 1}: 39`,
    )
  })

  await test.step('it is shown at the meeting, sheet by sheet with the keys of a presenter', async () => {
    await page.getByRole('button', { name: 'Presenteren' }).click()
    const shown = page.getByRole('dialog', { name: 'Presentatie' })
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.textContent)).toContain('De verenigingen')
    const titles = [await shown.getByRole('heading').innerText()]
    while (await shown.getByRole('button', { name: 'Volgende' }).isEnabled()) {
      await page.keyboard.press('PageDown')
      await expect(shown.getByRole('heading')).not.toHaveText(titles.at(-1) ?? '')
      titles.push(await shown.getByRole('heading').innerText())
    }
    expect(titles.slice(-8)).toEqual([
      'Stadsdorp Westerkade',
      'Leden en wie voor de groep zorgt',
      'Bijeenkomsten',
      'Jaar op jaar',
      'Wat mensen tegenhield',
      'Contributie',
      'Waar het over ging',
      'Vragen en ideeën',
    ])
    await expectAccessible(page)
    await page.keyboard.press('Home')
    await expect(shown.getByRole('heading')).toHaveText('De verenigingen')
    await shown.getByRole('button', { name: 'Stoppen' }).click()
    await expect(shown).toBeHidden()
    expect(await page.evaluate(() => document.fullscreenElement)).toBeNull()
  })

  await test.step('on paper it is a sheet for all and one for each association', async () => {
    const margin = '10mm'
    const pdf = await page.pdf({ format: 'A4', margin: { top: margin, bottom: margin, left: margin, right: margin } })
    if (spawnSync('pdftotext', ['-v']).error) {
      testInfo.annotations.push({ type: 'notice', description: 'no pdftotext: the paper was not read' })
      return
    }
    const pages = paintedPages(pdf).map((signs) => signs.join(''))
    expect(pages).toHaveLength(3)
    const [all, first, second] = pages
    for (const text of ['Deverenigingen', 'StadsdorpOosterweide', 'StadsdorpWesterkade']) expect(all).toContain(text)
    expect(first).toContain('Hoevindenjullieeenspreker?')
    for (const text of [...names.split(' '), 'Wieheefteenbakfiets?', 'Veiligfietsen', '15.000'])
      expect(second).toContain(text)
    // Nothing of the screen itself: no buttons, no names of files.
    expect(pages.join('')).not.toMatch(/buurtgroep|Presenteren|Ongedaanmaken|Voorbeeldgegevens/)
  })

  await page.getByRole('listitem').filter({ hasText: 'Groep 0.' }).getByRole('button').click()
  await expect(page.getByText('13 bestanden geopend')).toBeVisible()
})

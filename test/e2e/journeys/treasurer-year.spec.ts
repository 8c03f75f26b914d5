// A year of the treasurer: the cash box, the budget, closing, and the papers of the kascommissie opened by other programs.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { read, utils } from '@e965/xlsx'
import { findBrowser } from '../../../scripts/find-chromium.mjs'
import { bookkeepingPage } from '../pages/bookkeeping-page.ts'
import { makeBook, today } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

const last = Number(today().slice(0, 4)) - 1

test('a year from the first coin to the papers of the kascommissie', async ({ app }, testInfo) => {
  test.slow()
  const page = app.page
  await makeBook(page)
  await page.goto(new URL('/contributie/kas', page.url()).href)
  const books = bookkeepingPage(page)

  await test.step('what was there, what came in and what went out make a cash book with numbered receipts', async () => {
    await books.open('50', `1-1-${last}`)
    await books.write('Geld kwam binnen', '120', `3-5-${last}`, 'Giften', 'Collecte zomerfeest')
    await books.write('Geld ging eruit', '42,50', `4-5-${last}`, 'Activiteiten en barbecue', 'Worst en broodjes')
    await books.chooseYear(last)
    await expect(books.cashBook).toContainText('Collecte zomerfeest')
    await expect(books.cashBook.getByRole('row').nth(1)).toContainText('eruit € 42,50')
    await expect(books.cashBook.getByRole('row').nth(1)).toContainText('€ 127,50')
    await expectAccessible(page)
  })

  await test.step('counting says in words what is missing', async () => {
    await page.getByRole('button', { name: 'Kas tellen' }).click()
    await books.dialog.getByRole('textbox', { name: 'Hoeveel zit erin?' }).fill('125')
    await books.dialog.getByRole('textbox', { name: 'Datum' }).fill(`31-12-${last}`)
    await books.dialog.getByRole('textbox', { name: 'Wie heeft geteld?' }).fill('Bep')
    await expect(books.dialog.getByRole('status')).toContainText('€ 2,50 te weinig')
    await books.dialog.getByRole('checkbox', { name: 'Schrijf dit verschil op' }).check()
    await books.dialog.getByRole('button', { name: 'Telling opslaan' }).click()
    await expect(page.getByText('Het verschil is opgeschreven.')).toBeVisible()
  })

  await test.step('the association has kinds of its own, and leaves out what it does not use', async () => {
    await books.tab('Jaar')
    await page.getByRole('button', { name: 'Soorten aanpassen' }).click()
    await books.dialog.getByRole('button', { name: 'Soort toevoegen bij wat eruit gaat' }).click()
    await books.dialog.getByRole('textbox', { name: 'Hoe heet deze soort?' }).fill('Verzekering')
    await books.dialog.getByRole('button', { name: 'Toevoegen', exact: true }).click()
    await expect(books.dialog.getByRole('button', { name: 'Naam wijzigen: Verzekering' })).toBeVisible()
    await books.dialog.getByRole('button', { name: 'Naam wijzigen: Drukwerk en porto' }).click()
    await books.dialog.getByRole('textbox', { name: 'Hoe heet deze soort?' }).fill('Buurtkrant')
    await books.dialog.getByRole('button', { name: 'Naam opslaan' }).click()
    await expect(books.dialog.getByRole('button', { name: 'Naam wijzigen: Buurtkrant' })).toBeVisible()
    await books.dialog.getByRole('button', { name: 'Niet meer gebruiken: Bankkosten' }).click()
    await expect(books.dialog.getByRole('button', { name: 'Weer gebruiken: Bankkosten' })).toBeVisible()
    await expectAccessible(page)
    await books.dialog.getByRole('button', { name: 'Sluiten', exact: true }).click()
  })

  await test.step('the year stands beside its budget, and is closed', async () => {
    await books.chooseYear(last)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Jaar ${last}`)
    await page.getByRole('button', { name: 'Begroting invullen' }).click()
    await expect(books.dialog.getByRole('textbox', { name: /Verzekering|Buurtkrant|Bankkosten/ })).toHaveCount(2)
    await books.dialog.getByRole('group', { name: 'Gaat eruit' }).getByRole('textbox', { name: 'Zaalhuur' }).fill('100')
    await books.dialog.getByRole('button', { name: 'Begroting opslaan' }).click()
    await expect(books.expenses.getByRole('row', { name: /Zaalhuur/ })).toContainText('€ 100')
    await expect(books.balances.getByRole('row', { name: /^Kas/ })).toContainText('€ 125')
    await page.getByRole('button', { name: 'Boeken controleren' }).click()
    await expect(page.getByText('Ja. Alle', { exact: false })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: `${last} afsluiten` }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: `${last} afsluiten` })
      .click()
    await expect(page.getByText('Dit jaar is afgesloten')).toBeVisible()
  })

  await test.step('the papers open without the app, with the same totals', async () => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Stukken voor de kascommissie' }).click()
    const download = await downloading
    const folder = testInfo.outputPath('stukken')
    const zip = testInfo.outputPath('stukken.zip')
    await download.saveAs(zip)
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, folder])
    const sheets = read(await readFile(path.join(folder, `Jaarcijfers ${last}.xlsx`)), { type: 'buffer' })
    const balances = utils.sheet_to_json<Record<string, unknown>>(sheets.Sheets.Standen ?? {})
    expect(balances.find((row) => row.Wat === 'Kas')?.Eind).toBe(125)
    if (!findBrowser() || spawnSync('pdftotext', ['-v']).error) {
      testInfo.annotations.push({ type: 'notice', description: 'no browser or no pdftotext: the PDF was not opened' })
      return
    }
    const words = execFileSync('pdftotext', [path.join(folder, `Jaarverslag ${last}.pdf`), '-'], { encoding: 'utf8' })
    expect(words.replace(/\s+/g, ' ')).toContain('Worst en broodjes')
    expect(words).toContain('125,00')
  })
})

// Whatever is put in wrongly gets a sentence that says what and where, at the place where it was put in; nothing changes by it.
import { constants, deflateRawSync } from 'node:zlib'
import type { Locator } from '@playwright/test'
import { newMember } from '../../support/new-member.ts'
import { gatheringsPage } from '../pages/gatherings-page.ts'
import { importPage, type ListFile } from '../pages/import-page.ts'
import { notebook } from '../pages/notebook.ts'
import { peoplePage } from '../pages/people-page.ts'
import { personPage } from '../pages/person-page.ts'
import { daysAgo, everybody, makeBook } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'
import { csvFromExcel } from '../support/saved-list.ts'

// A refused upload is also a line in the console of the browser.
test.use({ allowedProblems: /console: Failed to load resource/ })

const file = (name: string, content: string | Buffer): ListFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

const unfitFiles: readonly (readonly [what: string, ListFile, says: string])[] = [
  ['an empty file', file('leden.csv', ''), 'Het bestand leden.csv is leeg.'],
  [
    'an old Excel file',
    file('leden.xls', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex')),
    'Dit is een oud Excel-bestand',
  ],
  ['a zip bomb', file('leden.xlsx', zipBomb()), 'Dit bestand is niet te vertrouwen'],
  [
    'a web page named as a list',
    file('leden.xlsx', '<!DOCTYPE html><html><body><table><tr><td>Naam</td></tr></table></body></html>'),
    'Dit is geen lijst die Buurtboek kan lezen',
  ],
  ['a PDF', file('leden.csv', '%PDF-1.7 and so on'), 'Dit is geen lijst die Buurtboek kan lezen'],
  ['half a file', file('leden.xlsx', Buffer.from('504b0304aaaa', 'hex')), 'Dit bestand is beschadigd'],
  ['a file of 11 MB', file('leden.csv', Buffer.alloc(11 * 1024 * 1024, 'a;b\n')), 'Het mag hoogstens 10 MB zijn'],
  [
    'a quote that never ends',
    file('leden.csv', 'Naam;Adres\nRia;"Merelhof 1\nRuud;Merelhof 2\n'),
    'Op regel 2 begint een aanhalingsteken',
  ],
]

test('files that are no list are refused in words, names are asked for, and people of one name are told apart', async ({
  page,
}) => {
  const { api, neighbourhoodId } = await makeBook(page, { people: 1 })
  await notebook(page).open('/inlezen')
  const list = importPage(page)
  for (const [what, unfit, says] of unfitFiles) {
    await test.step(what, async () => {
      await list.choose(unfit)
      await expect(page.getByRole('main')).toContainText(says)
      await expect(page).toHaveURL(/\/inlezen$/)
    })
  }
  await list.choose(
    csvFromExcel('goed.csv', [
      ['Naam', 'Adres'],
      ['Anh Nguyen', 'Weidepad 1'],
    ]),
  )
  await list.toPreview()
  await notebook(page).goTo('Mensen')
  await expect(peoplePage(page).rows).toHaveCount(1)

  await test.step('a list without names asks which column holds them', async () => {
    await notebook(page).turnTo('/inlezen')
    await list.choose(
      csvFromExcel('bomen.csv', [
        ['Boom', 'Hoogte'],
        ['Eik', '12'],
        ['Beuk', '9'],
      ]),
    )
    await list.column('Kolom 1 (zonder kop)').selectOption('Niet overnemen')
    await page.getByRole('button', { name: 'Verder' }).click()
    await expect(page.getByRole('main')).toContainText('Kies eerst in welke kolom de namen staan.')
    await page.getByRole('button', { name: 'Terug naar de kolommen' }).first().click()
    await expect(list.column('Kolom 1 (zonder kop)')).toHaveValue('skip')
  })

  await test.step('of two people of one name in the book it is seen who is who, and chosen', async () => {
    const anybody = newMember(7, neighbourhoodId)
    const home = { ...anybody.home, street: 'Merelhof', houseNumber: 7 }
    const kees = { ...anybody, firstName: 'Kees', lastName: 'Jansen', home }
    await api.members.register({ ...kees, birthYear: 1948, mobile: null })
    await api.members.register({ ...kees, birthYear: 1975, mobile: '06-1000 2275' })
    await notebook(page).turnTo('/inlezen')
    await list.choose(
      csvFromExcel('namen.csv', [
        ['Naam', 'Adres', 'Mobiel', 'E-mail', 'Geboortejaar'],
        ['Kees Jansen', 'Merelhof 7', '', 'kees@voorbeeld.nl', ''],
        ['Kees Jansen', 'Merelhof 7', '06-1000 2275', '', '1975'],
        ['Kees Jansen', 'Weidepad 3', '06-1000 2290', '', ''],
      ]),
    )
    await list.toPreview()
    // The first may be father or son, the second stands at the same front door, the third lives elsewhere.
    const father = list.rows.filter({ has: page.getByRole('gridcell', { name: '2', exact: true }) })
    const elsewhere = list.rows.filter({ hasText: 'Weidepad 3' })
    await expect(father).toContainText('Lijkt op 2 mensen in uw boek')
    await expect(father.getByRole('listitem')).toHaveText([
      /^Kees Jansen: .*geboren in 1948/,
      /^Kees Jansen: .*geboren in 1975/,
    ])
    await elsewhere.getByRole('button', { name: /^Vergelijken/ }).click()
    await list.dialog.getByRole('button', { name: 'Ja, dezelfde persoon' }).click()
    await expect(list.dialog).toContainText('Kies eerst wie het is.')
    await list.dialog.getByRole('radio', { name: /1975/ }).check()
    await expect(list.dialog.getByRole('row', { name: /^Adres verschilt/ })).toContainText('Merelhof 7')
    await expectAccessible(page)
    await list.dialog.getByRole('button', { name: 'Nee, geen van hen' }).click()
    await expect(elsewhere).toContainText('Nieuw')

    await father.getByRole('button', { name: /^Vergelijken/ }).click()
    await list.dialog.getByRole('radio', { name: /1948/ }).check()
    await expect(list.dialog.getByRole('row', { name: /^Geboortejaar/ })).toContainText('1948')
    await list.dialog.getByRole('button', { name: 'Ja, dezelfde persoon' }).click()
    await expect(father).toContainText('E-mail wordt kees@voorbeeld.nl')
  })
})

test('what is filled in wrongly about a person is said at the field, and goes when it is mended', async ({ page }) => {
  const { api } = await makeBook(page)
  await notebook(page).open('/mensen')
  const { add, field, save, dialog } = peoplePage(page)
  await add.click()

  await test.step('no name at all', async () => {
    await save.click()
    await saysAt(field('Achternaam'), 'Vul een voornaam of een achternaam in.')
  })
  await field('Voornaam').fill('Ria')
  await dialog.getByText('Meer gegevens').click()
  for (const [name, wrong, says, right] of [
    ['Mobiel', '06-1000 221', 'Er mist een cijfer in 06-1000 221', '06-1000 2214'],
    ['Vaste telefoon', '020-000 00x9', 'staat iets anders dan cijfers', '020-000 0019'],
    ['E-mail', 'ria(at)voorbeeld', 'is geen e-mailadres', 'ria@voorbeeld.nl'],
    ['Postcode', '1234 A', 'is geen postcode', '1234 AB'],
    ['Sinds', '31-2-2024', 'Dit is geen datum. Schrijf bijvoorbeeld 12-3-2026.', '29-2-2024'],
  ] as const) {
    await test.step(`${name}: ${wrong}`, async () => {
      await field(name).fill(wrong)
      await save.click()
      await saysAt(field(name), says)
      await expect(field(name)).toBeFocused()
      await field(name).fill(right)
    })
  }

  await test.step('several at once: each is said, and the first has the focus', async () => {
    await field('E-mail').fill('ria(at)voorbeeld')
    await field('Postcode').fill('1234 A')
    await field('Vaste telefoon').fill('020-000 00x9')
    // Folded again: it opens by itself, because something in it is wrong.
    await dialog.getByText('Meer gegevens').click()
    await save.click()
    await saysAt(field('E-mail'), 'is geen e-mailadres')
    await saysAt(field('Postcode'), 'is geen postcode')
    await saysAt(field('Vaste telefoon'), 'staat iets anders dan cijfers')
    await expect(field('E-mail')).toBeFocused()
  })

  await test.step('together with a day that is none, and by the other button too', async () => {
    await field('Sinds').fill('31-2-2024')
    await field('E-mail').fill('ria(at)voorbeeld2')
    await dialog.getByRole('button', { name: 'Toevoegen en nog iemand' }).click()
    await saysAt(field('E-mail'), 'ria(at)voorbeeld2 is geen e-mailadres')
    await saysAt(field('Postcode'), 'is geen postcode')
    await saysAt(field('Sinds'), 'Dit is geen datum')
    await saysAt(field('Vaste telefoon'), 'staat iets anders dan cijfers')
    await expect(field('E-mail')).toBeFocused()
    await field('E-mail').fill('ria@voorbeeld.nl')
    await field('Postcode').fill('1234 AB')
    await field('Sinds').fill('29-2-2024')
    await field('Vaste telefoon').fill('020-000 0019')
  })
  expect((await api.history.lastAction({}))?.kind).not.toBe('personRegistered')
  await save.click()
  await expect(dialog).toHaveCount(0)
  await expect(personPage(page).facts).toContainText('06-1000 2214')

  await test.step('when somebody is changed, everything that is wrong is said at once too, and nothing is saved', async () => {
    const person = personPage(page)
    await person.button('Gegevens wijzigen').click()
    await person.field('Mobiel').fill('06-1000 221')
    await person.field('E-mail').fill('ria(at)voorbeeld')
    await person.field('Postcode').fill('1234 A')
    await person.button('Opslaan').click()
    await saysAt(person.field('Mobiel'), 'Er mist een cijfer in 06-1000 221')
    await saysAt(person.field('E-mail'), 'is geen e-mailadres')
    await saysAt(person.field('Postcode'), 'is geen postcode')
    await expect(person.field('Mobiel')).toBeFocused()
  })
  expect((await api.history.lastAction({}))?.kind).toBe('personRegistered')
})

test('wrong amounts, days, times, account numbers and counts are said at the field', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 1 })
  await notebook(page).open(`/mensen/${people[0]}`)

  await test.step('an amount that is none, and one of nothing', async () => {
    const person = personPage(page)
    await page.getByText('Maanden en betalingen').click()
    await person.button('Schuld van vroeger opschrijven').click()
    for (const wrong of ['tien euro', '12,3456', '-5', '0']) {
      await person.field('Bedrag').fill(wrong)
      await person.button('Schuld opschrijven').click()
      await expect(person.field('Bedrag')).toHaveAttribute('aria-invalid', 'true')
      await expect(person.dialog).toBeVisible()
    }
    await saysAtAll(person.dialog)
    await person.button('Annuleren').click()
    await expect(person.dialog).toHaveCount(0)
  })

  await test.step('a gathering on a day that does not exist, at a time that does not', async () => {
    await notebook(page).goTo('Bijeenkomsten')
    const { dialog } = gatheringsPage(page)
    await page.getByRole('button', { name: 'Bijeenkomst plannen' }).first().click()
    await dialog.getByRole('textbox', { name: 'Wat?' }).fill('Borrel')
    await dialog.getByRole('textbox', { name: 'Wanneer?' }).fill('30 februari')
    await dialog.getByRole('button', { name: 'Bijeenkomst plannen' }).click()
    await saysAt(dialog.getByRole('textbox', { name: 'Wanneer?' }), 'Dit is geen datum')
    await dialog.getByRole('textbox', { name: 'Wanneer?' }).fill('12 maart 2031')
    await dialog.getByText('Meer', { exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Hoe laat?' }).fill('25.10')
    await dialog.getByRole('button', { name: 'Bijeenkomst plannen' }).click()
    await saysAt(dialog.getByRole('textbox', { name: 'Hoe laat?' }), 'Dit is geen tijd')
  })
  expect((await api.gatherings.list({ year: null, group: null })).planned).toEqual([])

  await test.step('a wrong account number, and an impossible count', async () => {
    await notebook(page).open('/instellingen')
    const field = (name: RegExp) => page.getByRole('textbox', { name })
    await field(/^Rekening op naam van/).fill('Stadsdorp Oosterweide')
    await field(/^Rekeningnummer/).fill('NL12 TEST 0123 4567 89')
    await page.getByRole('button', { name: 'Rekening bewaren' }).click()
    await saysAt(field(/^Rekeningnummer/), 'Dit rekeningnummer (IBAN) klopt niet')
    await page.getByRole('radio', { name: /^Niemand in het bijzonder/ }).check()
    await expect(page.getByText('Wie nu een functie heeft, houdt die in het boek.')).toBeVisible()
    await page.getByRole('radio', { name: /^Contactpersoon en vervanger/ }).check()
    await expect(page.getByText('Wie nu een functie heeft, houdt die in het boek.')).toBeHidden()
    await field(/^Bijeenkomsten per jaar/).fill('veel')
    await page.getByRole('button', { name: 'Boek wijzigen' }).click()
    await saysAt(field(/^Bijeenkomsten per jaar/), 'Vul een heel getal in van 0 tot en met 52.')
  })
})

/** The sentence is bound to the field, so that it is read out with it. */
async function saysAt(field: Locator, words: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
}

/** Each field that is wrong says so in a sentence, not in a code. */
async function saysAtAll(dialog: Locator): Promise<void> {
  for (const field of await dialog.locator('[aria-invalid="true"]').all())
    await expect(field).toHaveAccessibleDescription(/^[A-Z][^{}_]+\./)
}

/** A small .xlsx whose one sheet unpacks to 300 MB. */
function zipBomb(): Buffer {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const megabytes = 300
  const size = megabytes * 1024 * 1024
  // Packing all of it would take seconds whenever this file is read: one megabyte is packed, and stands there many times.
  const nothing = Buffer.alloc(1024 * 1024)
  const part = deflateRawSync(nothing, { finishFlush: constants.Z_SYNC_FLUSH })
  const packed = Buffer.concat([...Array.from({ length: megabytes - 1 }, () => part), deflateRawSync(nothing)])
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(20, 6)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(size, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}

test('a correction that is wrong as well is there to be mended when the row is opened again', async ({ page }) => {
  await makeBook(page, { people: 1 })
  await notebook(page).open('/inlezen')
  const list = importPage(page)
  await list.choose(file('leden.csv', 'Naam;Mobiel\nTheo Berg;06 1234567'))
  await list.toPreview()
  const mobile = page.getByRole('dialog').getByRole('textbox', { name: 'Mobiel' })
  const correct = async (number: string) => {
    await list
      .rowOf('Theo Berg')
      .getByRole('button', { name: /Verbeteren/ })
      .click()
    await mobile.fill(number)
    await page.getByRole('button', { name: 'Verbetering opslaan' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }

  // When a number that is too short is mended by another one that is.
  await correct('06-12345')
  await expect(list.rowOf('Theo Berg')).toContainText('Telefoon is te kort: 06-12345')
  await list
    .rowOf('Theo Berg')
    .getByRole('button', { name: /Verbeteren/ })
    .click()

  // Then the field holds the correction and says what is wrong with it.
  await expect(mobile).toHaveValue('06-12345')
  await expect(page.getByRole('dialog')).toContainText('Telefoon is te kort: 06-12345')
  await page.getByRole('button', { name: 'Annuleren' }).click()
  await correct('06-12345670')
  await expect(list.rowOf('Theo Berg')).toContainText('Nieuw')
})

test('who is gone according to the list does not come in unless somebody says so, and anybody can be left out', async ({
  page,
}) => {
  const { api } = await makeBook(page, { people: 0 })
  await notebook(page).open('/inlezen')
  const list = importPage(page)
  await list.choose(
    file('leden.csv', 'Naam;Opm.\nRia Smit;verhuisd naar de overkant\nCor Bos;overleden\nKees Groot;\nAnh Le;'),
  )
  await list.toPreview()
  await expect(list.rowOf('Cor Bos')).toContainText('In uw lijst staat: overleden')
  const settle = async (name: string, button: string) => {
    await list
      .rowOf(name)
      .getByRole('button', { name: /Bekijken/ })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: button }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }

  // When one of those gone stays, and one of the others is left out.
  await settle('Ria Smit', 'Toch inlezen')
  await settle('Kees Groot', 'Deze persoon niet inlezen')
  await expectAccessible(page)
  await list.takeIn.click()
  await expect(notebook(page).heading).toHaveText('2 mensen ingelezen')

  // Then those two are in the book.
  const rows = await everybody(api)
  expect(rows.map(({ name }) => name)).toEqual(['Anh Le', 'Ria Smit'])
})

test('a list by street, and a newer version of it: titles, what is worth a look, and who is missing', async ({
  page,
}) => {
  await makeBook(page, { people: 0 })
  await notebook(page).open('/inlezen')
  const list = importPage(page)
  const main = page.getByRole('main')
  const byStreet = 'KASTANJEHOF;;\n1;Ria Smit;\n3;Greet Vos;partner Henk is overleden in 2021\n5;Wim Bos;'
  await list.choose(file('straten.csv', `Nr;Bewoner;Opm.\n${byStreet}`))
  await list.toPreview()
  await expect(list.rows.nth(0)).toContainText('Dit is een kop, geen mens')
  await expect(list.rows.nth(1)).toContainText(
    'Kastanjehof 3, kijk na: in uw lijst staat ‘partner Henk is overleden in 2021’',
  )
  await expect(main).toContainText('Bij 1 mens staat ‘kijk na’')
  // A title is nobody who left or died.
  await expect(main).not.toContainText('weg of overleden is')
  await list.takeIn.click()
  await expect(notebook(page).heading).toHaveText('3 mensen ingelezen')
  await expect(main).not.toContainText('niet mee')

  // When a newer list has somebody who died, and lacks somebody.
  await page.getByRole('button', { name: 'Nog een lijst inlezen' }).click()
  const newer = 'Ria Smit;Kastanjehof 1;overleden;\nGreet Vos;Kastanjehof 3;lid;06-10000042'
  await list.choose(file('leden.csv', `Naam;Adres;Status;Tel\n${newer}`))
  await list.toPreview()
  await expect(list.rowOf('Ria Smit')).toContainText('in uw boek nog lid: zeg het op de bladzijde van die persoon')
  await expect(main).toContainText('Wim Bos uit uw boek staat niet in deze lijst')
  await expectAccessible(page)
  await list.takeIn.click()
  await expect(main).toContainText('Van 1 mens zegt uw lijst dat die weg of overleden is: die deed niet mee.')
})

test('what a day would undo is said before it is saved: of a death before the membership', async ({ page }) => {
  // Given somebody who is a member for some 400 days.
  const { people } = await makeBook(page, { people: 1 })
  await notebook(page).open(`/mensen/${people[0]}`)
  const person = personPage(page)

  // When she is said to have died years before.
  await person.button('Overleden').click()
  await expect(person.dialog).not.toContainText('Klopt het jaar?')
  await person.field('Overleden op').fill('3-2-2016')

  // Then that is asked about, and it can still be so: then no term stands there without a value.
  await expect(person.dialog.getByRole('status')).toContainText('Het vervalt dan. Klopt het jaar?')
  await expectAccessible(page)
  await person.dialog.getByRole('button', { name: 'Opslaan' }).click()
  await expect(person.dialog).toHaveCount(0)
  await expect(notebook(page).heading).toContainText('Ria Buur01')
  await expect(person.facts).not.toContainText('Lidmaatschap')
  await expect(person.facts).toContainText('Geen binnenbuurt')
})

test('dues that are agreed on from a day before the books begin are not asked, and that is said at once', async ({
  page,
}) => {
  const { api } = await makeBook(page, { people: 2 })
  await api.dues.addPlan({ name: 'Gewoon lid', amountCents: 250, validFrom: '2020-01-01' })
  await notebook(page).open('/contributie')
  await page.getByRole('button', { name: 'Contributie afspreken' }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Vanaf' })).not.toHaveValue('')
  await expect(dialog).not.toContainText('Dit boek rekent')
  await dialog.getByRole('textbox', { name: 'Vanaf' }).fill('1-1-2024')
  await expect(dialog.getByRole('status')).toContainText('Over de maanden daarvoor vraagt het geen contributie.')
})

test('what is wrong with a group of boxes or choices goes with it, and is where the keys are', async ({ page }) => {
  await makeBook(page, { people: 1, modules: ['help'] })
  await notebook(page).open('/onderling')
  await page.getByRole('button', { name: 'Aanbod opschrijven' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Wie?' }).fill('Ria')
  await dialog.getByRole('option', { name: 'Ria Buur01' }).click()
  await dialog.getByRole('button', { name: 'Aanbod opslaan' }).click()
  await expect(dialog.getByRole('group', { name: 'Wat?' })).toHaveAccessibleDescription('Kies ten minste één ding.')
  await expect(dialog.getByRole('checkbox', { name: 'Boodschappen' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('group', { name: 'Wat?' })).toHaveAccessibleDescription('')
})

test('of a date of birth the year is taken', async ({ page }) => {
  const { people } = await makeBook(page, { people: 1 })
  await notebook(page).open(`/mensen/${people[0]}`)
  const person = personPage(page)
  await person.button('Gegevens wijzigen').click()
  await person.dialog.getByText('Meer gegevens').click()
  const year = person.field('Geboortejaar')
  await year.fill('49')
  await person.dialog.getByRole('button', { name: 'Opslaan' }).click()
  await expect(person.dialog).toContainText('Dit is geen jaar. Schrijf bijvoorbeeld 1949.')
  await year.fill('12-3-1949')
  await year.blur()
  await expect(year).toHaveValue('1949')
  await person.dialog.getByRole('button', { name: 'Opslaan' }).click()
  await expect(person.facts).toContainText('1949')
})

test('whoever takes over later does it for a time together with whoever stops, counted from then', async ({ page }) => {
  const { api, neighbourhoodId, people } = await makeBook(page, { people: 2 })
  await api.roles.assign({
    personId: people[0] ?? '',
    role: 'contactpersoon',
    neighbourhoodId,
    from: daysAgo(30),
    side: null,
    plannedEnd: null,
  })
  await notebook(page).open(`/binnenbuurten/${neighbourhoodId}`)
  await page
    .getByRole('button', { name: /Overdragen/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'De nieuwe begint op' }).fill('1-3-2030')
  await dialog.getByText('Een tijdje samen').click()
  await expect(dialog.getByRole('textbox', { name: 'Ria Buur01 stopt op' })).toHaveValue('29-03-2030')
})

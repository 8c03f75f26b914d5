// A treasurer who begins to collect: the account, a mandate, a collection with its steps, and one that comes back.
import { dayAsTyped, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { collectionsPage } from '../pages/collections-page.ts'
import { notebook } from '../pages/notebook.ts'
import { makeBook, today } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

test('direct debit, from the contract with the bank to a return', async ({ app }) => {
  test.slow()
  const { page } = app
  const { heading, find, open, undoLast } = notebook(page)
  const incasso = collectionsPage(page)
  const { dialog, press, inDialog } = incasso
  const { api, people } = await makeBook(page, { people: 2 })
  const [, ruud = ''] = people
  const plan = await api.dues.addPlan({ name: 'Gewoon lid', amountCents: 1000, validFrom: startOfMonth(today()) })
  await api.dues.addPlan({ name: 'Erelid', amountCents: 0, validFrom: startOfMonth(today()) })
  await open('/contributie')

  await test.step('dues are agreed with all at once, on a plan that somebody chose', async () => {
    await press('Contributie afspreken')
    const choice = dialog.getByRole('combobox', { name: 'Regeling' })
    await expect(choice).toHaveValue('')
    await choice.selectOption({ label: 'Gewoon lid, € 10 per maand' })
    await inDialog('Met 2 leden afspreken')
  })

  await api.dues.agree({
    personId: ruud,
    fromDay: startOfMonth(today()),
    planId: plan.id,
    intervalMonths: 1,
    anchorDay: null,
    payer: null,
    reduction: null,
    method: 'incasso',
  })
  await api.dues.run({})
  await open('/')

  await test.step('given no contract with the bank, the screen says what is needed', async () => {
    await incasso.goTo()
    await expect(page.getByRole('heading', { name: 'Incasso is nog niet ingesteld' })).toBeVisible()
    await page.getByRole('link', { name: 'Naar Instellingen' }).click()
    await expect(heading).toHaveText('Instellingen')
    await expect(page.getByRole('textbox', { name: 'Rekening op naam van' })).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'KvK-nummer' })).toBeVisible()
  })

  await test.step('when the account is filled in, its identifier follows from the KvK number', async () => {
    const account = page.getByRole('region', { name: 'Rekening bij de bank' })
    await account.getByRole('textbox', { name: 'Rekening op naam van' }).fill('Stadsdorp Oosterweide')
    await account.getByRole('textbox', { name: 'Rekeningnummer (IBAN)' }).fill('NL91 ABNA 0417 1643 01')
    await account.getByRole('textbox', { name: 'KvK-nummer' }).fill('40536533')
    await account.getByRole('button', { name: 'Dit invullen' }).click()
    await expect(account.getByRole('textbox', { name: 'Incassant-ID' })).toHaveValue('NL51ZZZ405365330000')
    await account.getByRole('button', { name: 'Rekening bewaren' }).click()
    await expect(account).toContainText('Dit rekeningnummer')
    await account.getByRole('textbox', { name: 'Rekeningnummer (IBAN)' }).fill('NL91 ABNA 0417 1643 00')
    await account.getByRole('button', { name: 'Rekening bewaren' }).click()
    await expect(account.getByRole('textbox', { name: 'Rekeningnummer (IBAN)' })).toHaveValue('NL91 ABNA 0417 1643 00')
  })

  await test.step('and a member signs', async () => {
    await find('Ria', 'Ria Buur01')
    await press('Machtiging maken')
    await dialog.getByRole('textbox', { name: 'Rekeningnummer (IBAN)' }).fill('NL13 TEST 0123 4567 89')
    await inDialog('Machtiging bewaren')
    const mandate = page.getByRole('region', { name: 'Machtiging' })
    await expect(mandate).toContainText('Nog niet getekend')
    await mandate.getByRole('link', { name: 'Formulier afdrukken' }).click()
    await expect(heading).toHaveText('Doorlopende machtiging')
    await expect(page.getByRole('article')).toContainText('NL51ZZZ405365330000')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Terug', exact: true }).click()
    await mandate.getByRole('button', { name: 'Is getekend' }).click()
    await inDialog('Opschrijven')
    await expect(mandate).toContainText(`Getekend op`)
  })

  await test.step('and is collected from on, as was agreed', async () => {
    await press('Afspraak wijzigen')
    const from = dialog.getByRole('textbox', { name: 'Vanaf' })
    const thisMonth = await from.inputValue()
    await expect(dialog).not.toContainText('Dit boek rekent pas vanaf')
    await from.fill('1-1-2001')
    await expect(dialog).toContainText('Dit boek rekent pas vanaf')
    await from.fill(thisMonth)
    await dialog.getByRole('radio', { name: 'Automatische incasso' }).check()
    await expect(dialog).toContainText('een getekende machtiging nodig')
    await inDialog('Afspraak opslaan')
    await incasso.goTo()
    await expect(page.getByText('Met 2 mensen is incasso afgesproken; 1 daarvan')).toBeVisible()
    await find('Ria', 'Ria Buur01')
    await expect(page.getByRole('region', { name: 'Contributie', exact: true })).toContainText(
      'Met automatische incasso.',
    )
    await press('Afspraak wijzigen')
    await expect(dialog.getByRole('radio', { name: 'Automatische incasso' })).toBeChecked()
    await inDialog('Annuleren')
    await api.dues.run({})
  })

  await test.step('then a collection can be made, and says who is not in it and why', async () => {
    await incasso.goTo()
    await press('Incasso maken')
    await expect(dialog.getByRole('grid', { name: 'Wie er in zit' })).toContainText('Ria Buur01')
    await dialog.getByText('1 betaler doet niet mee').click()
    await expect(dialog).toContainText('Er is geen machtiging')
    await expectAccessible(page)
    await inDialog('Incasso van € 10 maken')
    await expect(heading).toContainText('Incasso van')
  })

  await test.step('and goes to the bank step by step', async () => {
    await expect(incasso.items).toContainText('Ria Buur01')
    await page.getByRole('link', { name: 'Brieven en e-mails' }).click()
    await expect(page.getByRole('article', { name: 'Ria Buur01' })).toContainText('NL51ZZZ405365330000')
    await expectAccessible(page)
    await page.getByRole('link', { name: /^Incasso van/ }).click()
    await press('Ze weten het')
    await inDialog('Opschrijven')
    const { name, text } = await incasso.fetchFile()
    expect(name).toMatch(/^incasso-.*\.xml$/)
    expect(text).toContain('pain.008.001.08')
    expect(text).toContain('<InstdAmt Ccy="EUR">10.00</InstdAmt>')
    await press('Het is verstuurd')
    await dialog.getByRole('textbox', { name: 'Op' }).fill(dayAsTyped(today()))
    await inDialog('Opschrijven')
    await expect(page.getByText('Verstuurd op')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Gaat niet door' })).toHaveCount(0)
  })

  await test.step('when the bank gives one back, the mandate waits and a letter is at hand', async () => {
    await press('Opschrijven dat Ria Buur01 is teruggeboekt')
    await dialog.getByRole('combobox', { name: 'Waarom, volgens de bank' }).selectOption('MD06')
    await inDialog('Terugboeking opschrijven')
    await expect(incasso.items).toContainText('Teruggeboekt')
    await page.getByRole('link', { name: 'Incasso', exact: true }).first().click()
    await expect(incasso.returns).toContainText('De betaler heeft het teruggehaald')
    await expect(incasso.returns).toContainText('De machtiging staat op wacht.')
    await expectAccessible(page)
    await press('Tekst voor een brief aan Ria Buur01')
    await expect(dialog).toContainText('Beste Ria Buur01')
    await inDialog('Sluiten')
  })

  await test.step('and one undo takes the whole return back', async () => {
    await undoLast()
    await expect(incasso.returns).toHaveCount(0)
    await expect(incasso.list).toContainText('Bij de bank')
  })
})

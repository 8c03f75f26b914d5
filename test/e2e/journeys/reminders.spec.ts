// Asking for dues: a request on paper, a payment of a part, a reminder for the rest alone, and nothing any more once all is paid.
import { addMonths, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { notebook } from '../pages/notebook.ts'
import { openDuesPage } from '../pages/open-dues-page.ts'
import { makeBook, today } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

test('dues are asked for in letters, and of whoever paid nothing is asked any more', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 3 })
  const from = addMonths(startOfMonth(today()), -2)
  const [ria = '', ruud = ''] = people
  const payerOf = async (personId: string) => {
    const { payer } = await api.dues.person({ personId })
    return { kind: payer.kind, id: payer.id }
  }
  const pay = async (personId: string, amountCents: number) =>
    api.dues.recordPayment({
      payer: await payerOf(personId),
      amountCents,
      day: today(),
      method: 'overboeking',
      note: null,
      parts: null,
      notDouble: true,
    })
  const { heading, undoBar } = notebook(page)
  const open = openDuesPage(page)

  await test.step('given two neighbours who owe three months, and an account of the association', async () => {
    await api.books.changeSettings({ ...(await api.books.settings({})), accountingStart: from })
    await api.directDebit.saveAccount({
      holder: 'Stadsdorp Oosterweide',
      iban: 'NL13TEST0123456789',
      creditorId: null,
      itemLimitCents: null,
      monthLimitCents: null,
      noticeDays: 14,
      painVersion: '08',
    })
    const { id: planId } = await api.dues.addPlan({ name: 'Gewoon lid', amountCents: 1000, validFrom: from })
    for (const personId of [ria, ruud]) {
      await api.dues.agree({
        personId,
        fromDay: from,
        planId,
        intervalMonths: 1,
        anchorDay: null,
        payer: null,
        reduction: null,
        method: 'overboeking',
      })
    }
    await api.dues.run({})
  })

  await test.step('when the treasurer opens Openstaand, both can get a request', async () => {
    await notebook(page).open('/')
    await page.getByRole('link', { name: 'Contributie', exact: true }).click()
    await page.getByRole('link', { name: 'Openstaand' }).click()
    await expect(heading).toHaveText('Openstaand')
    await expect(open.now).toContainText(/€.30/)
    await expect(open.rowOf('Ria Buur01')).toContainText('verzoek')
    await expect(open.rowOf('Ria Buur01')).toContainText('2 maanden geleden')
    await expectAccessible(page)
  })

  await test.step('and the letters say what is open, to whom, and how to pay it', async () => {
    await open.chooseAll()
    await open.seeLetters()
    // Both owe the same for as long: either may come first.
    await expect(open.letter).toContainText(/Beste (Ria Buur01|Ruud Buur02),/)
    await expect(open.letter).toContainText(/€.30,00/)
    await expect(open.letter).toContainText('NL13 TEST 0123 4567 89')
    await expect(open.letter).toContainText(/Betalingskenmerk\d{4} \d{4} \d{4} \d{4}/)
    await expectAccessible(page)
  })

  await test.step('a payment between printing and writing down takes its payer out', async () => {
    await open.print()
    await pay(ruud, 3000)
    await open.writeDown(2)
    await expect(open.dialog).toContainText('Opgeschreven dat 1 brief verstuurd is.')
    await expect(open.dialog).toContainText('Ruud Buur02: heeft niets meer open')
    await open.finish()
    await page.getByText('Verstuurde brieven').click()
    await expect(page.getByText(/Ria Buur01: verzoek over €.30, per brief/)).toBeVisible()
    await page.getByText('Verstuurde brieven').click()
    await expect(undoBar).toContainText('1 brief over contributie verstuurd')
  })

  await test.step('then only the rest stands open, and the reminder waits for its day', async () => {
    await pay(ria, 2000)
    await expect(open.rowOf('Ria Buur01')).toContainText(/€.10/)
    await expect(open.later).toContainText('herinnering vanaf')
    await open.show('Ria Buur01')
    await expect(open.dialog).toContainText(/verzoek van .* over €.30, per brief/)
    await expectAccessible(page)
  })

  await test.step('somebody who talks with the treasurer gets no letter, and is written to again when that is over', async () => {
    await open.pause('Er wordt over gesproken')
    await expect(open.later).toContainText('er wordt over gesproken')
    await open.endPause('Ria Buur01')
    await expect(open.later).toContainText('herinnering vanaf')
  })

  await test.step('and nothing is asked any more when all is paid', async () => {
    await pay(ria, 1000)
    await expect(page.getByRole('heading', { name: 'Er staat niets open' })).toBeVisible()
    await notebook(page).find('Ria', 'Ria Buur01')
    await page.getByText('Maanden en betalingen').click()
    await expect(page.getByText(/verzoek van .* over €.30, per brief/)).toBeVisible()
  })

  await test.step('money that was given back and that the bank took back stands there until it is written off', async () => {
    const money = { payer: await payerOf(ria), amountCents: 2000, day: today(), note: null }
    const paid = await api.dues.recordPayment({ ...money, method: 'overboeking', parts: [], notDouble: true })
    await api.dues.refund({ ...money, method: 'contant' })
    await api.dues.reversePayment({ paymentId: paid.id, reason: 'bounced' })
    await notebook(page).open('/contributie/openstaand')
    const owing = page.getByRole('region', { name: 'Nog terug te betalen' }).getByRole('listitem')
    await expect(owing).toContainText(/Ria Buur01.*€.20/s)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Afboeken: Ria Buur01' }).click()
    await expect(open.dialog).toContainText(/Ria Buur01 hoeft €.20,00 niet meer terug te betalen/)
    await expectAccessible(page)
    await open.dialog.getByRole('button', { name: 'Afboeken' }).click()
    await expect(page.getByRole('heading', { name: 'Er staat niets open' })).toBeVisible()
    await expect(undoBar).toContainText(/€.20.* afgeboekt die nog moest worden terugbetaald/)
    await notebook(page).undoLast()
    await expect(owing).toContainText('Ria Buur01')
  })
})

// A month of the treasurer: the file of the bank goes in, certain lines are booked at once, the rest is done with the keyboard alone,
// and nothing is left open.
import { startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { assignPage, bankPage } from '../pages/bank-page.ts'
import { notebook } from '../pages/notebook.ts'
import { ingFile } from '../support/bank-file.ts'
import { type BookApi, daysAgo, makeBook, today } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'
import { countKeys, tabTo } from '../support/keyboard.ts'

const iban = (number: number) => `NL${10 + number}TEST000000000${number}`
const day = daysAgo(2)

/** Everybody pays € 10 a month from this month on. */
async function askDues(api: BookApi, people: readonly string[]): Promise<void> {
  const from = startOfMonth(today())
  const { id: planId } = await api.dues.addPlan({ name: 'Gewoon lid', amountCents: 1000, validFrom: from })
  for (const personId of people)
    await api.dues.agree({
      personId,
      fromDay: from,
      planId,
      intervalMonths: 1,
      anchorDay: from,
      payer: null,
      reduction: null,
      method: 'overboeking',
    })
  await api.dues.run({})
}

const month = ingFile('NL13TEST0123456789_november.csv', [
  { day, name: 'R BUUR01', iban: iban(1), amount: '10,00', text: 'contributie Ria Buur01' },
  { day, name: 'R. Buur02', iban: iban(2), amount: '10,00', text: 'contributie Ruud Buur02' },
  { day, name: 'Hr A Buur03', iban: iban(3), amount: '10,00', text: 'betaling' },
  { day, name: 'Stichting De Weide', iban: iban(4), amount: '10,00', text: 'bijdrage Tesfay' },
  { day, name: 'Drukkerij Oosterweide', iban: iban(5), amount: '42,50', isOut: true, text: 'factuur 2026-118' },
  { day, name: 'Nel Buur05', iban: iban(6), amount: '25,00', text: 'barbecue' },
])

test('a month of bank lines, by keyboard only, until nothing is left', async ({ page }) => {
  test.slow()
  // Given five people who owe this month, and the file of the bank.
  const { api, people } = await makeBook(page, { people: 5 })
  await askDues(api, people)
  await notebook(page).open('/contributie/bank')
  const bank = bankPage(page)
  await expectAccessible(page)

  await test.step('the file says what is in it, and is taken in', async () => {
    await bank.choose(month)
    await expect(bank.accountName).toHaveValue('Betaalrekening')
    await expect(bank.facts).toContainText('6 nieuw')
    await expect(bank.takeIn).toHaveText('6 bankregels inlezen')
    await expectAccessible(page)
    await tabTo(page, bank.takeIn)
    await page.keyboard.press('Enter')
    await expect(bank.accounts).toContainText('Betaalrekening')
    // What came from the bank is locked now: the sheet that opens it elsewhere is offered with the first file.
    await expect(page.getByRole('link', { name: 'Herstelblad maken' })).toBeVisible()
    await tabTo(page, bank.toAssign)
    await page.keyboard.press('Enter')
    await expect(notebook(page).heading).toHaveText('Bankregels toewijzen')
  })

  const assign = assignPage(page)
  await test.step('certain lines go at once, in one action', async () => {
    await expect(page.getByText('Nog 6 bankregels')).toBeVisible()
    await expectAccessible(page)
    await tabTo(page, assign.bookCertain)
    await page.keyboard.press('Enter')
    await expect(assign.certain).toHaveCount(0)
    await expect(assign.bookCertain).toHaveCount(0)
    await expect(assign.done.first()).toContainText('Zeker, want')
  })

  await test.step('the rest is confirmed, chosen or no dues, each with a few keys', async () => {
    const waiting = await api.bank.toAssign({})
    expect(waiting.lines.length).toBeGreaterThan(1)
    const { count } = await countKeys(page, async (press) => {
      // Those with a possibility: Enter takes the first.
      while ((await assign.confirm.count()) > 0) {
        const before = await assign.confirm.count()
        await tabTo(page, assign.confirm.and(page.locator('[aria-current]')))
        if ((await assign.options.count()) > 0) await press('Enter')
        else {
          await press('l')
          await expect(assign.dialog.getByRole('combobox', { name: 'Lid' })).toBeFocused()
          await page.keyboard.type('tesfay')
          await expect(assign.dialog.getByRole('option', { name: 'Tesfay Buur04' })).toBeVisible()
          await press('ArrowDown')
          await press('Enter')
          // Chosen once the answer to all that was typed is there; sending the form before that would say so at the field.
          await expect(assign.dialog.getByRole('combobox', { name: 'Lid' })).not.toHaveValue('tesfay')
          await tabTo(page, assign.dialog.getByRole('button', { name: 'Toewijzen' }))
          await press('Enter')
          await expect(assign.dialog).toHaveCount(0)
        }
        await expect(assign.confirm).toHaveCount(before - 1)
      }
      while ((await assign.other.count()) > 0) {
        const before = await assign.other.count()
        await tabTo(page, assign.other.and(page.locator('[aria-current]')))
        await press('g')
        await expect(assign.dialog).toBeVisible()
        await tabTo(page, assign.dialog.getByRole('radio').first())
        await press('Space')
        await tabTo(page, assign.dialog.getByRole('button', { name: 'Boeken' }))
        await press('Enter')
        await expect(assign.other).toHaveCount(before - 1)
      }
    })
    expect(count).toBeLessThan(40)
    await expect(assign.allDone).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('then the last step is taken back with Ctrl+Z', async () => {
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Nog 1 bankregel')).toBeVisible()
  })

  await test.step('and the same file brings nothing', async () => {
    await notebook(page).turnTo('/contributie/bank')
    await bank.choose(month)
    await expect(page.getByText('Dit bestand is al ingelezen')).toBeVisible()
    await expect(bank.takeIn).toBeDisabled()
  })
})

test('a line is divided over two neighbours, or is an own transfer once that was asked, with the keys', async ({
  page,
}) => {
  // Given one who paid for the neighbour too, and money that went to a savings account.
  const { api, people } = await makeBook(page, { people: 2 })
  await askDues(api, people)
  const lines = ingFile('NL13TEST0123456789_samen.csv', [
    { day, name: 'Buurtfonds', iban: iban(7), amount: '20,00', text: 'voor twee' },
    { day, name: 'Oosterweide', iban: iban(8), amount: '50,00', isOut: true, text: 'opzij' },
    { day, name: 'Gulle Gever', iban: iban(9), amount: '15,00', text: 'en iets erbij' },
  ])
  await notebook(page).open('/contributie/bank')
  await bankPage(page).choose(lines)
  await bankPage(page).takeIn.click()
  await bankPage(page).toAssign.click()
  const assign = assignPage(page)

  await test.step('dividing says what is left, and refuses what does not add up', async () => {
    await page.locator('[data-line]', { hasText: 'Buurtfonds' }).focus()
    await page.keyboard.press('v')
    await assign.part(1).who.fill('ria')
    await assign.dialog.getByRole('option', { name: 'Ria Buur01' }).click()
    await expect(assign.dialog).toContainText('Ria Buur01: nog € 10 open.')
    await assign.part(1).amount.fill('10')
    await assign.part(2).who.fill('ruud')
    await assign.dialog.getByRole('option', { name: 'Ruud Buur02' }).click()
    await assign.part(2).amount.fill('5')
    await expect(assign.dialog).toContainText('Er blijft nog € 5 over.')
    await assign.dialog.getByRole('button', { name: 'Verdelen en toewijzen' }).click()
    await expect(assign.dialog.getByRole('alert')).not.toBeEmpty()
    await assign.part(2).amount.fill('10')
    await assign.dialog.getByRole('button', { name: 'Verdelen en toewijzen' }).click()
    await expect(assign.dialog).toHaveCount(0)
    await expect(assign.done.first()).toContainText('Ria Buur01')
    expect((await api.dues.overview({ limit: 10 })).openCents).toBe(0)
  })

  await test.step('dues and a gift in one transfer are told apart', async () => {
    await page.locator('[data-line]', { hasText: 'Gulle Gever' }).focus()
    await page.keyboard.press('v')
    await assign.part(1).who.fill('ria')
    await assign.dialog.getByRole('option', { name: 'Ria Buur01' }).click()
    await assign.part(1).amount.fill('5')
    await assign.dialog.getByRole('combobox', { name: /Wat is de rest, €.10/ }).selectOption('Giften')
    await expect(assign.part(2).who).toHaveCount(0)
    await expectAccessible(page)
    await assign.dialog.getByRole('button', { name: 'Verdelen en toewijzen' }).click()
    await expect(assign.dialog).toHaveCount(0)
    await expect(assign.done.filter({ hasText: 'Gulle Gever' })).toContainText('Giften')
  })

  await test.step('an own transfer is asked before it is booked', async () => {
    await page.locator('[data-line]', { hasText: 'opzij' }).focus()
    await page.keyboard.press('e')
    await expect(assign.question).toContainText('Is dit een eigen overboeking?')
    await page.keyboard.press('Escape')
    await expect(page.getByText('Nog 1 bankregel')).toBeVisible()
    await page.keyboard.press('e')
    await assign.question.getByRole('button', { name: 'Als eigen overboeking boeken' }).click()
    await expect(assign.allDone).toBeVisible()
  })
})

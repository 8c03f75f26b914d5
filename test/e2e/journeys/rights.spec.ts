// Everybody's right to their own data: what is kept is shown to whom it is about, goes when they ask, and goes when nobody needs it any
// more; and what people answer about themselves is on nobody's name.

import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { spokenCode } from '../../../shared/domain/check-in.ts'
import { newMember } from '../../support/new-member.ts'
import { notebook } from '../pages/notebook.ts'
import { type BookApi, daysAgo, makeBook, planGathering, today } from '../support/book-api.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { expect, test } from '../support/fixtures.ts'

test('what is kept of people is shown, erased and let go of', async ({ page }) => {
  const { api, people, neighbourhoodId } = await makeBook(page, { people: 2, modules: ['checkins'] })
  const [ria = ''] = people
  const { open, turnTo, dialog, heading, search } = notebook(page)
  const confirm = page.getByRole('alertdialog')
  await planGathering(api, { groupId: neighbourhoodId, day: today(), title: 'Soep met Ruud Buur02' })
  const [anh, bert] = [await aLeaver(api, 1), await aLeaver(api, 2)]

  await test.step('somebody answers how things are, by keyboard, and gets a code without a name', async () => {
    await open('/bijeenkomsten/hoe-gaat-het')
    await page.getByRole('button', { name: 'Vragen beantwoorden' }).click()
    // The form is longer than the window: what is wrong with the whole is seen above the buttons all the same.
    await dialog.getByRole('button', { name: 'Antwoorden opslaan' }).click()
    const wrong = dialog.getByText('Beantwoord minstens één vraag.')
    await expect(wrong).toBeInViewport({ ratio: 1 })
    const [{ bottom }, { top }] = await Promise.all([boxOf(wrong), boxOf(dialog.getByRole('button').last())])
    expect(bottom).toBeLessThan(top)
    await dialog.getByRole('radiogroup', { name: 'Ik woon prettig.' }).getByRole('radio', { name: '4' }).focus()
    await page.keyboard.press('Space')
    await dialog
      .getByRole('radiogroup', { name: 'Ik ken mensen in de buurt.' })
      .getByRole('radio', { name: '1' })
      .focus()
    await page.keyboard.press('ArrowRight')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    const { codes } = await api.checkIns.list({})
    const code = spokenCode(codes[0]?.code ?? '')
    await expect(page.getByRole('status').filter({ hasText: code })).toContainText('Schrijf hem op')
    await page.getByRole('button', { name: 'Opgeschreven' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: code })).toContainText('Begin: ')
  })

  await test.step('answers are not written over, unless somebody says that the code is theirs', async () => {
    const { codes } = await api.checkIns.list({})
    const code = codes[0]?.code ?? ''
    await api.checkIns.fill({ code, moment: 'eind', answers: { taal: 2 } })
    await page.getByRole('button', { name: 'Vragen beantwoorden' }).click()
    await dialog.getByRole('radio', { name: 'Eind' }).check({ force: true })
    const field = dialog.getByRole('textbox', { name: 'Uw code' })
    await field.fill(spokenCode(code).toLowerCase())
    await dialog.getByRole('radiogroup', { name: 'Ik red me met de taal.' }).getByRole('radio', { name: '5' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await expect(dialog).toContainText('bij dit moment al geantwoord')
    await expectAccessible(page)
    await dialog.getByRole('checkbox', { name: 'Ja, dit is mijn code.' }).check()
    await dialog.getByRole('button', { name: 'Antwoorden opslaan' }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Opgeschreven' }).click()
  })

  await test.step('Ria reads all that is kept of her, and nothing of Ruud', async () => {
    await turnTo(`/mensen/${ria}`)
    await page.getByRole('link', { name: 'Inzage geven' }).click()
    await expect(heading).toHaveText('Inzage')
    const paper = page.frameLocator('iframe').getByRole('document')
    await expect(paper).toContainText('Voor Ria Buur01')
    await expect(paper).toContainText('Soep met █')
    await expect(paper).not.toContainText('Ruud')
    await expectAccessible(page)
    const started = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Bewaren voor de computer' }).click()
    const saved = await readFile(await (await started).path(), 'utf8')
    expect(JSON.stringify(JSON.parse(saved))).toContain('Buur01')
    expect(saved).not.toContain('Ruud')
  })

  await test.step('she asks to be erased, and there is a receipt without her name', async () => {
    await page.getByRole('link', { name: 'Terug naar de persoon' }).click()
    await page.getByRole('button', { name: 'Alles wissen' }).click()
    await expect(confirm).toContainText('Aanwezigheid: 1 regel')
    await expectAccessible(page)
    await confirm.getByRole('button', { name: 'Voorgoed wissen' }).click()
    const receipt = page.frameLocator('iframe').getByRole('document')
    await expect(receipt).toContainText('Aanwezigheid')
    await expect(receipt).not.toContainText('Buur01')
    await search.fill('buur01')
    await expect(page.getByText('Niets gevonden')).toBeVisible()
    expect((await api.history.list({ limit: 50 })).actions.map(({ subject }) => subject?.name)).not.toContain(
      'Ria Buur01',
    )
  })

  await test.step('of who left long ago somebody decides line by line', async () => {
    await turnTo('/instellingen/opruimen')
    await page.getByRole('button', { name: `Houden tot …: ${anh}` }).click()
    await dialog.getByLabel('Houden tot').fill('01-03-2027')
    await dialog.getByLabel('Waarom').fill('Er loopt nog een afspraak.')
    await dialog.getByRole('button', { name: 'Houden', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('region', { name: 'Blijft langer' })).toContainText(anh)
    await page.getByRole('button', { name: `Weg: ${bert}` }).click()
    await confirm.getByRole('button', { name: 'Voorgoed weghalen' }).click()
    await expect(confirm).toBeHidden()
    await expect(page.getByText('Er wacht niemand op een beslissing.')).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(bert)
    await expectAccessible(page)
  })
})

test('a list that is printed from the screen says of nobody what is not for the fridge', async ({ page }) => {
  const { api, people, neighbourhoodId } = await makeBook(page, { people: 2, modules: ['pairs'] })
  const { open } = notebook(page)
  const { id: programmeId } = await api.pairs.addProgramme({
    ...{
      name: 'Maatjes',
      kind: 'maatjes',
      aName: 'Nieuw',
      bName: 'Buur',
      rhythm: { unit: 'week', times: 1 },
      months: 4,
    },
  })
  for (const personId of people)
    await api.pairs.takeIntake({
      ...{ programmeId, personId, roundId: null, side: 'a', day: daysAgo(2), interests: null, availability: null },
      ...{ languages: null, brings: null, spokenOn: null },
    })
  const gatheringId = await planGathering(api, { groupId: neighbourhoodId, day: today(), title: 'Soep' })
  await api.members.register({
    ...newMember(3, neighbourhoodId),
    membership: { kind: 'contact', from: daysAgo(9), number: null },
  })
  await api.rights.restrict({ personId: people[1] ?? '', reason: 'bezwaar', day: daysAgo(1) })

  await test.step('Mensen: who is in the book because of need, whose data are not used, and what anybody owes', async () => {
    await open('/mensen')
    await expect(page.getByText('3 mensen, op achternaam')).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Contributie' })).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('1 mens, op achternaam')).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: /Buur|06-/ })).toHaveText([/^Ria Buur01/])
    await expect(page.getByRole('columnheader', { name: 'Contributie' })).toBeHidden()
    await page.emulateMedia({ media: null })
  })

  await test.step('the list for the table at the door', async () => {
    await open(`/bijeenkomsten/${gatheringId}`)
    await expect(page.getByText('Ruud Buur02').first()).toBeVisible()
    await expect(page.getByText('2 mensen uitgenodigd')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('1 mens uitgenodigd')).toBeVisible()
    await expect(page.getByText('2 mensen uitgenodigd')).toBeHidden()
    await expect(page.getByText('Ria Buur01').filter({ visible: true })).toHaveCount(1)
    await expect(page.getByText('Ruud Buur02').filter({ visible: true })).toHaveCount(0)
    await page.emulateMedia({ media: null })
  })

  await test.step('who waits for somebody to be brought together with', async () => {
    await open(`/koppels/${programmeId}`)
    const names = page.getByText(/^R\w+ Buur0\d$/).filter({ visible: true })
    await expect(names).toHaveText(['Ria Buur01', 'Ruud Buur02'])
    await page.emulateMedia({ media: 'print' })
    await expect(names).toHaveText(['Ria Buur01'])
  })
})

/** Somebody who is gone for longer than their details are needed. */
async function aLeaver(api: BookApi, number: number): Promise<string> {
  const member = newMember(number, null)
  const { id } = await api.members.register({ ...member, membership: { ...member.membership, from: daysAgo(1500) } })
  await api.members.end({ personId: id, day: daysAgo(800), reason: 'verhuisd' })
  return `${member.firstName} ${member.lastName}`
}

const boxOf = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().toJSON())

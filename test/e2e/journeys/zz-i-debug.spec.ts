// The daily work without a mouse: no click anywhere in this file, and the focus is where the next key is expected.
import type { Page } from '@playwright/test'
import { startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { firstRunPage } from '../pages/first-run-page.ts'
import { gatheringsPage } from '../pages/gatherings-page.ts'
import { notebook } from '../pages/notebook.ts'
import { peoplePage } from '../pages/people-page.ts'
import { personPage } from '../pages/person-page.ts'
import { makeBook, planGathering, today } from '../support/book-api.ts'
import { expect, test } from '../support/fixtures.ts'
import { countKeys, tabTo } from '../support/keyboard.ts'

test('v-esc', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 1 })
  await oweDues(api, people[0] ?? '')
  await notebook(page).open('/mensen')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('ria')
  await expect(page.getByRole('option', { name: 'Ria Buur01' })).toBeVisible()
  await page.keyboard.press('Enter')
  const person = personPage(page)
  await expect(person.standing).toContainText('€ 10 open')

  await tabTo(page, person.button('Betaling opschrijven'))
  await page.evaluate(() => { Reflect.set(document.activeElement ?? {}, 'marked', 1); const w = window as any; w.log = []; const f = HTMLElement.prototype.focus; HTMLElement.prototype.focus = function (...a: any[]) { w.log.push('focus() ' + this.outerHTML.slice(0,80) + ' inert:' + !!this.closest('[inert]') + (this.closest('[inert]')?.outerHTML.slice(0,60) ?? '')); return f.apply(this, a as any) }; document.addEventListener('react-aria-focus-scope-restore', () => w.log.push('restore event'), true); for (const kind of ['focusin','focusout']) document.addEventListener(kind, (e: any) => w.log.push(kind + ' ' + (e.target.outerHTML ?? '').slice(0, 90)), true) })
  await page.keyboard.press('Enter')
  await expect(person.field('Bedrag')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(person.dialog).toHaveCount(0)
  await page.waitForTimeout(1500); console.log(await page.evaluate(() => [[...document.querySelectorAll('button')].map((b) => Reflect.has(b, 'marked')).join(), ...(window as any).log].join('\n')))

})
test('v-cancel', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 1 })
  await oweDues(api, people[0] ?? '')
  await notebook(page).open('/mensen')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('ria')
  await expect(page.getByRole('option', { name: 'Ria Buur01' })).toBeVisible()
  await page.keyboard.press('Enter')
  const person = personPage(page)
  await expect(person.standing).toContainText('€ 10 open')

  await tabTo(page, person.button('Betaling opschrijven'))
  await page.evaluate(() => { Reflect.set(document.activeElement ?? {}, 'marked', 1); const w = window as any; w.log = []; const f = HTMLElement.prototype.focus; HTMLElement.prototype.focus = function (...a: any[]) { w.log.push('focus() ' + this.outerHTML.slice(0,80) + ' inert:' + !!this.closest('[inert]') + (this.closest('[inert]')?.outerHTML.slice(0,60) ?? '')); return f.apply(this, a as any) }; document.addEventListener('react-aria-focus-scope-restore', () => w.log.push('restore event'), true); for (const kind of ['focusin','focusout']) document.addEventListener(kind, (e: any) => w.log.push(kind + ' ' + (e.target.outerHTML ?? '').slice(0, 90)), true) })
  await page.keyboard.press('Enter')
  await expect(person.field('Bedrag')).toBeFocused()
  await person.button('Annuleren').focus(); await page.keyboard.press('Enter')
  await expect(person.dialog).toHaveCount(0)
  await page.waitForTimeout(1500); console.log(await page.evaluate(() => [[...document.querySelectorAll('button')].map((b) => Reflect.has(b, 'marked')).join(), ...(window as any).log].join('\n')))

})
test('v-enter', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 1 })
  await oweDues(api, people[0] ?? '')
  await notebook(page).open('/mensen')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('ria')
  await expect(page.getByRole('option', { name: 'Ria Buur01' })).toBeVisible()
  await page.keyboard.press('Enter')
  const person = personPage(page)
  await expect(person.standing).toContainText('€ 10 open')

  await tabTo(page, person.button('Betaling opschrijven'))
  await page.evaluate(() => { Reflect.set(document.activeElement ?? {}, 'marked', 1); const w = window as any; w.log = []; const f = HTMLElement.prototype.focus; HTMLElement.prototype.focus = function (...a: any[]) { w.log.push('focus() ' + this.outerHTML.slice(0,80) + ' inert:' + !!this.closest('[inert]') + (this.closest('[inert]')?.outerHTML.slice(0,60) ?? '')); return f.apply(this, a as any) }; document.addEventListener('react-aria-focus-scope-restore', () => w.log.push('restore event'), true); for (const kind of ['focusin','focusout']) document.addEventListener(kind, (e: any) => w.log.push(kind + ' ' + (e.target.outerHTML ?? '').slice(0, 90)), true) })
  await page.keyboard.press('Enter')
  await expect(person.field('Bedrag')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(person.dialog).toHaveCount(0)
  await page.waitForTimeout(1500); console.log(await page.evaluate(() => [[...document.querySelectorAll('button')].map((b) => Reflect.has(b, 'marked')).join(), ...(window as any).log].join('\n')))

})
test('v-click', async ({ page }) => {
  const { api, people } = await makeBook(page, { people: 1 })
  await oweDues(api, people[0] ?? '')
  await notebook(page).open('/mensen')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('ria')
  await expect(page.getByRole('option', { name: 'Ria Buur01' })).toBeVisible()
  await page.keyboard.press('Enter')
  const person = personPage(page)
  await expect(person.standing).toContainText('€ 10 open')

  await tabTo(page, person.button('Betaling opschrijven'))
  await page.evaluate(() => { Reflect.set(document.activeElement ?? {}, 'marked', 1); const w = window as any; w.log = []; const f = HTMLElement.prototype.focus; HTMLElement.prototype.focus = function (...a: any[]) { w.log.push('focus() ' + this.outerHTML.slice(0,80) + ' inert:' + !!this.closest('[inert]') + (this.closest('[inert]')?.outerHTML.slice(0,60) ?? '')); return f.apply(this, a as any) }; document.addEventListener('react-aria-focus-scope-restore', () => w.log.push('restore event'), true); for (const kind of ['focusin','focusout']) document.addEventListener(kind, (e: any) => w.log.push(kind + ' ' + (e.target.outerHTML ?? '').slice(0, 90)), true) })
  await page.keyboard.press('Enter')
  await expect(person.field('Bedrag')).toBeFocused()
  await person.button('Betaling opslaan').click()
  await expect(person.dialog).toHaveCount(0)
  await page.waitForTimeout(1500); console.log(await page.evaluate(() => [[...document.querySelectorAll('button')].map((b) => Reflect.has(b, 'marked')).join(), ...(window as any).log].join('\n')))

})
async function oweDues(api: Awaited<ReturnType<typeof makeBook>>['api'], personId: string) {
  const month = startOfMonth(today())
  const { id: planId } = await api.dues.addPlan({ name: 'Gewoon lid', amountCents: 1000, validFrom: month })
  await api.dues.agree({
    personId,
    fromDay: month,
    planId,
    intervalMonths: 1,
    anchorDay: null,
    payer: null,
    reduction: null,
    method: 'contant',
  })
  await api.dues.run({})
}

/** The focus as it is when the window has just opened. */
async function startAgain(page: Page) {
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('')
}

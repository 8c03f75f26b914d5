import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCareLock } from '../../../../electron/backend/care/care-lock.ts'
import { contract } from '../../../../shared/contract/contract.ts'
import { agreed, type CareBook, openCareBook } from '../../../support/care-book.ts'

let book: CareBook
beforeEach(async () => {
  book = await openCareBook()
})
afterEach(() => book.close())

it('shuts by the button, and then nothing of care leaves the backend', async () => {
  await book.api.care.addNote({ personId: book.ria, signalId: null, text: 'Een notitie.', consent: agreed })
  expect((await book.api.care.forPerson({ personId: book.ria })).notes).toMatchObject([{ text: 'Een notitie.' }])
  expect(await book.api.care.lock({})).toMatchObject({ isOpen: false, opensUntil: null })
  await expect(book.api.care.forPerson({ personId: book.ria })).rejects.toMatchObject({ code: 'careLocked' })
  await book.api.care.unlock({ passphrase: null })
  expect((await book.api.care.forPerson({ personId: book.ria })).notes).toHaveLength(1)
})

it('stands before every method of care but its own, whatever is asked', async () => {
  await book.api.care.lock({})
  const own = ['lockState', 'unlock', 'lock', 'stay']
  const { careHandlers } = await import('../../../../electron/backend/care/care-handlers.ts')
  const names = Object.keys(contract.care).filter((name) => !own.includes(name))
  expect(names.length).toBeGreaterThan(20)
  for (const name of names) {
    const handler = careHandlers[name as 'week']
    await expect(async () => handler({}, book.context), name).rejects.toMatchObject({ code: 'careLocked' })
  }
})

it('shuts by itself after ten minutes, unless somebody goes on', () => {
  let now = Date.parse('2026-11-23T10:00:00Z')
  const lock = createCareLock(() => new Date(now))
  const minutes = (count: number) => {
    now += count * 60_000
  }
  expect(() => lock.assertOpen()).toThrow('careLocked')
  lock.stay()
  expect(lock.opensUntil()).toBeNull()
  lock.open()
  minutes(9)
  lock.stay()
  minutes(9)
  expect(lock.opensUntil()).not.toBeNull()
  minutes(1)
  expect(() => lock.assertOpen()).toThrow('careLocked')
})

it('asks for the passphrase where one was chosen, and takes no other', async () => {
  const { sealing } = book.context
  const sheet = await sealing.beginSheet()
  const [first = 0, second = 0] = sheet.ask
  await sealing.confirmSheet(sheet.groups[first - 1] ?? '', sheet.groups[second - 1] ?? '')
  await sealing.choosePassphrase('een heel lange zin')
  expect(await book.api.care.lock({})).toMatchObject({ opensBy: 'passphrase' })
  await expect(book.api.care.unlock({ passphrase: null })).rejects.toMatchObject({ code: 'passphraseWrong' })
  await expect(book.api.care.week({})).rejects.toMatchObject({ code: 'careLocked' })
  expect(await book.api.care.unlock({ passphrase: 'een heel lange zin' })).toMatchObject({ isOpen: true })
})

import { expect, test } from 'vitest'
import { checkPhone } from '../../../../electron/backend/members/check-phone.ts'

test('foreign numbers are checked and written as their country does', () => {
  expect(checkPhone('0032470123456')).toMatchObject({ ok: true, phone: '+32 470 12 34 56', mobile: true })
  expect(checkPhone('+32 470 12 34')).toMatchObject({ ok: false })
  expect(checkPhone('+999 12345678')).toMatchObject({ ok: false })
})

test('fictitious Dutch numbers pass', () => {
  expect(checkPhone('06-1000 2214')).toMatchObject({ ok: true, phone: '06-1000 2214' })
  expect(checkPhone('020-000 0012')).toMatchObject({ ok: true, phone: '020-000 0012' })
})

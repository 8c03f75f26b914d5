import { expect, it } from 'vitest'
import { holdsBsn } from '../../../shared/domain/bsn.ts'

it.each(['111222333', 'BSN: 123456782.', 'nr 123 456 782', '1234.56.782 is het', 'sofi 123-456-782'])(
  'sees the number in "%s"',
  (text) => expect(holdsBsn(text)).toBe(true),
)

it.each([
  '06-12345678',
  '0612345678',
  '+31612345678',
  '020 1234567',
  'NL91ABNA0417164300',
  '123456789',
  '000000000',
  '12-10-2026 om 9 uur',
  '1234567820',
  'kamer 123 456 7821',
])('lets "%s" be', (text) => expect(holdsBsn(text)).toBe(false))

// The book key goes to a new PC in the welcome, together with what lets the recovery sheet open it there: what is sealed could not be
// read by the deputy or the treasurer otherwise.
import type { BookKeyRecord } from '../../sealing/book-key-queries.ts'
import type { WelcomeLetter } from './letters.ts'

export interface CarriedBookKey {
  readonly record: BookKeyRecord
  readonly key: Uint8Array
  readonly sheet: { wrapped: string; recipient: string; root?: string | undefined; madeAt: string } | null
}

export function toLetter(carried: CarriedBookKey | undefined): WelcomeLetter['bookKey'] {
  if (!carried) return null
  const { record, key, sheet } = carried
  return { ...record, key: Buffer.from(key).toString('base64'), sheet }
}

export function fromLetter(bookKey: NonNullable<WelcomeLetter['bookKey']>): CarriedBookKey {
  const { key, sheet, ...record } = bookKey
  return { record, key: Buffer.from(key, 'base64'), sheet }
}

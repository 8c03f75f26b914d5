// By what this book is known to another one. Derived from the secret of the book, so that both PCs of two contact persons are the same
// book to the association, and a successor goes on where they stopped. Whoever has the book can read what is sent to it.
import { hkdfSync } from 'node:crypto'
import { lineOfSecret } from '../../../shared/domain/sheet-line.ts'
import { type SigningKey, signingKeyOf } from '../sync/format/signing.ts'

export interface BookKeys {
  readonly signing: SigningKey
  /** AGE-SECRET-KEY-1… */
  readonly identity: string
  /** age1… */
  readonly recipient: string
  /** Of the values that were last agreed on. */
  readonly hashKey: Uint8Array
}

/** @param secret of the book, hexadecimal */
export async function bookKeysOf(secret: string): Promise<BookKeys> {
  const derive = (use: string) =>
    new Uint8Array(
      hkdfSync('sha256', Buffer.from(secret, 'hex'), new Uint8Array(), `buurtboek between books ${use}`, 32),
    )
  const age = await import('age-encryption')
  const identity = lineOfSecret(derive('reading'))
  return {
    signing: await signingKeyOf(derive('signing')),
    identity,
    recipient: await age.identityToRecipient(identity),
    hashKey: derive('values'),
  }
}

// By what this book is known to another one. Derived from the secret of the book, so that both PCs of two contact persons are the same
// book to the association, and a successor goes on where they stopped. Whoever has the book can read what is sent to it.
import { hkdfSync } from 'node:crypto'
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
  const identity = bech32('age-secret-key-', derive('reading')).toUpperCase()
  return {
    signing: await signingKeyOf(derive('signing')),
    identity,
    recipient: await age.identityToRecipient(identity),
    hashKey: derive('values'),
  }
}

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'

/** An age identity as text (BIP 173). The library writes only identities that it made itself. */
function bech32(prefix: string, bytes: Uint8Array): string {
  const words = inFives(bytes)
  const letterOf = (value: number) => letters[value] ?? ''
  return `${prefix}1${[...words, ...checksum(prefix, words)].map(letterOf).join('')}`
}

function inFives(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => Number.parseInt(five.padEnd(5, '0'), 2))
}

function checksum(prefix: string, words: readonly number[]): number[] {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0))
  const all = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...words, 0, 0, 0, 0, 0, 0]
  const rest = all.reduce(divideStep, 1) ^ 1
  return [25, 20, 15, 10, 5, 0].map((shift) => (rest >> shift) & 31)
}

const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

const divideStep = (rest: number, value: number): number =>
  generator.reduce((sum, part, at) => (((rest >> 25) >> at) & 1 ? sum ^ part : sum), ((rest & 0x1ffffff) << 5) ^ value)

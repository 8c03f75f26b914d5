// What is inside the envelope: three lines of text (what it is, the header, the signature), the compressed body, and zeros up to a
// length that says little. Somebody with `age`, `head`, `tail` and `gzip` can read it. The signature is over the first two lines and
// the hash of the body; the hash itself need not stand in the file, because whoever checks has the body.
import { createHash } from 'node:crypto'
import { padmeLength } from './padme.ts'
import { isSignedBy, type SigningKey, sign } from './signing.ts'

const magic = 'BUURTBOEK1'

const newline = 0x0a
const signatureLength = 88
/** A header holds a handful of numbers for each device; a snapshot's for each device and scope. */
const longestHeader = 16_384

export interface Plaintext {
  /** The header's line, as it was signed. */
  readonly header: string
  readonly signature: string
  /** Compressed body and padding: the header says where the one ends. */
  readonly rest: Uint8Array
}

export async function composePlaintext(header: string, body: Uint8Array, key: SigningKey): Promise<Uint8Array> {
  const lines = Buffer.from(`${magic}\n${header}\n${await sign(signedMessage(header, body), key)}\n`, 'utf8')
  const padded = Buffer.alloc(padmeLength(lines.length + body.length))
  padded.set(lines)
  padded.set(body, lines.length)
  return padded
}

/** undefined when it is not laid out like this. */
export function splitPlaintext(plain: Uint8Array): Plaintext | undefined {
  const bytes = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  if (bytes.subarray(0, magic.length + 1).toString('latin1') !== `${magic}\n`) return undefined
  const headerStart = magic.length + 1
  const headerEnd = bytes.subarray(0, headerStart + longestHeader).indexOf(newline, headerStart)
  if (headerEnd === -1) return undefined
  const signatureEnd = headerEnd + 1 + signatureLength
  if (bytes[signatureEnd] !== newline) return undefined
  return {
    header: bytes.toString('utf8', headerStart, headerEnd),
    signature: bytes.toString('latin1', headerEnd + 1, signatureEnd),
    rest: bytes.subarray(signatureEnd + 1),
  }
}

/** The body of `length` bytes; undefined when there is less, or when what follows is not padding of the right length. */
export function bodyOf({ header, rest }: Plaintext, length: number): Uint8Array | undefined {
  if (length > rest.length) return undefined
  const whole = magic.length + 1 + Buffer.byteLength(header) + 1 + signatureLength + 1 + length
  const padding = rest.subarray(length)
  // The padding is not signed: nothing may hide in it.
  if (padding.length !== padmeLength(whole) - whole || padding.some((byte) => byte !== 0)) return undefined
  return rest.subarray(0, length)
}

export function isGenuine({ header, signature }: Plaintext, body: Uint8Array, publicKey: string): Promise<boolean> {
  return isSignedBy(signedMessage(header, body), signature, publicKey)
}

function signedMessage(header: string, body: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(body).digest('hex')
  return Buffer.from(`${magic}\n${header}\n${hash}\n`, 'utf8')
}

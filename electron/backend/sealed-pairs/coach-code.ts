// The code with which a coach opens a sealed programme. It keeps others at this PC out of the screen; what keeps them out of the file
// is the key of the book. So a code that is forgotten can be replaced with the recovery sheet in hand.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

export interface CodeCheck {
  readonly salt: string
  /** Cost of scrypt, as a power of two. */
  readonly work: number
  readonly hash: string
}

export async function makeCodeCheck(code: string, work: number): Promise<CodeCheck> {
  const salt = randomBytes(16)
  return { salt: salt.toString('base64'), work, hash: (await hashOf(code, salt, work)).toString('base64') }
}

export async function isCode(code: string, check: CodeCheck): Promise<boolean> {
  const hash = await hashOf(code, Buffer.from(check.salt, 'base64'), check.work)
  return timingSafeEqual(hash, Buffer.from(check.hash, 'base64'))
}

const length = 32
const blockSize = 8

function hashOf(code: string, salt: Uint8Array, work: number): Promise<Buffer> {
  const cost = { N: 2 ** work, r: blockSize, p: 1, maxmem: 256 * blockSize * 2 ** work }
  return new Promise((resolve, reject) => {
    scrypt(code.normalize('NFKC'), salt, length, cost, (error, hash) => (error ? reject(error) : resolve(hash)))
  })
}

import { randomBytes, scrypt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { KeyWrap } from './book-key-queries.ts'
import { unwrapKey, wrapKey } from './wrap-key.ts'

/** Cost of scrypt as a power of two: about a third of a second and 128 MB, nothing for who types it once a day, much for who tries a million. */
export const usualPassphraseWork = 17
const mostMemory = 2 ** 28

const costOf = (work: number) => ({ N: 2 ** work, r: 8, p: 1 })

const passphraseDetails = z.object({ salt: z.base64(), N: z.int(), r: z.int(), p: z.int() })

/** Wraps `key` by what the passphrase makes; `details` go beside it. */
export async function wrapByPassphrase(key: Uint8Array, passphrase: string, wrapId: string, work: number) {
  const salt = randomBytes(16)
  const wrapped = wrapKey(await stretch(passphrase, salt, work), wrapId, key)
  return { wrapped, details: { salt: salt.toString('base64'), ...costOf(work) } }
}

/** The key; undefined when the passphrase is another, or the wrap asks for work that we never ask. */
export async function openByPassphrase(
  wrap: KeyWrap,
  passphrase: string,
  work: number,
): Promise<Uint8Array | undefined> {
  const details = passphraseDetails.safeParse(wrap.details)
  if (!details.success) return undefined
  const { salt, ...asked } = details.data
  if (!isDeepStrictEqual(asked, costOf(work))) return undefined
  return unwrapKey(await stretch(passphrase, Buffer.from(salt, 'base64'), work), wrap)
}

/** The same letters however a keyboard composes them, and without the space that got in at the end. */
function stretch(passphrase: string, salt: Uint8Array, work: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC').trim(), salt, 32, { ...costOf(work), maxmem: mostMemory }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

import { randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import type { KeyWrap } from './book-key-queries.ts'
import { unwrapKey, wrapKey } from './wrap-key.ts'

/** About a third of a second and 128 MB: nothing for who types it once a day, much for who tries a million. */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const
const mostMemory = 2 ** 28

const passphraseDetails = z.object({
  salt: z.base64(),
  N: z.literal(cost.N),
  r: z.literal(cost.r),
  p: z.literal(cost.p),
})

/** Wraps `key` by what the passphrase makes; `details` go beside it. */
export async function wrapByPassphrase(key: Uint8Array, passphrase: string, wrapId: string) {
  const salt = randomBytes(16)
  const wrapped = wrapKey(await stretch(passphrase, salt), wrapId, key)
  return { wrapped, details: { salt: salt.toString('base64'), ...cost } }
}

/** The key; undefined when the passphrase is another, or the wrap asks for work that we never ask. */
export async function openByPassphrase(wrap: KeyWrap, passphrase: string): Promise<Uint8Array | undefined> {
  const details = passphraseDetails.safeParse(wrap.details)
  if (!details.success) return undefined
  return unwrapKey(await stretch(passphrase, Buffer.from(details.data.salt, 'base64')), wrap)
}

/** The same letters however a keyboard composes them, and without the space that got in at the end. */
function stretch(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC').trim(), salt, 32, { ...cost, maxmem: mostMemory }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

// Whether all that keeping in step is built upon gives the right answers in this very shell: Electron brings another cryptography than
// Node. Tried once, before the first file is read or made, when the program has started with a shared book.
import { RuleBroken } from '../../rule-broken.ts'
import { selfTest } from '../../sealing/self-test.ts'
import { seal, unseal } from '../format/age-envelope.ts'
import { isSignedBy, type SigningKey, sign, signingKeyOf } from '../format/signing.ts'

export interface SharingPrimitives {
  readonly keyOf: (secret: Uint8Array) => Promise<SigningKey>
  readonly sign: (message: Uint8Array, key: SigningKey) => Promise<string>
  readonly isSignedBy: (message: Uint8Array, signature: string, publicKey: string) => Promise<boolean>
  readonly sealAndOpen: (plain: Uint8Array) => Promise<Uint8Array | undefined>
}

let tried: Promise<void> | undefined

/** Throws RuleBroken `sealingBroken`. */
export function tryPrimitives(): Promise<void> {
  tried ??= Promise.all([selfTest('cipher'), selfTest('passphrase'), selfTest('sheet'), tryThese(ourPrimitives)]).then(
    () => undefined,
  )
  return tried
}

/** The trial itself, on any primitives. */
export async function tryThese(primitives: SharingPrimitives): Promise<void> {
  let isRight = false
  try {
    isRight = (await signsRightly(primitives)) && (await sealsRightly(primitives))
  } catch {
    // One that is missing is as wrong as one that gives another answer.
  }
  if (!isRight) throw new RuleBroken('sealingBroken', { part: 'sharing' })
}

async function signsRightly({ keyOf, sign: signs, isSignedBy: isSigned }: SharingPrimitives): Promise<boolean> {
  const key = await keyOf(Buffer.from(secret, 'hex'))
  const made = await signs(message, key)
  if (key.publicKey !== base64(publicKey) || made !== base64(signature)) return false
  const other = Uint8Array.of(0x73)
  return (await isSigned(message, made, key.publicKey)) && !(await isSigned(other, made, key.publicKey))
}

async function sealsRightly({ sealAndOpen }: SharingPrimitives): Promise<boolean> {
  return Buffer.from((await sealAndOpen(message)) ?? []).equals(message)
}

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64')

// RFC 8032, 7.1, test 2.
const secret = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'
const publicKey = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'
const message = Buffer.of(0x72)
const signature =
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'

export const ourPrimitives: SharingPrimitives = {
  keyOf: signingKeyOf,
  sign,
  isSignedBy,
  async sealAndOpen(plain) {
    const age = await import('age-encryption')
    const identity = await age.generateX25519Identity()
    const opened = await unseal(await seal(plain, [await age.identityToRecipient(identity)]), [identity])
    return 'plain' in opened ? opened.plain : undefined
  },
}

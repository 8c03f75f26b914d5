// Ed25519 by @noble/curves and not by Node: inside Electron Node's cryptography is another library, and a signature that one shell
// makes and the other does not take would stop two people from keeping in step.
import { ed25519 } from '@noble/curves/ed25519.js'

export interface SigningKey {
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** 32 bytes, base64. */
  readonly publicKey: string
}

export function makeSigningKey(): SigningKey {
  return signingKeyOf(ed25519.utils.randomSecretKey())
}

export function signingKeyOf(secret: Uint8Array): SigningKey {
  return { secret, publicKey: Buffer.from(ed25519.getPublicKey(secret)).toString('base64') }
}

/** Base64. */
export function sign(message: Uint8Array, key: SigningKey): string {
  return Buffer.from(ed25519.sign(message, key.secret)).toString('base64')
}

export function isSignedBy(message: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    const key = Buffer.from(publicKey, 'base64')
    // Strict: of the several encodings that looser rules take for one signature, only one is taken here.
    return ed25519.verify(Buffer.from(signature, 'base64'), message, key, { zip215: false })
  } catch {
    // The library throws for what cannot be a key or a signature at all.
    return false
  }
}

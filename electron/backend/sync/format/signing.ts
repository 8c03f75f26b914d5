// Ed25519 by @noble/curves and not by Node: inside Electron Node's cryptography is another library, and a signature that one shell
// makes and the other does not take would stop two people from keeping in step. Fetched when it is first needed: a book that nobody
// shares never needs it.
const curve = async () => (await import('@noble/curves/ed25519.js')).ed25519

export interface SigningKey {
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** 32 bytes, base64. */
  readonly publicKey: string
}

export async function makeSigningKey(): Promise<SigningKey> {
  return signingKeyOf((await curve()).utils.randomSecretKey())
}

export async function signingKeyOf(secret: Uint8Array): Promise<SigningKey> {
  return { secret, publicKey: Buffer.from((await curve()).getPublicKey(secret)).toString('base64') }
}

/** Base64. */
export async function sign(message: Uint8Array, key: SigningKey): Promise<string> {
  return Buffer.from((await curve()).sign(message, key.secret)).toString('base64')
}

export async function isSignedBy(message: Uint8Array, signature: string, publicKey: string): Promise<boolean> {
  const ed25519 = await curve()
  try {
    const key = Buffer.from(publicKey, 'base64')
    // Strict: of the several encodings that looser rules take for one signature, only one is taken here.
    return ed25519.verify(Buffer.from(signature, 'base64'), message, key, { zip215: false })
  } catch {
    // The library throws for what cannot be a key or a signature at all.
    return false
  }
}

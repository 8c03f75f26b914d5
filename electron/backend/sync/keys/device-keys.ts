// The keys of this PC in one vault: one for signing, which stays, and age identities, of which a new one comes with each epoch. Each is
// wrapped by the key store of the system, or by a key file where there is none, and can be thrown away by itself. When they cannot be
// opened nothing is lost: the book is here, and this PC joins again under another name.

import type { KeyWrap } from '../../sealing/book-key-queries.ts'
import type { ComputerWay } from '../../sealing/computer-way.ts'
import { removeKeyFile } from '../../sealing/key-file.ts'
import { makeSigningKey, type SigningKey, signingKeyOf } from '../format/signing.ts'

export interface WrappedKey {
  readonly id: string
  readonly use: 'signing' | 'identity'
  /** The public half: base64 of a signing key, `age1…` of an identity. */
  readonly publicKey: string
  readonly wrap: KeyWrap
  readonly madeAt: string
}

export interface DeviceKeys {
  readonly signing: SigningKey
  /** `AGE-SECRET-KEY-1…` by recipient, the newest first. */
  readonly identities: readonly (readonly [recipient: string, identity: string])[]
}

export interface MadeKey<Opened> {
  readonly opened: Opened
  readonly wrapped: WrappedKey
}

export async function makeSigning(way: ComputerWay, madeAt: string): Promise<MadeKey<SigningKey>> {
  const opened = await makeSigningKey()
  return { opened, wrapped: await wrap(way, 'signing', opened.publicKey, opened.secret, madeAt) }
}

export async function makeIdentity(
  way: ComputerWay,
  madeAt: string,
): Promise<MadeKey<readonly [recipient: string, identity: string]>> {
  const age = await import('age-encryption')
  const identity = await age.generateX25519Identity()
  const recipient = await age.identityToRecipient(identity)
  return {
    opened: [recipient, identity],
    wrapped: await wrap(way, 'identity', recipient, Buffer.from(identity, 'utf8'), madeAt),
  }
}

/** undefined when this computer does not give them: it has to join again. */
export async function openKeys(way: ComputerWay, wrapped: readonly WrappedKey[]): Promise<DeviceKeys | undefined> {
  let signing: SigningKey | undefined
  const identities: [string, string][] = []
  const newestFirst = [...wrapped].sort((one, other) => (one.madeAt < other.madeAt ? 1 : -1))
  for (const { use, publicKey, wrap: held } of newestFirst) {
    const opened = await way.open(held)
    if (!opened) continue
    if (use === 'signing') signing ??= await signingKeyOf(opened.key)
    else identities.push([publicKey, Buffer.from(opened.key).toString('utf8')])
  }
  return signing && identities.length > 0 ? { signing, identities } : undefined
}

/** After this no copy of what was encrypted for it can be read with this PC's keys, wherever it lies. */
export async function destroyKeyFile(keyFolder: string, { wrap: held }: WrappedKey): Promise<void> {
  if (held.holder === 'keyFile') await removeKeyFile(keyFolder, held.id)
}

async function wrap(
  way: ComputerWay,
  use: WrappedKey['use'],
  publicKey: string,
  secret: Uint8Array,
  madeAt: string,
): Promise<WrappedKey> {
  const held = await way.make(secret, use, madeAt)
  return { id: held.id, use, publicKey, wrap: held, madeAt }
}

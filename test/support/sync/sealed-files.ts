// Devices with real keys and files made by them, for tests of the format.
import type { Scope } from '../../../electron/backend/database/declare-table.ts'
import type { FileName } from '../../../electron/backend/sync/format/file-names.ts'
import { parseName } from '../../../electron/backend/sync/format/file-names.ts'
import type { Signer, Trust } from '../../../electron/backend/sync/format/open-file.ts'
import type { SealedFile, SealOptions } from '../../../electron/backend/sync/format/seal-file.ts'
import { makeSigningKey, type SigningKey } from '../../../electron/backend/sync/format/signing.ts'

export interface TestDevice {
  readonly id: string
  readonly identity: string
  readonly recipient: string
  readonly key: SigningKey
  readonly scopes: readonly Scope[]
}

export const vault = '5f3a90c2d1e4b687'
export const atNoon = new Date('2026-11-23T12:00:00Z')
const knownList: [number, string] = [1, '00112233445566778899aabbccddeeff']

export async function makeDevice(
  id: string,
  scopes: readonly Scope[] = ['leden', 'buurt', 'contributie', 'zorg'],
): Promise<TestDevice> {
  const age = await import('age-encryption')
  const identity = await age.generateX25519Identity()
  return { id, identity, recipient: await age.identityToRecipient(identity), key: await makeSigningKey(), scopes }
}

export const sealingBy = (device: TestDevice, readers: readonly TestDevice[]): SealOptions => ({
  vault,
  app: '0.1.0',
  now: atNoon,
  key: device.key,
  recipients: readers.map(({ recipient }) => recipient),
})

export function trustOf(reader: TestDevice, others: readonly TestDevice[], change: Partial<Trust> = {}): Trust {
  const signers = new Map<string, Signer>(
    [reader, ...others].map(({ id, key, scopes }) => [id, { publicKey: key.publicKey, scopes }]),
  )
  return {
    vault,
    identities: [reader.identity],
    signer: (id) => signers.get(id),
    knowsList: ([version, hash]) => version === knownList[0] && hash === knownList[1],
    now: atNoon,
    ...change,
  }
}

export function nameOf(file: Pick<SealedFile, 'name'>): FileName {
  const name = parseName(file.name)
  if (!name) throw new Error(`${file.name} is not a name of ours`)
  return name
}

export const firstSegment = (device: TestDevice, scope: Scope = 'leden') => ({
  list: knownList,
  dev: device.id,
  scope,
  epoch: 0,
  seq: 1,
  prev: '',
  seen: {},
})

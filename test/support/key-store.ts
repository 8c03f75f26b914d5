// A key store in memory, of one computer and one user.
import { randomUUID } from 'node:crypto'
import type { KeyStore, KeyStoreName } from '../../electron/backend/capabilities.ts'

export interface TestKeyStore extends KeyStore {
  /** What happens to it, as it happens to people. */
  readonly become: (change: { name?: KeyStoreName | null; isShut?: boolean; isOld?: boolean }) => void
  readonly asked: () => number
}

export function createTestKeyStore(): TestKeyStore {
  const kept = new Map<string, string>()
  let state = {
    name: { backend: 'gnome_libsecret', app: 'Buurtboek' } as KeyStoreName | null,
    isShut: false,
    isOld: false,
  }
  let asked = 0
  return {
    become: (change) => {
      state = { ...state, ...change }
    },
    asked: () => asked,
    identify: async () => state.name,
    wrap: async (secret) => {
      const wrapped = Buffer.from(randomUUID()).toString('base64')
      kept.set(wrapped, secret)
      return wrapped
    },
    unwrap: async (wrapped) => {
      asked += 1
      const secret = kept.get(wrapped)
      if (state.isShut || secret === undefined) throw new Error('the key store does not open this')
      return { secret, isOld: state.isOld }
    },
  }
}

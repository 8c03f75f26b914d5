// How this computer opens the key by itself: by the key store of the system, or where there is none by the key file.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { KeyStore, KeyStoreName } from '../capabilities.ts'
import type { KeyWrap } from './book-key-queries.ts'
import { makeKeyFile, readKeyFile } from './key-file.ts'
import { unwrapKey, wrapKey } from './wrap-key.ts'

export interface ComputerWay {
  /** The key store of this computer; null where there is none that keeps a secret. */
  keyStore(): Promise<KeyStoreName | null>
  /** The key in a wrap of this computer; undefined when it cannot be opened here, now. */
  open(wrap: KeyWrap): Promise<OpenedWrap | undefined>
  /** A new wrap that was opened again to be sure. Its file, if it has one, is on the disk before this returns. */
  make(key: Uint8Array, keyId: string, madeAt: string): Promise<KeyWrap>
}

export interface OpenedWrap {
  readonly key: Uint8Array
  /** The key store changed its own key: make a new wrap while the old one still opens. */
  readonly isOld: boolean
}

export interface ComputerWayOptions {
  readonly keyFolder: string
  readonly keyStore: KeyStore | undefined
  readonly device: string
}

const storeDetails = z.object({ backend: z.string(), app: z.string() })

export function createComputerWay({ keyFolder, keyStore, device }: ComputerWayOptions): ComputerWay {
  const identify = async () => {
    try {
      return (await keyStore?.identify()) ?? null
    } catch {
      // A key store that cannot say what it is keeps nothing for us; the key file does.
      return null
    }
  }

  const open = async (wrap: KeyWrap): Promise<OpenedWrap | undefined> => {
    if (wrap.holder === 'keyFile') {
      const wrappingKey = await readKeyFile(keyFolder, wrap.id)
      const key = wrappingKey && unwrapKey(wrappingKey, wrap)
      return key && { key, isOld: false }
    }
    if (wrap.holder !== 'keyStore' || !keyStore) return undefined
    const maker = storeDetails.safeParse(wrap.details)
    // Another store, or a program of another name, would answer with rubbish or with a question to the user.
    if (!maker.success || !isSameStore(maker.data, await identify())) return undefined
    try {
      const { secret, isOld } = await keyStore.unwrap(wrap.wrapped)
      return { key: Buffer.from(secret, 'base64'), isOld }
    } catch {
      // Locked, reset, or made on another computer: there are other ways in, and nothing is thrown away.
      return undefined
    }
  }

  const make = async (key: Uint8Array, keyId: string, madeAt: string): Promise<KeyWrap> => {
    const id = randomUUID() // never a name that was given before: a key file is never written over
    const shared = { id, keyId, device, madeAt, confirmedAt: null }
    const stores = await identify()
    if (stores && keyStore) {
      const wrapped = await keyStore.wrap(Buffer.from(key).toString('base64')).catch(() => undefined)
      const wrap = wrapped && { ...shared, holder: 'keyStore' as const, wrapped, details: { ...stores } }
      if (wrap && (await opens(wrap, key))) return wrap
    }
    const wrapped = wrapKey(await makeKeyFile(keyFolder, id), id, key)
    const wrap = { ...shared, holder: 'keyFile' as const, wrapped, details: {} }
    if (!(await opens(wrap, key))) throw new Error('the key file that was just made does not open')
    return wrap
  }

  const opens = async (wrap: KeyWrap, key: Uint8Array) => {
    const opened = await open(wrap)
    return opened !== undefined && Buffer.from(opened.key).equals(key)
  }

  return { keyStore: identify, open, make }
}

function isSameStore(one: KeyStoreName, other: KeyStoreName | null): boolean {
  return other !== null && one.backend === other.backend && one.app === other.app
}

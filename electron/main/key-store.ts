// The key store of the system, by Electron's asynchronous safeStorage (the synchronous one goes away). On Linux without a keyring Electron
// falls back to a password that everybody knows: that counts as having none.
import { app, safeStorage } from 'electron'
import type { KeyStore, KeyStoreName } from '../backend/capabilities.ts'

export const keyStore: KeyStore = {
  identify,

  async wrap(secret) {
    if (!(await identify())) throw new Error('there is no key store')
    return (await safeStorage.encryptStringAsync(secret)).toString('base64')
  },

  async unwrap(wrapped) {
    if (!(await identify())) throw new Error('there is no key store')
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(wrapped, 'base64'))
    return { secret: result, isOld: shouldReEncrypt }
  },
}

async function identify(): Promise<KeyStoreName | null> {
  const backend = backendName()
  if (!backend || !(await safeStorage.isAsyncEncryptionAvailable())) return null
  return { backend, app: app.getName() }
}

function backendName(): string | null {
  if (process.platform === 'win32') return 'dpapi'
  if (process.platform === 'darwin') return 'keychain'
  const selected = safeStorage.getSelectedStorageBackend()
  return selected === 'basic_text' || selected === 'unknown' ? null : selected
}

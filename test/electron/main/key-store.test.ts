import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keyStore } from '../../../electron/main/key-store.ts'
import { fireReady, safeStorage } from '../../shell/fake-electron.mjs'

vi.mock('electron', async () => await import('../../shell/fake-electron.mjs'))

fireReady()
const selected = vi.spyOn(safeStorage, 'getSelectedStorageBackend')
const available = vi.spyOn(safeStorage, 'isAsyncEncryptionAvailable')

function onPlatform(platform: NodeJS.Platform) {
  vi.stubGlobal('process', Object.create(process, { platform: { value: platform } }))
}

beforeEach(() => {
  onPlatform('linux')
  selected.mockReturnValue('gnome_libsecret')
  available.mockResolvedValue(true)
})

describe('the key store of the system', () => {
  it.each([
    ['linux', 'gnome_libsecret'],
    ['linux', 'kwallet6'],
    ['win32', 'dpapi'],
    ['darwin', 'keychain'],
  ] as const)('is named on %s: %s', async (platform, backend) => {
    onPlatform(platform)
    if (platform === 'linux') selected.mockReturnValue(backend)
    expect(await keyStore.identify()).toEqual({ backend, app: 'Buurtboek' })
  })

  it.each(['basic_text', 'unknown'])('does not exist where Linux falls back to %s', async (backend) => {
    selected.mockReturnValue(backend)
    expect(await keyStore.identify()).toBeNull()
    await expect(keyStore.wrap('geheim')).rejects.toThrow('no key store')
    await expect(keyStore.unwrap('AAAA')).rejects.toThrow('no key store')
  })

  it('does not exist where Electron says that it does not work', async () => {
    available.mockResolvedValue(false)
    expect(await keyStore.identify()).toBeNull()
  })

  it('gives back what it wrapped, and refuses what it did not', async () => {
    const wrapped = await keyStore.wrap('geheim')
    expect(Buffer.from(wrapped, 'base64').toString()).not.toContain('geheim')
    expect(await keyStore.unwrap(wrapped)).toEqual({ secret: 'geheim', isOld: false })
    await expect(keyStore.unwrap(Buffer.from('iets anders').toString('base64'))).rejects.toThrow('decrypting')
  })
})

// The real electron-updater in plain Node, against a server of our own: what is offered, fetched and refused.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import electronUpdater from 'electron-updater'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UpdateState } from '../../../electron/backend/capabilities.ts'
import { createSerialFile, parseUpdateFeed, restrainUpdater, trustOf } from '../../../electron/main/update-feed.ts'
import { createUpdates, type Updater } from '../../../electron/main/updates.ts'
import {
  aRelease,
  makeKeys,
  NodeHttpExecutor,
  type ReleaseServer,
  serveReleases,
  sha512,
  signManifest,
} from './release-server.ts'

const { AppImageUpdater, NsisUpdater } = electronUpdater

const keys = makeKeys()
let server: ReleaseServer
let folder: string
let states: UpdateState[]
let steps: string[]
let log: string[]

beforeEach(async () => {
  server = await serveReleases()
  folder = mkdtempSync(path.join(tmpdir(), 'buurtboek-updates-'))
  process.env.APPIMAGE = path.join(folder, 'Buurtboek-1.0.0.AppImage')
  writeFileSync(process.env.APPIMAGE, 'old')
  states = []
  steps = []
  log = []
})

afterEach(async () => {
  delete process.env.APPIMAGE
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

function anUpdater(kind: 'AppImage' | 'nsis' = 'AppImage', publisher?: string): Updater {
  const config = path.join(folder, 'app-update.yml')
  writeFileSync(
    config,
    `provider: generic\nurl: ${server.url}\nupdaterCacheDirName: cache\n${publisher ? `publisherName:\n  - ${publisher}\n` : ''}`,
  )
  const adapter = {
    version: '1.0.0',
    name: 'Buurtboek',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => steps.push('waits for quit'),
  }
  const updater = kind === 'nsis' ? new NsisUpdater(null, adapter) : new AppImageUpdater(null, adapter)
  Object.assign(updater, { httpExecutor: new NodeHttpExecutor() })
  const restrained = restrainUpdater(updater, kind === 'nsis' ? 'win32' : 'linux')
  return { ...restrained, quitAndInstall: () => steps.push('install') }
}

interface Setting {
  readonly updater?: Updater
  readonly trust?: 'install' | 'link'
  readonly currentVersion?: string
  readonly manifest?: object
  readonly signer?: typeof keys
}

function theUpdates({
  updater = anUpdater(),
  trust = 'install',
  currentVersion = '1.0.0',
  manifest,
  signer = keys,
}: Setting = {}) {
  return createUpdates({
    currentVersion,
    trust,
    publicKey: keys.publicKey,
    updater: async () => updater,
    fetchManifest: async () => {
      const list = manifest ?? server.release?.manifest
      if (!list) throw new Error('HTTP 404')
      return signManifest(list, signer)
    },
    serials: createSerialFile(path.join(folder, 'updates.json')),
    openPage: async () => void steps.push('page'),
    beforeInstall: async () => void steps.push('book closed'),
    announce: (state) => states.push(state),
    log: (line) => log.push(line),
  })
}

/** Installers that are on this computer now. */
const fetched = () => {
  const pending = path.join(folder, 'cache', 'pending')
  return existsSync(pending) ? readdirSync(pending).filter((name) => /AppImage|exe/.test(name)) : []
}

describe('a newer version', () => {
  it('is announced, fetched only when asked, and installed only when asked, after the book is closed', async () => {
    server.release = aRelease('1.1.0', 7)
    const updates = theUpdates()

    expect(await updates.check()).toEqual({ state: 'available', version: '1.1.0' })
    expect(fetched()).toEqual([])
    expect(server.requests.some(({ path }) => path.endsWith('.AppImage'))).toBe(false)

    expect(await updates.download()).toEqual({ state: 'downloaded', version: '1.1.0' })
    expect(fetched()).toEqual(['Buurtboek-1.1.0.AppImage'])
    expect(steps).toEqual([])

    await updates.install()
    await nextTurn()
    expect(steps).toEqual(['book closed', 'install'])
    expect(states.map(({ state }) => state)).toEqual(['checking', 'available', 'downloading', 'downloaded'])
  })

  it('tells the server nothing by which this computer can be known again', async () => {
    server.release = aRelease('1.1.0', 7)
    await theUpdates().check()
    for (const { headers } of server.requests) expect(headers['x-user-staging-id']).toBe('')
  })

  it.each([
    ['the same', '1.0.0'],
    ['older', '0.9.9'],
  ])('is not offered when it is %s', async (_what, version) => {
    server.release = aRelease(version, 7)
    const updates = theUpdates()
    expect(await updates.check()).toEqual({ state: 'none', version: null })
    expect(await updates.download()).toEqual({ state: 'none', version: null })
    await expect(updates.install()).rejects.toThrow('no verified update')
    expect(fetched()).toEqual([])
  })

  it('that cannot be found is a failure, not a silence', async () => {
    expect(await theUpdates().check()).toEqual({ state: 'failed', version: null })
    expect(log).toHaveLength(1)
  })
})

describe('what is not what its makers signed', () => {
  const untouched = async (setting: Setting = {}) => {
    const updates = theUpdates(setting)
    const checked = await updates.check()
    const downloaded = await updates.download()
    const installed = await updates.install().then(
      () => 'installed',
      () => 'refused',
    )
    await nextTurn()
    return { checked: checked.state, downloaded: downloaded.state, installed, left: fetched(), steps }
  }
  const refused = { installed: 'refused', left: [], steps: [] }

  it('control: the same steps do install an honest release', async () => {
    server.release = aRelease('1.1.0', 7)
    expect(await untouched()).toMatchObject({ installed: 'installed', steps: ['book closed', 'install'] })
  })

  it('is refused when another key signed the list', async () => {
    server.release = aRelease('1.1.0', 7)
    expect(await untouched({ signer: makeKeys() })).toMatchObject({ checked: 'failed', ...refused })
    expect(log[0]).toContain('signature')
  })

  it('is refused when the feed names another version than the list', async () => {
    server.release = aRelease('1.1.0', 7)
    server.release.feed.version = '1.2.0'
    expect(await untouched()).toMatchObject({ checked: 'failed', ...refused })
  })

  it('is refused when the feed names another file', async () => {
    server.release = aRelease('1.1.0', 7)
    server.release.feed.url = 'Other-1.1.0.AppImage'
    expect(await untouched()).toMatchObject({ checked: 'failed', ...refused })
  })

  it('is refused when the feed and the file are changed together', async () => {
    server.release = aRelease('1.1.0', 7)
    server.release.contents = Buffer.from('something else')
    server.release.feed.sha512 = sha512(server.release.contents)
    expect(await untouched()).toMatchObject({ checked: 'failed', ...refused })
    expect(log[0]).toContain('otherContents')
  })

  it('is refused, and not left behind, when only the file is changed', async () => {
    server.release = aRelease('1.1.0', 7)
    server.release.contents = Buffer.from('something else')
    expect(await untouched()).toMatchObject({ checked: 'available', downloaded: 'failed', ...refused })
    expect(log[0]).toContain('ERR_CHECKSUM_MISMATCH')
  })

  it('is refused when the list is older than one that was seen before', async () => {
    server.release = aRelease('1.2.0', 9)
    expect((await theUpdates().check()).state).toBe('available')
    server.release = aRelease('1.1.0', 8)
    expect(await untouched()).toMatchObject({ checked: 'failed', ...refused })
    expect(log[0]).toContain('rollback')
  })

  it('is refused, and removed, when it was changed after it was fetched', async () => {
    server.release = aRelease('1.1.0', 7)
    const updates = theUpdates()
    await updates.check()
    await updates.download()
    writeFileSync(path.join(folder, 'cache', 'pending', 'Buurtboek-1.1.0.AppImage'), 'something else')
    await expect(updates.install()).rejects.toThrow('no verified update')
    await nextTurn()
    expect(await updates.state()).toEqual({ state: 'failed', version: '1.1.0' })
    expect(fetched()).toEqual([])
    expect(steps).toEqual([])
  })

  it('is refused by the updater for Windows as long as nobody can say who signed it', async () => {
    server.release = aRelease('1.1.0', 7, 'exe')
    const updater = anUpdater('nsis', 'Stichting Buurtboek')
    expect(await untouched({ updater })).toMatchObject({ checked: 'available', downloaded: 'failed', ...refused })
    expect(log[0]).toContain('ERR_UPDATER_INVALID_SIGNATURE')
  })
})

describe('a copy of the app that cannot verify', () => {
  it('only points to the page, and fetches nothing', async () => {
    server.release = aRelease('1.1.0', 7)
    const updates = theUpdates({ trust: 'link' })
    expect(await updates.check()).toEqual({ state: 'link', version: '1.1.0' })
    expect(await updates.download()).toEqual({ state: 'link', version: '1.1.0' })
    expect(steps).toEqual(['page'])
    expect(fetched()).toEqual([])
    await expect(updates.install()).rejects.toThrow('no verified update')
  })

  it('says nothing about the same version', async () => {
    server.release = aRelease('1.0.0', 7)
    expect((await theUpdates({ trust: 'link' }).check()).state).toBe('none')
  })

  const feed = { url: 'https://updates.example/', publishers: ['Stichting Buurtboek'] }
  it.each([
    ['no key is pinned', '', 'win32', undefined, feed, 'link'],
    ['Windows, no publisher', 'key', 'win32', undefined, { ...feed, publishers: [] }, 'link'],
    ['Windows, with publisher', 'key', 'win32', undefined, feed, 'install'],
    ['Linux, from a package', 'key', 'linux', undefined, feed, 'link'],
    ['Linux, AppImage', 'key', 'linux', '/x.AppImage', feed, 'install'],
    ['macOS', 'key', 'darwin', undefined, feed, 'install'],
    ['another system', 'key', 'freebsd', undefined, feed, 'link'],
  ] as const)('%s', (_what, key, platform, appImage, known, trust) => {
    expect(trustOf(known, key, platform, appImage)).toBe(trust)
  })
})

describe('the file beside the app that names the feed', () => {
  it('gives the address and the publishers', () => {
    const text = `provider: generic\nurl: https://updates.example/app\nupdaterCacheDirName: x\npublisherName:\n  - Stichting Buurtboek\n  - 'CN=Other'\n`
    expect(parseUpdateFeed(text)).toEqual({
      url: 'https://updates.example/app/',
      publishers: ['Stichting Buurtboek', 'CN=Other'],
    })
    expect(parseUpdateFeed('url: https://a.example/\npublisherName: One\n')?.publishers).toEqual(['One'])
    expect(parseUpdateFeed('url: https://a.example/\npublisherName: ""\n')?.publishers).toEqual([])
    expect(parseUpdateFeed('url: https://a.example/\n')?.publishers).toEqual([])
  })

  it('counts only over https', () => {
    expect(parseUpdateFeed('url: http://updates.example/\n')).toBeUndefined()
    expect(parseUpdateFeed('provider: generic\n')).toBeUndefined()
  })
})

it('an updater that cannot look at signatures is not used on Windows', () => {
  const adapter = { version: '1.0.0' }
  // Only the version is read here.
  const updater = new AppImageUpdater(null, adapter as never)
  expect(() => restrainUpdater(updater, 'win32')).toThrow('cannot verify')
  expect(() => restrainUpdater(updater, 'linux')).not.toThrow()
  expect(updater.autoDownload).toBe(false)
  expect(updater.autoInstallOnAppQuit).toBe(false)
  expect(updater.allowDowngrade).toBe(false)
  expect(updater.disableDifferentialDownload).toBe(true)
  expect(updater.disableWebInstaller).toBe(true)
})

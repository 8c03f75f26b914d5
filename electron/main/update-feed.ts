// Where new versions come from and whether this copy of the app can verify them. Only a packaged app has a feed: the
// file app-update.yml that electron-builder puts beside it.
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Updater } from './updates.ts'

export interface UpdateFeed {
  readonly url: string
  readonly publishers: readonly string[]
}

/** undefined: this copy has no feed, so there is nothing to ask. */
export async function readUpdateFeed(file: string): Promise<UpdateFeed | undefined> {
  try {
    return parseUpdateFeed(await readFile(file, 'utf8'))
  } catch {
    return undefined // not packaged, or packaged without a place for updates
  }
}

/** Reads the two things we need of that file; only a feed over https counts. */
export function parseUpdateFeed(text: string): UpdateFeed | undefined {
  const url = /^url:\s*['"]?(https:\/\/[^\s'"]+)['"]?\s*$/m.exec(text)?.[1]
  if (!url) return undefined
  const inline = /^publisherName:[ \t]*(\S.*)$/m.exec(text)?.[1]
  const list = /^publisherName:[ \t]*\n((?:[ \t]+-.*(?:\n|$))+)/m.exec(text)?.[1]
  const names = list ? list.split('\n').map((line) => line.replace(/^\s*-/, '')) : [inline ?? '']
  const publishers = names.map((name) => name.trim().replace(/^(['"])(.*)\1$/, '$2')).filter((name) => name !== '')
  return { url: url.endsWith('/') ? url : `${url}/`, publishers }
}

/**
 * install only where every link of the chain is there: a pinned key for the signed list, and on Windows a publisher to
 * compare the installer's signature with (electron-updater 6 skips that check in silence when no publisher is named).
 */
export function trustOf(
  feed: UpdateFeed,
  key: string,
  platform: NodeJS.Platform,
  appImage: string | undefined,
): 'install' | 'link' {
  if (key === '') return 'link'
  switch (platform) {
    case 'win32':
      return feed.publishers.length > 0 ? 'install' : 'link'
    case 'darwin':
      return 'install' // macOS itself refuses an update that another developer signed
    case 'linux':
      return appImage ? 'install' : 'link' // installed by a package manager: that one updates it
    default:
      return 'link'
  }
}

/** electron-updater, told to do nothing of its own accord. Loaded when first asked: it is the largest piece of the shell. */
export async function loadUpdater(platform: NodeJS.Platform = process.platform): Promise<Updater> {
  const { default: electronUpdater } = await import('electron-updater')
  return restrainUpdater(electronUpdater.autoUpdater, platform)
}

type AutoUpdater = typeof import('electron-updater')['autoUpdater']

export function restrainUpdater(updater: AutoUpdater, platform: NodeJS.Platform): Updater {
  if (platform === 'win32') {
    if (!('verifyUpdateCodeSignature' in updater)) throw new Error('this updater cannot verify who signed an installer')
    updater.verifyUpdateCodeSignature = async (publishers: string[], file: string) =>
      (await import('./windows-signature.ts')).checkPublisher(publishers, file)
  }
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableDifferentialDownload = true
  updater.disableWebInstaller = true
  // It would send a number of its own with every request, by which one computer can be told from another.
  updater.requestHeaders = { 'x-user-staging-id': '' }
  updater.logger = null
  // Failures come back through the calls; without a listener the same error would also end the app.
  updater.on('error', () => undefined)
  return {
    checkForUpdates: () => updater.checkForUpdates(),
    downloadUpdate: () => updater.downloadUpdate(),
    quitAndInstall: () => updater.quitAndInstall(false, true),
  }
}

export function createSerialFile(file: string) {
  return {
    async read(): Promise<number> {
      try {
        const serial: unknown = JSON.parse(await readFile(file, 'utf8'))
        return Number.isSafeInteger(serial) ? Number(serial) : 0
      } catch {
        return 0 // nothing seen yet
      }
    },
    async keep(serial: number): Promise<void> {
      await writeFile(`${file}.new`, JSON.stringify(serial), { mode: 0o600 })
      await rename(`${file}.new`, file)
    },
  }
}

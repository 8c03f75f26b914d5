// A new version is announced; the user decides; what cannot be verified is refused, and where nothing can be verified
// only the page with downloads is offered.
import type { Capabilities, UpdateState } from '../backend/capabilities.ts'
import {
  checkFile,
  checkOffer,
  compareVersions,
  isNewer,
  type OfferedVersion,
  readManifest,
  type UpdateManifest,
  UpdateRefused,
} from './update-manifest.ts'

/** What is used of electron-updater. */
export interface Updater {
  readonly checkForUpdates: () => Promise<{
    readonly isUpdateAvailable: boolean
    readonly updateInfo: OfferedVersion
  } | null>
  /** The files it wrote. */
  readonly downloadUpdate: () => Promise<readonly string[]>
  readonly quitAndInstall: () => void
}

export interface UpdatesOptions {
  readonly currentVersion: string
  /** install: this system and this copy of the app can verify; link: they cannot. */
  readonly trust: 'install' | 'link'
  readonly publicKey: string
  readonly updater: () => Promise<Updater>
  /** The signed list and its signature, as they are on the server. */
  readonly fetchManifest: () => Promise<{ readonly bytes: Uint8Array; readonly signature: string }>
  /** The highest serial seen so far; 0 at first. */
  readonly serials: { readonly read: () => Promise<number>; readonly keep: (serial: number) => Promise<void> }
  readonly openPage: () => Promise<void>
  /** Closes the book and lets go of everything a new version would need. */
  readonly beforeInstall: () => Promise<void>
  readonly announce: (state: UpdateState) => void
  readonly log: (line: string) => void
}

export type Updates = NonNullable<Capabilities['updates']>

export function createUpdates(options: UpdatesOptions): Updates {
  let state: UpdateState = { state: 'none', version: null }
  let manifest: UpdateManifest | undefined
  let files: readonly string[] = []

  const moveTo = (name: UpdateState['state'], version: string | null) => {
    state = { state: name, version }
    options.announce(state)
    return state
  }

  /** Runs one step; anything that goes wrong ends in the state `failed`, with nothing left to install. */
  const step = async (work: () => Promise<UpdateState>): Promise<UpdateState> => {
    try {
      return await work()
    } catch (error) {
      files = []
      options.log(error instanceof UpdateRefused ? error.message : `update failed: ${errorCode(error)}`)
      return moveTo('failed', state.version)
    }
  }

  const checkVerified = async (updater: Updater) => {
    const signed = await options.fetchManifest()
    const list = readManifest(signed.bytes, signed.signature, options.publicKey)
    const newer = isNewer(list, options.currentVersion, await options.serials.read())
    await options.serials.keep(list.serial)
    if (!newer) return moveTo('none', null)
    const found = await updater.checkForUpdates()
    if (!found) return moveTo('none', null)
    checkOffer(list, found.updateInfo)
    // The makers may give a version to part of the computers first.
    if (!found.isUpdateAvailable) return moveTo('none', null)
    manifest = list
    return moveTo('available', list.version)
  }

  /** Nothing that comes in is believed here beyond "there may be something newer". */
  const checkForLink = async (updater: Updater) => {
    const version = (await updater.checkForUpdates())?.updateInfo.version
    if (version === undefined || compareVersions(version, options.currentVersion) <= 0) return moveTo('none', null)
    return moveTo('link', version)
  }

  return {
    state: async () => state,

    check: () =>
      step(async () => {
        if (state.state === 'downloading' || state.state === 'downloaded') return state
        moveTo('checking', null)
        const updater = await options.updater()
        return options.trust === 'install' ? checkVerified(updater) : checkForLink(updater)
      }),

    download: () =>
      step(async () => {
        if (state.state === 'link') {
          await options.openPage()
          return state
        }
        if (state.state !== 'available' || !manifest) return state
        const { version } = manifest
        moveTo('downloading', version)
        const written = await (await options.updater()).downloadUpdate()
        for (const file of written) await checkFile(manifest, file)
        files = written
        return moveTo('downloaded', version)
      }),

    install: async () => {
      const ready = await step(async () => {
        if (state.state !== 'downloaded' || !manifest || files.length === 0) throw new UpdateRefused('unknownFile')
        // Days may have passed since the download, and other programs can write there.
        for (const file of files) await checkFile(manifest, file)
        return state
      })
      if (ready.state !== 'downloaded') throw new Error('no verified update to install')
      const updater = await options.updater()
      // After the answer has gone out: the book that asked is about to be closed.
      setImmediate(() => void options.beforeInstall().then(updater.quitAndInstall))
    },
  }
}

const errorCode = (error: unknown) =>
  error instanceof Error ? ('code' in error && typeof error.code === 'string' ? error.code : error.name) : 'unknown'

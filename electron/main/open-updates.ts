// Puts the updates of this copy of the app together, when it has a feed at all.
import path from 'node:path'
import { session, shell } from 'electron'
import { createSerialFile, loadUpdater, readUpdateFeed, trustOf, type UpdateFeed } from './update-feed.ts'
import { createUpdates, type Updates, type UpdatesOptions } from './updates.ts'

export interface OpenUpdatesOptions extends Pick<UpdatesOptions, 'currentVersion' | 'beforeInstall' | 'announce'> {
  readonly feedFile: string
  readonly dataFolder: string
}

/** Ed25519, SPKI as DER in base64; set when a release is built. Empty: this build can verify nothing, and links. */
declare const __UPDATE_KEY__: string

const firstCheckMs = 60_000
const nextCheckMs = 24 * 60 * 60 * 1000

export async function openUpdates(options: OpenUpdatesOptions): Promise<Updates | undefined> {
  const feed = await readUpdateFeed(options.feedFile)
  if (!feed) return undefined
  return createUpdates({
    ...options,
    trust: trustOf(feed, __UPDATE_KEY__, process.platform, process.env.APPIMAGE),
    publicKey: __UPDATE_KEY__,
    updater: () => loadUpdater(),
    fetchManifest: () => fetchManifest(feed),
    serials: createSerialFile(path.join(options.dataFolder, 'updates.json')),
    openPage: () => shell.openExternal(feed.url),
    log: (line) => console.error(line),
  })
}

/** Asks after a while and then once a day; what is found is only announced. */
export function checkNowAndThen(updates: Updates): void {
  const check = () => void updates.check()
  setTimeout(check, firstCheckMs).unref()
  setInterval(check, nextCheckMs).unref()
}

async function fetchManifest(feed: UpdateFeed) {
  // A session of its own: the window's may reach nothing, and no cookie or cache is shared with it.
  const updates = session.fromPartition('updates', { cache: false })
  const get = async (name: string) => {
    const response = await updates.fetch(new URL(name, feed.url).href, { cache: 'no-store' })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  const [bytes, signature] = await Promise.all([get('buurtboek-update.json'), get('buurtboek-update.json.sig')])
  return { bytes, signature: Buffer.from(signature).toString('utf8').trim() }
}

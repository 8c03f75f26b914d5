// Opens the app in a window of its own: an installed Chromium, Chrome or Edge in app mode, with a profile that is thrown
// away afterwards. The one-time address must not stand on the command line, where every user of this computer can read
// it, so the window starts at a page in a folder only we can read, which goes on to the address. A browser needs most of the
// time of a start: it is started before there is an address, and that page waits for one.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

export interface OpenedWindow {
  /** Settles when the browser has ended, or could not be started. */
  readonly ended: Promise<void>
  /** Goes on to the one-time address, once. */
  goTo(address: string): Promise<void>
  /** Closes the window and removes its profile. */
  close(): Promise<void>
}

export async function openWindow(browser: string): Promise<OpenedWindow> {
  const profile = await mkdtemp(path.join(profileParent(browser), 'buurtboek-'))
  const page = path.join(profile, 'open.html')
  await writeFile(page, waitingPage, { mode: 0o600 })
  const child = spawn(browser, browserArguments(profile, page), { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  return {
    ended,
    async goTo(address) {
      // In one step: the page never reads half of it.
      const written = path.join(profile, 'address.new')
      await writeFile(written, `location.replace(${JSON.stringify(address)})\n`, { mode: 0o600 })
      await rename(written, path.join(profile, addressFile))
    },
    async close() {
      if (isRunning(child)) child.kill()
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000).unref())])
      await removeProfile(profile)
    },
  }
}

/** The browser's own children may still be writing for a moment, and make folders anew that were removed. */
async function removeProfile(profile: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined)
    await sleep(100)
    if (!existsSync(profile)) return
  }
  // What cannot be removed now is in the temporary folder anyway.
}

/** How a browser is started for a window of ours on `page`; npm run bench starts a blank one in the same way. */
export function browserArguments(profile: string, page: string): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return [
    `--app=${pathToFileURL(page).href}`,
    `--user-data-dir=${profile}`,
    '--window-size=1280,860',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    // No browser is to read along for the language of a page, and to offer sending names and notes to a translator.
    '--disable-features=Translate',
    // Chromium refuses to run as root with its sandbox; that is the case in containers only.
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}

/** A browser from a snap sees neither the temporary folder nor hidden folders, only a folder of its own. */
export function profileParent(browser: string): string {
  const snap = /\/snap\/bin\/(?<name>[^/]+)$/.exec(browser)?.groups?.name
  return snap === undefined ? tmpdir() : path.join(homedir(), 'snap', snap, 'common')
}

const addressFile = 'address.js'

const waitingPage = `<!doctype html><meta charset="utf-8"><title>Buurtboek</title><script>
const look = () => {
  const script = document.createElement('script')
  script.src = '${addressFile}'
  script.onerror = () => setTimeout(look, 50)
  document.head.append(script)
}
look()
</script>
`

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

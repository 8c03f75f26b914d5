// Browser mode: starts the browser, opens the door for it, then the book, in that order, for the browser takes longest to be there.
//   --data DIR        the data folder (default: the desktop app's own)
//   --demo            opens the made-up neighbourhood instead of the own book
//   --browser FILE    opens a window with this browser
//   --printer FILE    makes PDFs with this browser (default: the one of --browser)
//   --end-with-window ends when the last window is closed; without it the host stays until it is stopped
//   --print json|line prints an address that lets one window in, once: as {"url": ...} or by itself
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Backend } from '../backend/create-backend.ts'
import { defaultDataFolder } from './data-folder.ts'

// Filled in by the build.
declare const __APP_VERSION__: string

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    demo: { type: 'boolean', default: false },
    browser: { type: 'string' },
    printer: { type: 'string' },
    'end-with-window': { type: 'boolean', default: false },
    print: { type: 'string' },
  },
})

/** A reload leaves no window for a moment; closing one leaves none for good. */
const reloadMs = 5000

// The backend is most of what there is to load: compiled once, it is there in half the time.
enableCompileCache(path.join(import.meta.dirname, '../../node_modules/.cache/buurtboek'))
await start()

async function start(): Promise<void> {
  const window = options.browser ? await openWindowWith(options.browser) : undefined
  const opening = Promise.withResolvers<Backend>()
  const backend = opening.promise
  const door = await openDoor(backend).catch(async (error: unknown) => {
    await window?.close()
    throw error
  })
  if (options.print === 'json') console.log(JSON.stringify({ url: door.issueAddress() }))
  if (options.print === 'line') console.log(door.issueAddress())
  await window?.goTo(door.issueAddress())
  opening.resolve(openBackend())

  let ending = false
  const end = async (code: number) => {
    if (ending) return
    ending = true
    await Promise.allSettled([door.close(), window?.close()])
    await backend.then((opened) => opened.close()).catch(() => undefined)
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  backend.catch((error: unknown) => {
    console.error(`Buurtboek cannot start: ${error instanceof Error ? error.message : String(error)}`)
    void end(1)
  })

  let hadWindow = false
  let last: NodeJS.Timeout | undefined
  door.onWindows((count) => {
    clearTimeout(last)
    hadWindow ||= count > 0
    if (count === 0 && options['end-with-window']) last = setTimeout(() => void end(0), reloadMs)
  })
  void window?.ended.then(() => {
    if (!hadWindow && !ending) console.log(`Open this address in a browser: ${door.issueAddress()}`)
    else if (options['end-with-window'] && door.windowCount() === 0) void end(0)
  })
}

async function openDoor(backend: Promise<Backend>) {
  const [{ openHttpDoor }, { openStaticFiles }] = await Promise.all([
    import('./http-door.ts'),
    import('./static-files.ts'),
  ])
  return openHttpDoor({ backend, files: openStaticFiles(path.join(import.meta.dirname, '../renderer')) })
}

async function openWindowWith(browser: string) {
  const { openWindow } = await import('./open-window.ts')
  return openWindow(browser)
}

async function openBackend() {
  const [{ createBackend }, { createHostCapabilities }] = await Promise.all([
    import('../backend/create-backend.ts'),
    import('./host-capabilities.ts'),
  ])
  return createBackend({
    dataFolder: path.resolve(options.data ?? defaultDataFolder()),
    appVersion: __APP_VERSION__,
    parseWorker: path.join(import.meta.dirname, 'parse-worker.js'),
    fontFolder: path.join(import.meta.dirname, '../renderer/assets'),
    capabilities: createHostCapabilities(
      options.printer ?? options.browser,
      path.join(import.meta.dirname, 'folder-worker.js'),
    ),
    demo: options.demo,
    checkLater: true,
  })
}

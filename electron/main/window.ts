// The one window: what its page may do, and where it stands on the screen.
import path from 'node:path'
import { BrowserWindow, type Session, screen, type WebPreferences } from 'electron'
import { homeAddress } from './app-address.ts'
import { keepWindowState, readWindowState, repairWindowState, smallestWindow } from './window-state.ts'

/** Every option that guards the page is written out, also where it is Electron's own choice: a default can change. */
const pageRights = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  plugins: false,
  // Chromium would fetch its dictionaries from the internet.
  spellcheck: false,
  // Who wants to look inside uses browser mode.
  devTools: false,
  safeDialogs: true,
} as const satisfies WebPreferences

const crashPauseMs = 10_000

export interface WindowOptions {
  readonly session: Session
  readonly preload: string
  readonly icon: string
  /** The file that remembers where the window was. */
  readonly stateFile: string
}

export async function openWindow(options: WindowOptions): Promise<BrowserWindow> {
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const { maximized, ...place } = repairWindowState(await readWindowState(options.stateFile), screens)
  const window = new BrowserWindow({
    ...place,
    minWidth: Math.min(smallestWindow.width, place.width),
    minHeight: Math.min(smallestWindow.height, place.height),
    title: 'Buurtboek',
    icon: options.icon,
    show: false,
    webPreferences: { ...pageRights, session: options.session, preload: options.preload },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  let lastCrash = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    const now = Date.now()
    // The book is in another process, so nothing is lost; but a page that crashes at once would go round for ever.
    if (now - lastCrash > crashPauseMs) void showFirstScreen(window)
    lastCrash = now
  })
  window.on('close', () => {
    const state = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    keepWindowState(options.stateFile, state).catch((error: Error) =>
      console.error('window place not kept:', error.name),
    )
  })
  return window
}

/** Shows the first screen; apart from making the window, so that everything that guards it is in place before. */
export const showFirstScreen = (window: BrowserWindow) => window.loadURL(homeAddress)

export const preloadFile = path.join(import.meta.dirname, '../preload/index.cjs')

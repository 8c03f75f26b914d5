// The desktop app from start to end, as a table of contents.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, type BrowserWindow, session as sessions } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { type BackendProcess, startBackendProcess } from './backend-process.ts'
import { createAnswerers } from './desktop-capabilities.ts'
import { askFolder, showAbout, showFolderFailed, showStopped, showUnsandboxed } from './dialogs.ts'
import { createFolderProcess } from './folder-process.ts'
import { openIpcDoor } from './ipc-door.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { showMenu } from './menu.ts'
import { checkNowAndThen, openUpdates } from './open-updates.ts'
import { printPage } from './print.ts'
import { openRendererFiles } from './renderer-files.ts'
import { dropDebugSwitches, isUnsandboxed } from './switches.ts'
import { openWindow, preloadFile, showFirstScreen } from './window.ts'
import { changeTextSize, readPreferences } from './window-preferences.ts'
import { wordsFor } from './words.ts'

registerAppScheme()
dropDebugSwitches()
app.enableSandbox()
const dataFolder = app.getPath('userData')
// What Chromium writes for itself stays apart from the book. The folder must be there, or Electron throws.
const chromiumFolder = path.join(dataFolder, 'venster')
mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 })
app.setPath('sessionData', chromiumFolder)
app.on('web-contents-created', (_event, contents) => lockContents(contents))

// Never awaited here: Electron becomes ready only after this file has run to its end.
if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  let window: BrowserWindow | undefined
  let words = wordsFor('nl')
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  if (isUnsandboxed()) return showUnsandboxed(words).then(() => app.exit(1))

  // In memory only: no cookie, cache or form of the window is left on the disk.
  const session = sessions.fromPartition('buurtboek', { cache: false })
  lockSession(session)
  lockSession(sessions.defaultSession)

  const updates = await openUpdates({
    feedFile: path.join(process.resourcesPath ?? '', 'app-update.yml'),
    dataFolder,
    currentVersion: app.getVersion(),
    beforeInstall: async () => {
      await backend.close()
      // The new version starts before this one has quite ended, and would otherwise take it for a second copy.
      app.releaseSingleInstanceLock()
    },
    announce: () => door.announce(JSON.stringify({ topic: 'updates' })),
  })

  const zoom = (percent: number) => window?.webContents.setZoomFactor(percent / 100)
  const speak = (language: string) => {
    words = wordsFor(language)
    showMenu(words, {
      goTo: (path) => door.announce(JSON.stringify({ topic: 'goTo', path })),
      print: () => window && printPage(window, words),
      showFolder: () =>
        void answerers.showFolder(dataFolder).catch(() => window && showFolderFailed(window, words, dataFolder)),
      zoom: (percent) =>
        void changeTextSize(backend, percent).then(() => door.announce(JSON.stringify({ topic: 'preferences' }))),
      about: () => window && void showAbout(window, words, dataFolder),
      quit: () => app.quit(),
    })
  }
  const answerers = createAnswerers({
    dataFolder,
    chooseFolder: async () => (window ? askFolder(window, words) : null),
    setZoom: zoom,
    languageChanged: speak,
    updates: () => updates,
    folderProcess: createFolderProcess(path.join(import.meta.dirname, 'folder-worker.js')),
  })

  const backend = startBackendProcess({
    file: path.join(import.meta.dirname, 'backend.js'),
    start: {
      dataFolder,
      appVersion: app.getVersion(),
      parseWorker: path.join(import.meta.dirname, 'parse-worker.js'),
      fontFolder: path.join(import.meta.dirname, '../renderer/assets'),
      canUpdate: updates !== undefined,
      demo: process.argv.includes('--demo'),
    },
    answerers,
    onEvent: (event) => door.announce(event),
    onGivenUp: (reason) => {
      console.error(reason)
      void showStopped(words).then(() => app.exit(1))
    },
  })
  endWith(backend)

  const door = openIpcDoor(backend)
  serveApp(session, openRendererFiles(path.join(import.meta.dirname, '../renderer')), backend)
  speak('nl')

  window = await openWindow({
    session,
    preload: preloadFile,
    icon: path.join(import.meta.dirname, '../renderer/icon.png'),
    stateFile: path.join(dataFolder, 'venster.json'),
  })
  // A second start, the menu or an event may still come while the app is ending.
  window.once('closed', () => {
    window = undefined
  })
  const { webContents } = window
  door.admit(webContents)
  webContents.on('dom-ready', () => {
    void readPreferences(backend).then((known) => {
      if (known) zoom(known.textSize)
      if (known?.language) speak(known.language)
    })
  })
  await showFirstScreen(window)
  if (updates) checkNowAndThen(updates)
}

/** Quits only when the book is closed, so that nothing is cut off half-way. */
function endWith(backend: BackendProcess): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void backend.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

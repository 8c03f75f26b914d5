// The few things the shell itself has to say.
import { app, type BrowserWindow, dialog } from 'electron'
import { fill, type Words } from './words.ts'

export async function showAbout(window: BrowserWindow, words: Words, folder: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    title: words.dialog.aboutTitle,
    message: fill(words.dialog.aboutText, { version: app.getVersion() }),
    detail: fill(words.dialog.aboutDetail, { folder }),
    buttons: [words.dialog.understood],
  })
}

export async function showFolderFailed(window: BrowserWindow, words: Words, folder: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Buurtboek',
    message: words.dialog.folderFailedText,
    detail: fill(words.dialog.folderFailedDetail, { folder }),
    buttons: [words.dialog.understood],
  })
}

/** null when it was closed without choosing. */
export async function askFolder(window: BrowserWindow, words: Words): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.dialog.folderTitle,
    buttonLabel: words.dialog.folderChoose,
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** The backend cannot go on: say so, and end. Without it every screen would be an empty promise. */
export async function showStopped(words: Words): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    title: words.dialog.stoppedTitle,
    message: words.dialog.stoppedText,
    detail: words.dialog.stoppedDetail,
    buttons: [words.dialog.quit],
  })
}

/** Without the sandbox one flaw in the window would reach everything on this computer: then rather not start. */
export async function showUnsandboxed(words: Words): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    title: words.dialog.stoppedTitle,
    message: words.dialog.noSandboxText,
    detail: words.dialog.noSandboxDetail,
    buttons: [words.dialog.quit],
  })
}

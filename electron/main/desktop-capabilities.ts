// What the backend may ask of the shell. Each answer is a fixed deed: no address or program ever comes from a book or a page.
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { shell } from 'electron'
import { mailtoOf } from '../../shared/domain/mail-draft.ts'
import type { FolderProcess } from '../backend/capabilities.ts'
import type { Answerers } from './backend-messages.ts'
import { keyStore } from './key-store.ts'
import { printToPdf } from './print-to-pdf.ts'
import type { Updates } from './updates.ts'

export interface CapabilityOptions {
  readonly dataFolder: string
  readonly chooseFolder: () => Promise<string | null>
  readonly setZoom: (percent: number) => void
  readonly languageChanged: (language: string) => void
  readonly updates: () => Updates | undefined
  readonly folderProcess: FolderProcess
}

export function createAnswerers(options: CapabilityOptions): Answerers {
  const updates = () => {
    const known = options.updates()
    if (!known) throw new Error('this copy of the app has no updates')
    return known
  }
  return {
    async showFolder(folder) {
      // openPath starts a program as gladly as it opens a folder.
      const ours = isWithin(folder, options.dataFolder) && (await stat(folder)).isDirectory()
      if (!ours) throw new Error('not a folder of the app')
      const problem = await shell.openPath(folder)
      if (problem) throw new Error('the folder could not be opened')
      return null
    },
    chooseFolder: () => options.chooseFolder(),
    async openMail(draft) {
      // Made here out of what was checked here: no address of a program or a page is ever opened.
      const address = mailtoOf(draft)
      if (!address) throw new Error('not a draft with addresses')
      await shell.openExternal(address)
      return null
    },
    printToPdf,
    async setZoom(percent) {
      options.setZoom(percent)
      return null
    },
    async languageChanged(language) {
      options.languageChanged(language)
      return null
    },
    identifyKeyStore: () => keyStore.identify(),
    wrapKey: (secret) => keyStore.wrap(secret),
    unwrapKey: (wrapped) => keyStore.unwrap(wrapped),
    folderTask: (request) => options.folderProcess.ask(request),
    async endFolderProcess() {
      await options.folderProcess.end()
      return null
    },
    updateState: async () => updates().state(),
    checkForUpdate: async () => updates().check(),
    downloadUpdate: async () => updates().download(),
    async installUpdate() {
      await updates().install()
      return null
    },
  }
}

function isWithin(folder: string, root: string): boolean {
  const way = path.relative(root, path.resolve(folder))
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way))
}

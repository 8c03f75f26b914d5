// What browser mode can do for the backend: files go by <input type=file> and download links, zoom is the browser's own.
import { spawn } from 'node:child_process'
import type { Capabilities } from '../backend/capabilities.ts'
import { createFolderProcess } from './folder-process.ts'

/**
 * @param printer a browser that can make a PDF without a window; undefined: there is none.
 * @param folderWorker the file that the folder process runs.
 */
export function createHostCapabilities(printer: string | undefined, folderWorker: string): Capabilities {
  const printToPdf = async (html: string) => (await import('./print-to-pdf.ts')).printToPdf(printer ?? '', html)
  return {
    shell: 'browser',
    folderProcess: createFolderProcess(folderWorker),
    ...(hasFileManager() ? { showFolder } : {}),
    ...(printer === undefined ? {} : { printToPdf }),
  }
}

const hasFileManager = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

function showFolder(folder: string): Promise<void> {
  const command = { win32: 'explorer.exe', darwin: 'open' }[process.platform as string] ?? 'xdg-open'
  return new Promise((resolve, reject) => {
    const child = spawn(command, [folder], { stdio: 'ignore', detached: true })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}

// Makes a PDF of a document that the backend wrote, in a window nobody sees: sandboxed, without scripts, and with a session of its
// own that loads that one document and nothing else.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, session } from 'electron'

export async function printToPdf(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(app.getPath('temp'), 'buurtboek-pdf-'))
  const file = path.join(folder, 'document.html')
  let window: BrowserWindow | undefined
  try {
    // A document of a large book is longer than an address may be.
    await writeFile(file, html, { mode: 0o600 })
    window = new BrowserWindow({ show: false, webPreferences: preferencesFor(pathToFileURL(file).href) })
    await window.loadFile(file)
    return await window.webContents.printToPDF({
      // Chromium's own choice is Letter.
      pageSize: 'A4',
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    window?.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}

let printed = 0

function preferencesFor(address: string) {
  // Not kept on the disk, and a new one each time: nothing of one document is there for the next.
  printed += 1
  const alone = session.fromPartition(`print-${printed}`)
  alone.webRequest.onBeforeRequest((details, decide) => decide({ cancel: details.url !== address }))
  alone.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  alone.setPermissionCheckHandler(() => false)
  return { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, session: alone }
}

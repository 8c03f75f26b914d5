// Makes a PDF of a document that the backend wrote, by an installed Chromium, Chrome or Edge without a window. It gets a profile that
// is thrown away and no network; scripts are refused by the document's own policy, because Chromium prints by a script itself.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { profileParent } from './open-window.ts'

const patienceMs = 60_000

export async function printToPdf(browser: string, html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(profileParent(browser), 'buurtboek-pdf-'))
  try {
    const page = path.join(folder, 'document.html')
    const made = path.join(folder, 'document.pdf')
    await writeFile(page, html, { mode: 0o600 })
    await run(browser, printArguments(folder, page, made))
    return await readFile(made)
  } finally {
    // The browser's own children may still be writing; what cannot be removed now is in the temporary folder anyway.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined)
  }
}

function printArguments(folder: string, page: string, made: string): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return [
    '--headless',
    `--print-to-pdf=${made}`,
    '--no-pdf-header-footer',
    '--export-tagged-pdf',
    '--generate-pdf-document-outline',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${path.join(folder, 'profile')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
    '--disable-quic',
    // Chromium refuses to run as root with its sandbox; that is the case in containers only.
    ...(isRoot ? ['--no-sandbox'] : []),
    pathToFileURL(page).href,
  ]
}

function run(browser: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, args, { stdio: 'ignore', timeout: patienceMs })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`the browser ended with ${code} while printing`))
    })
  })
}

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { printToPdf } from '../../../electron/main/print-to-pdf.ts'

const temp = mkdtempSync(join(tmpdir(), 'buurtboek-print-test-'))
const seen = vi.hoisted(() => ({
  windows: [] as { options: Record<string, unknown>; html: string; mode: number; file: string; destroyed: boolean }[],
  printed: [] as unknown[],
  session: { mayLoad: undefined as undefined | ((url: string) => boolean), permissions: [] as unknown[] },
}))

// As strict as Electron is where it matters: what is not here throws.
vi.mock('electron', () => {
  class BrowserWindow {
    readonly #own: (typeof seen.windows)[number]
    constructor(options: Record<string, unknown>) {
      this.#own = { options, html: '', mode: 0, file: '', destroyed: false }
      seen.windows.push(this.#own)
    }
    webContents = {
      printToPDF: async (options: unknown) => {
        seen.printed.push(options)
        if (this.#own.html.includes('breaks')) throw new Error('no printing')
        return Buffer.from('%PDF')
      },
    }
    async loadFile(file: string) {
      Object.assign(this.#own, { file, html: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 })
    }
    destroy() {
      this.#own.destroyed = true
    }
  }
  const session = {
    fromPartition(name: string) {
      if (name.startsWith('persist:')) throw new Error('it would stay on the disk')
      return {
        webRequest: {
          onBeforeRequest: (
            listener: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void,
          ) => {
            seen.session.mayLoad = (url) => {
              let cancelled = true
              listener({ url }, ({ cancel }) => {
                cancelled = cancel
              })
              return !cancelled
            }
          },
        },
        setPermissionRequestHandler: (
          handler: (contents: unknown, permission: string, decide: (yes: boolean) => void) => void,
        ) => handler(null, 'geolocation', (yes) => seen.session.permissions.push(yes)),
        setPermissionCheckHandler: (handler: () => boolean) => seen.session.permissions.push(handler()),
      }
    },
  }
  return { BrowserWindow, session, app: { getPath: () => temp } }
})

test('prints A4 in a hidden, sandboxed window without scripts that loads nothing but the document', async () => {
  const pdf = await printToPdf('<h1>Jaarverslag</h1>')
  expect(Buffer.from(pdf).toString()).toBe('%PDF')
  const [window] = seen.windows
  expect(window).toMatchObject({
    html: '<h1>Jaarverslag</h1>',
    mode: 0o600,
    destroyed: true,
    options: {
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
    },
  })
  expect(seen.printed).toEqual([
    { pageSize: 'A4', preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
  ])
  expect(seen.session.permissions).toEqual([false, false])
  const { mayLoad } = seen.session
  expect(mayLoad?.(`file://${window?.file}`)).toBe(true)
  expect(mayLoad?.('https://example.com/x.png')).toBe(false)
  expect(mayLoad?.(`file://${fileURLToPath(import.meta.url)}`)).toBe(false)
  expect(existsSync(window?.file ?? '')).toBe(false)
})

test('leaves nothing behind when printing fails', async () => {
  await expect(printToPdf('this breaks')).rejects.toThrow('no printing')
  const window = seen.windows.at(-1)
  expect(window?.destroyed).toBe(true)
  expect(existsSync(window?.file ?? '')).toBe(false)
  rmSync(temp, { recursive: true })
})

// The built window as a fixed map of addresses: what was not built has no address, so there is no path to break out of.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { isScreen } from './screens.ts'

export interface RendererFile {
  readonly type: string
  read(): Promise<Uint8Array<ArrayBuffer>>
}

export interface RendererFiles {
  /** The file at this address, e.g. `/assets/index-a1b2.js`; the address of a screen gives the one page. */
  find(pathname: string): RendererFile | undefined
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Lists the folder once; contents are read when first asked for and kept. */
export async function openRendererFiles(folder: string): Promise<RendererFiles> {
  const files = new Map<string, RendererFile>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const type = types[path.extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = path.join(entry.parentPath, entry.name)
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, keepInMemory(file, type))
  }
  const page = files.get('/index.html')
  return {
    find: (pathname) => files.get(pathname) ?? (isScreen(pathname) ? page : undefined),
  }
}

function keepInMemory(file: string, type: string): RendererFile {
  let bytes: Promise<Uint8Array<ArrayBuffer>> | undefined
  return {
    type,
    read() {
      bytes ??= readFile(file).then((buffer) => new Uint8Array(buffer))
      return bytes
    },
  }
}

// The built window as a fixed map of addresses: what was not built has no address, so there is no path to break out of.
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'

export interface StaticFile {
  readonly type: string
  readonly cacheControl: string
  read(): Uint8Array
}

export interface StaticFiles {
  /** The file at this address of the window, e.g. `/assets/index-a1b2.js`; every screen's address gives the one page. */
  find(pathname: string): StaticFile | undefined
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Screens have addresses like `/mensen/3f2a`: words and ids, never a dot. */
const screenAddress = /^(?:\/[a-z0-9_-]+)*\/?$/i

/** Lists the folder once; the contents are read when first asked for and kept. */
export async function openStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>()
  for (const name of await readdir(folder, { recursive: true })) {
    // A folder has no such ending.
    const type = types[name.slice(name.lastIndexOf('.'))]
    if (type === undefined) continue
    const address = `/${name.replaceAll(path.sep, '/')}`
    files.set(address, staticFile(path.join(folder, name), type, address))
  }
  const page = files.get('/index.html')
  if (!page) throw new Error('the window is not built: index.html is missing (npm run build)')
  return {
    find(pathname) {
      const file = files.get(pathname)
      if (file) return file
      return screenAddress.test(pathname) && !pathname.startsWith('/assets/') ? page : undefined
    },
  }
}

function staticFile(file: string, type: string, address: string): StaticFile {
  let bytes: Uint8Array | undefined
  return {
    type,
    // Only what the bundler put in assets/ has its contents' hash in its name.
    cacheControl: address.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
    read() {
      // At once: of the first page all is small and lies together, and each step of a reading beside waits for a busy processor.
      bytes ??= readFileSync(file)
      return bytes
    },
  }
}

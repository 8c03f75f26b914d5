// Programs that a test starts again and again, each in one file: reading the backend in hundreds of files takes longer than all else
// that such a program does before it is killed.
import path from 'node:path'
import { build } from 'vite'

const built = new Map<string, Promise<string>>()

/** Builds the program once in this process; gives its file. */
export function buildChild(source: string): Promise<string> {
  const known = built.get(source) ?? buildNow(source)
  built.set(source, known)
  return known
}

async function buildNow(source: string): Promise<string> {
  const { name } = path.parse(source)
  // In the checkout, where it finds its packages.
  const folder = path.resolve(import.meta.dirname, '../../.cache', name)
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: source, outDir: folder, emptyOutDir: true, minify: false, target: 'node22' },
  })
  return path.join(folder, `${name}.js`)
}

// Programs that a test starts again and again, each in one file: reading the backend in hundreds of files takes longer than all else
// that such a program does before it is killed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')
// In the checkout, where they find their packages.
const cache = path.join(root, '.cache')
const programs = ['kill/migrator', 'kill/restorer', 'kill/writer', 'sync/kill-writer']
/** What the programs are made of. */
const sources = ['electron', 'shared', 'resources', 'test/figures', 'test/support', 'package-lock.json']

let built: Promise<string> | undefined

/** Gives the file of the built program. All are built together, once: most of each is the same. */
export async function buildChild(source: string): Promise<string> {
  built ??= buildNow()
  return path.join(await built, `${path.parse(source).name}.js`)
}

async function buildNow(): Promise<string> {
  const folder = path.join(cache, `programs-${nameOfSources()}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  for (const name of readdirSync(cache))
    if (/^programs-\w+$/.test(name)) rmSync(path.join(cache, name), { recursive: true, force: true })
  // Another process may build them at the same time.
  const making = `${folder}-${process.pid}`
  const figures = path.join(root, 'test/figures')
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      rollupOptions: {
        input: Object.fromEntries(programs.map((name) => [path.basename(name), path.join(figures, `${name}.ts`)])),
      },
      outDir: making,
      emptyOutDir: true,
      minify: false,
      target: 'node22',
    },
  })
  try {
    renameSync(making, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(making, { recursive: true, force: true })
  }
  return folder
}

/** Another one whenever a file was written, so that nothing old is ever tried. */
function nameOfSources(): string {
  const hash = createHash('sha256').update(programs.join())
  for (const source of sources) {
    const place = path.join(root, source)
    const names = statSync(place).isDirectory() ? (readdirSync(place, { recursive: true }) as string[]).sort() : ['']
    for (const name of names) {
      const { size, mtimeMs } = statSync(path.join(place, name))
      hash.update(`${source}/${name} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}

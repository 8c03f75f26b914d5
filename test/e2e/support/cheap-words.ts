// The built app with four words that cost next to nothing to try: one number of the build is another one. The app itself has no switch
// for it, and needs none.
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

const usual = 'usualWordsWork = 18;'
const cheap = 'usualWordsWork = 4;'

/**
 * Makes it from the build, in the checkout, where it finds its packages; gives its folder. It stays there until there is another build,
 * so that what Node keeps of it compiled is of use to every run.
 */
export function buildWithCheapWords(built: string): string {
  const folder = path.resolve(import.meta.dirname, '../../../.cache/cheap-words', fingerprint(path.join(built, 'main')))
  if (existsSync(folder)) return folder
  for (const old of existsSync(path.dirname(folder)) ? readdirSync(path.dirname(folder)) : [])
    if (!old.startsWith(path.basename(folder))) rmSync(path.join(folder, '..', old), { recursive: true, force: true })
  const made = `${folder}-${process.pid}`
  mkdirSync(made, { recursive: true })
  cpSync(path.join(built, 'main'), path.join(made, 'main'), {
    recursive: true,
    filter: (file) => !file.endsWith('.map'),
  })
  const chunks = path.join(made, 'main/chunks')
  const changed = readdirSync(chunks).filter((name) => changeWork(path.join(chunks, name)))
  if (changed.length !== 1) throw new Error(`"${usual}" stands in ${changed.length} files of the build`)
  symlinkSync(path.join(built, 'renderer'), path.join(made, 'renderer'), 'junction')
  putInPlace(made, folder)
  return folder
}

/** Of what a build is made of: a chunk has another name when something else is in it. */
function fingerprint(main: string): string {
  const hash = createHash('sha256').update(JSON.stringify([main, readdirSync(path.join(main, 'chunks')).toSorted()]))
  for (const name of readdirSync(main)) if (name.endsWith('.js')) hash.update(readFileSync(path.join(main, name)))
  return hash.digest('hex').slice(0, 16)
}

/** Another worker may have been quicker. */
function putInPlace(made: string, folder: string): void {
  try {
    renameSync(made, folder)
  } catch (thrown) {
    rmSync(made, { recursive: true, force: true })
    if (!existsSync(folder)) throw thrown
  }
}

function changeWork(file: string): boolean {
  const before = readFileSync(file, 'utf8')
  if (!before.includes(usual)) return false
  writeFileSync(file, before.replace(usual, cheap))
  return true
}

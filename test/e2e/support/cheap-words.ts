// The built app with four words that cost next to nothing to try: one number of the build is another one. The app itself has no switch
// for it, and needs none.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const usual = 'usualWordsWork = 18;'
const cheap = 'usualWordsWork = 4;'

/** Makes it from the build, in the checkout, where it finds its packages; gives its folder. */
export function buildWithCheapWords(built: string): string {
  const folder = path.resolve(import.meta.dirname, '../../../.cache', `cheap-words-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(path.join(built, 'main'), path.join(folder, 'main'), {
    recursive: true,
    filter: (file) => !file.endsWith('.map'),
  })
  symlinkSync(path.join(built, 'renderer'), path.join(folder, 'renderer'), 'junction')
  const chunks = path.join(folder, 'main/chunks')
  const changed = readdirSync(chunks).filter((name) => changeWork(path.join(chunks, name)))
  if (changed.length !== 1) throw new Error(`"${usual}" stands in ${changed.length} files of the build`)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function changeWork(file: string): boolean {
  const before = readFileSync(file, 'utf8')
  if (!before.includes(usual)) return false
  writeFileSync(file, before.replace(usual, cheap))
  return true
}

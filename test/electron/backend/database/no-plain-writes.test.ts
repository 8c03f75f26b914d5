import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const backend = fileURLToPath(new URL('../../../../electron/backend/', import.meta.url))

/** Writes whose result is thrown away or checked before it counts, each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  'database/durable-replace.ts': 'the one place that writes files of the user',
  'files/file-store.ts': 'what a door receives: read once and removed at the next start',
  'backup/restore-copy.ts': 'a copy of a copy, hashed while it is made and removed after reading',
  'book-files/open-book-file.ts':
    'a book on its way in, unpacked: its rows are copied into a fresh file and it is removed',
  'sync/folder/folder-tasks.ts':
    'files of the shared folder, whose names say whether they are whole; the same order, and the bytes stay in the book',
}

const plainWrite = /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|writev)\s*\(/

function findPlainWrites(source: string): boolean {
  return plainWrite.test(source)
}

it('files of the user are written by durableReplace alone', () => {
  const found = readdirSync(backend, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => findPlainWrites(readFileSync(join(backend, name), 'utf8')))
  expect(found.filter((name) => !(name in allowed))).toEqual([])
  expect(found.sort()).toEqual(Object.keys(allowed).sort())
})

it('the search above sees a plain write', () => {
  expect(findPlainWrites("await fs.writeFile(join(folder, 'x.json'), text)")).toBe(true)
  expect(findPlainWrites("import { writeFileSync } from 'node:fs'\nwriteFileSync (file, text)")).toBe(true)
  expect(findPlainWrites('await durableReplace(file, text)')).toBe(false)
})

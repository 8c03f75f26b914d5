// The lint rules that hold the walls, tried on files that break them: each must be refused, with a way out in the message.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

const refused: readonly (readonly [file: string, imported: string, wayOut: string])[] = [
  ['shared/domain/a.ts', 'zod', 'backend area'],
  ['shared/domain/a.ts', '../contract/method.ts', 'backend area'],
  ['shared/contract/a.ts', 'node:fs', 'backend area'],
  ['shared/contract/a.ts', '../../electron/backend/context.ts', 'backend area'],
  ['electron/backend/dues/a.ts', 'electron', 'Capabilities'],
  ['electron/backend/dues/a.ts', '../../main/menu.ts', 'create-backend.ts'],
  ['electron/backend/a.ts', '../host/access.ts', 'create-backend.ts'],
  ['electron/backend/dues/a.ts', 'react', 'shared/domain'],
  ['electron/main/a.ts', '../host/access.ts', 'electron/backend or shared'],
  ['electron/main/a.ts', '../backend/dues/plan-run.ts', 'create-backend.ts'],
  ['electron/main/a.ts', 'kysely', 'backend.call'],
  ['electron/host/a.ts', '../main/menu.ts', 'electron/backend or shared'],
  ['electron/host/a.ts', '../backend/dues/plan-run.ts', 'create-backend.ts'],
  ['electron/host/a.ts', 'electron', 'electron/main'],
  ['electron/preload/a.ts', 'node:path', 'types of shared'],
  ['renderer/app/a.ts', '../../electron/backend/context.ts', 'shared/contract'],
  ['renderer/data/a.ts', 'zod', 'types of shared/contract'],
  ['renderer/components/A.tsx', '../data/use-query.ts', 'renderer/parts'],
  ['renderer/components/A.tsx', '../../shared/contract/reply.ts', 'renderer/parts'],
  ['renderer/parts/A.tsx', '../screens/people/B.tsx', 'renderer/parts'],
  ['renderer/screens/people/A.tsx', '../dues/B.tsx', 'renderer/parts'],
  ['renderer/screens/people/A.tsx', '../../screens/dues/B.tsx', 'renderer/parts'],
  ['renderer/screens/people/A.tsx', '../../transport/transport.ts', 'renderer/data'],
  ['renderer/screens/people/A.tsx', 'kysely', 'renderer/data'],
]

const allowed: readonly (readonly [file: string, imported: string])[] = [
  ['shared/domain/ok.ts', './calendar-date.ts'],
  ['shared/contract/ok.ts', 'zod'],
  ['shared/contract/ok.ts', '../domain/calendar-date.ts'],
  ['electron/backend/dues/ok.ts', '../database/write.ts'],
  ['electron/backend/dues/ok.ts', '../../../shared/domain/money.ts'],
  ['electron/backend/dues/ok.ts', 'kysely'],
  ['electron/main/ok.ts', '../backend/create-backend.ts'],
  ['electron/main/ok.ts', 'electron'],
  ['electron/host/ok.ts', '../backend/capabilities.ts'],
  ['renderer/components/Ok.tsx', '../i18n/use-format.ts'],
  ['renderer/parts/Ok.tsx', '../data/use-query.ts'],
  ['renderer/screens/people/Ok.tsx', '../../parts/B.tsx'],
  ['renderer/screens/people/Ok.tsx', './B.tsx'],
]

let folder: string
let messages: ReadonlyMap<string, string>

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'buurtboek-walls-'))
  const rules = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8'))
  writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: undefined }))
  for (const [index, [file, imported]] of [...refused, ...allowed].entries()) {
    const numbered = path.join(folder, numberedFile(file, index))
    mkdirSync(path.dirname(numbered), { recursive: true })
    writeFileSync(numbered, `import { thing } from '${imported}'\nexport const here = thing\n`)
  }
  messages = lint()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('refused, with a way out', () => {
  test.each(refused.map((wall, index) => [...wall, index] as const))(
    '%s <- %s: %s',
    (file, _imported, wayOut, index) => {
      expect(messages.get(numberedFile(file, index))).toContain(wayOut)
    },
  )
})

describe('allowed', () => {
  test.each(allowed.map((way, index) => [...way, refused.length + index] as const))(
    '%s <- %s',
    (file, _imported, index) => {
      expect(messages.get(numberedFile(file, index))).toBeUndefined()
    },
  )
})

const numberedFile = (file: string, index: number) => file.replace(/\.(\w+)$/, `-${index}.$1`)

/** The message of the import rule by file. */
function lint(): ReadonlyMap<string, string> {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=json', '.'],
    { cwd: folder, encoding: 'utf8' },
  )
  const { diagnostics } = JSON.parse(stdout)
  return new Map(diagnostics.map(readDiagnostic))
}

interface Diagnostic {
  readonly message: string
  readonly location: { readonly path: string | { readonly file: string } }
}

function readDiagnostic({ message, location }: Diagnostic): readonly [string, string] {
  const file = typeof location.path === 'string' ? location.path : location.path.file
  return [path.relative('.', file).split(path.sep).join('/'), message]
}

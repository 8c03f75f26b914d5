// The house's walls, checked on the files themselves: who may import whom, no circles, sizes, names, forbidden words.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const rooms = ['electron', 'renderer', 'shared', 'test', 'scripts']
const files = rooms.flatMap((room) => listFiles(room)).sort()
const sources = files.filter((file) => /\.(?:ts|tsx|mjs)$/.test(file))

interface Import {
  readonly from: string
  /** A path from the project's root, or the name of a package. */
  readonly to: string
  readonly typeOnly: boolean
}

const imports = sources.flatMap(importsOf)

describe('the arrows between the rooms', () => {
  interface Wall {
    readonly of: RegExp
    readonly may: readonly RegExp[]
    /** What may be imported for its types alone. */
    readonly mayTypes?: readonly RegExp[]
  }
  const node = /^node:/
  const doorsIntoBackend = /^electron\/backend\/(?:create-backend|capabilities)\.ts$/
  const react =
    /^(?:react|react-dom|react-i18next|i18next|react-aria-components|wouter|@tanstack\/react-query|@internationalized\/date|@react-aria\/.+|@fontsource-variable\/.+)(?:\/|$)/
  const walls: Readonly<Record<string, Wall>> = {
    'shared/domain imports nothing': { of: /^shared\/domain\//, may: [/^shared\/domain\//] },
    'shared/contract: zod and shared': { of: /^shared\/contract\//, may: [/^zod$/, /^shared\//] },
    'electron/backend: shared, Node and what reads files': {
      of: /^electron\/backend\//,
      may: [
        /^electron\/backend\//,
        /^shared\//,
        node,
        /^resources\//,
        /^(?:kysely|better-sqlite3|zod|libphonenumber-js|write-excel-file|age-encryption|@noble\/curves|saxes|ical\.js|uqr)(?:\/|$)/,
      ],
    },
    'electron/main: the shell, two files of the backend, shared': {
      of: /^electron\/main\//,
      may: [
        /^electron\/main\//,
        doorsIntoBackend,
        /^shared\//,
        node,
        /^resources\//,
        /^(?:electron|electron-updater|builder-util-runtime|i18next)$/,
      ],
    },
    'electron/host: two files of the backend, shared': {
      of: /^electron\/host\//,
      may: [/^electron\/host\//, doorsIntoBackend, /^shared\//, node],
    },
    'electron/preload: electron, and types of shared': {
      of: /^electron\/preload\//,
      may: [/^electron\/preload\//, /^electron$/],
      mayTypes: [/^shared\//],
    },
    'renderer/components: React, words and shared/domain': {
      of: /^renderer\/components\//,
      may: [/^renderer\/(?:components|i18n|styles)\//, /^shared\/domain\//, react],
    },
    'renderer/transport: the contract only': {
      of: /^renderer\/transport\//,
      may: [/^renderer\/transport\//],
      mayTypes: [/^shared\/contract\//],
    },
    'renderer/data: the contract and the transport': {
      of: /^renderer\/data\//,
      may: [/^renderer\/(?:data|transport|components|i18n)\//, /^shared\//, react],
    },
    'renderer/parts: everything of the window but screens': {
      of: /^renderer\/parts\//,
      may: [/^renderer\/(?:parts|components|data|i18n|styles|app)\//, /^shared\//, /^resources\/words\//, react],
    },
    'renderer/screens: everything of the window but the transport': {
      of: /^renderer\/screens\//,
      may: [/^renderer\/(?:screens|parts|components|data|i18n|styles|app)\//, /^shared\//, react],
    },
    'renderer: never electron, Node or the database': {
      of: /^renderer\//,
      may: [/^renderer\//, /^shared\//, /^resources\//, /^CHANGELOG\.md$/, react],
    },
  }

  test.each(Object.entries(walls))('%s', (_name, wall) => {
    const breaches = imports.filter(({ from, to, typeOnly }) => {
      if (!wall.of.test(from) || to.startsWith('missing:')) return false
      if (wall.may.some((allowed) => allowed.test(to))) return false
      return !(typeOnly && wall.mayTypes?.some((allowed) => allowed.test(to)))
    })
    expect(breaches.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('a screen imports no other screen', () => {
    const breaches = imports.filter(({ from, to }) => {
      const own = /^renderer\/screens\/[^/]+\//.exec(from)?.[0]
      return own !== undefined && to.startsWith('renderer/screens/') && !to.startsWith(own)
    })
    expect(breaches.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('a backend area takes no handlers of another area', () => {
    const breaches = imports.filter(({ from, to }) => {
      const own = /^electron\/backend\/[^/]+\//.exec(from)?.[0]
      return own !== undefined && to.endsWith('-handlers.ts') && !to.startsWith(own)
    })
    expect(breaches.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('a backend area takes no tables of another area: what leaves an area is not a row', () => {
    const breaches = imports.filter(({ from, to }) => {
      const own = /^electron\/backend\/[^/]+\//.exec(from)?.[0]
      return (
        own !== undefined &&
        own !== 'electron/backend/database/' &&
        /^electron\/backend\/(?!database\/).*-table\.ts$/.test(to) &&
        !to.startsWith(own)
      )
    })
    expect(breaches.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('only main and preload import electron', () => {
    const breaches = imports.filter(
      ({ from, to }) =>
        /^(?:electron|electron-updater)(?:\/|$)/.test(to) &&
        !/\.\w+$/.test(to) &&
        !/^(?:electron\/(?:main|preload)|test)\//.test(from),
    )
    expect(breaches.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('what the window loads never reaches zod, kysely or the database', () => {
    const reached = reachable('renderer/main.tsx')
    expect(reached.has('react')).toBe(true)
    expect([...reached].filter((file) => /^(?:zod|kysely|better-sqlite3)(?:\/|$)|^electron\//.test(file))).toEqual([])
  })

  test('every relative import names a file that exists, with its extension', () => {
    const broken = imports.filter(({ to }) => to.startsWith('missing:'))
    expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('the check sees a wall that is broken (control)', () => {
    const bad = readImports(
      'renderer/screens/a/A.tsx',
      "import { Kysely } from 'kysely'\nimport type { T } from './T.ts'\n",
    )
    expect(bad.map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ['kysely', false],
      ['missing:renderer/screens/a/T.ts', true],
    ])
    expect(walls['renderer: never electron, Node or the database']?.may.some((allowed) => allowed.test('kysely'))).toBe(
      false,
    )
  })
})

describe('no circles', () => {
  test('at run time no file imports itself by way of others', () => {
    const next = new Map<string, string[]>()
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly && sources.includes(to)) next.set(from, [...(next.get(from) ?? []), to])
    }
    expect(findCircles(next)).toEqual([])
  })

  test('a circle is found (control)', () => {
    const next = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ])
    expect(findCircles(next)).toEqual(['a -> b -> c -> a'])
  })
})

describe('files', () => {
  test('no file has more than 500 lines', () => {
    const long = sources.filter((file) => read(file).split('\n').length > 501)
    expect(long).toEqual([])
  })

  test('a component has its own name, every other file is in kebab-case', () => {
    const component = /^[A-Z][A-Za-z0-9]*(?:\.module)?\.(?:tsx|css|d\.ts)$/
    const other = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|spec|module|config|d))?\.[a-z0-9]+$/
    const misnamed = files.filter((file) => {
      const name = path.basename(file)
      if (name.startsWith('.')) return false
      return !(other.test(name) || (/^(?:renderer|test)\//.test(file) && component.test(name)))
    })
    expect(misnamed.filter((file) => !/\/__\w+__\/|\.(?:csv|xlsx|db|gz|json|txt|png)$/.test(file))).toEqual([])
  })

  test('no folder is a drawer for whatever', () => {
    const drawers = sources.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common|lib)(?:\/|\.\w+$)/.test(file))
    expect(drawers).toEqual([])
  })
})

describe('forbidden words', () => {
  const here = 'test/architecture.test.ts'
  const everything = [
    ...files,
    ...listFiles('resources'),
    ...listFiles('docs'),
    ...listFiles('.github'),
    ...listFiles('.ci'),
    ...readdirSync(root).filter((name) => /\.(?:md|json|ts|mjs)$|^\.npmrc$/.test(name)),
  ].filter((file) => file !== here && /\.(?:ts|tsx|mjs|cjs|js|json|css|html|md|ya?ml)$|\/run$|\.npmrc$/.test(file))

  test.each([
    ['the address of a package registry', /registry\.(?:npmjs\.org|yarnpkg\.com)|"resolved":\s*"https?:/],
    ['a path of the machine it was written on', /(?:^|[\s"'`(=])\/(?:root|work)\/[a-z]/m],
    ['a note to oneself', /\b(?:TODO|FIXME|XXX)\b/],
    ['a test that is switched off for good', /\b(?:test|describe|it)\.(?:only|todo)\(/],
    ['a promise instead of a function', /coming soon|not implemented yet|komt binnenkort/i],
  ])('%s stands nowhere', (_name, word) => {
    expect(everything.filter((file) => word.test(read(file)))).toEqual([])
  })

  test("somebody's home folder stands nowhere but in made-up examples of tests", () => {
    const home = /(?:^|[\s"'`(=])(?:\/(?:home|Users)\/[a-z]|[A-Z]:\\+Users\\)/m
    expect(everything.filter((file) => !file.startsWith('test/') && home.test(read(file)))).toEqual([])
  })
})

describe('dependencies', () => {
  test('each has its line in docs/dependencies.md, and nothing else has', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'))
    const rows = read('docs/dependencies.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
    const named = rows.flatMap((row) => (row.split('|')[1] ?? '').split(',').map((name) => name.trim()))
    expect(named.filter((name) => name !== 'package').sort()).toEqual(
      [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort(),
    )
  })

  test('every version is exact, and only what cannot be bundled is a run-time dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'))
    const versions = Object.entries<string>({ ...dependencies, ...devDependencies })
    expect(versions.filter(([, version]) => !/^(?:\d+\.\d+\.\d+|file:.+)$/.test(version))).toEqual([])
    expect(Object.keys(dependencies)).toEqual(['better-sqlite3'])
  })
})

function listFiles(folder: string): string[] {
  if (!statSync(path.join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.includes('node_modules/'))
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

function importsOf(file: string): Import[] {
  return readImports(file, read(file))
}

/** Static, type-only and dynamic imports and re-exports, by their text. */
function readImports(from: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const static_ = /^\s*(?:import|export)\s+(?<type>type\s+)?(?:[\w*{][^'"`;=()]*?\s+from\s+)?['"](?<to>[^'"]+)['"]/gm
  const dynamic = /(?<!typeof )\bimport\(\s*['"](?<to>[^'"]+)['"]/g
  const dynamicType = /typeof import\(\s*['"](?<to>[^'"]+)['"]/g
  const found = (pattern: RegExp, typeOnly?: boolean) =>
    [...code.matchAll(pattern)].map(({ groups }) => ({
      from,
      to: resolveImport(from, groups?.to ?? ''),
      typeOnly: typeOnly ?? groups?.type !== undefined,
    }))
  return [...found(static_), ...found(dynamic, false), ...found(dynamicType, true)]
}

function resolveImport(from: string, specifier: string): string {
  const bare = specifier.split('?')[0] ?? specifier
  if (!bare.startsWith('.')) return bare
  const target = path.posix.join(path.posix.dirname(from), bare)
  const exists = statSync(path.join(root, target), { throwIfNoEntry: false })?.isFile() === true
  // What the build makes is there only after it.
  return exists || target.startsWith('out/') ? target : `missing:${target}`
}

function reachable(start: string): Set<string> {
  const seen = new Set<string>()
  const waiting = [start]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) waiting.push(to)
  }
  return seen
}

function findCircles(next: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file)
    if (start >= 0) {
      circles.push([...way.slice(start), file].join(' -> '))
      return
    }
    if (done.has(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return circles
}

// The list of keys in help is the real one: every key that a source or the menu listens to is in it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { menuTemplate } from '../../../../electron/main/menu.ts'
import { wordsFor } from '../../../../electron/main/words.ts'
import { shortcuts, wishOf } from '../../../../renderer/app/shortcuts.ts'
import { nl } from '../../../../renderer/i18n/nl.ts'
import {
  type KeyLine,
  type KeyPlace,
  keyList,
  keyPlaces,
  namedKeys,
} from '../../../../renderer/screens/help/key-list.ts'

vi.mock('electron', () => ({ Menu: {} }))

const root = path.resolve(import.meta.dirname, '../../../../renderer')

/** Which part of the list tells of the keys that a file listens to. */
const placeOf: Readonly<Record<string, KeyPlace>> = {
  'app/SearchBox.tsx': 'suggestions',
  'components/ComboField.tsx': 'suggestions',
  'components/DataTable.tsx': 'lists',
  'components/use-roving-rows.ts': 'lists',
  'parts/ExportButton.tsx': 'everywhere',
  'parts/WordFields.tsx': 'suggestions',
  'screens/bank/LineList.tsx': 'bank',
  'screens/gatherings/AttendanceMarks.tsx': 'attendance',
  'screens/workgroup/Presentation.tsx': 'presenting',
}

/** The keys a source compares with: `key === 'Enter'`, `case 'Home':`, `ArrowUp: [`. */
function keysIn(source: string): string[] {
  const found = [
    ...source.matchAll(/\bkey [!=]== '([^']+)'/g),
    ...source.matchAll(/case '([A-Z]\w+)':/g),
    ...source.matchAll(/^\s+(Arrow\w+|Home|End|Page\w+): /gm),
  ]
  return [...new Set(found.map(([, key]) => (key ?? '').toLowerCase()))]
}

const listens = (source: string) => /\bevent\.key\b/.test(source)
const keysOf = (lines: readonly KeyLine[]) =>
  new Set(lines.flatMap(({ chords }) => chords.flat()).map((key) => key.toLowerCase()))

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.split(path.sep).join('/'), source: readFileSync(path.join(root, file), 'utf8') }))
  // What works everywhere listens by the list itself.
  .filter(({ source }) => listens(source))

test('every file that listens to keys belongs to a part of the list', () => {
  expect(sources.map(({ file }) => file).sort()).toEqual(Object.keys(placeOf).sort())
})

test.each(sources.map(({ file, source }) => [file, source] as const))(
  'the keys of %s are in the list',
  (file, source) => {
    const listed = keysOf(keyList[placeOf[file] ?? 'everywhere'])
    expect(keysIn(source).length).toBeGreaterThan(0)
    expect(keysIn(source).filter((key) => !listed.has(key))).toEqual([])
  },
)

test('a key that is not in the list is seen (control)', () => {
  const listed = keysOf(keyList.bank)
  expect(keysIn("else if (key === 'q') done()").filter((key) => !listed.has(key))).toEqual(['q'])
})

test.each(['linux', 'win32', 'darwin'] as const)('the keys of the menu are in the list (%s)', (platform) => {
  const none = () => undefined
  const actions = { goTo: none, print: none, showFolder: none, zoom: none, about: none, quit: none }
  const accelerators = JSON.stringify(menuTemplate(wordsFor('nl'), actions, platform)).matchAll(
    /"accelerator":"([^"]+)"/g,
  )
  const chords = [...accelerators].map(([, keys]) => (keys ?? '').replace('CmdOrCtrl', 'Ctrl').replace(/Plus$|=$/, '+'))
  const listed = new Set(
    [...keyList.menu, ...keyList.everywhere].flatMap(({ chords: all }) => all.map((keys) => keys.join('+'))),
  )
  expect(chords.length).toBeGreaterThan(8)
  expect(chords.filter((keys) => !listed.has(keys))).toEqual([])
})

describe('the keys that work everywhere', () => {
  const pressed = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

  test.each(shortcuts)('$held $key asks for $wish, in capitals or not', ({ wish, held, key, leavesTyping }) => {
    const keys = { ...pressed, key: key.toLowerCase(), ctrlKey: held === 'Ctrl', altKey: held === 'Alt' }
    expect(wishOf(keys, false)).toBe(wish)
    expect(wishOf({ ...keys, key: key.toUpperCase() }, false)).toBe(wish)
    expect(wishOf(keys, true)).toBe(leavesTyping ? undefined : wish)
    if (held) expect(wishOf({ ...keys, ctrlKey: false, altKey: false }, false)).toBeUndefined()
  })

  test('Command does what Ctrl does, and Shift or Alt with it is something else', () => {
    expect(wishOf({ ...pressed, key: 'k', metaKey: true }, false)).toBe('search')
    expect(wishOf({ ...pressed, key: 'z', ctrlKey: true, shiftKey: true }, false)).toBeUndefined()
    expect(wishOf({ ...pressed, key: 'f', ctrlKey: true, altKey: true }, false)).toBeUndefined()
  })
})

test('every line has words, and every key that is no letter a name', () => {
  const lines = keyPlaces.flatMap((place): readonly KeyLine[] => keyList[place])
  expect(lines.filter(({ what }) => !(what in nl.help.keys.what))).toEqual([])
  expect([...keyPlaces].sort()).toEqual(Object.keys(keyList).sort())
  const printed = /^(?:F\d+|[A-Z0-9+-]|Ctrl|Alt|Tab|Enter|Home|End|Delete)$/
  const named: readonly string[] = namedKeys
  const keys = lines.flatMap(({ chords }) => chords.flat()).map((key) => (key === ' ' ? 'Space' : key))
  expect(keys.filter((key) => !printed.test(key) && !named.includes(key))).toEqual([])
})

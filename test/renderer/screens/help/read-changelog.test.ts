import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from '../../../../renderer/i18n/en.ts'
import { nl } from '../../../../renderer/i18n/nl.ts'
import {
  isNewer,
  type NewsGroup,
  type NewVersion,
  readChangelog,
} from '../../../../renderer/screens/help/read-changelog.ts'

const text = `# What is new

Some words.

## 1.1.0

### Nederlands

- Iets nieuws.

#### Samen

- *Koppels* zijn er.

### English

- Something new.

#### Together

- *Pairs* are there.

## 1.0.0 (2026-10-01)

### Nederlands

- De eerste.

### English

- The first.
`

const plain = (...lines: string[]) => ({ title: null, lines })

test('every version has its lines in both languages, under their headings', () => {
  expect(readChangelog(text)).toEqual([
    {
      version: '1.1.0',
      groups: {
        nl: [plain('Iets nieuws.'), { title: 'Samen', lines: ['*Koppels* zijn er.'] }],
        en: [plain('Something new.'), { title: 'Together', lines: ['*Pairs* are there.'] }],
      },
    },
    { version: '1.0.0', groups: { nl: [plain('De eerste.')], en: [plain('The first.')] } },
  ])
})

test('a version is newer by its numbers, not by its letters', () => {
  expect(isNewer('1.10.0', '1.9.3')).toBe(true)
  expect(isNewer('1.9.3', '1.10.0')).toBe(false)
  expect(isNewer('1.1.0', '1.1.0')).toBe(false)
  expect(isNewer('0.1.0', '')).toBe(true)
})

const file = readFileSync(new URL('../../../../CHANGELOG.md', import.meta.url), 'utf8')

const linesIn = (groups: readonly NewsGroup[]) => groups.flatMap(({ lines }) => lines)
const lengths = (groups: readonly NewsGroup[]) => groups.map(({ lines }) => lines.length).join()

/** Versions that say less in one language than in the other, or under other headings. */
const uneven = (versions: readonly NewVersion[]) =>
  versions
    .filter(({ groups: { nl, en } }) => nl.length === 0 || lengths(nl) !== lengths(en))
    .map(({ version }) => version)

test('the file is read whole: the newest version is that of the program, and no line stands outside a language', () => {
  const versions = readChangelog(file)
  const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'))
  expect(versions[0]?.version).toBe(version)
  const lines = versions.flatMap(({ groups }) => linesIn([...groups.nl, ...groups.en]))
  expect(lines).toHaveLength(file.split('\n').filter((line) => line.startsWith('- ')).length)
  expect(versions.filter(({ groups: { nl, en } }) => nl.length === 0 || en.length === 0)).toEqual([])
})

test('a version that is released says the same in both languages', () => {
  const isReleased = (version: string) => !new RegExp(`^## ${version} \\(not yet released\\)`, 'm').test(file)
  expect(uneven(readChangelog(file).filter(({ version }) => isReleased(version)))).toEqual([])
})

test('a line that was forgotten in one language is seen (control)', () => {
  expect(uneven(readChangelog(text))).toEqual([])
  expect(uneven(readChangelog(text.replace('- Something new.\n', '')))).toEqual(['1.1.0'])
})

/** What stands between stars is the name of something on the screen. */
const namesIn = (lines: readonly string[]) =>
  lines.flatMap((line) => [...line.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name))

/** Every text of the window. */
function textsOf(words: unknown): readonly string[] {
  return typeof words === 'string' ? [words] : Object.values(words ?? {}).flatMap(textsOf)
}

const notOnScreen = (line: string, words: unknown) => {
  const texts = new Set(textsOf(words))
  // *Instellingen, Privacy* is a way: two names.
  return namesIn([line]).flatMap((name) => (texts.has(name) ? [] : name.split(', ').filter((one) => !texts.has(one))))
}

test.each([
  ['nl', nl],
  ['en', en],
] as const)('what the newest version names in %s is on the screen under that name', (language, words) => {
  const lines = linesIn(readChangelog(file)[0]?.groups[language] ?? [])
  expect(namesIn(lines).length).toBeGreaterThan(20)
  expect(lines.flatMap((line) => notOnScreen(line, words))).toEqual([])
  expect(notOnScreen('*Toverboek* is er, onder *Settings*.', en)).toEqual(['Toverboek'])
})

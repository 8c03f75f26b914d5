import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isNewer, type NewVersion, readChangelog } from '../../../../renderer/screens/help/read-changelog.ts'

const text = `# What is new

Some words.

## 1.1.0

### Nederlands

- Iets nieuws.
- *Koppels* zijn er.

### English

- Something new.
- *Pairs* are there.

## 1.0.0 (2026-10-01)

### Nederlands

- De eerste.

### English

- The first.
`

test('every version has its lines in both languages', () => {
  expect(readChangelog(text)).toEqual([
    {
      version: '1.1.0',
      lines: { nl: ['Iets nieuws.', '*Koppels* zijn er.'], en: ['Something new.', '*Pairs* are there.'] },
    },
    { version: '1.0.0', lines: { nl: ['De eerste.'], en: ['The first.'] } },
  ])
})

test('a version is newer by its numbers, not by its letters', () => {
  expect(isNewer('1.10.0', '1.9.3')).toBe(true)
  expect(isNewer('1.9.3', '1.10.0')).toBe(false)
  expect(isNewer('1.1.0', '1.1.0')).toBe(false)
  expect(isNewer('0.1.0', '')).toBe(true)
})

const file = readFileSync(new URL('../../../../CHANGELOG.md', import.meta.url), 'utf8')

/** Versions that say less in one language than in the other. */
const uneven = (versions: readonly NewVersion[]) =>
  versions
    .filter(({ lines }) => lines.nl.length === 0 || lines.nl.length !== lines.en.length)
    .map(({ version }) => version)

test('the file is read whole: the newest version is that of the program, and no line stands outside a language', () => {
  const versions = readChangelog(file)
  const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'))
  expect(versions[0]?.version).toBe(version)
  const lines = versions.flatMap((one) => [...one.lines.nl, ...one.lines.en])
  expect(lines).toHaveLength(file.split('\n').filter((line) => line.startsWith('- ')).length)
  expect(versions.filter(({ lines: all }) => all.nl.length === 0 || all.en.length === 0)).toEqual([])
})

test('a version that is released says the same in both languages', () => {
  const isReleased = (version: string) => !new RegExp(`^## ${version} \\(not yet released\\)`, 'm').test(file)
  expect(uneven(readChangelog(file).filter(({ version }) => isReleased(version)))).toEqual([])
})

test('a line that was forgotten in one language is seen (control)', () => {
  expect(uneven(readChangelog(text))).toEqual([])
  expect(uneven(readChangelog(text.replace('- Something new.\n', '')))).toEqual(['1.1.0'])
})

import { expect, test } from 'vitest'
import {
  describeStranger,
  type FileName,
  formatName,
  parseName,
} from '../../../../../electron/backend/sync/format/file-names.ts'
import { padmeLength } from '../../../../../electron/backend/sync/format/padme.ts'

const hash = '0123456789abcdef0123456789abcdef'
const names: readonly (readonly [FileName, string])[] = [
  [{ kind: 'segment', device: 'a1a1a1a1', scope: 'zorg', seq: 17, hash }, `d/a1a1a1a1/zorg/00000017-${hash}.age`],
  [{ kind: 'snapshot', epoch: 3, scope: 'leden', device: 'a1a1a1a1', hash }, `s/00000003-leden-a1a1a1a1-${hash}.age`],
  [{ kind: 'list', version: 4, hash }, `m/00000004-${hash}.age`],
]

test.each(names)('a name says what it is of, and is found again: %o', (name, written) => {
  expect(formatName(name)).toBe(written)
  expect(parseName(written)).toEqual(name)
  expect(written.length).toBeLessThan(80)
})

test.each([
  ['conflictCopy', `d/a1a1a1a1/zorg/00000017-${hash}.sync-conflict-20261123-120000-ABCDEFG.age`],
  ['conflictCopy', `d/a1a1a1a1/zorg/00000017-${hash} (1).age`],
  ['conflictCopy', `d/a1a1a1a1/zorg/00000017-${hash} 2.age`],
  ['conflictCopy', `d/a1a1a1a1/zorg/00000017-${hash} (conflicted copy 2026-11-23).age`],
  ['conflictCopy', `d/a1a1a1a1/zorg/00000017-${hash}-DESKTOP-AB12.age`],
  ['conflictCopy', `d/a1a1a1a1/zorg/00000017-${hash} (Case Conflict).age`],
  ['conflictCopy', `d/a1a1a1a1/zorg/00000017-${hash.toUpperCase()}.age`],
  ['other', 'd/a1a1a1a1/zorg/desktop.ini'],
  ['other', 'm/.DS_Store'],
  ['other', `d/A1A1A1A1/zorg/thumbs.db`],
] as const)('what is not a name of ours is a %s: %s', (kind, name) => {
  expect(parseName(name)).toBeUndefined()
  expect(describeStranger(name)).toBe(kind)
})

test.each([
  `d/a1a1a1a1/zorg/00000000-${hash}.age`,
  `d/a1a1a1a1/../zorg/00000001-${hash}.age`,
  `/d/a1a1a1a1/zorg/00000001-${hash}.age`,
  `d\\a1a1a1a1\\zorg\\00000001-${hash}.age`,
  `d/a1a1a1a1/zorg/00000001-${hash}.age\n`,
  `d/a1a1a1a1/geheim/00000001-${hash}.age`,
])('no way leads out of the folder, and nothing is nearly a name: %j', (name) => {
  expect(parseName(name)).toBeUndefined()
})

test('padding costs an eighth at most, and leaves few lengths', () => {
  const lengths = Array.from({ length: 20_000 }, (_, index) => index + 1)
  for (const length of lengths) {
    const padded = padmeLength(length)
    expect(padded >= length && padded <= Math.ceil(length * 1.12)).toBe(true)
  }
  expect(new Set(lengths.map(padmeLength)).size).toBeLessThan(200)
})

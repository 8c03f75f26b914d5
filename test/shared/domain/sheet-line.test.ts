import { generateX25519Identity } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import {
  checkSheetGroup,
  groupsOfSheetLine,
  isSheetLine,
  sheetGroupCount,
  sheetGroupLength,
  sheetLineOfGroups,
  splitSheetText,
} from '../../../shared/domain/sheet-line.ts'

const signs = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
// Of nothing: made for these tests.
const line = 'AGE-SECRET-KEY-1DKQ948THE7HE2LAX7JEJ6L5WM5PQVGXA4K30G022K50APNU9W0ZS9RAZJ8'
const groups = groupsOfSheetLine(line)

describe('the line of a recovery sheet', () => {
  test('is recognised whole, whichever age program made it', async () => {
    expect(isSheetLine(line)).toBe(true)
    for (let count = 0; count < 20; count += 1) expect(isSheetLine(await generateX25519Identity())).toBe(true)
  })

  test('is not recognised with one sign another, missing or added', () => {
    for (let at = 16; at < line.length; at += 1) {
      for (const sign of signs) {
        if (sign === line[at]) continue
        expect(isSheetLine(line.slice(0, at) + sign + line.slice(at + 1)), `${sign} at ${at}`).toBe(false)
      }
    }
    expect(isSheetLine(line.slice(0, -1))).toBe(false)
    expect(isSheetLine(`${line}Q`)).toBe(false)
  })

  test('is cut into twelve groups that make it again', async () => {
    for (const made of [line, await generateX25519Identity()]) {
      const cut = groupsOfSheetLine(made)
      expect(cut.map((group) => group.length)).toEqual([6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 4])
      expect(cut.map((_, index) => sheetGroupLength(index))).toEqual(cut.map((group) => group.length))
      expect(sheetLineOfGroups(cut)).toBe(made)
    }
  })
})

describe('a group that is typed', () => {
  test('is told how far it has come', () => {
    const [first = ''] = groups
    expect(checkSheetGroup('', 0)).toBe('empty')
    expect(checkSheetGroup(first.slice(0, 5), 0)).toBe('short')
    expect(checkSheetGroup(first, 0)).toBe('right')
    expect(checkSheetGroup(`${first}Q`, 0)).toBe('long')
    expect(checkSheetGroup(`${first.slice(0, 5)}$`, 0)).toBe('wrong')
  })

  test('may be in small letters, with spaces, and with signs that only look like the right ones', () => {
    const group = groups.findIndex((text) => /[80L]/.test(text))
    const right = groups[group] ?? ''
    const alike = right.replaceAll('8', 'B').replaceAll('0', 'o').replaceAll('L', '1')
    expect(alike).not.toBe(right)
    expect(checkSheetGroup(` ${alike.slice(0, 3).toLowerCase()} ${alike.slice(3)} `, group)).toBe('right')
  })

  test('is wrong with any one sign another, and with any two that changed places', () => {
    for (const [index, group] of groups.entries()) {
      for (let at = 0; at < group.length; at += 1) {
        for (const sign of signs) {
          const changed = group.slice(0, at) + sign + group.slice(at + 1)
          expect(checkSheetGroup(changed, index), changed).toBe(sign === group[at] ? 'right' : 'wrong')
        }
        for (let other = at + 1; other < group.length; other += 1) {
          const letters = [...group]
          ;[letters[at], letters[other]] = [letters[other] ?? '', letters[at] ?? '']
          const swapped = letters.join('')
          expect(checkSheetGroup(swapped, index), swapped).toBe(swapped === group ? 'right' : 'wrong')
        }
      }
    }
  })

  test('is wrong in the place of another group', () => {
    for (const [index, group] of groups.slice(0, -1).entries())
      for (let place = 0; place < sheetGroupCount - 1; place += 1)
        expect(checkSheetGroup(group, place), `${index} in place ${place}`).toBe(place === index ? 'right' : 'wrong')
  })
})

describe('what is pasted', () => {
  test.each([
    ['the bare line', line],
    ['the bare line in small letters', line.toLowerCase()],
    ['the bare line broken over two', `${line.slice(0, 40)}\n ${line.slice(40)}`],
    ['the groups with spaces', groups.join(' ')],
    ['the groups on lines of their own', groups.join('\n')],
    ['the groups run together', groups.join('').toLowerCase()],
  ])('%s falls into its groups', (_what, pasted) => {
    expect(splitSheetText(pasted)).toEqual(groups)
  })

  test('that is only a part fills only those groups', () => {
    expect(splitSheetText(groups.slice(0, 2).join(' '))).toEqual(groups.slice(0, 2))
    expect(splitSheetText('')).toEqual([])
  })

  test('that is wrong somewhere makes no line', () => {
    const other = [...groups]
    other[4] = 'QQQQQQ'
    expect(sheetLineOfGroups(other)).toBeUndefined()
    expect(sheetLineOfGroups(groups.slice(0, 11))).toBeUndefined()
  })
})

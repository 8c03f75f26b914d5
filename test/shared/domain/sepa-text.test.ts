import { describe, expect, it } from 'vitest'
import { fitsSepa, isSepaId, sepaText } from '../../../shared/domain/sepa-text.ts'
import type { Random } from '../../support/random.ts'
import { seededRandom } from '../../support/random.ts'

describe('a text for the bank', () => {
  it.each([
    ['Çelik', 'Celik'],
    ['Renée Şahin-Øster', 'Renee Sahin-Oster'],
    ['IJsbrand Łukaszewski', 'IJsbrand Lukaszewski'],
    ['Weiß & Zonen', 'Weiss + Zonen'],
    ['Jan “de Kleine” Smit', "Jan 'de Kleine' Smit"],
    ['contributie_2026; buurt', 'contributie-2026, buurt'],
    ['  twee   spaties\tmet tab ', 'twee spaties met tab'],
    ['//weg//ermee//', 'weg/ermee'],
    ['🙂 Anna 🙂', 'Anna'],
    ['فاطمة', ''],
    ['½ ﬁets', '12 fiets'],
  ])('%s is written as %s', (text, written) => {
    expect(sepaText(text, 70)).toBe(written)
  })

  it('is cut to what fits, without a space at the end', () => {
    expect(sepaText('Vereniging Stadsdorp', 11)).toBe('Vereniging')
  })

  it('holds only signs that banks take, whatever somebody typed', () => {
    const random = seededRandom(20261125)
    for (let round = 0; round < 3000; round += 1) {
      const typed = Array.from({ length: 30 }, () => String.fromCodePoint(oddSign(random))).join('')
      const written = sepaText(typed, 35)
      expect(written).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]{0,35}$/)
      expect(written).not.toMatch(/\/\/|^[/ ]|[/ ]$/)
      if (written !== '') expect(sepaText(written, 35)).toBe(written)
    }
  })

  it('can be the name of an account holder when a letter is left of it', () => {
    expect(fitsSepa('Çelik')).toBe(true)
    expect(fitsSepa('فاطمة')).toBe(false)
    expect(fitsSepa('12 ?')).toBe(false)
  })
})

describe('an id in a file for the bank', () => {
  it.each(['LID-1042', 'BB261201-3F9A2C-0001', 'a/b', "M.12 (oud) + 'x'", 'A'.repeat(35)])('%s can be one', (id) => {
    expect(isSepaId(id)).toBe(true)
  })

  it.each(['', '/a', 'a/', 'a//b', ' a', 'a ', 'é', 'a_b', 'a&b', '🙂', 'A'.repeat(36)])('%s cannot', (id) => {
    expect(isSepaId(id)).toBe(false)
  })
})

/** Letters of many scripts, signs, control characters and pictures. */
function oddSign(random: Random): number {
  const ranges = [
    [0x20, 0x7f],
    [0x2f, 0x30],
    [0xa0, 0x24f],
    [0x370, 0x6ff],
    [0x1e00, 0x20ff],
    [0x1f300, 0x1f6ff],
    [0x00, 0x1f],
  ] as const
  const [from, to] = random.pick(ranges) ?? [0x20, 0x7f]
  return from + random.below(to - from)
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asideOf,
  foldText,
  formatName,
  formatNameLastFirst,
  makeSortName,
  readName,
  splitInfix,
} from '../../../shared/domain/person-name.ts'

const parts = (text: string) =>
  readName(text).people.map(({ firstName, infix, lastName }) => [firstName, infix, lastName])

describe('reading a name out of one cell', () => {
  test.each([
    ['Jan van der Berg', [['Jan', 'van der', 'Berg']]],
    ['Berg, J. van der', [['J.', 'van der', 'Berg']]],
    ['Berg, van der, Jan', [['Jan', 'van der', 'Berg']]],
    ['van der Berg, Jan', [['Jan', 'van der', 'Berg']]],
    ['Dhr. J.P. de Vries', [['J.P.', 'de', 'Vries']]],
    ['J.P.de Vries', [['J.P.', 'de', 'Vries']]],
    ['Mevrouw Th.J. v.d. Berg', [['Th.J.', 'v.d.', 'Berg']]],
    ['Klaas-Jan v/d Laan', [['Klaas-Jan', 'v/d', 'Laan']]],
    ['KLAAS V/D LAAN', [['KLAAS', 'V/D', 'LAAN']]],
    ['Laan, K. v/d', [['K.', 'v/d', 'Laan']]],
    ['Nel a/d Brugh', [['Nel', 'a/d', 'Brugh']]],
    ['M. Bakker e/v Smit', [['M.', '', 'Bakker e/v Smit']]],
    [
      'Klaas en Nel v/d Laan',
      [
        ['Klaas', 'v/d', 'Laan'],
        ['Nel', 'v/d', 'Laan'],
      ],
    ],
    [
      'Klaas/Nel v/d Laan',
      [
        ['Klaas', 'v/d', 'Laan'],
        ['Nel', 'v/d', 'Laan'],
      ],
    ],
    ["Dr. ir. A. 't Hart", [['A.', "'t", 'Hart']]],
    ["Kees in 't Veld", [['Kees', "in 't", 'Veld']]],
    ["in 't Veld, Kees", [['Kees', "in 't", 'Veld']]],
    ['Mohamad Al Khatib', [['Mohamad', '', 'Al Khatib']]],
    ['Hassan El Idrissi', [['Hassan', '', 'El Idrissi']]],
    ['Anh Le', [['Anh', '', 'Le']]],
    ['Ria Bakker-de Wit', [['Ria', '', 'Bakker-de Wit']]],
    ['Ria Bakker - de Wit', [['Ria', '', 'Bakker-de Wit']]],
    ['M. Bakker geb. Smit', [['M.', '', 'Bakker geb. Smit']]],
    ['Lies Koning (weduwe)', [['Lies', '', 'Koning']]],
    [
      'Piet en Ria de Wit',
      [
        ['Piet', 'de', 'Wit'],
        ['Ria', 'de', 'Wit'],
      ],
    ],
    [
      'Wit, Piet en Ria de',
      [
        ['Piet', 'de', 'Wit'],
        ['Ria', 'de', 'Wit'],
      ],
    ],
    [
      'Piet de Wit en Elif Demir',
      [
        ['Piet', 'de', 'Wit'],
        ['Elif', '', 'Demir'],
      ],
    ],
    [
      'J & M Bakker',
      [
        ['J', '', 'Bakker'],
        ['M', '', 'Bakker'],
      ],
    ],
  ])('%s', (text, people) => {
    expect(parts(text)).toEqual(people)
    expect(readName(text).doubt).toBeNull()
  })

  test('a family is a last name nobody has a first name of', () => {
    expect(readName('Fam. van der Berg')).toEqual({
      people: [{ firstName: '', infix: 'van der', lastName: 'Berg', called: '' }],
      doubt: 'family',
    })
    expect(readName('De heer en mevrouw van Dam').doubt).toBe('family')
  })

  test('two last names are of two people, the first of whom has the tussenvoegsel', () => {
    expect(parts('de Boer/Visser')).toEqual([
      ['', 'de', 'Boer'],
      ['', '', 'Visser'],
    ])
  })

  test('what is called is kept apart', () => {
    expect(readName('Johannes (Jan) de Vries').people[0]).toMatchObject({ firstName: 'Johannes', called: 'Jan' })
    expect(readName('johannes (jan) de vries').people[0]).toMatchObject({ called: 'jan' })
    expect(asideOf('Johannes (Jan) de Vries')).toBe('')
  })

  test('what stands between brackets and is no name is not what somebody is called', () => {
    expect(readName('Lies Koning (weduwe)').people[0]).toMatchObject({ called: '' })
    expect(asideOf('Lies Koning (weduwe)')).toBe('weduwe')
  })

  test('a whole name between brackets is another spelling, and told beside', () => {
    expect(readName('Олена Шевченко (Olena Shevchenko)').people.map(formatName)).toEqual(['Олена Шевченко'])
    expect(asideOf('Олена Шевченко (Olena Shevchenko)')).toBe('Olena Shevchenko')
  })

  test('titles of a form and of a widow are no part of the name', () => {
    expect(readName('Dhr./mw. P. Groen').people.map(formatName)).toEqual(['P. Groen'])
    expect(readName('Wed. T. de Boer-Smit').people.map(formatName)).toEqual(['T. de Boer-Smit'])
    expect(asideOf('Wed. T. de Boer-Smit')).toBe('Wed.')
  })

  test('of two single names neither is the last name of the other', () => {
    expect(readName('Ria & Wim').people.map(formatName)).toEqual(['Ria', 'Wim'])
    expect(readName('Ria & Wim').doubt).toBe('oneWord')
  })

  test('says so when it had to guess', () => {
    expect(readName('Anne Marie Smit')).toMatchObject({ people: [{ lastName: 'Smit' }], doubt: 'manyWords' })
    expect(readName('Tekle').doubt).toBe('oneWord')
    expect(readName('Wim en Anna en Tom de Boer').doubt).toBe('manyPeople')
    expect(readName('').people).toEqual([])
  })

  test('never loses a letter of a plain name, whatever it is', () => {
    const word = fc.stringMatching(/^[A-Z][a-zéüø]{2,8}$/)
    const infix = fc.constantFrom('', 'van', 'van der', 'de', "'t", 'ten')
    fc.assert(
      fc.property(word, infix, word, (firstName, between, lastName) => {
        const written = [firstName, between, lastName].filter(Boolean).join(' ')
        const [person] = readName(written).people
        expect(person && formatName(person)).toBe(written)
      }),
    )
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => readName(text).people.length <= 2))
  })
})

describe('sorting', () => {
  test('ignores tussenvoegsel, accents and capitals, but not Al and El', () => {
    const names = ['Ria van den Berg', 'Mohamad Al Khatib', 'Elif Demir', 'Hassan El Idrissi', 'Øyvind Åberg']
    const sorted = names
      .flatMap((name) => readName(name).people)
      .toSorted((a, b) => (makeSortName(a) < makeSortName(b) ? -1 : 1))
    expect(sorted.map(formatName)).toEqual([
      'Øyvind Åberg',
      'Mohamad Al Khatib',
      'Ria van den Berg',
      'Elif Demir',
      'Hassan El Idrissi',
    ])
  })

  test('folds special letters', () => {
    expect(foldText("O'Briën-Şahin ŁØß")).toBe('obrien sahin loss')
  })

  test('folds plain letters the same whether or not an accent stands among them', () => {
    const signs = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')
    for (const text of [signs, ` ${signs}a`, "d'Artagnan  `X`", 'A.B. van-den_Berg (2)', ' ', ''])
      expect(foldText(text)).toBe(foldText(`${text}\u0301`))
  })
})

test('a name can lead with the last name', () => {
  expect(formatNameLastFirst({ firstName: 'Ria', infix: 'van den', lastName: 'Berg', called: '' })).toBe(
    'Berg, Ria van den',
  )
})

test('a last-name cell gives up its tussenvoegsel', () => {
  expect(splitInfix('van der Berg')).toEqual({ infix: 'van der', lastName: 'Berg' })
  expect(splitInfix('op den Akker')).toEqual({ infix: 'op den', lastName: 'Akker' })
  expect(splitInfix('Berg van den')).toEqual({ infix: 'van den', lastName: 'Berg' })
  expect(splitInfix('De')).toEqual({ infix: '', lastName: 'De' })
  expect(splitInfix('Al Khatib')).toEqual({ infix: '', lastName: 'Al Khatib' })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DebitFile, DebitItem } from '../../../../electron/backend/direct-debit/write-pain008.ts'
import { writePain008 } from '../../../../electron/backend/direct-debit/write-pain008.ts'
import { fitsSepa } from '../../../../shared/domain/sepa-text.ts'
import { schemaFaults, schemaFolder } from '../../../support/schema.ts'

const anItem = (item: Partial<DebitItem> = {}): DebitItem => ({
  endToEndId: 'BB261201-3F9A2C-0001',
  cents: 1000,
  mandateReference: 'M-1042',
  signedOn: '2025-03-01',
  newAccount: false,
  holder: 'Renée Çelik',
  iban: 'NL13TEST0123456789',
  text: 'Contributie december 2026 Stadsdorp Oosterweide',
  ...item,
})

const aFile = (file: Partial<DebitFile> = {}): DebitFile => ({
  version: '08',
  batchId: 'BB261201-3F9A2C',
  createdAt: '2026-11-13T20:15:00',
  collectDay: '2026-12-01',
  sequence: 'RCUR',
  creditor: { name: 'Stadsdorp Oosterweide & co', iban: 'NL91ABNA0417164300', creditorId: 'NL51ZZZ405365330000' },
  items: [anItem()],
  ...file,
})

const manyItems = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    anItem({
      endToEndId: `BB261201-3F9A2C-${String(at + 1).padStart(4, '0')}`,
      cents: 1 + ((at * 379) % 5000),
      newAccount: at % 7 === 0,
    }),
  )

const valuesOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value)

describe('a file for the bank', () => {
  it('says who collects what from whom, without any address', () => {
    const xml = writePain008(aFile())
    expect(xml).toContain('urn:iso:std:iso:20022:tech:xsd:pain.008.001.08')
    expect(valuesOf(xml, 'SeqTp')).toEqual(['RCUR'])
    expect(valuesOf(xml, 'ReqdColltnDt')).toEqual(['2026-12-01'])
    expect(valuesOf(xml, 'PmtInfId')).toEqual(['BB261201-3F9A2C'])
    expect(valuesOf(xml, 'InstdAmt')).toEqual(['10.00'])
    expect(valuesOf(xml, 'Nm')).toEqual(['Stadsdorp Oosterweide + co', 'Stadsdorp Oosterweide + co', 'Renee Celik'])
    expect(valuesOf(xml, 'Id')).toEqual(['NOTPROVIDED', 'NL51ZZZ405365330000', 'NOTPROVIDED'])
    expect(xml).not.toMatch(/PstlAdr|AdrLine|Ctry/)
  })

  it('can collect once', () => {
    expect(valuesOf(writePain008(aFile({ sequence: 'OOFF' })), 'SeqTp')).toEqual(['OOFF'])
  })

  it('tells of a new account under the same mandate', () => {
    const same = writePain008(aFile())
    const moved = writePain008(aFile({ items: [anItem({ newAccount: true })] }))
    expect(same).not.toContain('AmdmntInd')
    expect(valuesOf(moved, 'AmdmntInd')).toEqual(['true'])
    expect(valuesOf(moved, 'Id')).toContain('SMNDA')
  })

  it.each([
    [1, '0.01'],
    [5, '0.05'],
    [10, '0.10'],
    [99, '0.99'],
    [100, '1.00'],
    [123_456_789, '1234567.89'],
  ])('writes %i cents as %s', (cents, written) => {
    expect(valuesOf(writePain008(aFile({ items: [anItem({ cents })] })), 'InstdAmt')).toEqual([written])
  })

  it.each([0, -1, 10.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('refuses %s cents', (cents) => {
    expect(() => writePain008(aFile({ items: [anItem({ cents })] }))).toThrow('amount')
  })

  it.each(['', '/a', 'a//b', 'é', 'x'.repeat(36)])('refuses the id %s', (id) => {
    expect(() => writePain008(aFile({ batchId: id }))).toThrow('id')
    expect(() => writePain008(aFile({ items: [anItem({ mandateReference: id })] }))).toThrow('id')
    expect(() => writePain008(aFile({ items: [anItem({ endToEndId: id })] }))).toThrow('id')
  })

  it('refuses a name of which no letter is left', () => {
    expect(() => writePain008(aFile({ items: [anItem({ holder: 'فاطمة' })] }))).toThrow('name')
  })

  it('leaves the text out when nothing of it can be written', () => {
    expect(writePain008(aFile({ items: [anItem({ text: '🙂' })] }))).not.toContain('RmtInf')
  })

  it('counts and sums at both levels, in cents', () => {
    const items = manyItems(1000)
    const cents = items.reduce((sum, item) => sum + item.cents, 0)
    const xml = writePain008(aFile({ items }))
    expect(valuesOf(xml, 'NbOfTxs')).toEqual(['1000', '1000'])
    const sum = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
    expect(valuesOf(xml, 'CtrlSum')).toEqual([sum, sum])
  })

  it('is the same text every time', () => {
    expect(writePain008(aFile({ items: manyItems(20) }))).toBe(writePain008(aFile({ items: manyItems(20) })))
  })
})

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '//',
    '<Nm>',
    'O\'Brien "x" & <y>',
    ']]>',
    '&#233;',
    '🙂🙂',
    'محمد',
    'Ёлка',
    '\u0000\u001f',
    '/ /',
    '  ',
  ),
)

describe('whatever somebody typed', () => {
  it('never brings a sign into the file that banks refuse', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, text) => {
        fc.pre(fitsSepa(name))
        const xml = writePain008(aFile({ items: [anItem({ holder: name, text })] }))
        for (const value of [...valuesOf(xml, 'Nm'), ...valuesOf(xml, 'Ustrd')]) {
          expect(value).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]+$/)
          expect(value).not.toMatch(/\/\/|^[/ ]|[/ ]$/)
        }
      }),
      { seed: 20261125, numRuns: 2000 },
    )
  })
})

describe.skipIf(schemaFolder === null)('against the published schemas', () => {
  it.each(['08', '02'] as const)('version %s is valid for 1, 2 and 1,000 items', (version) => {
    for (const count of [1, 2, 1000]) {
      const xml = writePain008(aFile({ version, items: manyItems(count) }))
      expect(schemaFaults(xml, `pain.008.001.${version}.xsd`)).toEqual([])
    }
  })

  it.each(['08', '02'] as const)('version %s is valid whatever somebody typed', (version) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 5 }), (texts) => {
        const items = texts.filter(([name]) => fitsSepa(name)).map(([holder, text]) => anItem({ holder, text }))
        fc.pre(items.length > 0)
        expect(schemaFaults(writePain008(aFile({ version, items })), `pain.008.001.${version}.xsd`)).toEqual([])
      }),
      { seed: 20261125, numRuns: 40 },
    )
  })

  it('a broken file is told apart', () => {
    const broken = writePain008(aFile()).replace('<ChrgBr>SLEV</ChrgBr>', '<ChrgBr>NONE</ChrgBr>')
    expect(schemaFaults(broken, 'pain.008.001.08.xsd')).not.toEqual([])
    expect(schemaFaults(writePain008(aFile()), 'pain.008.001.02.xsd')).not.toEqual([])
  })
})

it.runIf(schemaFolder === null)('the schemas are not here: set BUURTBOEK_SCHEMAS to check against them', () => {
  expect(schemaFolder).toBeNull()
})

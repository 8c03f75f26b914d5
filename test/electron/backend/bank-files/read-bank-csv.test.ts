import { describe, expect, it, test } from 'vitest'
import { readBankFile } from '../../../../electron/backend/bank-files/read-bank-file.ts'
import * as csv from '../../../support/bank-files/csv-files.ts'

const read = (text: string) => readBankFile(new TextEncoder().encode(text))
const entriesOf = (text: string) => read(text).statements.flatMap(({ entries }) => entries)
const refusal = (text: string) => expect(() => read(text))

test.each([
  ['ingNl', 'ing', ';', [-1000, 123_000, 1000, 1000], true, 10_000, 134_000],
  ['ingEn', 'ing', ',', [1000, -2250], null, null, null],
  ['raboNl', 'rabo', ',', [1000, 13_000, -1000], true, 10_000, 23_000],
  ['raboCompany', 'rabo', ',', [101_000], null, 10_000, 111_000],
  ['abn', 'abn-tab', '\t', [1000, 13_000], true, 10_000, 24_000],
  ['volksbank', 'volksbank', ',', [1000, -220], true, 10_000, 10_780],
  ['volksbankHeaded', 'volksbank', ',', [1000, -220], true, 10_000, 10_780],
  ['triodosHeaded', 'triodos', ',', [102_578, -1550], true, 10_000, 111_028],
  ['triodos', 'triodos', ',', [102_578, -1550], null, null, null],
  ['bunqNl', 'bunq', ';', [1000, -102_250], null, null, null],
  ['bunqEn', 'bunq', ',', [101_000], null, null, null],
  ['knab', 'knab', ';', [1000, -2250], null, null, null],
] as const)(
  'the file %s is known by its content',
  (name, format, delimiter, amounts, balanced, openCents, closeCents) => {
    const file = read(csv.csvFiles[name])
    expect(file).toMatchObject({ format, delimiter, encoding: 'utf-8', warnings: [] })
    expect(file.statements).toHaveLength(1)
    expect(file.statements[0]).toMatchObject({ balanced, openCents, closeCents })
    expect(file.statements[0]?.entries.map(({ cents }) => cents)).toEqual(amounts)
  },
)

describe('ING', () => {
  it('says in one column what others say in many', () => {
    const [returned, batch, paid] = entriesOf(csv.ingNl)
    expect(returned).toMatchObject({
      counterName: 'R Ozturk',
      text: 'contributie "nov"',
      mandateRef: 'M-17',
      returnCode: 'MD06',
      isReversal: true,
      valueDay: '2026-11-03',
    })
    expect(batch).toMatchObject({ batchRef: 'BV-2026-11', batchCount: 123 })
    expect(paid).toMatchObject({
      text: 'contributie; lid 1042',
      endToEndId: 'E2E-1',
      bookDay: '2026-11-01',
      valueDay: '2026-10-31',
    })
  })

  it('in English, without quotes or with a column more, is the same bank', () => {
    expect(entriesOf(csv.ingEn)[1]).toMatchObject({ text: 'hall', endToEndId: '88', mandateRef: 'M-1' })
    const extra = csv.ingEn
      .replaceAll('"', '')
      .replaceAll(',', ';')
      .replaceAll('10;00', '10,00')
      .replaceAll('22;50', '22,50')
      .replace('Notifications', 'Notifications;Extra')
      .replace(/(-2026)$/gm, '$1;x')
    expect(entriesOf(extra)).toEqual(entriesOf(csv.ingEn))
  })

  it('keeps two equal payments apart', () => {
    const [, , first, second] = entriesOf(csv.ingNl)
    expect(first).toEqual(second)
  })

  it('is marked when the running balance does not follow from the amounts', () => {
    expect(read(csv.ingNl.replace('"Bij";"1.230,00"', '"Bij";"1.230,01"')).statements[0]?.balanced).toBe(false)
    const withoutRow = csv.ingNl
      .split('\r\n')
      .filter((_row, at) => at !== 2)
      .join('\r\n')
    expect(read(withoutRow).statements[0]?.balanced).toBe(false)
  })

  it('that was saved again by Excel is refused with the cause', () => {
    refusal(csv.ingEn.replace('20261101,J', '2,03E+07,J').replace('"10,00"', '10')).toThrow(
      expect.objectContaining({ name: 'RuleBroken' }),
    )
    refusal(csv.ingNl.replace('"20261102"', '2,03E+07')).toThrow(
      expect.objectContaining({ code: 'bankFileExcelDates', details: { line: 3, value: '2,03E+07' } }),
    )
    refusal(csv.ingNl.replace('"20261102"', '2-11-2026')).toThrow(
      expect.objectContaining({ code: 'bankFileExcelDates' }),
    )
  })

  it('of a savings account, or of balances alone, is refused in words', () => {
    refusal('Datum,Boeksaldo,Valutair saldo\n20261101,"10,00","10,00"\n').toThrow(
      expect.objectContaining({ code: 'bankFileBalanceList' }),
    )
    refusal(
      '"Datum";"Omschrijving";"Rekening";"Rekening naam";"Tegenrekening";"Af Bij";"Bedrag";"Valuta";"Mutatiesoort";"Mededelingen";"Saldo na mutatie"\n',
    ).toThrow(expect.objectContaining({ code: 'bankFileSavings' }))
  })

  it('with a last row that was cut off is refused whole', () => {
    const rows = csv.ingNl.trimEnd()
    const lastRow = rows.lastIndexOf('\r\n') + 2
    for (let length = lastRow + 1; length < rows.length; length += 1) {
      const file = rows.slice(0, length)
      // Only the quotes of an empty cell are gone then: nothing is missing.
      if (rows.slice(length) === '""') continue
      expect(() => read(file), `cut at ${length}`).toThrow(expect.objectContaining({ name: 'RuleBroken' }))
    }
  })

  test.each([
    ['a mark nobody knows', '"Bij";"1.230,00"', '"Over";"1.230,00"', 'bankFileField'],
    ['an amount of three decimals', '"1.230,00"', '"1.230,005"', 'bankFileAmount'],
    ['an amount that is not clear', '"1.230,00"', '"1.230"', 'bankFileAmount'],
    ['a day that does not exist', '"20261102"', '"20261131"', 'bankFileDay'],
    ['a quote too many', '"Verzamelincasso"', '"Verzamel"incasso"', 'bankFileQuote'],
    ['an opening quote that is missing', '"20261102"', '20261102"', 'bankFileDay'],
    ['a cell too many', '"1.350,00";""', '"1.350,00";"a";"b"', 'bankFileRow'],
  ])('with %s is refused', (_name, from, to, code) => {
    refusal(csv.ingNl.replace(from, to)).toThrow(expect.objectContaining({ code }))
  })
})

describe('Rabobank', () => {
  it('has a number per entry, and texts that are cut in the middle of a word', () => {
    const [paid, batch, returned] = entriesOf(csv.raboNl)
    expect(paid).toMatchObject({
      bankRef: '000000000000000101',
      text: 'contributie november lid 1042',
      endToEndId: null,
      valueDay: '2026-11-02',
    })
    expect(batch).toMatchObject({ batchRef: 'BV-2026-11' })
    expect(returned).toMatchObject({
      returnCode: 'MD06',
      isReversal: true,
      structuredRef: '5000056789012345',
      refIssuer: 'CUR',
    })
  })

  it('is in Latin letters, or in UTF-8 with a mark, and never shows a wrong one', () => {
    const latin = readBankFile(Buffer.from(csv.raboNl, 'latin1'))
    expect(latin.encoding).toBe('windows-1252')
    expect(latin.statements[0]?.entries[0]?.counterName).toBe('S. Öztürk')
    expect(read(`\ufeff${csv.raboNl}`).statements[0]?.entries[0]?.counterName).toBe('S. Öztürk')
  })

  it('in English, and with lines that end in CR CR LF, is the same bank', () => {
    const english = csv.raboNl
      .replace('"Volgnr"', '"Seq No"')
      .replace('"Bedrag"', '"Amount"')
      .replace('"Saldo na trn"', '"Bal After Bkng"')
    expect(entriesOf(english.replaceAll('\r\n', '\r\r\n'))).toEqual(entriesOf(csv.raboNl))
  })

  it('keeps the accounts of one file apart', () => {
    const other = csv
      .raboRow({ volgnr: '7', amount: '+5,00', balance: '+5,00' })
      .replace('NL13TEST0123456789', 'NL60TEST0000000002')
    const { statements } = read(`${csv.raboNl}${other}\r\n`)
    expect(statements.map(({ account, entries }) => [account, entries.length])).toEqual([
      ['NL13TEST0123456789', 3],
      ['NL60TEST0000000002', 1],
    ])
  })
})

it('has what the others say in their own columns', () => {
  expect(entriesOf(csv.abn)[0]).toMatchObject({
    counterIban: 'NL87TEST0000000001',
    counterName: 'J de Groot',
    text: 'contributie lid 1042',
  })
  expect(entriesOf(csv.abn)[1]).toMatchObject({ batchRef: 'BV-2026-11', batchCount: 13 })
  expect(entriesOf(csv.volksbank)[0]).toMatchObject({
    counterName: "'t Hooft J",
    text: "contributie, foto's lid 1042",
    code: 'OVS',
  })
  expect(entriesOf(csv.triodos)[1]).toMatchObject({ bookDay: '2026-11-02', counterName: 'Groene Hart', code: 'ET' })
  expect(entriesOf(csv.bunqNl)[0]).toMatchObject({ text: 'contributie lid 1042' })
  expect(entriesOf(csv.bunqEn)[0]).toMatchObject({ bookDay: '2026-11-01', valueDay: '2026-11-02' })
  expect(entriesOf(csv.knab)[1]).toMatchObject({ bankRef: 'C6K02', mandateRef: 'M-1', counterName: 'Groene Hart' })
})

it('with a heading says the same as without', () => {
  const [paid, costs] = entriesOf(csv.volksbankHeaded)
  expect(paid).toEqual(entriesOf(csv.volksbank)[0])
  expect(costs).toMatchObject({ text: '', counterIban: null })
  expect(entriesOf(csv.volksbankHeaded.replace(',Categorie', '').replace(/,(?:'Ink.*'|)\r$/gm, '\r'))).toEqual([
    paid,
    costs,
  ])
  expect(entriesOf(csv.triodosHeaded)).toEqual(entriesOf(csv.triodos))
  expect(entriesOf(csv.raboCompany)[0]).toMatchObject({
    bookDay: '2026-11-01',
    valueDay: '2026-11-02',
    counterName: 'J de Groot',
    bankRef: null,
  })
})

it('is refused when a row under a heading has lost a cell', () => {
  refusal(csv.volksbankHeaded.replace('EUR,10.00,', '')).toThrow(expect.objectContaining({ code: 'bankFileField' }))
  refusal(csv.triodosHeaded.replace(',"zaal"', '')).toThrow(expect.objectContaining({ code: 'bankFileRow' }))
})

it('of bunq may call the other side by another word, and name a currency', () => {
  const other = csv.bunqNl.replace('Tegenrekening', 'Tegenpartij')
  expect(entriesOf(other)).toEqual(entriesOf(csv.bunqNl))
  const dollars = csv.bunqEn.replace('"Description"', '"Description","Currency"').replace('"dues"', '"dues","USD"')
  expect(read(dollars).warnings).toMatchObject([{ code: 'foreignCurrency' }])
})

it('of ABN AMRO that was cut off in the middle of its last text is told with its line, and that row is not taken in half', () => {
  const whole = entriesOf(csv.abn)
  for (const end of [-4, -40]) {
    const { statements, warnings } = read(csv.abn.slice(0, end))
    expect(warnings).toEqual([{ code: 'rowCutOff', details: { line: 2 } }])
    expect(statements[0]).toMatchObject({ balanced: true, openCents: 10_000, closeCents: 11_000 })
    expect(statements[0]?.entries).toEqual(whole.slice(0, 1))
  }
  expect(read(`${csv.abn.slice(0, -2)}\n`).warnings).toEqual([])
  refusal(csv.abn.slice(0, csv.abn.indexOf('130,00'))).toThrow(
    expect.objectContaining({ code: 'bankFileRow', details: expect.objectContaining({ line: 2 }) }),
  )
  // A single row says nothing of how rows end.
  expect(entriesOf(csv.abn.split('\r\n')[0] ?? '')).toEqual(whole.slice(0, 1))
})

it('of ABN AMRO is told apart where its spaces were changed on the way', () => {
  const oneSpace = csv.abn.replaceAll(/ {2,}/g, ' ')
  expect(entriesOf(oneSpace)[0]).toMatchObject({ counterIban: 'NL87TEST0000000001', counterName: 'J de Groot' })
  const noSpace = csv.abn.replace(/Naam: J de Groot {2,}/, 'Naam:J de Groot        ')
  expect(entriesOf(noSpace)[0]).toMatchObject({ counterName: 'J de Groot' })
})

it('in another currency is a statement of its own, with a warning', () => {
  const { statements, warnings } = read(csv.knab.replace('02-11-2026;EUR;D', '02-11-2026;USD;D'))
  expect(statements.map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
  expect(warnings).toEqual([{ code: 'foreignCurrency', details: { account: 'NL13TEST0123456789', currency: 'USD' } }])
})

test.each([
  ['a list of members', 'Naam;Plaats\nAnh;Delft\n', 'bankFileUnknown'],
  ['nothing', '', 'bankFileUnknown'],
  ['a period of Knab without payments', csv.knab.split('\r\n')[0] ?? '', 'bankFileNoStatement'],
  ['a heading alone', csv.ingNl.split('\r\n')[0] ?? '', 'bankFileNoStatement'],
  ['an Excel file', 'PK\u0003\u0004 [Content_Types].xml', 'bankFileExcel'],
  ['a sheet of LibreOffice', 'PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'bankFileExcel'],
  ['a zip that is not whole', 'PK\u0003\u0004 afschrift.xml', 'bankFileZip'],
  ['a PDF', '%PDF-1.7', 'bankFilePdf'],
  ['bytes', '\u0000\u0001\u0002;\u0000', 'bankFileUnknown'],
])('%s is refused in words of its own', (_name, text, code) => {
  refusal(text).toThrow(expect.objectContaining({ code }))
})

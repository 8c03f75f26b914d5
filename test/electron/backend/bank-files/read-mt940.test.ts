import { describe, expect, it, test } from 'vitest'
import { readBankFile } from '../../../../electron/backend/bank-files/read-bank-file.ts'
import { mt940File, mt940Files } from '../../../support/bank-files/mt940-files.ts'

const read = (text: string) => readBankFile(new TextEncoder().encode(text))
const entriesOf = (text: string) => read(text).statements.flatMap(({ entries }) => entries)
const oneEntry = (line: string, close = 'C261102EUR110,00') => mt940File({ close, entries: [line] })
const firstEntry = (line: string) => entriesOf(oneEntry(line))[0]

describe.each(Object.entries(mt940Files))('the file of %s', (_dialect, text) => {
  it('is one statement that balances', () => {
    const { format, statements, warnings } = read(text)
    expect({ format, warnings }).toEqual({ format: 'mt940', warnings: [] })
    expect(statements.map(({ balanced, openCents, currency }) => [balanced, openCents, currency])).toEqual([
      [true, 10_000, 'EUR'],
    ])
  })

  it('reads the same with Windows line ends', () => {
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text))
  })

  it('names the member by account', () => {
    const accounts = entriesOf(text).map(({ counterIban }) => counterIban)
    expect(accounts[0]).toMatch(/^(NL87TEST0000000001|123456780)$/)
  })
})

describe('what stands behind :86:', () => {
  it('is told apart for ING, also where a name has slashes', () => {
    const [paid, referred, returned] = entriesOf(mt940Files.ing)
    expect(paid).toMatchObject({
      cents: 1000,
      counterName: 'A B / C de Groot',
      text: 'contributie november lid 1042',
      isReversal: false,
    })
    expect(referred).toMatchObject({
      text: '',
      structuredRef: '5000056789012345',
      refIssuer: 'CUR',
      endToEndId: 'E2E-17',
    })
    expect(returned).toMatchObject({
      cents: -1000,
      returnCode: 'MS03',
      isReversal: true,
      mandateRef: 'M-17',
      endToEndId: 'BV-2026-10-17',
      text: 'contributie oktober',
    })
  })

  it('is told apart for old ING, as far as it can be', () => {
    expect(entriesOf(mt940Files.ingOld)[0]).toMatchObject({
      counterName: 'J DE GROOT',
      text: 'zaalhuur oktober',
      code: 'NGT',
    })
  })

  it('is told apart for ABN AMRO, in keys', () => {
    const [paid, batch, returned] = entriesOf(mt940Files.abnKeys)
    expect(paid).toMatchObject({ counterName: 'J. DE GROOT', text: 'contributie 1/11 lid 1042', endToEndId: null })
    expect(batch).toMatchObject({ batchRef: 'BV-2026-11', batchCount: 13, code: 'SEPA Incasso batch' })
    expect(returned).toMatchObject({
      cents: -1000,
      returnCode: 'AC01',
      counterIban: 'NL60TEST0000000002',
      isReversal: true,
    })
  })

  it('is told apart for ABN AMRO, in columns whose words are cut', () => {
    expect(entriesOf(mt940Files.abnColumns)[0]).toMatchObject({
      cents: 1050,
      counterName: 'J DE GROOT EN OF A',
      text: 'CONTRIBUTIE NOVEMBER LID 1042',
      endToEndId: '7541410',
    })
  })

  it('is told apart for Rabobank, with a line that is only a dash', () => {
    const [paid, batch, referred] = entriesOf(mt940Files.rabo)
    expect(paid).toMatchObject({ counterName: 'J DE GROOT', text: 'contributie-lid 1042' })
    expect(batch).toMatchObject({ batchRef: 'BV-2026-11-RCUR', batchCount: 13 })
    expect(referred).toMatchObject({
      structuredRef: '5000056789012345',
      refIssuer: 'CUR',
      counterName: 'GROENE HART',
      text: '',
    })
  })

  it('is told apart for the others', () => {
    expect(entriesOf(mt940Files.raboOld)[0]).toMatchObject({ counterName: 'DE GROOT J', text: 'CONTRIBUTIE LID 1042' })
    expect(entriesOf(mt940Files.asn)[0]).toMatchObject({
      counterName: 'j de groot',
      text: expect.stringMatching(/^contributie lid 1042 x+ en nog iets$/),
    })
    expect(entriesOf(mt940Files.triodosOld)[0]).toMatchObject({ text: 'J DE GROOT CONTRIBUTIE NOVEMBER LID 1042' })
    expect(entriesOf(mt940Files.bunq)[0]).toMatchObject({ cents: 30, counterName: 'J. de Groot', text: 'rente 11/26' })
    expect(entriesOf(mt940Files.knab)[0]).toMatchObject({ counterName: 'J DE GROOT', endToEndId: 'E2E-1' })
    expect(entriesOf(mt940Files.knabOld)[0]).toMatchObject({ counterName: 'J DE GROOT', text: 'contributie' })
  })

  it('is told apart where Knab put the other side behind the text', () => {
    const [named, cut, byCard, byNumber] = entriesOf(mt940Files.knabLast)
    expect(named).toMatchObject({
      counterIban: 'NL87TEST0000000001',
      counterName: 'J DE GROOT',
      text: 'CONTRIBUTIE NOVEMBER, LID 1042',
    })
    expect(cut).toMatchObject({ counterName: 'STICHTING VRIENDEN VAN DE GROENE HARTSTREEK', text: 'ZAALHUUR' })
    expect(byCard).toMatchObject({ counterIban: null, counterName: 'BAKKER', text: '02-11-2026 16:04 PAS: 1122' })
    expect(byNumber).toMatchObject({ counterIban: '123456780', code: 'SEPA OVERBOEKING', text: 'OPNAME' })
  })

  it('is told apart where a bank passes on the text of a collection under the account', () => {
    expect(entriesOf(mt940Files.asn)[1]).toMatchObject({
      counterIban: 'NL60TEST0000000002',
      counterName: 'GROENE HART BEHEER',
      text: 'zaalhuur 11/26',
      mandateRef: 'M-17',
      endToEndId: 'E-9',
      code: 'Europese Incasso',
    })
  })

  it('has the number of an account before there was IBAN only where the bank filled up the next line', () => {
    const filled = ' '.repeat(65)
    const entry = (next: string) => `:61:261102C10,00NIOB0987654321\n:86:0987654321 groot j de\n${next}\ncontributie`
    expect(firstEntry(entry(filled))).toMatchObject({ counterIban: '0987654321', counterName: 'groot j de' })
    expect(firstEntry(entry(''))).toMatchObject({ counterIban: null, text: '0987654321 groot j de contributie' })
  })
})

test.each([
  ['NL13TEST0123456789EUR', 'NL13TEST0123456789'],
  ['NL13TEST0123456789 EUR', 'NL13TEST0123456789'],
  ['TRIODOSBANK/0454545454', '0454545454'],
  ['1700.59.308EUR', '170059308'],
])('the account %s is kept as %s', (account, kept) => {
  expect(read(mt940File({ account, close: 'C261102EUR100,00', entries: [] })).statements[0]?.account).toBe(kept)
})

describe('the line of an entry', () => {
  test.each([
    [':61:2611021102C2,NTRFNONREF', 200],
    [':61:2611021102C0,3NTRFNONREF', 30],
    [':61:2611021102D9,N192NONREF', -900],
    [':61:2611021102d1,01N192NONREF', -101],
    [':61:261102    D65,00NOVBNONREF', -6500],
    [':61:261102C000000000300.00NMSCNONREF', 30_000],
    [':61:2611021102RC10,00NTRFNONREF', -1000],
    [':61:2611021102RD10,00NTRFNONREF', 1000],
    [':61:2611021102CR10,00NTRFNONREF', 1000],
    [':61:2611021102C10,1200NTRFNONREF', 1012],
    [':61:2611021102C10NTRF02-11-2026 10:05//A1', 1000],
  ])('%s is %i cents', (line, cents) => {
    expect(firstEntry(line)?.cents).toBe(cents)
  })

  test.each([
    [':61:2612311231C1,NTRFNONREF', '2026-12-31', '2026-12-31'],
    [':61:2612310102C1,NTRFNONREF', '2026-12-31', '2027-01-02'],
    [':61:2701011231C1,NTRFNONREF', '2027-01-01', '2026-12-31'],
    [':61:2402280229C1,NTRFNONREF', '2024-02-28', '2024-02-29'],
    [':61:261102    C1,NTRFNONREF', '2026-11-02', '2026-11-02'],
  ])('%s has the year of its day of booking right', (line, valueDay, bookDay) => {
    expect(firstEntry(line)).toMatchObject({ valueDay, bookDay })
  })

  test.each([
    [':61:2611021102C10,125NTRFNONREF', 'bankFileAmount'],
    [':61:2613021102C10,00NTRFNONREF', 'bankFileDay'],
    [':61:2611020230C10,00NTRFNONREF', 'bankFileDay'],
    [':61:2611021102X10,00NTRFNONREF', 'bankFileField'],
  ])('%s is refused', (line, code) => {
    expect(() => firstEntry(line)).toThrow(expect.objectContaining({ code }))
  })
})

it('is refused when it is the report of a day so far', () => {
  const text =
    ':20:X\n:25:NL13TEST0123456789EUR\n:28C:1\n:34F:EUR0,\n:13D:2611021200+0100\n:61:2611021102C1,NTRFNONREF\n-\n'
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'bankFileNotification' }))
})

it('does not balance when an amount is altered, and says so', () => {
  const statement = (amount: string) => read(oneEntry(`:61:2611021102C${amount}NTRFNONREF`)).statements[0]
  expect(statement('10,00')?.balanced).toBe(true)
  expect(statement('10,01')?.balanced).toBe(false)
})

it('is refused whole when it is cut before its closing balance', () => {
  const text = mt940Files.ing
  const end = text.indexOf(':62F:') + ':62F:C261102EUR117,'.length
  for (let length = 0; length < end; length += 1) {
    expect(() => read(text.slice(0, length)), `cut at ${length}`).toThrow(
      expect.objectContaining({ name: 'RuleBroken' }),
    )
  }
})

it('is refused when a field is not where it must be', () => {
  const withoutOpening = mt940Files.bunq.replace(/:60F:.*\n/, '')
  expect(() => read(withoutOpening)).toThrow(expect.objectContaining({ code: 'bankFileField' }))
  const without62 = `${mt940Files.bunq.replace(/:62F:.*\n/, '')}${mt940Files.knab}`
  expect(() => read(without62)).toThrow(expect.objectContaining({ code: 'bankFileField' }))
})

it('has letters of Windows where they are not UTF-8', () => {
  const text = mt940Files.bunq.replace('J. de Groot', 'S. Öztürk €')
  const bytes = Uint8Array.from([...text], (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)))
  const { encoding, statements } = readBankFile(bytes)
  expect({ encoding, name: statements[0]?.entries[0]?.counterName }).toEqual({
    encoding: 'windows-1252',
    name: 'S. Öztürk €',
  })
})

it('in dollars is read, and that is said', () => {
  const text = mt940Files.bunq.replaceAll('EUR', 'USD')
  expect(read(text).warnings).toEqual([
    { code: 'foreignCurrency', details: { account: 'NL13TEST0123456789', currency: 'USD' } },
  ])
})

import { describe, expect, it, test } from 'vitest'
import { readBankFile } from '../../../../electron/backend/bank-files/read-bank-file.ts'
import { camtFile, memberAccount, ownAccount } from '../../../support/bank-files/camt-file.ts'

const read = (text: string) => readBankFile(new TextEncoder().encode(text))
const entriesOf = (text: string) => read(text).statements.flatMap(({ entries }) => entries)
const refusal = (text: string) => expect(() => read(text))

const month = [
  {
    cents: 1000,
    name: 'J. de Groot',
    lines: ['contributie novem', 'ber lid 1042'],
    endToEndId: 'E2E-1',
    valueDay: '2026-11-01',
  },
  { cents: 1750, ref: { text: '5000056789012345', issuer: 'CUR' } },
  { cents: -300, code: 'MCOP/OTHR', lines: ['kosten'] },
] as const

describe('a statement', () => {
  it('gives account, balances and entries in the order of the file', () => {
    const { format, statements, warnings } = read(camtFile({ payments: month }))
    expect({ format, warnings }).toEqual({ format: 'camt.053.001.02', warnings: [] })
    expect(statements).toHaveLength(1)
    expect(statements[0]).toMatchObject({
      account: ownAccount,
      currency: 'EUR',
      number: '7',
      openDay: '2026-10-31',
      openCents: 10_000,
      closeDay: '2026-11-02',
      closeCents: 12_450,
      balanced: true,
    })
    expect(statements[0]?.entries.map(({ cents }) => cents)).toEqual([1000, 1750, -300])
  })

  it('says the same in version 2 and version 8', () => {
    const batch = {
      cents: -2000,
      code: 'IDDT/UPDD',
      isReversal: true,
      batch: { count: 2, id: 'BV-1' },
      items: [
        { cents: -1500, memberAsCreditor: true, returnCode: 'MD06', endToEndId: 'BV-1-1', mandate: 'M-1' },
        { cents: -500, memberAsCreditor: true, returnCode: 'AM04', endToEndId: 'BV-1-2', mandate: 'M-2' },
      ],
    }
    const payments = [...month, batch]
    const two = read(camtFile({ version: '02', payments }))
    const eight = read(camtFile({ version: '08', payments }))
    expect(eight).toEqual({ ...two, format: 'camt.053.001.08' })
  })

  it('that does not balance is marked', () => {
    expect(read(camtFile({ payments: month, closeCents: 12_451 })).statements[0]?.balanced).toBe(false)
  })

  it('without a balance is neither balanced nor unbalanced', () => {
    expect(read(camtFile({ payments: month, openCents: null })).statements[0]).toMatchObject({
      openCents: null,
      balanced: null,
    })
  })

  it('may open with the closing balance of the day before', () => {
    expect(read(camtFile({ payments: month, openType: 'PRCD' })).statements[0]).toMatchObject({
      openCents: 10_000,
      balanced: true,
    })
  })

  it('whose balances are in two currencies does not balance', () => {
    const text = camtFile({ payments: month }).replace(
      '<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">',
      '<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="SEK">',
    )
    expect(read(text).statements[0]?.balanced).toBe(false)
  })

  it('has dates with a time, on the clock of the bank', () => {
    const text = camtFile({ payments: month }).replaceAll(
      '<Dt>2026-11-02</Dt>',
      '<DtTm>2026-11-02T23:59:59+01:00</DtTm>',
    )
    expect(read(text).statements[0]).toMatchObject({ closeDay: '2026-11-02' })
    expect(entriesOf(text)[0]).toMatchObject({ bookDay: '2026-11-02', valueDay: '2026-11-01' })
  })

  it('reads prefixed names, and a version nobody knows, with a warning', () => {
    const prefixed = camtFile({ payments: month })
      .replace(/<(\/?)(\w)/g, '<$1n:$2')
      .replace('xmlns=', 'xmlns:n=')
    expect(read(prefixed)).toEqual(read(camtFile({ payments: month })))
    const { format, warnings } = read(camtFile({ version: '10', payments: month }))
    expect({ format, warnings }).toEqual({
      format: 'camt.053.001.10',
      warnings: [{ code: 'versionUnknown', details: { version: 'camt.053.001.10' } }],
    })
  })

  it('warns of its own totals that do not fit', () => {
    const totals = '<TxsSummry><TtlNtries><NbOfNtries>4</NbOfNtries></TtlNtries></TxsSummry>'
    const text = camtFile({ payments: month }).replace('<Ntry>', `${totals}<Ntry>`)
    expect(read(text).warnings).toEqual([{ code: 'totalsDiffer', details: { account: ownAccount, day: '2026-11-02' } }])
    expect(read(text.replace('>4<', '>3<')).warnings).toEqual([])
  })

  it('in other letters is read by what the file says of them', () => {
    const text = camtFile({ payments: [{ cents: 100, name: 'Öztürk' }] }).replace('UTF-8', 'ISO-8859-1')
    const { statements } = readBankFile(Buffer.from(text, 'latin1'))
    expect(statements[0]?.entries[0]?.counterName).toBe('Öztürk')
  })
})

describe('an entry', () => {
  it('joins cut lines as they are, and keeps a reference apart with who issued it', () => {
    const [paid, referred] = entriesOf(camtFile({ payments: month }))
    expect(paid).toMatchObject({
      bookDay: '2026-11-02',
      valueDay: '2026-11-01',
      text: 'contributie november lid 1042',
      endToEndId: 'E2E-1',
      counterIban: memberAccount,
      counterName: 'J. de Groot',
      code: 'PMNT/RCDT/ESCT',
      items: [],
    })
    expect(referred).toMatchObject({ text: '', structuredRef: '5000056789012345', refIssuer: 'CUR', endToEndId: null })
  })

  it('that is pending or informative is left out, and said', () => {
    const payments = [...month, { cents: 99_999, status: 'PDNG' }, { cents: 5, status: 'INFO' }] as const
    const { statements, warnings } = read(camtFile({ payments }))
    expect(statements[0]).toMatchObject({ balanced: true })
    expect(statements[0]?.entries).toHaveLength(3)
    expect(warnings).toEqual([{ code: 'pendingLeftOut', details: { count: 2 } }])
  })

  it('that returns a collection names the member, though he stands as creditor', () => {
    const payment = {
      cents: -1000,
      code: 'IDDT/UPDD',
      isReversal: true,
      memberAsCreditor: true,
      returnCode: 'MD06',
      mandate: 'M-17',
    }
    expect(entriesOf(camtFile({ payments: [payment] }))[0]).toMatchObject({
      counterIban: memberAccount,
      counterName: 'J. de Groot',
      isReversal: true,
      returnCode: 'MD06',
      mandateRef: 'M-17',
    })
  })

  it('takes the other side by its account, not by the direction', () => {
    const text = camtFile({ payments: [{ cents: -1000, memberAsCreditor: false, name: 'R. Öztürk' }] }).replace(
      '</RltdPties>',
      `<Cdtr><Nm>Stadsdorp</Nm></Cdtr><CdtrAcct><Id><IBAN>${ownAccount}</IBAN></Id></CdtrAcct></RltdPties>`,
    )
    expect(entriesOf(text)[0]).toMatchObject({ counterIban: memberAccount, counterName: 'R. Öztürk' })
  })

  it('of a batch has its items, or only its number of items', () => {
    const items = [
      { cents: 600, name: 'A' },
      { cents: 400, name: 'B' },
    ]
    const [told, untold] = entriesOf(
      camtFile({
        payments: [
          { cents: 1000, batch: { count: 2, id: 'BV-1' }, items },
          { cents: 500, batch: { count: 5, id: 'BV-2' } },
        ],
      }),
    )
    expect(told).toMatchObject({ batchRef: 'BV-1', batchCount: 2, counterIban: null })
    expect(told?.items.map(({ cents, counterName, batchRef }) => [cents, counterName, batchRef])).toEqual([
      [600, 'A', 'BV-1'],
      [400, 'B', 'BV-1'],
    ])
    expect(untold).toMatchObject({ batchRef: 'BV-2', batchCount: 5, items: [] })
  })

  it('of a collection has our own id of it, where ABN AMRO gives one of its own beside it', () => {
    const note = '/TRTP/SEPA Incasso batch/PREF/BV-2026-11/NRTX/2/PIND/BRUTO'
    const batch = { count: 2, id: '1402P5518750498B0AO', isOfBank: true }
    const items = [
      { cents: 600, batchId: 'BV-2026-11' },
      { cents: 400, batchId: 'BV-2026-11' },
    ]
    const [told, untold, bare, others] = entriesOf(
      camtFile({
        payments: [
          { cents: 1000, batch, items },
          { cents: 1000, batch, note },
          { cents: 1000, batch },
          { cents: 1000, batch, items: [{ cents: 600 }, { cents: 400 }] },
        ],
      }),
    )
    expect(told).toMatchObject({ batchRef: 'BV-2026-11', batchCount: 2 })
    expect(untold).toMatchObject({ batchRef: 'BV-2026-11', batchCount: 2, text: '', code: 'PMNT/RCDT/ESCT' })
    expect(bare).toMatchObject({ batchRef: batch.id, batchCount: 2 })
    expect(others?.items.map(({ counterIban }) => counterIban)).toEqual([memberAccount, memberAccount])
  })

  it('without details says what its note says', () => {
    const notes = ['/TRTP/SEPA OVERBOEKING/IBAN/NL87TEST0000000001/NAME/J DE GROOT/REMI/contributie', 'Kosten']
    const [keyed, plain] = notes.map((note) => {
      const text = camtFile({ payments: [{ cents: 1000, batch: { count: 1, id: '' }, note }] })
      return entriesOf(text.replace(/<NtryDtls>.*<\/NtryDtls>/, ''))[0]
    })
    expect(keyed).toMatchObject({ counterIban: memberAccount, counterName: 'J DE GROOT', text: 'contributie' })
    expect(plain).toMatchObject({ counterIban: null, text: 'Kosten', batchRef: null })
  })

  it('of a batch whose items make another amount is not divided, and that is said', () => {
    const { statements, warnings } = read(
      camtFile({
        payments: [{ cents: 1000, batch: { count: 2, id: 'BV-1' }, items: [{ cents: 600 }, { cents: 300 }] }],
      }),
    )
    expect(statements[0]?.entries[0]).toMatchObject({ cents: 1000, items: [] })
    expect(warnings).toEqual([
      { code: 'itemsDoNotAddUp', details: { day: '2026-11-02', cents: 1000, itemsCents: 900 } },
    ])
  })

  test.each([
    ['8.85000', 885],
    ['8.8', 880],
    ['8', 800],
  ])('has %s as whole cents', (written, cents) => {
    expect(entriesOf(camtFile({ payments: [{ cents: 1234 }] }).replace('>12.34<', `>${written}<`))[0]?.cents).toBe(
      cents,
    )
  })

  test.each(['8.855', '8,85', '-8.85', '1e3', '', '99999999999999999'])(
    'with the amount "%s" is refused',
    (written) => {
      refusal(camtFile({ payments: [{ cents: 1234 }] }).replace('>12.34<', `>${written}<`)).toThrow(
        expect.objectContaining({ code: 'bankFileAmount' }),
      )
    },
  )

  it('in another currency than its account is refused', () => {
    refusal(camtFile({ payments: [{ cents: 1234 }] }).replace('"EUR">12.34', '"USD">12.34')).toThrow(
      expect.objectContaining({ code: 'bankFileCurrency' }),
    )
  })

  test.each([
    ['<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<Sts>', 'bankFileField'],
    ['<Sts>BOOK</Sts>', '', 'bankFileField'],
    ['<BookgDt><Dt>2026-11-02', '<BookgDt><Dt>2026-02-30', 'bankFileDay'],
    [`<IBAN>${ownAccount}</IBAN>`, '', 'bankFileField'],
  ])('without what counts (%s) is refused', (from, to, code) => {
    refusal(camtFile({ payments: [{ cents: 1000 }] }).replace(from, to)).toThrow(expect.objectContaining({ code }))
  })
})

describe('another file of XML', () => {
  test.each([
    ['a wrong root', '<Statement><Entry/></Statement>', 'bankFileWrongXml'],
    ['another message', '<Document><Other/></Document>', 'bankFileWrongXml'],
    ['an intraday report', '<Document><BkToCstmrAcctRpt/></Document>', 'bankFileNotification'],
    ['a notice of entries', '<Document><BkToCstmrDbtCdtNtfctn/></Document>', 'bankFileNotification'],
    ['a collection order', '<Document><CstmrDrctDbtInitn/></Document>', 'bankFileOrder'],
    ['no statement', '<Document><BkToCstmrStmt/></Document>', 'bankFileNoStatement'],
    ['a web page', '<html><body></body></html>', 'bankFileWrongXml'],
  ])('with %s is refused in words of its own', (_name, text, code) => {
    refusal(text).toThrow(expect.objectContaining({ code }))
  })

  it('with a document type is refused, wherever it stands', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'x'.repeat(50)}">]>`
    refusal(camtFile({ payments: month }).replace(/<\?xml.*\?>/, bomb)).toThrow(
      expect.objectContaining({ code: 'bankFileDoctype' }),
    )
    refusal(`${camtFile({ payments: month })}<!DOCTYPE a>`).toThrow(
      expect.objectContaining({ code: 'bankFileDoctype' }),
    )
  })

  it('that goes deeper than any statement is refused', () => {
    const deep = `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`
    refusal(camtFile({ payments: month }).replace('<GrpHdr>', `<GrpHdr>${deep}`)).toThrow(
      expect.objectContaining({ code: 'bankFileDamaged' }),
    )
  })
})

it('is refused whole when it is cut at any byte', () => {
  const bytes = new TextEncoder().encode(camtFile({ payments: [{ cents: 1000, name: 'Zoë' }] }).trimEnd())
  for (let length = 0; length < bytes.length; length += 1) {
    expect(() => readBankFile(bytes.subarray(0, length)), `cut at ${length}`).toThrow(
      expect.objectContaining({ name: 'RuleBroken' }),
    )
  }
  expect(readBankFile(bytes).statements).toHaveLength(1)
})

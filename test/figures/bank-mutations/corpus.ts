// Whole bank files to damage: every dialect, each statement balancing, with more than two entries where a format has balances.
import { type CamtPayment, camtFile } from '../../support/bank-files/camt-file.ts'
import { csvFiles, raboNl, raboRow } from '../../support/bank-files/csv-files.ts'
import { mt940File, mt940Files } from '../../support/bank-files/mt940-files.ts'

export const bankFormats = ['camt', 'mt940', 'csv'] as const
export type BankFormat = (typeof bankFormats)[number]

export interface Original {
  readonly text: string
  /** Whether every statement of it has balances that prove its amounts. */
  readonly isProven: boolean
}

const payments: readonly CamtPayment[] = [
  { cents: 1000, name: 'J. de Groot', lines: ['contributie novem', 'ber lid 1042'], endToEndId: 'E2E-1' },
  { cents: 1750, name: 'Zoë Öztürk', ref: { text: '5000056789012345', issuer: 'CUR' } },
  { cents: -2250, name: 'Groene Hart', code: 'ICDT/ESCT' },
  { cents: 23_000, code: 'IDDT/ESDD', batch: { count: 23, id: 'BV-2026-11' } },
]
const returned: CamtPayment = {
  cents: -2000,
  code: 'IDDT/UPDD',
  isReversal: true,
  batch: { count: 2, id: 'BV-2026-10' },
  items: [
    { cents: -1500, memberAsCreditor: true, returnCode: 'MD06', mandate: 'M-1' },
    { cents: -500, memberAsCreditor: true, returnCode: 'AM04', mandate: 'M-2' },
  ],
}
const pending: CamtPayment = { cents: 99_900, status: 'PDNG' }

const camt = [
  camtFile({ payments }),
  camtFile({ version: '08', payments: [...payments, returned] }),
  camtFile({ payments: [...payments, returned, pending], openType: 'PRCD' }),
  camtFile(
    { payments, number: '1' },
    { payments: [], openCents: 33_500, number: '2' },
    { payments: payments.slice(0, 2), openCents: 33_500, number: '3' },
  ),
]

const entries = Array.from(
  { length: 5 },
  (_, at) =>
    `:61:26110${at + 1}110${at + 1}C${at + 1}0,0${at}NTRFNONREF//2630${at}\n:86:/CNTP/NL87TEST000000000${at}/TESTNL2A/Lid ${at}///REMI/USTD//contributie/`,
)
const mt940 = [
  ...Object.values(mt940Files),
  mt940File({ close: 'C261105EUR250,10', entries }),
  `${mt940File({ close: 'C261105EUR250,10', entries })}${mt940File({ open: 'C261105EUR250,10', close: 'C261106EUR250,10', entries: [] })}`,
]

/** Rows of 10,00 to 60,00 with the balance after each, from 100,00. */
const running = Array.from({ length: 6 }, (_, at) => ({
  amount: `${at + 1}0,00`,
  before: `${100 + at * (at + 1) * 5},00`,
  after: `${100 + (at + 1) * (at + 2) * 5},00`,
  day: `0${at + 1}`,
}))

const ing = [
  csvFiles.ingNl.split('\r\n')[0],
  ...running
    .map(
      ({ amount, after, day }) =>
        `"202611${day}";"J de Groot";"NL13TEST0123456789";"NL87TEST0000000001";"GT";"Bij";"${amount}";"Online bankieren";"Naam: J de Groot Omschrijving: contributie";"${after}";""`,
    )
    .toReversed(),
  '',
].join('\r\n')
const rabo = [
  raboNl.split('\r\n')[0],
  ...running.map(({ amount, after, day }) =>
    raboRow({ volgnr: `0000000000000001${day}`, amount: `+${amount}`, balance: `+${after}`, name: 'S. Öztürk' }),
  ),
  '',
].join('\r\n')
const abn = running
  .map(
    ({ amount, before, after, day }) =>
      `999900003\tEUR\t202611${day}\t${before}\t${after}\t202611${day}\t${amount}\t/TRTP/SEPA OVERBOEKING/NAME/J DE GROOT/REMI/contributie\r\n`,
  )
  .join('')
const volksbank = running
  .map(
    ({ amount, before, day }) =>
      `${day}-11-2026,NL13TEST0123456789,NL87TEST0000000001,'t Hooft J,,,,EUR,${before.replace(',', '.')},EUR,${amount.replace(',', '.')},${day}-11-2026,${day}-11-2026,8809,OVS,00000000,,'contributie, foto's',26\n`,
  )
  .join('')

const proven = (text: string): Original => ({ text, isProven: true })

export const corpus: Readonly<Record<BankFormat, readonly Original[]>> = {
  camt: camt.map(proven),
  mt940: mt940.map(proven),
  csv: [
    ...[ing, rabo, abn, volksbank].map(proven),
    ...Object.values(csvFiles).map((text) => ({ text, isProven: false })),
  ],
}

import { expect, it, test } from 'vitest'
import { readBankFile } from '../../../../electron/backend/bank-files/read-bank-file.ts'
import { writeZip } from '../../../../electron/backend/export/write-zip.ts'
import { camtFile } from '../../../support/bank-files/camt-file.ts'
import { csvFiles } from '../../../support/bank-files/csv-files.ts'
import { mt940Files } from '../../../support/bank-files/mt940-files.ts'

const zipped = (files: Readonly<Record<string, string>>) =>
  writeZip(Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })))
const read = (files: Readonly<Record<string, string>>) => readBankFile(zipped(files))
const bytesOf = (text: string) => new TextEncoder().encode(text)

const october = camtFile({ closeDay: '2026-10-31', number: '6', payments: [{ cents: 500, day: '2026-10-30' }] })
const november = camtFile({ openCents: 10_500, number: '7', payments: [{ cents: 1000 }, { cents: 1000 }] })
const savings = camtFile({ account: 'NL60TEST0000000002', payments: [{ cents: 700 }] })

test.each(Object.entries({ ...csvFiles, ing: mt940Files.ing, november }))(
  'the file %s reads the same when it is packed',
  (_name, text) => {
    expect(read({ 'download/afschrift': text })).toEqual(readBankFile(bytesOf(text)))
  },
)

it('takes files that follow each other, and those of other accounts, as one, oldest first', () => {
  const { statements } = read({ 'nov.xml': november, 'okt.xml': october, 'sparen.xml': savings })
  expect(statements.map(({ account, number, entries }) => [account, number, entries.length])).toEqual([
    ['NL13TEST0123456789', '6', 1],
    ['NL13TEST0123456789', '7', 2],
    ['NL60TEST0000000002', '7', 1],
  ])
})

it('passes over what lies beside the files', () => {
  const files = {
    'a/': '',
    'a/nov.xml': november,
    'a/nov.pdf': '%PDF-1.7',
    '__MACOSX/a/._nov.xml': 'x',
    '.DS_Store': 'x',
  }
  expect(read(files)).toEqual(readBankFile(bytesOf(november)))
})

it('passes over an account without payments', () => {
  const empty = csvFiles.knab.split('\r\n')[0] ?? ''
  expect(read({ 'a.csv': csvFiles.knab, 'b.csv': empty }).statements).toHaveLength(1)
})

test.each([
  ['the same payments twice', { 'a.xml': november, 'b.xml': november }],
  ['days that overlap', { 'a.xml': november, 'b.xml': camtFile({ payments: [{ cents: 5 }] }) }],
  ['two kinds of files', { 'a.xml': october, 'a.940': mt940Files.ing }],
  ['a file that is no bank file', { 'a.xml': november, 'lees mij.txt': 'Geachte klant' }],
  ['nothing', {}],
  ['a zip in the zip', { 'a.zip': 'PK' }],
])('with %s is refused, and has to be unpacked', (_name, files) => {
  expect(() => read(files as Record<string, string>)).toThrow(expect.objectContaining({ code: 'bankFileZip' }))
})

it('says of its only file what is wrong with it', () => {
  expect(() =>
    read({ 'a.xml': november.replace('camt.053', 'camt.054').replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn') }),
  ).toThrow(expect.objectContaining({ code: 'bankFileNotification' }))
  expect(() => read({ 'a.xml': november.slice(0, -20) })).toThrow(expect.objectContaining({ code: 'bankFileCutOff' }))
})

it('cut or altered at any byte is refused', () => {
  const whole = zipped({ 'a.xml': savings })
  for (let at = 4; at < whole.length; at += 7) {
    expect(() => readBankFile(whole.slice(0, at)), `cut at ${at}`).toThrow(
      expect.objectContaining({ name: 'RuleBroken' }),
    )
  }
})

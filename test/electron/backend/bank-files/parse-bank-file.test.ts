import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { maxBankFileBytes, parseBankFile } from '../../../../electron/backend/bank-files/parse-bank-file.ts'
import { readBankFile } from '../../../../electron/backend/bank-files/read-bank-file.ts'
import { camtFile } from '../../../support/bank-files/camt-file.ts'
import { parseWorkerSource } from '../../../support/test-backend.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

it('reads a bank file in a thread of its own and hands the bytes over', async () => {
  const text = camtFile({ payments: [{ cents: 1000 }] })
  const bytes = bytesOf(text)
  expect(await parseBankFile(parseWorkerSource, bytes)).toEqual(readBankFile(bytesOf(text)))
  expect(bytes).toHaveLength(0)
})

it('gives the code and the place of what is wrong', async () => {
  const text = camtFile({ payments: [{ cents: 1234 }] }).replace('>12.34<', '>12.345<')
  await expect(parseBankFile(parseWorkerSource, bytesOf(text))).rejects.toMatchObject({
    code: 'bankFileAmount',
    details: { line: 6, value: '12.345' },
  })
})

it('takes no bank file over 30 MB', async () => {
  await expect(parseBankFile(parseWorkerSource, new Uint8Array(maxBankFileBytes + 1))).rejects.toMatchObject({
    code: 'fileTooBig',
    details: { limit: 30 },
  })
})

it('never makes an amount by way of a floating point number', () => {
  const folder = new URL('../../../../electron/backend/bank-files/', import.meta.url)
  const readers = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  expect(readers.length).toBeGreaterThan(10)
  const loose = /\b(?:parseFloat|parseInt)\b|\bNumber\(|\.toFixed\(|Math\.round\(/
  expect(readers.filter((name) => loose.test(readFileSync(new URL(name, folder), 'utf8')))).toEqual([])
  expect(loose.test('const cents = Number(text) * 100')).toBe(true)
})

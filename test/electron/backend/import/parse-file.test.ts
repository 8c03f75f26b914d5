import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parseFile } from '../../../../electron/backend/import/parse-file.ts'
import { parseWorkerSource } from '../../../support/test-backend.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

it('reads in a thread of its own and hands the bytes over', async () => {
  const bytes = bytesOf('Naam;Plaats\nAnh;Delft')
  const { lines } = await parseFile(parseWorkerSource, bytes)
  expect(lines).toEqual([
    { line: 1, cells: ['Naam', 'Plaats'] },
    { line: 2, cells: ['Anh', 'Delft'] },
  ])
  expect(bytes).toHaveLength(0)
})

it('gives the code and the place of what is wrong', async () => {
  await expect(parseFile(parseWorkerSource, bytesOf('a;b\n"x;1'))).rejects.toMatchObject({
    code: 'importQuoteOpen',
    details: { line: 2 },
  })
})

it('stops a file that takes too much memory, and goes on living', { timeout: 60_000 }, async () => {
  const hungry = fileURLToPath(new URL('../../../support/hungry-worker.ts', import.meta.url))
  await expect(parseFile(hungry, bytesOf('a'))).rejects.toMatchObject({ code: 'importUnsafe' })
})

it('takes no list over 10 MB, though a bank file may be larger', async () => {
  await expect(parseFile(parseWorkerSource, new Uint8Array(11 * 1024 * 1024).fill(65))).rejects.toMatchObject({
    code: 'fileTooBig',
    details: { limit: 10 },
  })
})

// That a sheet and a copy of the book are enough without Buurtboek: the age program opens what we wrapped, and the other way round.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeSheet, openBySheet } from '../../../../electron/backend/sealing/recovery-sheet.ts'

const hasAge = spawnSync('age', ['--version']).status === 0
if (!hasAge) console.warn('The age program is not on this computer: what it opens was not tried (apt install age).')

const folder = mkdtempSync(join(tmpdir(), 'buurtboek-age-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function age(options: string[], input: Uint8Array | string): Buffer {
  const { status, stdout, stderr } = spawnSync('age', options, { input })
  if (status !== 0) throw new Error(stderr.toString())
  return stdout
}

test.skipIf(!hasAge)('the age program opens the key with the line of the sheet', async () => {
  const key = randomBytes(32)
  const sheet = await makeSheet(key)
  const sheetFile = join(folder, 'blad.txt')
  writeFileSync(sheetFile, `${sheet.line}\n`)
  expect(age(['-d', '-i', sheetFile], sheet.wrapped).equals(key)).toBe(true)
  const other = await makeSheet(key)
  expect(() => age(['-d', '-i', sheetFile], other.wrapped)).toThrow('no identity matched')
})

test.skipIf(!hasAge)('what the age program wrapped opens with the sheet', async () => {
  const key = randomBytes(32)
  const { line, recipient } = await makeSheet(key)
  const wrapped = age(['-a', '-r', recipient], key).toString()
  expect(Buffer.from((await openBySheet(line, wrapped)) ?? []).equals(key)).toBe(true)
})

test('a wrap with any letter changed opens nothing', async () => {
  const { line, wrapped } = await makeSheet(randomBytes(32))
  expect(await openBySheet(line, wrapped)).toBeDefined()
  for (let at = 40; at < wrapped.length - 40; at += 7) {
    const changed = wrapped.slice(0, at) + (wrapped[at] === 'A' ? 'B' : 'A') + wrapped.slice(at + 1)
    expect(await openBySheet(line, changed), `letter ${at}`).toBeUndefined()
  }
})

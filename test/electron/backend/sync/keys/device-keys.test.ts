import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createComputerWay } from '../../../../../electron/backend/sealing/computer-way.ts'
import {
  destroyKeyFile,
  makeIdentity,
  makeSigning,
  openKeys,
} from '../../../../../electron/backend/sync/keys/device-keys.ts'
import { rootKeyOfSheet } from '../../../../../electron/backend/sync/keys/root-key.ts'

let keyFolder: string
beforeEach(() => {
  keyFolder = mkdtempSync(join(tmpdir(), 'buurtboek-keys-'))
})
afterEach(() => rmSync(keyFolder, { recursive: true, force: true }))

const aWay = (folder = keyFolder) => createComputerWay({ keyFolder: folder, keyStore: undefined, device: 'this-pc' })

test('keys come back as they were made, the newest age key first', async () => {
  const signing = await makeSigning(aWay(), '2026-11-23')
  const [old, young] = [await makeIdentity(aWay(), '2026-11-23'), await makeIdentity(aWay(), '2026-12-01')]
  const keys = await openKeys(aWay(), [old.wrapped, signing.wrapped, young.wrapped])
  expect(keys?.signing.publicKey).toBe(signing.opened.publicKey)
  expect(keys?.identities).toEqual([young.opened, old.opened])
})

test('what is kept in the book gives no key away, and on another PC it opens nothing', async () => {
  const signing = await makeSigning(aWay(), '2026-11-23')
  const identity = await makeIdentity(aWay(), '2026-11-23')
  expect(JSON.stringify(identity.wrapped)).not.toContain('AGE-SECRET-KEY')
  expect(JSON.stringify(signing.wrapped)).not.toContain(Buffer.from(signing.opened.secret).toString('base64'))
  expect(await openKeys(aWay(join(keyFolder, 'elsewhere')), [signing.wrapped, identity.wrapped])).toBeUndefined()
})

test('a key that was destroyed is gone, and the others open', async () => {
  const signing = await makeSigning(aWay(), '2026-11-23')
  const [old, young] = [await makeIdentity(aWay(), '2026-11-23'), await makeIdentity(aWay(), '2026-12-01')]
  await destroyKeyFile(keyFolder, old.wrapped)
  expect(readdirSync(keyFolder)).toHaveLength(2)
  const keys = await openKeys(aWay(), [signing.wrapped, old.wrapped, young.wrapped])
  expect(keys?.identities).toEqual([young.opened])
})

test('the signing key of a sheet follows from its line, however it is typed', async () => {
  const line = `AGE-SECRET-KEY-1${'Q'.repeat(58)}`
  const root = await rootKeyOfSheet(line)
  expect((await rootKeyOfSheet(` ${line.toLowerCase()}\n`)).publicKey).toBe(root.publicKey)
  expect((await rootKeyOfSheet(line.replace('Q', 'P'))).publicKey).not.toBe(root.publicKey)
})

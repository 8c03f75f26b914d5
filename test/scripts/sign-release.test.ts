import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkFile, readManifest } from '../../electron/main/update-manifest.ts'
import { makeKeys, signRelease } from '../../scripts/sign-release.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'buurtboek-release-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('signs what the app then accepts, and nothing else', async () => {
  const keyFile = path.join(folder, 'key.pem')
  const publicKey = makeKeys(keyFile)
  expect(statSync(keyFile).mode & 0o077).toBe(process.platform === 'win32' ? statSync(keyFile).mode & 0o077 : 0)
  const installer = path.join(folder, 'Buurtboek-1.1.0-linux-x64.AppImage')
  writeFileSync(installer, 'new version')
  writeFileSync(path.join(folder, 'Buurtboek-1.0.0-linux-x64.AppImage'), 'old version')

  expect(signRelease(folder, keyFile, 3, '1.1.0')).toEqual({ files: 1, publicKey })

  const bytes = readFileSync(path.join(folder, 'buurtboek-update.json'))
  const signature = readFileSync(path.join(folder, 'buurtboek-update.json.sig'), 'utf8')
  const manifest = readManifest(bytes, signature, publicKey)
  expect(manifest).toMatchObject({ version: '1.1.0', serial: 3 })
  await checkFile(manifest, installer)
  writeFileSync(installer, 'another version')
  await expect(checkFile(manifest, installer)).rejects.toThrow('otherContents')
})

it('never writes over a key, and refuses a release without installers or serial', () => {
  const keyFile = path.join(folder, 'key.pem')
  makeKeys(keyFile)
  expect(() => makeKeys(keyFile)).toThrow('EEXIST')
  expect(() => signRelease(folder, keyFile, 1, '1.1.0')).toThrow('no installers of 1.1.0')
  writeFileSync(path.join(folder, 'Buurtboek-1.1.0.exe'), 'x')
  expect(() => signRelease(folder, keyFile, 0, '1.1.0')).toThrow('serial')
})

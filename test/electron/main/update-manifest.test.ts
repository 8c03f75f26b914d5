import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  checkFile,
  checkOffer,
  compareVersions,
  isNewer,
  readManifest,
  type UpdateManifest,
} from '../../../electron/main/update-manifest.ts'
import { aRelease, makeKeys, signManifest } from './release-server.ts'

const ours = makeKeys()
const theirs = makeKeys()
const release = aRelease('1.2.0', 5)
const { manifest } = release

describe('a signed list of a release', () => {
  it('is read when our key signed it', () => {
    const { bytes, signature } = signManifest(manifest, ours)
    expect(readManifest(bytes, signature, ours.publicKey)).toEqual(manifest)
  })

  const signed = signManifest(manifest, ours)
  const changed = Buffer.from(signed.bytes)
  changed[changed.length - 3] = (changed[changed.length - 3] ?? 0) ^ 1
  const shortened = signed.signature.slice(0, 40)
  const tampered: [string, Uint8Array, string, string][] = [
    ['signed with another key', signed.bytes, signManifest(manifest, theirs).signature, ours.publicKey],
    ['of which one bit changed', changed, signed.signature, ours.publicKey],
    ['with something added', Buffer.concat([signed.bytes, Buffer.from(' ')]), signed.signature, ours.publicKey],
    ['with half a signature', signed.bytes, shortened, ours.publicKey],
    ['without a signature', signed.bytes, '', ours.publicKey],
    ['read with a key that is none', signed.bytes, signed.signature, 'AAAA'],
    ['read without a key', signed.bytes, signed.signature, ''],
  ]
  it.each(tampered)('is refused %s', (_what, bytes, signature, key) => {
    expect(() => readManifest(bytes, signature, key)).toThrow('signature')
  })

  const wrong: [string, object][] = [
    ['of another app', { ...manifest, app: 'nl.other.app' }],
    ['without a version', { ...manifest, version: undefined }],
    ['with a version that is none', { ...manifest, version: '1.2.0-beta' }],
    ['without a serial', { ...manifest, serial: undefined }],
    ['with a serial of zero', { ...manifest, serial: 0 }],
    ['without files', { ...manifest, files: undefined }],
    ['with a path as name', { ...manifest, files: [{ ...manifest.files[0], name: '../evil.AppImage' }] }],
    ['with a short sum', { ...manifest, files: [{ ...manifest.files[0], sha512: 'AAAA' }] }],
    ['that is no object', []],
  ]
  it.each(wrong)('is refused %s, even with our signature', (_what, list) => {
    const { bytes, signature } = signManifest(list, ours)
    expect(() => readManifest(bytes, signature, ours.publicKey)).toThrow(/update refused: (form|otherApp)/)
  })
})

describe('what is newer', () => {
  const withVersion = (version: string, serial = 5): UpdateManifest => ({ ...manifest, version, serial })

  it('counts the numbers, not the letters', () => {
    expect(isNewer(withVersion('1.10.0'), '1.9.9', 0)).toBe(true)
    expect(compareVersions('2.0.0', '10.0.0')).toBeLessThan(0)
  })

  it('is not the same or an older version', () => {
    expect(isNewer(withVersion('1.2.0'), '1.2.0', 5)).toBe(false)
    expect(isNewer(withVersion('1.1.9'), '1.2.0', 5)).toBe(false)
  })

  it('is never an older list, whatever version it names', () => {
    expect(() => isNewer(withVersion('9.0.0', 4), '1.0.0', 5)).toThrow('rollback')
  })

  it('is not said of a version that cannot be read', () => {
    expect(() => compareVersions('1.2', '1.2.0')).toThrow('form')
  })
})

describe('what the feed offers', () => {
  const file = { url: release.fileName, sha512: release.feed.sha512 }
  const offer = { version: '1.2.0', files: [file] }

  it('passes when the list has it', () => {
    expect(() => checkOffer(manifest, offer)).not.toThrow()
    const whole = { ...offer, files: [{ ...file, url: `https://elsewhere.example/x/${release.fileName}` }] }
    expect(() => checkOffer(manifest, whole)).not.toThrow()
  })

  it.each([
    ['another version', { ...offer, version: '1.3.0' }, 'otherVersion'],
    ['another file', { ...offer, files: [{ ...file, url: 'Other.AppImage' }] }, 'unknownFile'],
    ['other contents', { ...offer, files: [{ ...file, sha512: 'x' }] }, 'otherContents'],
    ['no files', { ...offer, files: [] }, 'unknownFile'],
  ])('is refused with %s', (_what, offered, code) => {
    expect(() => checkOffer(manifest, offered)).toThrow(code)
  })
})

describe('a file that was fetched', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'buurtboek-update-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const put = (name: string, contents: Buffer) => {
    const file = path.join(folder, name)
    writeFileSync(file, contents)
    return file
  }

  it('stays when it is the one of the list', async () => {
    const file = put(release.fileName, release.contents)
    await checkFile(manifest, file)
    expect(existsSync(file)).toBe(true)
  })

  it.each([
    ['one byte differs', release.fileName, Buffer.from(release.contents.toString().replace('i', 'j'))],
    ['something was added', release.fileName, Buffer.concat([release.contents, Buffer.from('x')])],
    ['the name is another', 'Other.AppImage', release.contents],
  ])('is refused and removed when %s', async (_what, name, contents) => {
    const file = put(name, contents)
    await expect(checkFile(manifest, file)).rejects.toThrow('update refused')
    expect(existsSync(file)).toBe(false)
  })
})

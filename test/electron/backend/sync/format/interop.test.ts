// Other people's programs open our files: Debian's age with the recovery sheet, and openssl for who wrote it. Where a program is missing
// the test says so and is skipped.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfBytes, parseName } from '../../../../../electron/backend/sync/format/file-names.ts'
import { openSegment } from '../../../../../electron/backend/sync/format/open-file.ts'
import { composePlaintext } from '../../../../../electron/backend/sync/format/plaintext.ts'
import { type SealedFile, sealSegment } from '../../../../../electron/backend/sync/format/seal-file.ts'
import {
  firstSegment,
  makeDevice,
  nameOf,
  sealingBy,
  type TestDevice,
  trustOf,
  vault,
} from '../../../../support/sync/sealed-files.ts'

const has = (program: string, ...asked: string[]) => spawnSync(program, asked).status === 0
const hasAge = has('age', '--version')
const hasOpenssl = has('openssl', 'version')
if (!hasAge) console.log('age is not installed: not tried whether it opens our files')
if (!hasOpenssl) console.log('openssl is not installed: not tried whether it knows who wrote a file')

const lines = ['{"person":"p-1","name":"Fatma"}', '{"person":"p-2","name":"Jörg"}']
let folder: string
let anna: TestDevice
let sheet: TestDevice
let file: SealedFile
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buurtboek-interop-'))
  anna = await makeDevice('a1a1a1a1')
  sheet = await makeDevice('00000000')
  file = await sealSegment(firstSegment(anna), lines, sealingBy(anna, [anna, sheet]))
  writeFileSync(at('file.age'), file.bytes)
  writeFileSync(at('sheet.txt'), `${sheet.identity}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!hasAge)('the age program', () => {
  test('opens a file with the line of the recovery sheet, and head, tail and gzip show what is in it', () => {
    const opened = spawnSync('age', ['-d', '-i', at('sheet.txt'), at('file.age')], { maxBuffer: 1e6 })
    expect(opened.status).toBe(0)
    const [magic, header = ''] = opened.stdout.toString('latin1').split('\n')
    const { len, ...rest } = JSON.parse(header)
    expect([magic, rest.dev, rest.vault]).toEqual(['BUURTBOEK1', anna.id, vault])
    writeFileSync(at('plain'), opened.stdout)
    const body = spawnSync('sh', ['-c', `tail -n +4 "$1" | head -c ${len} | gzip -dc`, 'sh', at('plain')])
    expect(body.stdout.toString('utf8')).toBe(`${lines.join('\n')}\n`)
  })

  test('makes a file that we open', async () => {
    const header = {
      v: 1,
      min: 1,
      vault,
      ...firstSegment(anna),
      wall: '2026-11-23T12:00',
      app: 'x',
      n: 0,
      len: 0,
    }
    writeFileSync(at('made'), await composePlaintext(JSON.stringify(header), new Uint8Array(0), anna.key))
    expect(spawnSync('age', ['-r', sheet.recipient, '-o', at('made.age'), at('made')]).status).toBe(0)
    const bytes = readFileSync(at('made.age'))
    const name = { ...nameOf(file), hash: hashOfBytes(bytes) }
    expect(await openSegment(name, bytes, trustOf(sheet, [anna]))).toMatchObject({ outcome: 'opened', lines: [] })
  })

  test('does not open it with another sheet (control)', async () => {
    const other = await makeDevice('11111111')
    writeFileSync(at('other.txt'), `${other.identity}\n`)
    expect(spawnSync('age', ['-d', '-i', at('other.txt'), at('file.age')]).status).not.toBe(0)
  })
})

describe.skipIf(!hasOpenssl)('the openssl program', () => {
  const verify = (message: string | Buffer, signature: string) => {
    writeFileSync(at('message'), message)
    writeFileSync(at('signature'), Buffer.from(signature, 'base64'))
    // An Ed25519 public key as openssl wants it: a fixed head, and the 32 bytes.
    const der = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(anna.key.publicKey, 'base64'),
    ])
    writeFileSync(at('key.der'), der)
    const files = ['-inkey', at('key.der'), '-sigfile', at('signature'), '-in', at('message')]
    return spawnSync('openssl', ['pkeyutl', '-verify', '-rawin', '-pubin', '-keyform', 'DER', ...files]).status === 0
  }

  test('finds that Anna wrote the file, and that she did not write another', async () => {
    const age = await import('age-encryption')
    const decrypter = new age.Decrypter()
    decrypter.addIdentity(sheet.identity)
    const plain = Buffer.from(await decrypter.decrypt(file.bytes))
    const [magic, header = '', signature = ''] = plain.toString('latin1').split('\n')
    const start = `${magic}\n${header}\n${signature}\n`.length
    const body = plain.subarray(start, start + JSON.parse(header).len)
    expect(gunzipSync(body).toString('utf8')).toContain('Jörg')
    const message = `${magic}\n${header}\n${createHash('sha256').update(body).digest('hex')}\n`
    expect(verify(message, signature)).toBe(true)
    expect(verify(message.replace('"seq":1', '"seq":2'), signature)).toBe(false)
  })
})

test('the worked example of docs/sync-format.md is a file of this program', async () => {
  const page = readFileSync(new URL('../../../../../docs/sync-format.md', import.meta.url), 'utf8')
  const [identity, publicKey] = /```\n(AGE-SECRET-KEY-1\S+)\n(\S+)\n```/.exec(page)?.slice(1) ?? []
  const armoured = /-----BEGIN AGE ENCRYPTED FILE-----[\s\S]+?-----END AGE ENCRYPTED FILE-----/.exec(page)?.[0] ?? ''
  const name = parseName(/The file `(\S+)`/.exec(page)?.[1] ?? '')
  if (!name || !identity || !publicKey) throw new Error('the page has no example')
  const age = await import('age-encryption')
  const opened = await openSegment(name, age.armor.decode(armoured), {
    ...trustOf(anna, []),
    identities: [identity],
    signer: () => ({ publicKey, scopes: ['leden'] }),
    knowsList: () => true,
  })
  if (opened.outcome !== 'opened') throw new Error(`the example is ${opened.outcome}`)
  expect(JSON.parse(/^{"v":1.*$/m.exec(page)?.[0] ?? '')).toEqual(opened.header)
  expect(page).toContain(`\n${opened.lines.join('\n')}\n`)
})

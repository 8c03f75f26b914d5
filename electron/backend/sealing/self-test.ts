// Whether the cryptography of this very shell gives the answers that everybody's does: Electron brings another library than Node, and a
// system may bring a broken one. Asked before a key is made or a sheet is used, never at the start of the program, and then once.
import { createCipheriv, hkdfSync, scrypt } from 'node:crypto'
import { RuleBroken } from '../rule-broken.ts'
import { openBySheet } from './recovery-sheet.ts'

export interface Primitives {
  readonly gcm: (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array) => string
  readonly hkdf: (key: Uint8Array, length: number) => string
  readonly scrypt: (length: number) => Promise<string>
  readonly age: (line: string, file: string) => Promise<Uint8Array | undefined>
}

export type TestedPart = 'cipher' | 'passphrase' | 'sheet'

const passed = new Map<TestedPart, Promise<void>>()

/** Throws RuleBroken `sealingBroken` when a part gives another answer than it must. */
export function selfTest(part: TestedPart): Promise<void> {
  const running = passed.get(part) ?? testPart(part, ourPrimitives)
  passed.set(part, running)
  return running
}

/** The test itself, on any primitives. */
export async function testPart(part: TestedPart, primitives: Primitives): Promise<void> {
  let isRight = false
  try {
    isRight = await answersRightly(part, primitives)
  } catch {
    // One that is missing is as wrong as one that gives another answer.
  }
  if (!isRight) throw new RuleBroken('sealingBroken', { part })
}

async function answersRightly(part: TestedPart, primitives: Primitives): Promise<boolean> {
  // What wraps a key by a passphrase or derives one uses the cipher too.
  const cipher = primitives.gcm(new Uint8Array(32), new Uint8Array(12), new Uint8Array(16)) === gcmAnswer
  const derived = primitives.hkdf(new Uint8Array(22).fill(0x0b), 42) === hkdfAnswer
  if (!cipher || !derived) return false
  switch (part) {
    case 'cipher':
      return true
    case 'passphrase':
      return (await primitives.scrypt(64)) === scryptAnswer
    case 'sheet':
      return Buffer.from((await primitives.age(ageLine, ageFile)) ?? []).toString('utf8') === ageAnswer
  }
}

// Test case 14 of the paper on GCM: key, nonce and text of zeros; text and tag.
const gcmAnswer = 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919'
// RFC 5869, case 3; no salt and no context.
const hkdfAnswer = '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8'
// RFC 7914, the first: empty passphrase and salt, N 16, r 1, p 1.
const scryptAnswer =
  '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906'
// Made by the age program for an identity that was made for this and opens nothing else.
const ageLine = 'AGE-SECRET-KEY-1DKQ948THE7HE2LAX7JEJ6L5WM5PQVGXA4K30G022K50APNU9W0ZS9RAZJ8'
const ageAnswer = 'Buurtboek'
const ageFile = [
  '-----BEGIN AGE ENCRYPTED FILE-----',
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSAvQjJXQWs3RGpIRVBpekF6',
  'Ry9nTDdpSEpGbitoUTkxTmpsdU95OE1DYURnCk5WKzJ6VHh2VFFjcmhLanlCWmJG',
  'dkZpN0kwSUdzaGVjRXpvempuU3VwYkEKLS0tIGNwUmVCLzRRMy9GR3pOSEpGamNt',
  'ZWlpbVlkTWlubEJuYjZuVXZlVGRqOWsKKqWmnqlN8uG9h8C8NN/1P10vvAVzttFw',
  '8/qQf9BFVY/zAa5xFFbuHBM=',
  '-----END AGE ENCRYPTED FILE-----',
].join('\n')

export const ourPrimitives: Primitives = {
  gcm(key, nonce, plain) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('hex')
  },
  hkdf: (key, length) => Buffer.from(hkdfSync('sha256', key, '', '', length)).toString('hex'),
  scrypt: (length) =>
    new Promise((resolve, reject) => {
      scrypt('', '', length, { N: 16, r: 1, p: 1 }, (error, key) =>
        error ? reject(error) : resolve(key.toString('hex')),
      )
    }),
  age: openBySheet,
}

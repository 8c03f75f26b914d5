import { expect, test } from 'vitest'
import { ourPrimitives, type Primitives, selfTest, testPart } from '../../../../electron/backend/sealing/self-test.ts'

const parts = ['cipher', 'passphrase', 'sheet'] as const

test.each(parts)('the %s of this shell gives the answers it must', async (part) => {
  await expect(selfTest(part)).resolves.toBeUndefined()
})

test.each<[string, (typeof parts)[number], Partial<Primitives>]>([
  ['a cipher with a wrong tag', 'cipher', { gcm: (...input) => ourPrimitives.gcm(...input).replace(/.$/, '0') }],
  [
    'a cipher that is missing',
    'cipher',
    {
      gcm: () => {
        throw new Error('unknown cipher')
      },
    },
  ],
  ['a derivation that gives something else', 'cipher', { hkdf: () => '00' }],
  ['a passphrase made into another key', 'passphrase', { scrypt: async () => '00' }],
  ['a sheet under a broken cipher', 'sheet', { gcm: () => '00' }],
  ['a sheet that opens nothing', 'sheet', { age: async () => undefined }],
])('%s is told in words', async (_what, part, broken) => {
  await expect(testPart(part, { ...ourPrimitives, ...broken })).rejects.toMatchObject({
    code: 'sealingBroken',
    details: { part },
  })
})

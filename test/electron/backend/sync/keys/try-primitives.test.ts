import { expect, test } from 'vitest'
import {
  ourPrimitives,
  type SharingPrimitives,
  tryPrimitives,
  tryThese,
} from '../../../../../electron/backend/sync/keys/try-primitives.ts'

test('signatures and envelopes of this shell are what everybody’s are', async () => {
  await expect(tryPrimitives()).resolves.toBeUndefined()
})

test.each<[string, Partial<SharingPrimitives>]>([
  ['a key that follows otherwise from its secret', { keyOf: (secret) => ourPrimitives.keyOf(secret.toReversed()) }],
  ['a signature that nobody else makes', { sign: async () => Buffer.alloc(64).toString('base64') }],
  ['a check that believes everything', { isSignedBy: async () => true }],
  ['a check that believes nothing', { isSignedBy: async () => false }],
  ['an envelope that does not open', { sealAndOpen: async () => undefined }],
  ['an envelope with something else in it', { sealAndOpen: async () => Buffer.from('s') }],
  ['one that is missing', { sign: () => Promise.reject(new Error('not supported')) }],
])('%s is told in words', async (_what, broken) => {
  await expect(tryThese({ ...ourPrimitives, ...broken })).rejects.toMatchObject({
    code: 'sealingBroken',
    details: { part: 'sharing' },
  })
})

import { RuleBroken } from '../rule-broken.ts'
import type { KeyWrap } from './book-key-queries.ts'
import { createSealer, deriveKey } from './sealer.ts'

/** A wrap is a sealed value like any other, under a key of its own. */
const placeOf = (wrapId: string) => ({ table: 'book_key_wrap', id: wrapId, column: 'wrapped' })
const version = 1

export function wrapKey(wrappingKey: Uint8Array, wrapId: string, key: Uint8Array): string {
  return createSealer(wrappingKey, version).seal(placeOf(wrapId), key).toString('base64')
}

/** The key inside a wrap; undefined when the wrapping key is not the one that made it. */
export function unwrapKey(wrappingKey: Uint8Array, wrap: Pick<KeyWrap, 'id' | 'wrapped'>): Buffer | undefined {
  try {
    return createSealer(wrappingKey, version).open(placeOf(wrap.id), Buffer.from(wrap.wrapped, 'base64'))
  } catch (error) {
    if (error instanceof RuleBroken) return undefined
    throw error
  }
}

/** Tells whether a key that came out of a wrap is the key of this book; says nothing about the key. */
export function checkValueOf(key: Uint8Array): string {
  return deriveKey(key, 'check').toString('hex')
}

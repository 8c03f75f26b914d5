// Since when a value is what it is, in either book. Two numbers for each field: the moment of our own last change and the last change of
// the other book that we took in. What was changed on one side only is then told from what both changed, however late, often or out of
// order the files come. A moment and no counter: a book that is put back from a copy never gives the same number to another value.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { type SharedField, sharedFields } from '../../../shared/domain/between.ts'
import { isEmptyValue, type PersonValues, valueText } from './person-states.ts'

export interface Stamp {
  /** Keyed hash of the value these moments are of. */
  readonly hash: string
  /** 0: never had a value here. */
  readonly own: number
  /** 0: never heard of. */
  readonly theirs: number
}

export type Stamps = Readonly<Partial<Record<SharedField, Stamp>>>

const storedStamps = z.partialRecord(z.enum(sharedFields), z.tuple([z.string(), z.number(), z.number()]))

export function readStamps(text: string): Stamps {
  const stored = Object.entries(storedStamps.parse(JSON.parse(text)))
  return Object.fromEntries(stored.map(([field, [hash, own, theirs]]) => [field, { hash, own, theirs }]))
}

export function writeStamps(stamps: Stamps): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(stamps).map(([field, { hash, own, theirs }]) => [field, [hash, own, theirs]])),
  )
}

export const hashOfValue = (key: Uint8Array, field: SharedField, values: PersonValues): string =>
  createHmac('sha256', key)
    .update(`${field} ${valueText(field, values)}`)
    .digest('base64url')
    .slice(0, 16)

/** The stamps with everything that was changed here since they were written. */
export function stampOwn(stamps: Stamps, values: PersonValues, now: number, hashKey: Uint8Array): Required<Stamps> {
  const stamped = sharedFields.map((field) => {
    const known = stamps[field]
    const hash = hashOfValue(hashKey, field, values)
    if (known?.hash === hash) return [field, known]
    // Never filled in, or never in it, is no change: whatever the other book has, fills it. To have left is one.
    const { isIn, until } = values.belongs
    const isNothing = field === 'belongs' ? !isIn && until === null : isEmptyValue(field, values)
    if (!known && isNothing) return [field, { hash, own: 0, theirs: 0 }]
    return [field, { hash, own: laterThan(known?.own ?? 0, now), theirs: known?.theirs ?? 0 }]
  })
  return Object.fromEntries(stamped) as Required<Stamps> // one entry for every field
}

export const laterThan = (moment: number, now: number): number => Math.max(moment + 1, now)

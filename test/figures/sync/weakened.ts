// The engine with one decision taken out at a time. Each must be noticed by the histories, or they prove nothing.
import { mergeRules } from '../../../electron/backend/sync/merge/merge-row.ts'
import { type Faults, soundEngine } from './histories.ts'
import type { Engine } from './memory-book.ts'

interface Weakened {
  readonly name: string
  readonly engine: Engine
  /** What it must be noticed by, at the least. */
  readonly by: keyof Faults
}

const newest: typeof mergeRules.orderHeads = (heads, field) => mergeRules.orderHeads(heads, field).slice(0, 1)

export const weakened: readonly Weakened[] = [
  {
    name: 'no list of differences',
    engine: { ...soundEngine, rules: { ...mergeRules, orderHeads: newest } },
    by: 'overwritten',
  },
  {
    name: 'last writer wins without base',
    engine: { ...soundEngine, rules: { ...mergeRules, orderHeads: newest, keepHeads: (heads) => heads } },
    by: 'overwritten',
  },
  {
    name: 'heads unsorted',
    engine: { ...soundEngine, rules: { ...mergeRules, orderHeads: (heads) => heads } },
    by: 'diverged',
  },
  {
    name: 'first writer of a differing fact',
    engine: { ...soundEngine, rules: { ...mergeRules, pickFact: () => 'one' } },
    by: 'diverged',
  },
  { name: 'notes of payments keep the person', engine: { ...soundEngine, erasesAlong: false }, by: 'stillVisible' },
  { name: 'what was erased is not remembered', engine: { ...soundEngine, knowsErased: false }, by: 'stillVisible' },
  { name: 'the bin wins', engine: { ...soundEngine, bringsBack: false }, by: 'overwritten' },
  { name: 'a removed row does not come back', engine: { ...soundEngine, republishes: false }, by: 'diverged' },
  { name: 'each takes a payment back for itself', engine: { ...soundEngine, sameReversal: false }, by: 'payments' },
]

import type { Scope } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import { exchange, type WriteContext } from '../../database/write.ts'
import type { ComputerWay } from '../../sealing/computer-way.ts'
import type { MergeEngine } from '../merge/merge-engine.ts'
import type { SharedFolder } from './shared-folder.ts'

export interface Removals {
  /** People that a segment would take out of the book. */
  readonly removed: number
  readonly of: number
}

/** What keeping in step needs of its surroundings. */
export interface SyncOptions extends WriteContext {
  readonly merge: MergeEngine
  readonly openFolder: (root: string, device: string) => SharedFolder
  readonly way: ComputerWay
  readonly keyFolder: string
  readonly appVersion: string
  /** Eight hexadecimal digits, by chance. */
  readonly newDeviceId: () => string
  /** Age keys of ours for which letters are awaited: they are kept until then. */
  readonly awaitedRecipients: () => Promise<ReadonlySet<string>>
  readonly countRemovals: (tx: Transaction, scope: Scope, lines: readonly string[]) => Promise<Removals>
  /** Of the limits below, for figures. */
  readonly limits?: Partial<Readonly<Record<keyof typeof usualLimits, number>>>
}

export const usualLimits = {
  /** Files in the folder before the oldest are summed up. */
  files: 250,
  /** Files of a scope that make it worth it. */
  filesOfScope: 20,
  /** Days after which it is done anyway. */
  epochDays: 90,
  /** Bytes under names of ours in the folder. In five years three PCs came to less than ten million at a time. */
  bytes: 500_000_000,
  /** Lines in a segment. */
  lines: 2000,
} as const satisfies Readonly<Record<string, number>>

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

export type Change = <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>

export const changeOf =
  (options: SyncOptions): Change =>
  (work) =>
    exchange(options, work)

// What the rest of sync needs of merging. Lines are NDJSON texts of one scope; who carries them need not understand them.
import type { Scope } from '../../database/declare-table.ts'
import type { Reader, Transaction } from '../../database/transaction.ts'

/** Where lines came from: one segment of one device in one scope. */
export interface Origin {
  readonly device: string
  readonly scope: Scope
  /** Number of the segment; only told in reports. */
  readonly seq: number
}

export interface Collected {
  /** Empty when there is nothing to send. */
  readonly lines: readonly string[]
  /** What {@link MergeEngine.markCollected} wants back; 0 when there is nothing. */
  readonly upTo: number
  /** More waits than `limit` let through. */
  readonly more: boolean
}

export interface Applied {
  /** Changes of rows that were taken over. */
  readonly changes: number
  /** Changes this version does not understand; kept, and done after an update. */
  readonly pending: number
  /** Fields that now have two versions which differ. */
  readonly differences: number
}

/**
 * Everything here runs inside `exchange(context, tx => ...)` (database/write.ts): together with what the caller writes in the same
 * transaction (outbox, vector) it becomes durable at once, or not at all.
 */
export interface MergeEngine {
  /** From now on changes are for others too; what is in the book already goes by snapshot. Also called when a shared book is opened. */
  begin(tx: Transaction): Promise<void>
  hasBegun(tx: Transaction): Promise<boolean>
  /** Nobody shares any more: forgets stamps, queues and differences; the book stays as it is. */
  end(tx: Transaction): Promise<void>
  /** Up to where others were heard of; undefined while nobody shares. A text that sorts and only grows, whatever the clock does. */
  heardUpTo(db: Reader): Promise<string | undefined>
  /** Inside an action that was filled in upon what was heard up to `seen`: what came later stays beside it. */
  keepUnseen(tx: Transaction, seen: string): Promise<void>
  /** The scopes of which own changes wait to be sent. */
  waiting(tx: Transaction): Promise<ReadonlySet<Scope>>
  /** Own changes of a scope that were not collected yet, oldest first; at most about `limit` lines, never half an action's row. */
  collectChanges(tx: Transaction, scope: Scope, limit: number): Promise<Collected>
  /** The oldest version of the shared files whose programs read these lines as they are meant; the others wait for an update. */
  oldestReader(lines: readonly string[]): number
  /** They are in the outbox now: forgets them. */
  markCollected(tx: Transaction, scope: Scope, upTo: number): Promise<void>
  /** Takes over a segment. Per device and scope in order; across devices in any order, and a second time changes nothing. */
  applyLines(tx: Transaction, origin: Origin, lines: readonly string[]): Promise<Applied>
  /** The full state of a scope: rows with their stamps, differences, what is pending and what was erased. */
  snapshotLines(tx: Transaction, scope: Scope): Promise<string[]>
  /** Takes over a full state, in an empty book as well as in one that has the rows already. */
  applySnapshot(tx: Transaction, origin: Origin, lines: readonly string[]): Promise<Applied>
  /**
   * Hexadecimal fingerprint of the state of a scope: equal on every device that has had the same changes. The first 16 signs tell which
   * tables and fields the program knows; where they differ, so do the versions, and the rest cannot be compared.
   */
  stateDigest(tx: Transaction, scope: Scope): Promise<string>
}

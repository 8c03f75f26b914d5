// The simplest merging there is, for tests of the folder: a set of lines that only grows. It keeps to the same promises as the real one:
// in any order, and a second time changes nothing.
import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Scope } from '../../../electron/backend/database/declare-table.ts'
import type { Transaction } from '../../../electron/backend/database/transaction.ts'
import type { Applied, MergeEngine } from '../../../electron/backend/sync/merge/merge-engine.ts'

export const fakeTable =
  'CREATE TABLE fake_change (line TEXT NOT NULL, scope TEXT NOT NULL, own INTEGER NOT NULL, sent INTEGER NOT NULL, PRIMARY KEY (scope, line)) STRICT'

const run = async <Row>(tx: Transaction, sql: string, ...values: unknown[]): Promise<Row[]> =>
  (await tx.executeQuery<Row>(CompiledQuery.raw(sql, values))).rows

const applied: Applied = { changes: 0, pending: 0, differences: 0 }

export const fakeMerge: MergeEngine = {
  begin: async () => undefined,
  hasBegun: async () => true,
  heardUpTo: async () => undefined,
  keepUnseen: async () => undefined,
  end: async () => undefined,
  oldestReader: () => 1,
  async waiting(tx) {
    const rows = await run<{ scope: Scope }>(tx, 'SELECT DISTINCT scope FROM fake_change WHERE own = 1 AND sent = 0')
    return new Set(rows.map(({ scope }) => scope))
  },
  async collectChanges(tx, scope, limit) {
    const rows = await run<{ line: string; rowid: number }>(
      tx,
      'SELECT rowid, line FROM fake_change WHERE scope = ? AND own = 1 AND sent = 0 ORDER BY rowid LIMIT ?',
      scope,
      limit + 1,
    )
    const kept = rows.slice(0, limit)
    return { lines: kept.map(({ line }) => line), upTo: kept.at(-1)?.rowid ?? 0, more: rows.length > limit }
  },
  async markCollected(tx, scope, upTo) {
    await run(tx, 'UPDATE fake_change SET sent = 1 WHERE scope = ? AND own = 1 AND rowid <= ?', scope, upTo)
  },
  async applyLines(tx, { scope }, lines) {
    for (const line of lines) await run(tx, 'INSERT OR IGNORE INTO fake_change VALUES (?, ?, 0, 1)', line, scope)
    return { ...applied, changes: lines.length }
  },
  async snapshotLines(tx, scope) {
    return linesOf(tx, scope)
  },
  async applySnapshot(tx, origin, lines) {
    return fakeMerge.applyLines(tx, origin, lines)
  },
  async stateDigest(tx, scope) {
    return createHash('sha256')
      .update((await linesOf(tx, scope)).join('\n'))
      .digest('hex')
  },
}

async function linesOf(tx: Transaction, scope: string): Promise<string[]> {
  const rows = await run<{ line: string }>(tx, 'SELECT line FROM fake_change WHERE scope = ? ORDER BY line', scope)
  return rows.map(({ line }) => line)
}

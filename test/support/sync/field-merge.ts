// Merging of fields in memory, for long runs: the last writer of a field has it, so that the state stays as large as a book is.
import { createHash } from 'node:crypto'
import type { Scope } from '../../../electron/backend/database/declare-table.ts'
import type { Applied, MergeEngine } from '../../../electron/backend/sync/merge/merge-engine.ts'

export interface FieldMerge extends MergeEngine {
  /** Sets a field, or adds a fact under a new name. */
  readonly set: (scope: Scope, field: string, value: string) => void
  readonly fields: (scope: string) => ReadonlyMap<string, string>
}

const stampOf = (line: string) => (JSON.parse(line) as [string, string, string])[1] // our own lines

const applied: Applied = { changes: 0, pending: 0, differences: 0 }

/** @param device two digits that order equal times. */
export function createFieldMerge(device: string): FieldMerge {
  const scopes = new Map<string, Map<string, string>>()
  const outgoing = new Map<Scope, string[]>()
  let clock = 0
  const fieldsOf = (scope: string) => {
    const fields = scopes.get(scope) ?? new Map<string, string>()
    scopes.set(scope, fields)
    return fields
  }
  const take = (scope: string, line: string) => {
    const [field, stamp] = JSON.parse(line) as [string, string, string] // our own lines
    clock = Math.max(clock, Number.parseInt(stamp, 36))
    const fields = fieldsOf(scope)
    const present = fields.get(field)
    if (!present || stampOf(present) < stamp) fields.set(field, line)
  }
  const sorted = (scope: string) => [...fieldsOf(scope).values()].sort()
  return {
    set(scope, field, value) {
      clock += 1
      const line = JSON.stringify([field, `${clock.toString(36).padStart(8, '0')}${device}`, value])
      take(scope, line)
      outgoing.set(scope, [...(outgoing.get(scope) ?? []), line])
    },
    fields: fieldsOf,
    begin: async () => undefined,
    hasBegun: async () => true,
    heardUpTo: async () => undefined,
    keepUnseen: async () => undefined,
    end: async () => undefined,
    oldestReader: () => 1,
    waiting: async () => new Set([...outgoing].flatMap(([scope, lines]) => (lines.length > 0 ? [scope] : []))),
    async collectChanges(_tx, scope, limit) {
      const all = outgoing.get(scope) ?? []
      return { lines: all.slice(0, limit), upTo: Math.min(limit, all.length), more: all.length > limit }
    },
    markCollected: async (_tx, scope, upTo) => void outgoing.set(scope, (outgoing.get(scope) ?? []).slice(upTo)),
    async applyLines(_tx, { scope }, lines) {
      for (const line of lines) take(scope, line)
      return { ...applied, changes: lines.length }
    },
    async applySnapshot(_tx, { scope }, lines) {
      for (const line of lines) take(scope, line)
      return { ...applied, changes: lines.length }
    },
    snapshotLines: async (_tx, scope) => sorted(scope),
    stateDigest: async (_tx, scope) => createHash('sha256').update(sorted(scope).join('\n')).digest('hex'),
  }
}

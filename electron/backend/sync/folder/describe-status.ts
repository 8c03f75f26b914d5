import {
  levelOfCauses,
  type SyncCause,
  type SyncRefusal,
  type SyncStatus,
  sortCauses,
} from '../../../../shared/domain/sync-status.ts'
import type { FolderFailure } from '../../capabilities.ts'
import { describeStranger, parseName } from '../format/file-names.ts'
import { hasLink, type Memory, ownScopes } from './memory.ts'
import type { Listing } from './shared-folder.ts'
import { dayMs, hourMs } from './sync-options.ts'
import { instantOfWall, msAhead } from './wall-time.ts'

/** What the last look into the folder came to. */
export interface Look {
  readonly listing: Listing | undefined
  readonly failure: FolderFailure | undefined
  readonly isOther: boolean
  readonly isTooLarge: boolean
  /** Own files and changes that are not in the folder. */
  readonly unsent: number
}

/**
 * How long a file may be strange before anybody is told: the list that makes it known may be on its way; and of whoever was let in lately
 * not everybody has heard, so that a summary has to come first.
 */
const strangeAfterMs: Partial<Readonly<Record<SyncRefusal, number>>> = { unknownDevice: hourMs, notForUs: 7 * dayMs }
/** How long bytes may not be those of their name: cloud programs show names before contents. */
const damagedAfterMs = hourMs / 6

export function describeStatus(memory: Memory, look: Look, now: Date): SyncStatus {
  const causes = sortCauses([
    ...folderCauses(look),
    ...ownCauses(memory, look),
    ...chainCauses(memory),
    ...fileCauses(memory, now),
    ...clockCauses(memory, now),
  ])
  const others = memory.list?.devices.filter(({ id }) => id !== memory.vault.device) ?? []
  return {
    level: levelOfCauses(causes),
    causes,
    lookedAt: memory.vault.lookedAt,
    heard: Object.fromEntries(others.map(({ id }) => [id, instantOfWall(memory.devices.get(id)?.heardAt)])),
    ignored: countStrangers(look.listing, memory),
  }
}

function folderCauses({ failure, isOther, isTooLarge }: Look): SyncCause[] {
  if (isOther) return [{ kind: 'otherFolder' }]
  if (isTooLarge) return [{ kind: 'folderTooLarge' }]
  switch (failure) {
    case undefined:
      return []
    case 'missing':
      return [{ kind: 'folderMissing' }]
    case 'full':
      return [{ kind: 'folderFull' }]
    default:
      return [{ kind: 'folderStuck' }]
  }
}

function ownCauses({ keys, list, vault, listWaiters, lists }: Memory, { unsent }: Look): SyncCause[] {
  const causes: SyncCause[] = []
  if (!keys) causes.push({ kind: 'keysGone' })
  if (list?.disputed) causes.push({ kind: 'listDisputed' })
  if (list?.removed.some(({ id }) => id === vault.device)) causes.push({ kind: 'removed' })
  if (listWaiters.size > 0 || lists.size === 0) causes.push({ kind: 'listWaited' })
  if (unsent > 0) causes.push({ kind: 'notSent', count: unsent })
  return causes
}

function chainCauses(memory: Memory): SyncCause[] {
  const waited = new Map<string, number>()
  const add = (device: string, count: number) => waited.set(device, (waited.get(device) ?? 0) + count)
  const scopes = ownScopes(memory)
  const twins = new Set(memory.twins)
  for (const { device, scope, head, told } of memory.chains.values()) {
    if (device === memory.vault.device || !scopes.includes(scope)) continue
    if (told[0] > head[0]) add(device, told[0] - head[0])
    else if (!hasLink(memory, device, scope, told) && told[0] === head[0]) twins.add(device)
  }
  for (const scope of scopes) if (memory.vault.epochs[scope] === undefined) add(memory.vault.anchor.device, 1)
  return [
    ...[...waited].map(([device, count]) => ({ kind: 'filesWaited', device, count }) as const),
    ...[...twins].map((device) => ({ kind: 'twinDevice', device }) as const),
  ]
}

function fileCauses(memory: Memory, now: Date): SyncCause[] {
  const counts = new Map<string, { cause: SyncCause & { readonly count: number } }>()
  const count = (cause: SyncCause & { readonly count: number }) => {
    const { count: _one, ...what } = cause
    const key = JSON.stringify(what)
    const known = counts.get(key)?.cause
    counts.set(key, { cause: { ...cause, count: (known?.count ?? 0) + 1 } })
  }
  for (const { reason, device, since } of memory.refused.values()) {
    const isStrange = now.getTime() - since >= (strangeAfterMs[reason] ?? 0)
    if (isStrange) count({ kind: 'strangeFile', device, reason, count: 1 })
  }
  for (const [name, since] of memory.damaged) {
    const parsed = parseName(name)
    const device = parsed && 'device' in parsed ? parsed.device : memory.vault.device
    if (now.getTime() - since >= damagedAfterMs) count({ kind: 'fileDamaged', device, count: 1 })
    else count({ kind: 'filesWaited', device, count: 1 })
  }
  for (const device of memory.newer.values()) count({ kind: 'newerProgram', device, count: 1 })
  for (const { state, device, missedAt, own } of memory.files.values()) {
    if (state === 'held') count({ kind: 'manyRemovals', device, count: 1 })
    if (missedAt && !own) count({ kind: 'folderRolledBack', device, count: 1 })
  }
  const differing = [...new Set(memory.differing.values())].map((device) => ({ kind: 'booksDiffer', device }) as const)
  return [...[...counts.values()].map(({ cause }) => cause), ...differing]
}

/** Behind cannot be told from on its way for long. */
function clockCauses({ list, vault, devices }: Memory, now: Date): SyncCause[] {
  return (list?.devices ?? []).flatMap(({ id }): SyncCause[] => {
    const heardAt = devices.get(id)?.heardAt
    const days = heardAt ? Math.floor(msAhead(heardAt, now) / dayMs) : 0
    return id === vault.device || days < 1 ? [] : [{ kind: 'clockAhead', device: id, count: days }]
  })
}

function countStrangers(listing: Listing | undefined, { files }: Memory): SyncStatus['ignored'] {
  let conflictCopies = 0
  let others = 0
  for (const name of listing?.entries.keys() ?? []) {
    if (files.has(name) || parseName(name) || name.startsWith('j/')) continue
    if (describeStranger(name) === 'conflictCopy') conflictCopies += 1
    else others += 1
  }
  return { conflictCopies, others }
}

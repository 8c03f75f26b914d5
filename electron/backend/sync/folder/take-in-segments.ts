// Takes in what the others changed: per device and scope in the order of the chain, each file with all that is to be remembered of it in
// one transaction. A hole stops only that chain. Two files of one number are both taken in: merging does not mind, and nothing is lost.
import type { Scope } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import { formatName, type SegmentName } from '../format/file-names.ts'
import type { Link, SegmentHeader } from '../format/header.ts'
import { largestFile, openSegment } from '../format/open-file.ts'
import type { Origin } from '../merge/merge-engine.ts'
import {
  chainOf,
  hasLink,
  isFork,
  keepChain,
  keepDevice,
  keepFile,
  keepVault,
  type Memory,
  ownScopes,
  trustOf,
} from './memory.ts'
import type { SharedFolder } from './shared-folder.ts'
import { winnerOf } from './snapshots.ts'
import { type Change, dayMs, type SyncOptions } from './sync-options.ts'
import type { HeardDevice, KnownFile } from './sync-queries.ts'
import { msAhead } from './wall-time.ts'

export interface SegmentNeeds {
  readonly memory: Memory
  readonly folder: SharedFolder
  readonly options: SyncOptions
  readonly change: Change
  readonly now: Date
}

/** Past these numbers nothing is taken in yet: a summary is to be compared first, by scope and device. */
export type Until = (scope: Scope, device: string) => number

export async function takeInSegments(names: readonly SegmentName[], until: Until, needs: SegmentNeeds): Promise<void> {
  const inOrder = [...names].sort((one, other) => one.seq - other.seq || (one.hash < other.hash ? -1 : 1))
  // An early file may become the next one by another: go round until a round brings nothing.
  for (let taken = true; taken; ) {
    taken = false
    for (const name of inOrder) if (isNext(name, until, needs.memory) && (await takeIn(name, needs))) taken = true
  }
}

/** Whether this file can be the next of its chain, or a second one under a number that was. */
function isNext(name: SegmentName, until: Until, memory: Memory): boolean {
  const written = formatName(name)
  const { head, base } = chainOf(memory, name.device, name.scope)
  const waitsFor = memory.orphans.get(written)
  return (
    !memory.files.has(written) &&
    !memory.refused.has(written) &&
    name.seq > base[0] &&
    name.seq <= Math.min(head[0] + 1, until(name.scope, name.device)) &&
    memory.vault.epochs[name.scope] !== undefined &&
    ownScopes(memory).includes(name.scope) &&
    (waitsFor === undefined || hasLink(memory, name.device, name.scope, [name.seq - 1, waitsFor]))
  )
}

/** Whether it was taken in. */
async function takeIn(name: SegmentName, needs: SegmentNeeds): Promise<boolean> {
  const { memory, folder, now } = needs
  const written = formatName(name)
  const since = memory.damaged.get(written)
  // In this look at the folder it was read already.
  if (since === now.getTime()) return false
  const bytes = await folder.read(written, largestFile.segment)
  // Not here yet, or held by another program: no reason for alarm.
  if (!(bytes instanceof Uint8Array)) {
    if (bytes === 'tooLarge' || bytes === 'notPlain')
      memory.refused.set(written, { reason: 'tooLarge', device: name.device, since: now.getTime() })
    return false
  }
  const opened = await openSegment(name, bytes, trustOf(memory, now))
  switch (opened.outcome) {
    case 'incomplete':
      memory.damaged.set(written, since ?? now.getTime())
      return false
    case 'waits':
      if (opened.for === 'list') memory.listWaiters.add(written)
      else memory.newer.set(written, name.device)
      return false
    case 'refused':
      memory.damaged.delete(written)
      memory.refused.set(written, { reason: opened.reason, device: name.device, since: now.getTime() })
      return false
    case 'opened':
      memory.damaged.delete(written)
      memory.newer.delete(written)
      memory.listWaiters.delete(written)
      return takeInOpened(name, opened.header, opened.lines, bytes, needs)
  }
}

async function takeInOpened(
  name: SegmentName,
  header: SegmentHeader,
  lines: readonly string[],
  bytes: Uint8Array,
  needs: SegmentNeeds,
): Promise<boolean> {
  const { memory, options, now } = needs
  const written = formatName(name)
  if ((header.seq === 1) !== (header.prev === '')) {
    memory.refused.set(written, { reason: 'brokenChain', device: name.device, since: now.getTime() })
    return false
  }
  if (!hasLink(memory, name.device, name.scope, [header.seq - 1, header.prev])) {
    memory.orphans.set(written, header.prev)
    return false
  }
  memory.orphans.delete(written)
  const file: KnownFile = {
    ...{ name: written, kind: 'segment', device: name.device, scope: name.scope, number: name.seq, hash: name.hash },
    ...{ size: bytes.length, state: 'whole', own: false, header: null, missedAt: null },
  }
  const removals = await needs.change((tx) => options.countRemovals(tx, name.scope, lines))
  if (isMany(removals)) {
    await needs.change((tx) => keepFile(tx, memory, { ...file, state: 'held' }, bytes))
    return false
  }
  try {
    await applySegment(file, header, lines, bytes, needs)
    return true
  } catch (error) {
    if (!(error instanceof LinesRefused)) throw error
    // Genuine, and still nothing that this program can take in: told, and no other chain waits for it.
    memory.refused.set(written, { reason: 'malformed', device: name.device, since: now.getTime() })
    return false
  }
}

class LinesRefused extends Error {}

/** More than a tenth, or more than twenty: once a program took missing files for removed people, and a thousand were gone. */
function isMany({ removed, of }: { readonly removed: number; readonly of: number }): boolean {
  return removed > 20 || (removed > 2 && removed > of / 10)
}

/** Takes in a genuine segment whose turn it is, with everything that its header tells. */
export async function applySegment(
  file: KnownFile,
  header: SegmentHeader,
  lines: readonly string[],
  bytes: Uint8Array,
  { memory, options, change }: Pick<SegmentNeeds, 'memory' | 'options' | 'change'>,
): Promise<void> {
  const { dev: device, scope, seq } = header
  await change(async (tx) => {
    if (lines.length > 0) await applyLines(tx, { device, scope, seq }, lines, options)
    await keepFile(tx, memory, file, bytes)
    const chain = chainOf(memory, device, scope)
    const link: Link = [seq, file.hash]
    const head = seq === chain.head[0] + 1 ? link : chain.head
    await keepChain(tx, memory, { ...chain, head, told: later(chain.told, head) })
    await keepDevice(tx, memory, heardFrom(memory, header, options.now()))
    if (isUnreadable(memory, header)) {
      const epoch = winnerOf(memory, scope)?.number ?? 0
      await keepVault(tx, memory, { unreadable: { ...memory.vault.unreadable, [scope]: epoch } })
    }
    for (const [some, vector] of Object.entries(header.seen)) {
      for (const [other, told] of Object.entries(vector ?? {})) {
        const known = chainOf(memory, other, some as Scope) // the header's own schema knows no others
        if (told[0] > known.told[0]) await keepChain(tx, memory, { ...known, told })
      }
    }
  })
  // Under our own name, and not by us; or somebody has seen more of us than we have written.
  if (device === memory.vault.device || hasForgotten(memory)) memory.isTwin = true
  if (isFork(memory, device, scope, seq)) memory.twins.add(device)
}

/**
 * Whether somebody on the list cannot read it: it was made by a PC that had not heard of them, and is not in the summary that they began
 * with. Only a next summary brings them what it says.
 */
function isUnreadable(memory: Memory, { list: [, hash], dev, scope, seq }: SegmentHeader): boolean {
  if (seq <= (winnerOf(memory, scope)?.header.covers[dev]?.[0] ?? 0)) return false
  const known = memory.lists.get(hash)?.content.devices ?? []
  const readers = memory.list?.devices.filter(({ id, scopes }) => id !== dev && scopes.includes(scope)) ?? []
  return readers.some((reader) => !known.some(({ id, scopes }) => id === reader.id && scopes.includes(scope)))
}

async function applyLines(tx: Transaction, origin: Origin, lines: readonly string[], { merge }: SyncOptions) {
  try {
    await merge.applyLines(tx, origin, lines)
  } catch (error) {
    // A full disk or a damaged book is no fault of the file.
    if (error instanceof Error && 'code' in error) throw error
    throw new LinesRefused('lines not taken in', { cause: error })
  }
}

const later = (one: Link, other: Link): Link => (other[0] > one[0] ? other : one)

function hasForgotten(memory: Memory): boolean {
  return [...memory.chains.values()].some(
    ({ device, head, told }) => device === memory.vault.device && told[0] > head[0],
  )
}

function heardFrom(memory: Memory, header: SegmentHeader, now: Date): HeardDevice {
  const known = memory.devices.get(header.dev)
  const before: HeardDevice = known ?? {
    id: header.dev,
    recipient: null,
    recipientIn: 0,
    heardAt: null,
    lastFull: null,
  }
  // Files of several scopes come in any order; but a clock that was ahead and was put right must not be remembered for a year.
  const isLater = before.heardAt !== null && before.heardAt > header.wall && msAhead(before.heardAt, now) < dayMs
  const wall = isLater ? before.heardAt : header.wall
  const isNewKey = header.key !== undefined && header.scope === 'leden' && header.seq > before.recipientIn
  return {
    ...before,
    heardAt: wall,
    ...(isNewKey ? { recipient: header.key ?? null, recipientIn: header.seq } : {}),
    lastFull: header.own
      ? {
          seenUs: header.seen.leden?.[memory.vault.device]?.[0] ?? 0,
          own: header.own,
          ack: header.ack ?? {},
        }
      : before.lastFull,
  }
}

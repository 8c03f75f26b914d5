// Summaries [momentopname]: the full state of a scope up to a point. A PC that joins begins with one; every other compares it with its
// own book and says so, and when all have, the files before it are done with. A summary that differs is told and never acknowledged.
import type { Scope } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import { formatName, parseName, type SnapshotName } from '../format/file-names.ts'
import type { Link, SnapshotHeader, Vector } from '../format/header.ts'
import { largestFile, openSnapshot } from '../format/open-file.ts'
import {
  chainOf,
  hasLink,
  isOvertaken,
  keepChain,
  keepFile,
  keepVault,
  type Memory,
  ownScopes,
  trustOf,
  vectorOf,
} from './memory.ts'
import { bytesOf, type KnownFile } from './sync-queries.ts'
import type { SegmentNeeds } from './take-in-segments.ts'

/** Reads the summaries that may matter; a scope that waits for its first takes over the newest. */
export async function takeInSnapshots(names: readonly SnapshotName[], needs: SegmentNeeds): Promise<void> {
  const { memory } = needs
  // The newest first; of two of one epoch the one with the lower hash counts, on every PC.
  const inOrder = [...names].sort((one, other) => other.epoch - one.epoch || (one.hash < other.hash ? -1 : 1))
  for (const name of inOrder) {
    const written = formatName(name)
    if (memory.files.has(written) || memory.refused.has(written) || !ownScopes(memory).includes(name.scope)) continue
    if (!isOvertaken(memory, written)) await takeIn(name, needs)
  }
}

async function takeIn(name: SnapshotName, needs: SegmentNeeds): Promise<void> {
  const { memory, folder, now, change, options } = needs
  const written = formatName(name)
  const bytes = await folder.read(written, largestFile.snapshot)
  if (!(bytes instanceof Uint8Array)) return
  const opened = await openSnapshot(name, bytes, trustOf(memory, now))
  if (opened.outcome === 'incomplete') memory.damaged.set(written, memory.damaged.get(written) ?? now.getTime())
  else memory.damaged.delete(written)
  if (opened.outcome === 'waits') {
    if (opened.for === 'list') memory.listWaiters.add(written)
    else memory.newer.set(written, name.device)
  }
  if (opened.outcome === 'refused') {
    memory.refused.set(written, { reason: opened.reason, device: name.device, since: now.getTime() })
  }
  if (opened.outcome !== 'opened') return
  memory.listWaiters.delete(written)
  const { header, lines } = opened
  await change(async (tx) => {
    await keepFile(tx, memory, fileOf(name, bytes, header, false), bytes)
    if (memory.vault.epochs[name.scope] !== undefined) return
    await options.merge.applySnapshot(tx, { device: name.device, scope: name.scope, seq: 0 }, lines)
    for (const [device, link] of Object.entries(header.covers)) {
      const chain = chainOf(memory, device, name.scope)
      await keepChain(tx, memory, { ...chain, head: link, base: link, told: link })
    }
    await acknowledge(tx, memory, name.scope, [name.epoch, name.hash])
  })
}

export const fileOf = (name: SnapshotName, bytes: Uint8Array, header: SnapshotHeader, own: boolean): KnownFile => ({
  ...{ name: formatName(name), kind: 'snapshot', device: name.device, scope: name.scope, number: name.epoch },
  ...{ hash: name.hash, size: bytes.length, state: 'whole', own, header, missedAt: null },
})

type KnownSnapshot = KnownFile & { readonly header: SnapshotHeader }

/** The summary that counts in a scope: of the highest epoch, the one with the lowest hash. */
export function winnerOf(memory: Memory, scope: Scope): KnownSnapshot | undefined {
  let winner: KnownSnapshot | undefined
  for (const file of memory.files.values()) {
    if (file.kind !== 'snapshot' || file.scope !== scope || file.state !== 'whole' || !file.header) continue
    const isStronger =
      !winner || file.number > winner.number || (file.number === winner.number && file.hash < winner.hash)
    if (isStronger) winner = { ...file, header: file.header }
  }
  return winner
}

/** The summary of a scope that is still to be compared. */
export function uncompared(memory: Memory, scope: Scope): ReturnType<typeof winnerOf> {
  const winner = winnerOf(memory, scope)
  const [epoch, hash] = memory.vault.acknowledged[scope] ?? [0, '']
  if (!winner || (winner.number === epoch && winner.hash === hash) || memory.differing.has(winner.name))
    return undefined
  return memory.vault.epochs[scope] === undefined ? undefined : winner
}

/** Compares and acknowledges what can be compared now. */
export async function compareSnapshots(needs: SegmentNeeds): Promise<void> {
  const { memory } = needs
  for (const scope of ownScopes(memory)) {
    const snapshot = uncompared(memory, scope)
    if (snapshot && isBlocked(memory, scope, snapshot.header.covers)) await takeOver(scope, snapshot, needs)
    if (!snapshot || !covers(memory, scope, snapshot.header.covers)) continue
    if (await isEqual(scope, snapshot, needs)) {
      memory.differing.clear()
      const link: Link = [snapshot.number, snapshot.hash]
      await needs.change((tx) => acknowledge(tx, memory, scope, link))
    } else memory.differing.set(snapshot.name, snapshot.device)
  }
}

async function acknowledge(tx: Transaction, memory: Memory, scope: Scope, link: Link): Promise<void> {
  const { epochs, acknowledged } = memory.vault
  await keepVault(tx, memory, {
    epochs: { ...epochs, [scope]: Math.max(epochs[scope] ?? 0, link[0]) },
    acknowledged: { ...acknowledged, [scope]: link },
  })
}

/** Whether something that the summary holds can never be taken in by itself: it was made before this PC was on its writer's list. */
function isBlocked(memory: Memory, scope: Scope, vector: Vector): boolean {
  return [...memory.refused].some(([written, { reason }]) => {
    const name = reason === 'notForUs' ? parseName(written) : undefined
    if (name?.kind !== 'segment' || name.scope !== scope) return false
    const { head } = chainOf(memory, name.device, scope)
    return name.seq === head[0] + 1 && name.seq <= (vector[name.device]?.[0] ?? 0)
  })
}

/** Takes in what the summary holds, on top of what is here, as if every file before it had come. */
async function takeOver(scope: Scope, snapshot: KnownSnapshot, needs: SegmentNeeds): Promise<void> {
  const { memory, options, change } = needs
  const { device, header } = snapshot
  const lines = await linesOf(scope, snapshot, needs)
  if (!lines) return
  await change(async (tx) => {
    await options.merge.applySnapshot(tx, { device, scope, seq: 0 }, lines)
    for (const [writer, link] of Object.entries(header.covers)) {
      const chain = chainOf(memory, writer, scope)
      const told = chain.told[0] > link[0] ? chain.told : link
      if (chain.head[0] < link[0]) await keepChain(tx, memory, { ...chain, head: link, base: link, told })
    }
  })
}

/** Whether this PC has taken in everything that the summary says to hold. */
function covers(memory: Memory, scope: Scope, vector: Vector): boolean {
  return Object.entries(vector).every(([device, link]) => {
    const { head } = chainOf(memory, device, scope)
    return head[0] > link[0] || hasLink(memory, device, scope, link)
  })
}

/**
 * At the very same point the states must be equal to the last bit. A PC that has gone on since cannot go back to compare: then taking
 * the summary over must change nothing.
 */
async function isEqual(scope: Scope, snapshot: KnownSnapshot, needs: SegmentNeeds): Promise<boolean> {
  const { memory, options, change } = needs
  const { device, header } = snapshot
  const isSamePoint = JSON.stringify(sorted(vectorOf(memory, scope))) === JSON.stringify(sorted(header.covers))
  const exact = await change(async (tx) => {
    if (!isSamePoint || (await options.merge.waiting(tx)).has(scope)) return undefined
    return (await options.merge.stateDigest(tx, scope)) === header.digest
  })
  if (exact !== undefined) return exact
  const lines = await linesOf(scope, snapshot, needs)
  if (!lines) return false
  try {
    return await change(async (tx) => {
      const before = await options.merge.stateDigest(tx, scope)
      await options.merge.applySnapshot(tx, { device, scope, seq: 0 }, lines)
      const after = await options.merge.stateDigest(tx, scope)
      if (before !== after) throw new Differs('taking the summary over changes the book')
      return true
    })
  } catch (error) {
    if (error instanceof Differs) return false
    throw error
  }
}

class Differs extends Error {}

/** What a summary that was kept says; undefined when it cannot be opened any more. */
async function linesOf(
  scope: Scope,
  { name, device, header: { epoch }, hash }: KnownSnapshot,
  { memory, options, now }: SegmentNeeds,
): Promise<readonly string[] | undefined> {
  const bytes = await bytesOf(options.db, name)
  const opened =
    bytes && (await openSnapshot({ kind: 'snapshot', scope, device, epoch, hash }, bytes, trustOf(memory, now)))
  return opened?.outcome === 'opened' ? opened.lines : undefined
}

const sorted = (vector: Vector) => Object.entries(vector).sort(([one], [other]) => (one < other ? -1 : 1))

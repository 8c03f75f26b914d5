// Makes our own files. The sealed bytes are in the book before they are in the folder: sealing the same changes a second time would give
// other bytes under the same number, and to the others that looks as if two PCs wrote under one name.
import type { Scope } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import { parseName } from '../format/file-names.ts'
import { formatVersion, type Link, type SegmentHeader, type Vector } from '../format/header.ts'
import { type ByScope, type SealedFile, type SealOptions, sealSegment, sealSnapshot } from '../format/seal-file.ts'
import { chainOf, keepChain, keepFile, keepVault, type Memory, ownScopes, recipientsOf, vectorOf } from './memory.ts'
import { fileOf } from './snapshots.ts'
import { type Change, dayMs, type SyncOptions, usualLimits } from './sync-options.ts'
import { type KnownFile, type OwnFull, saveKey } from './sync-queries.ts'

export interface SendNeeds {
  readonly memory: Memory
  readonly options: SyncOptions
  readonly change: Change
  readonly now: Date
}

/** Nothing may be sealed while the others have a list of devices that we do not have: it might be for somebody who was taken off. */
export function maySend({ keys, list, listWaiters, vault }: Memory): boolean {
  const isOn = list?.devices.some(({ id }) => id === vault.device) ?? false
  return keys !== undefined && isOn && !list?.disputed && listWaiters.size === 0
}

/** Puts every waiting change of ours into segments. */
export async function cutSegments(needs: SendNeeds): Promise<void> {
  const { memory, options, change } = needs
  const scopes = ownScopes(memory).filter((scope) => memory.vault.epochs[scope] !== undefined)
  if (scopes.length === 0) return
  const waiting = await change(options.merge.waiting)
  const limit = options.limits?.lines ?? usualLimits.lines
  for (const scope of scopes) {
    if (!waiting.has(scope)) continue
    for (let more = true; more; ) {
      const collected = await change((tx) => options.merge.collectChanges(tx, scope, limit))
      if (collected.lines.length === 0) break
      await addSegment(scope, collected.lines, needs, (tx) => options.merge.markCollected(tx, scope, collected.upTo))
      more = collected.more
    }
  }
}

/** A sign of life with all that the others want to know: what was compared, which key is ours now, how far we are with each of them. */
export async function sendFull(needs: SendNeeds): Promise<void> {
  if (isFullDue(needs.memory, needs.now)) await addSegment('leden', [], needs, async () => undefined)
}

function isFullDue(memory: Memory, now: Date): boolean {
  const { vault, held, list, devices } = memory
  if ((list?.devices.length ?? 0) < 2 || vault.epochs.leden === undefined) return false
  const { lastFull } = vault
  if (!lastFull || now.getTime() - Date.parse(lastFull.at) >= dayMs) return true
  const isUntold = held.some(({ use, toldIn }) => use === 'identity' && toldIn < 0)
  const hasNewKeys = [...devices.values()].some(({ id, recipientIn }) => recipientIn > (lastFull.keysSeen[id] ?? 0))
  return isUntold || hasNewKeys || !isSame(lastFull.acknowledged, vault.acknowledged)
}

const isSame = (one: ByScope<Link>, other: ByScope<Link>) =>
  Object.keys(other).every((scope) => String(one[scope as Scope]) === String(other[scope as Scope]))

async function addSegment(
  scope: Scope,
  lines: readonly string[],
  needs: SendNeeds,
  also: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { memory, change, now } = needs
  const { vault } = memory
  const { head, told, base } = chainOf(memory, vault.device, scope)
  // Full information goes along with changes when it is due anyway.
  const full = scope === 'leden' && isFullDue(memory, now)
  const untold = full ? memory.held.find(({ use, toldIn }) => use === 'identity' && toldIn < 0) : undefined
  const header: Parameters<typeof sealSegment>[0] = {
    list: listLink(memory),
    ...{ dev: vault.device, scope, epoch: vault.epochs[scope] ?? 0, seq: head[0] + 1, prev: head[1] },
    seen: full ? seenInAll(memory) : newlySeen(memory, scope),
    ...(full ? { own: ownHeads(memory), ack: vault.acknowledged } : {}),
    ...(untold ? { key: untold.publicKey } : {}),
  }
  const min = needs.options.merge.oldestReader(lines)
  const sealed = await sealSegment(header, lines, { ...sealOptions(needs, scope), min })
  await change(async (tx) => {
    await also(tx)
    await keepFile(tx, memory, ownFile(sealed), sealed.bytes)
    const link: Link = [header.seq, sealed.hash]
    await keepChain(tx, memory, {
      device: vault.device,
      scope,
      base,
      head: link,
      told: told[0] > link[0] ? told : link,
    })
    if (full) await keepVault(tx, memory, { lastFull: fullNow(memory, now) })
    if (Object.keys(header.seen).length > 0)
      await keepVault(tx, memory, { toldSeen: { ...memory.vault.toldSeen, ...seenIn(memory, scope) } })
    if (untold) {
      const told = { ...untold, toldIn: header.seq }
      await saveKey(tx, told)
      memory.held = memory.held.map((key) => (key.id === told.id ? told : key))
    }
  })
}

/** The full state of a scope, at the point where everything known was taken in and nothing of ours waits; false: something waited. */
export async function addSnapshot(scope: Scope, needs: SendNeeds): Promise<boolean> {
  const { memory, options, change } = needs
  const { vault } = memory
  const state = await change(async (tx) => {
    if ((await options.merge.waiting(tx)).has(scope)) return undefined
    return {
      lines: await options.merge.snapshotLines(tx, scope),
      digest: await options.merge.stateDigest(tx, scope),
      covers: vectorOf(memory, scope),
    }
  })
  // Somebody typed in between: the next look finds it sent, and makes the summary then.
  if (!state) return false
  const epoch = (vault.epochs[scope] ?? 0) + 1
  const header = {
    list: listLink(memory),
    ...{ dev: vault.device, scope, epoch, covers: state.covers, digest: state.digest },
  }
  const min = options.merge.oldestReader(state.lines)
  const sealed = await sealSnapshot(header, state.lines, { ...sealOptions(needs, scope), min })
  const name = parseName(sealed.name)
  if (name?.kind !== 'snapshot') throw new Error('a summary has the name of something else')
  await change(async (tx) => {
    const whole = {
      ...header,
      v: formatVersion,
      min,
      vault: vault.id,
      wall: wallOf(needs.now),
      app: options.appVersion,
    }
    const file = fileOf(name, sealed.bytes, { ...whole, n: state.lines.length, len: 0 }, true)
    await keepFile(tx, memory, file, sealed.bytes)
    await keepVault(tx, memory, {
      epochs: { ...memory.vault.epochs, [scope]: epoch },
      acknowledged: { ...memory.vault.acknowledged, [scope]: [epoch, sealed.hash] },
    })
  })
  return true
}

const wallOf = (now: Date) => now.toISOString().slice(0, 16)

function listLink({ list }: Memory): Link {
  if (!list) throw new Error('there is no list of devices')
  return [list.version, list.heads[0] ?? '']
}

export function sealOptions({ memory, options, now }: SendNeeds, scope: Scope | undefined): SealOptions {
  if (!memory.keys) throw new Error('this PC has no keys')
  const recipients = recipientsOf(memory, scope)
  return { vault: memory.vault.id, app: options.appVersion, now, key: memory.keys.signing, recipients }
}

function ownFile({ name, bytes }: SealedFile): KnownFile {
  const parsed = parseName(name)
  if (parsed?.kind !== 'segment') throw new Error('a segment has the name of something else')
  const { device, scope, seq, hash } = parsed
  return {
    ...{ name, kind: 'segment', device, scope, number: seq, hash, size: bytes.length },
    ...{ state: 'whole', own: true, header: null, missedAt: null },
  }
}

function seenIn(memory: Memory, scope: Scope): SegmentHeader['seen'] {
  const vector: Record<string, Link> = {}
  for (const [device, link] of Object.entries(vectorOf(memory, scope) satisfies Vector))
    if (device !== memory.vault.device) vector[device] = link
  return Object.keys(vector).length > 0 ? { [scope]: vector } : {}
}

/** What changed since the segment before this one: whoever reads a chain has read that. */
function newlySeen(memory: Memory, scope: Scope): SegmentHeader['seen'] {
  const told = memory.vault.toldSeen[scope] ?? {}
  const isNew = ([device, link]: [string, Link]) => String(told[device]) !== String(link)
  const news = Object.entries(seenIn(memory, scope)[scope] ?? {}).filter(isNew)
  return news.length > 0 ? { [scope]: Object.fromEntries(news) } : {}
}

function seenInAll(memory: Memory): SegmentHeader['seen'] {
  return Object.assign({}, ...ownScopes(memory).map((scope) => seenIn(memory, scope)))
}

function ownHeads(memory: Memory): ByScope<Link> {
  const heads: Record<string, Link> = {}
  for (const { device, scope, head } of memory.chains.values())
    if (device === memory.vault.device && head[0] > 0) heads[scope] = head
  return heads
}

function fullNow(memory: Memory, now: Date): OwnFull {
  const keysSeen = Object.fromEntries([...memory.devices.values()].map(({ id, recipientIn }) => [id, recipientIn]))
  return { at: now.toISOString(), acknowledged: memory.vault.acknowledged, keysSeen }
}

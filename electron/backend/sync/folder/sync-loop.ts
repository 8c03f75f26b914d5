// Keeping in step, one look at the folder at a time: take in lists, summaries and changes, compare, sum up, send, put back. Whatever
// happens in between - the program is killed, the stick pulled out, the folder put back to last week - the next look goes on from what
// the book says.
import type { SyncStatus } from '../../../../shared/domain/sync-status.ts'
import type { Scope } from '../../database/declare-table.ts'
import { RuleBroken } from '../../rule-broken.ts'
import type { DeviceList } from '../format/device-list.ts'
import { type FileName, parseName } from '../format/file-names.ts'
import { openSegment } from '../format/open-file.ts'
import type { SigningKey } from '../format/signing.ts'
import { addList } from './change-list.ts'
import { describeStatus, type Look } from './describe-status.ts'
import { cleanUp, destroyOldKeys, startEpochs, takeNewKey } from './epochs.ts'
import { chainOf, isOvertaken, keepVault, loadMemory, type Memory, ownScopes, recipientOf, trustOf } from './memory.ts'
import { publish } from './publish.ts'
import { readMarker } from './read-marker.ts'
import { cutSegments, maySend, sendFull } from './send.ts'
import type { Listing, SharedFolder } from './shared-folder.ts'
import { compareSnapshots, takeInSnapshots, uncompared } from './snapshots.ts'
import { changeOf, hourMs, type SyncOptions, usualLimits } from './sync-options.ts'
import { bytesOf, type Vault } from './sync-queries.ts'
import { takeInLists } from './take-in-lists.ts'
import { applySegment, takeInSegments } from './take-in-segments.ts'
import { takeNewName } from './twin.ts'

export interface Tick {
  /** Send what was changed; false while somebody is typing. */
  readonly cut: boolean
  /** Look at sizes too, and at the contents of some files: dearer, and finds damage. */
  readonly thorough: boolean
}

export interface SyncLoop {
  /** One look at the folder. Looks never overlap. */
  tick(tick: Tick): Promise<SyncStatus | undefined>
  /** As it was after the last look; undefined while nobody shares. */
  status(): SyncStatus | undefined
  /** The list of devices that holds. */
  list(): Promise<DeviceList | undefined>
  /** Own name in the folder, and where the folder is. */
  vault(): Promise<Vault | undefined>
  /** Makes a next list. `root`: signed by the recovery sheet, when no admin is left or two take each other off. */
  changeList(change: (list: DeviceList) => DeviceList, root?: SigningKey): Promise<void>
  /** Sums up at the next look, so that old files and old keys go: after somebody was erased or taken off. */
  requestEpoch(scopes?: readonly Scope[]): void
  /** So many rows are gone for good now. Answers whether somebody was erased since the last time. */
  noteErased(count: number): Promise<boolean>
  /** Takes in the held segments of a device: somebody looked, and the people are to be removed. */
  release(device: string): Promise<void>
  /** Puts everything back that is missing in the folder, other people's files too. */
  repair(): void
  /** Another folder; everything is put there again. */
  moveTo(folder: string): Promise<void>
  /** What is in the book was changed by somebody else than this loop. */
  forget(): void
}

const filesVerified = 3

export function createSyncLoop(options: SyncOptions): SyncLoop {
  const change = changeOf(options)
  let memory: Memory | undefined
  let folder: SharedFolder | undefined
  let last: SyncStatus | undefined
  let verified = 0
  let repairing = false
  let tooLarge = false
  const epochsAsked = new Set<Scope>()
  let queue: Promise<unknown> = Promise.resolve()

  return {
    tick: (how) => inTurn(() => tick(how)),
    status: () => last,
    list: () => inTurn(async () => (await load())?.list),
    vault: () => inTurn(async () => (await load())?.vault),
    changeList: (work, root) => inTurn(() => changeList(work, root)),
    requestEpoch(scopes) {
      for (const scope of scopes ?? (memory ? ownScopes(memory) : [])) epochsAsked.add(scope)
    },
    noteErased: (count) => inTurn(() => noteErased(count)),
    release: (device) => inTurn(() => release(device)),
    repair() {
      repairing = true
    },
    moveTo: (root) => inTurn(() => moveTo(root)),
    forget() {
      memory = undefined
      folder = undefined
    },
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = queue.then(work).catch((error: unknown) => {
      // What the memory says may not be in the book.
      memory = undefined
      throw error
    })
    queue = mine.catch(() => undefined)
    return mine
  }

  async function load(): Promise<Memory | undefined> {
    memory ??= await loadMemory(options.db, options.way)
    return memory
  }

  async function tick(how: Tick): Promise<SyncStatus | undefined> {
    const known = await load()
    if (!known) {
      last = undefined
      return undefined
    }
    const isFirst = folder === undefined
    folder ??= options.openFolder(known.vault.folder, known.vault.device)
    if (isFirst) await folder.tidy()
    const look = await lookInto(known, folder, how)
    last = describeStatus(known, look, options.now())
    return last
  }

  async function lookInto(known: Memory, shared: SharedFolder, how: Tick): Promise<Look> {
    const now = options.now()
    const needs = { memory: known, folder: shared, options, change, now, db: options.db }
    const listing = await shared.list(how.thorough)
    const nothing = { listing: undefined, isOther: false, isTooLarge: false, unsent: 0 }
    if (typeof listing === 'string')
      return { ...nothing, failure: listing, unsent: await keepOutgoing(known, how, now) }
    const marker = readMarker(listing.marker)
    // An empty or another folder: the stick is not in, or it is somebody else's. Nothing is written there.
    if (marker?.vault !== known.vault.id)
      return { ...nothing, failure: marker === null ? 'missing' : undefined, isOther: marker !== null }

    // Sizes are known after a thorough look; until the next one it stays as it was.
    if (how.thorough) tooLarge = bytesOfOurs(listing) > (options.limits?.bytes ?? usualLimits.bytes)
    if (known.keys && !tooLarge) await takeIn(known, listing, needs)
    if (known.isTwin && maySend(known)) await takeNewName(needs)
    if (maySend(known)) {
      // With each epoch a new key, told along with what was compared; the keys of a PC that has only just joined are new.
      const before = known.vault.lastFull?.acknowledged ?? {}
      if (Object.keys(before).some((scope) => isAnother(before, known.vault.acknowledged, scope as Scope)))
        await takeNewKey(needs)
      if (how.cut) await cutSegments(needs)
      await startEpochs(epochsAsked, needs)
      await sendFull(needs)
      await cleanUp(needs)
      await destroyOldKeys(needs)
    }
    const verify = how.thorough ? someOwnFiles(known) : new Set<string>()
    const { failure, unsent } = await publish({ ...needs, listing, repair: repairing, verify })
    repairing = false
    await noteLook(known, now)
    return { listing, failure, isOther: false, isTooLarge: tooLarge, unsent }
  }

  async function takeIn(known: Memory, listing: Listing, needs: Parameters<typeof takeInSnapshots>[1]): Promise<void> {
    const names = namesIn(listing, known)
    // What is gone from the folder, or past by a summary, need not be waited for under that name.
    for (const seen of [known.damaged, known.newer, known.refused, known.listWaiters])
      for (const name of seen.keys()) if (!listing.entries.has(name) || isOvertaken(known, name)) seen.delete(name)
    await takeInLists(names.filter(isKind('list')), needs)
    if (known.list?.removed.some(({ id }) => id === known.vault.device)) return
    await takeInSnapshots(names.filter(isKind('snapshot')), needs)
    const segments = names.filter(isKind('segment'))
    await takeInSegments(segments, (scope, device) => comparedFirst(known, scope, device), needs)
    await compareSnapshots(needs)
    await takeInSegments(segments, () => Number.POSITIVE_INFINITY, needs)
  }

  /** Without a folder, changes still get their place in the outbox: what was sealed is sure to be sent as it is. */
  async function keepOutgoing(known: Memory, how: Tick, now: Date): Promise<number> {
    if (how.cut && maySend(known)) await cutSegments({ memory: known, options, change, now })
    return 0
  }

  async function noteLook(known: Memory, now: Date): Promise<void> {
    const before = known.vault.lookedAt
    const lookedAt = now.toISOString()
    known.vault = { ...known.vault, lookedAt }
    // On the disk once an hour is enough: a look at a quiet folder writes nothing.
    if (!before || now.getTime() - Date.parse(before) >= hourMs)
      await change((tx) => keepVault(tx, known, { lookedAt }))
  }

  function someOwnFiles(known: Memory): ReadonlySet<string> {
    const own = [...known.files.values()].filter((file) => file.own && file.state === 'whole').map(({ name }) => name)
    if (own.length === 0) return new Set()
    const start = verified % own.length
    verified += filesVerified
    return new Set([...own, ...own].slice(start, start + filesVerified))
  }

  async function changeList(work: (list: DeviceList) => DeviceList, root?: SigningKey): Promise<void> {
    const known = await load()
    if (!known?.list || !known.keys) throw new RuleBroken('keyMissing')
    // Whoever is added reads here for whom to encrypt: the key that somebody joined with may be thrown away long since.
    const devices = known.list.devices.map((device) => ({ ...device, recipient: recipientOf(known, device) }))
    await addList(work({ ...known.list, devices }), { memory: known, options, change, now: options.now() }, root)
  }

  async function noteErased(count: number): Promise<boolean> {
    const known = await load()
    // Who joins gets, with the book, what was erased long ago: none of that is in any file.
    if (!known || ownScopes(known).length === 0) return false
    if (ownScopes(known).some((scope) => known.vault.epochs[scope] === undefined)) return false
    const before = known.vault.erased
    if (before?.count === count) return false
    const isNew = before !== undefined && count > before.count
    const erased = { ...before, count, ...(isNew ? { in: known.vault.epochs } : {}) }
    await change((tx) => keepVault(tx, known, { erased }))
    return isNew
  }

  async function release(device: string): Promise<void> {
    const known = await load()
    if (!known) return
    const held = [...known.files.values()].filter((file) => file.state === 'held' && file.device === device)
    for (const file of held.sort((one, other) => one.number - other.number)) {
      const name = parseName(file.name)
      const bytes = await bytesOf(options.db, file.name)
      if (!bytes || name?.kind !== 'segment') continue
      const opened = await openSegment(name, bytes, trustOf(known, options.now()))
      if (opened.outcome !== 'opened') continue
      await applySegment({ ...file, state: 'whole' }, opened.header, opened.lines, bytes, {
        memory: known,
        options,
        change,
      })
    }
  }

  async function moveTo(root: string): Promise<void> {
    const known = await load()
    if (!known) return
    await change((tx) => keepVault(tx, known, { folder: root }))
    folder = undefined
    tooLarge = false
  }
}

const isAnother = (before: Vault['acknowledged'], after: Vault['acknowledged'], scope: Scope) =>
  String(before[scope]) !== String(after[scope])

function comparedFirst(memory: Memory, scope: Scope, device: string): number {
  const snapshot = uncompared(memory, scope)
  if (!snapshot) return Number.POSITIVE_INFINITY
  return Math.max(snapshot.header.covers[device]?.[0] ?? 0, chainOf(memory, device, scope).head[0])
}

function bytesOfOurs({ entries }: Listing): number {
  let bytes = 0
  for (const [name, size] of entries) if (size !== null && parseName(name)) bytes += size
  return bytes
}

function namesIn(listing: Listing, memory: Memory): FileName[] {
  const names: FileName[] = []
  for (const name of listing.entries.keys()) {
    const parsed = memory.files.has(name) ? undefined : parseName(name)
    if (parsed) names.push(parsed)
  }
  return names
}

const isKind =
  <Kind extends FileName['kind']>(kind: Kind) =>
  (name: FileName): name is Extract<FileName, { kind: Kind }> =>
    name.kind === kind

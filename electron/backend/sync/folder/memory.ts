// What the loop knows, read from the book once and kept beside it: a look into a folder in which nothing happened must cost nothing.
// Every change goes to the book and to the memory together; after an error the memory is thrown away and read anew.
import type { SyncRefusal } from '../../../../shared/domain/sync-status.ts'
import type { Scope } from '../../database/declare-table.ts'
import type { Reader, Transaction } from '../../database/transaction.ts'
import type { ComputerWay } from '../../sealing/computer-way.ts'
import { type DeviceEntry, type EffectiveList, type KnownList, resolveLists } from '../format/device-list.ts'
import { parseName, scopes } from '../format/file-names.ts'
import { type Link, sheetSigner, type Vector } from '../format/header.ts'
import type { Signer, Trust } from '../format/open-file.ts'
import { chainStart } from '../format/seal-file.ts'
import { type DeviceKeys, openKeys } from '../keys/device-keys.ts'
import {
  type Chain,
  chainsOf,
  devicesOf,
  filesOf,
  type HeardDevice,
  type HeldKey,
  insertFile,
  type KnownFile,
  keysOf,
  listsOf,
  saveChain,
  saveDevice,
  saveList,
  saveVault,
  type Vault,
  vaultOf,
} from './sync-queries.ts'

export interface Memory {
  vault: Vault
  held: HeldKey[]
  /** undefined: this computer does not give the keys. */
  keys: DeviceKeys | undefined
  readonly lists: Map<string, KnownList>
  list: EffectiveList | undefined
  readonly files: Map<string, KnownFile>
  /** By device, scope and number: the hashes that were taken in. More than one: two wrote under one name. */
  readonly hashes: Map<string, Set<string>>
  readonly chains: Map<string, Chain>
  readonly devices: Map<string, HeardDevice>
  /** What was looked at and not taken in; looked at again when the list of devices changes. */
  readonly refused: Map<
    string,
    { readonly reason: SyncRefusal; readonly device: string | null; readonly since: number }
  >
  /** Genuine files that wait for one before them, by name: the hash they wait for. */
  readonly orphans: Map<string, string>
  /** Files whose bytes are not those of their name: since when. */
  readonly damaged: Map<string, number>
  readonly newer: Map<string, string>
  readonly listWaiters: Set<string>
  /** Summaries that are not equal to this book, by name. */
  readonly differing: Map<string, string>
  readonly twins: Set<string>
  /** Somebody else writes under our name. */
  isTwin: boolean
}

export async function loadMemory(db: Reader, way: ComputerWay): Promise<Memory | undefined> {
  const vault = await vaultOf(db)
  if (!vault) return undefined
  const held = await keysOf(db)
  const lists = await listsOf(db)
  const memory: Memory = {
    vault,
    held,
    keys: await openKeys(way, held),
    lists: new Map(lists.map((list) => [list.hash, list])),
    list: resolveLists(lists),
    files: new Map(),
    hashes: new Map(),
    chains: new Map((await chainsOf(db)).map((chain) => [chainKey(chain.device, chain.scope), chain])),
    devices: new Map((await devicesOf(db)).map((device) => [device.id, device])),
    refused: new Map(),
    orphans: new Map(),
    damaged: new Map(),
    newer: new Map(),
    listWaiters: new Set(),
    differing: new Map(),
    twins: new Set(),
    isTwin: false,
  }
  for (const file of await filesOf(db)) remember(memory, file)
  return memory
}

const chainKey = (device: string, scope: string) => `${device}/${scope}`
const numberKey = (device: string, scope: string, number: number) => `${device}/${scope}/${number}`

export function chainOf(memory: Memory, device: string, scope: Scope): Chain {
  const known = memory.chains.get(chainKey(device, scope))
  return known ?? { device, scope, head: chainStart, base: chainStart, told: chainStart }
}

/** Whether a file with this number and hash was taken in, or is covered by a summary. */
export function hasLink(memory: Memory, device: string, scope: Scope, [seq, hash]: Link): boolean {
  if (seq === 0) return hash === ''
  const { base, head } = chainOf(memory, device, scope)
  if (seq === base[0] && hash === base[1]) return true
  if (seq === head[0] && hash === head[1]) return true
  return memory.hashes.get(numberKey(device, scope, seq))?.has(hash) ?? false
}

export function ownScopes(memory: Memory): readonly Scope[] {
  return memory.list?.devices.find(({ id }) => id === memory.vault.device)?.scopes ?? []
}

/** Whether a file says nothing any more that this PC has not got by a summary, whatever became of it. */
export function isOvertaken(memory: Memory, written: string): boolean {
  const name = parseName(written)
  if (name?.kind === 'segment') return name.seq <= chainOf(memory, name.device, name.scope).base[0]
  if (name?.kind !== 'snapshot') return false
  const [epoch, hash] = memory.vault.acknowledged[name.scope] ?? [0, '']
  return name.epoch < epoch || (name.epoch === epoch && name.hash >= hash)
}

/** The last file of every device in a scope. */
export function vectorOf(memory: Memory, scope: Scope): Vector {
  const vector: Record<string, Link> = {}
  for (const chain of memory.chains.values())
    if (chain.scope === scope && chain.head[0] > 0) vector[chain.device] = chain.head
  return vector
}

/** The age keys that a file of this scope is made for. */
export function recipientsOf(memory: Memory, scope: Scope | undefined): string[] {
  const { list } = memory
  if (!list) return []
  const readers = list.devices.filter(({ scopes: some }) => scope === undefined || some.includes(scope))
  return [...readers.map((reader) => recipientOf(memory, reader)), list.sheet]
}

/** The age key that a device reads with now: on the list stands that of when it was made, which it may have destroyed since. */
export function recipientOf({ vault, keys, devices }: Memory, { id, recipient }: DeviceEntry): string {
  return id === vault.device ? (keys?.identities[0]?.[0] ?? recipient) : (devices.get(id)?.recipient ?? recipient)
}

export function trustOf(memory: Memory, now: Date): Trust {
  const { list, lists, vault } = memory
  const signers = new Map<string, Signer>()
  for (const { id, signKey, scopes: some } of list?.devices ?? []) signers.set(id, { publicKey: signKey, scopes: some })
  for (const { id, signKey, scopes: some, cut } of list?.removed ?? [])
    signers.set(id, { publicKey: signKey, scopes: some, cut })
  return {
    vault: vault.id,
    identities: memory.keys?.identities.map(([, identity]) => identity) ?? [],
    signer: (id) => signers.get(id),
    knowsList: ([, hash]) => lists.has(hash),
    now,
  }
}

/** Whom lists are believed from: every device that ever was on one, and the sheet. Whether it may is seen from the lists before. */
export function listTrustOf(memory: Memory, now: Date): Trust {
  const keys = new Map<string, string>([[memory.vault.anchor.device, memory.vault.anchor.signKey]])
  for (const { content } of memory.lists.values())
    for (const { id, signKey } of [...content.devices, ...content.removed]) keys.set(id, signKey)
  if (memory.list) keys.set(sheetSigner, memory.list.root)
  const signer = (id: string) => {
    const publicKey = keys.get(id)
    return publicKey === undefined ? undefined : { publicKey, scopes }
  }
  return { ...trustOf(memory, now), signer }
}

export async function keepFile(tx: Transaction, memory: Memory, file: KnownFile, bytes: Uint8Array): Promise<void> {
  await insertFile(tx, file, bytes)
  remember(memory, file)
}

export async function keepChain(tx: Transaction, memory: Memory, chain: Chain): Promise<void> {
  await saveChain(tx, chain)
  memory.chains.set(chainKey(chain.device, chain.scope), chain)
}

export async function keepDevice(tx: Transaction, memory: Memory, device: HeardDevice): Promise<void> {
  await saveDevice(tx, device)
  memory.devices.set(device.id, device)
}

export async function keepVault(tx: Transaction, memory: Memory, change: Partial<Vault>): Promise<void> {
  memory.vault = { ...memory.vault, ...change }
  await saveVault(tx, memory.vault)
}

export async function keepList(tx: Transaction, memory: Memory, list: KnownList): Promise<void> {
  await saveList(tx, list)
  memory.lists.set(list.hash, list)
  memory.list = resolveLists([...memory.lists.values()])
  // Who was strange before may be known now.
  memory.refused.clear()
  memory.listWaiters.clear()
}

function remember(memory: Memory, file: KnownFile): void {
  memory.files.set(file.name, file)
  if (file.kind !== 'segment' || file.state === 'held') return
  const key = numberKey(file.device, file.scope, file.number)
  const hashes = memory.hashes.get(key) ?? new Set()
  memory.hashes.set(key, hashes.add(file.hash))
}

export function forgetFile(memory: Memory, file: KnownFile): void {
  memory.files.delete(file.name)
  memory.hashes.delete(numberKey(file.device, file.scope, file.number))
}

export const isFork = (memory: Memory, device: string, scope: Scope, number: number) =>
  (memory.hashes.get(numberKey(device, scope, number))?.size ?? 0) > 1

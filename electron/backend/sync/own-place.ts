// What this computer may among those that keep the book together, and who was there before two took each other off.
import type { Reader } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { ComputerWay } from '../sealing/computer-way.ts'
import { loadMemory, type Memory } from './folder/memory.ts'
import type { DeviceEntry } from './format/device-list.ts'

export const ownEntry = ({ list, vault }: Memory) => list?.devices.find(({ id }) => id === vault.device)
export const isAdminOf = (memory: Memory) => ownEntry(memory)?.admin === true
export const ownScopesOf = (memory: Memory) => [...(ownEntry(memory)?.scopes ?? [])]

/** Everybody who was on the list before two took each other off, as they stood there. */
export function disputedIn({ list, lists }: Memory): DeviceEntry[] {
  if (!list?.disputed) return []
  const before = list.heads.flatMap((hash) => lists.get(hash)?.prev ?? []).flatMap((hash) => lists.get(hash) ?? [])
  const entries = new Map(before.flatMap(({ content }) => content.devices).map((entry) => [entry.id, entry]))
  return [...entries.values()].filter(({ id }) => list.removed.some((gone) => gone.id === id))
}

/** Throws RuleBroken `notShared`, and `notYourTask` where this computer may not invite or take off. */
export async function adminMemory(db: Reader, way: ComputerWay): Promise<Memory> {
  const memory = await loadMemory(db, way)
  if (!memory) throw new RuleBroken('notShared')
  if (!isAdminOf(memory)) throw new RuleBroken('notYourTask')
  return memory
}

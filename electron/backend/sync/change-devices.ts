// Who keeps the book together changes: somebody is taken off, may do more, or has the whole book from now on.
import { sharedParts } from '../../../shared/domain/sharing-role.ts'
import type { Reader } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { ComputerWay } from '../sealing/computer-way.ts'
import type { Sealing } from '../sealing/sealing.ts'
import { readSheetLine } from '../sealing/sheet-input.ts'
import { chainOf, loadMemory, type Memory } from './folder/memory.ts'
import type { SyncLoop } from './folder/sync-loop.ts'
import type { DeviceEntry } from './format/device-list.ts'
import { rootKeyOfSheet } from './keys/root-key.ts'
import { adminMemory, disputedIn, isAdminOf, ownScopesOf } from './own-place.ts'
import type { Sharing } from './sharing.ts'

export type DeviceChanges = Pick<Sharing, 'remove' | 'makeAdmin' | 'handOver' | 'settle' | 'takeNewSheet'>

export interface DeviceChangesOptions {
  readonly db: Reader
  readonly way: ComputerWay
  readonly sealing: Sealing
  readonly loop: SyncLoop
  /** Makes a folder ready for everybody to go on in. Throws RuleBroken for what is wrong with it. */
  readonly markFolder: (folder: string, vault: Memory['vault']) => Promise<void>
  readonly lookOnce: () => Promise<void>
  readonly tellWindows: () => void
}

/** Its caller sees to it that one change follows the other. */
export function createDeviceChanges(options: DeviceChangesOptions): DeviceChanges {
  const { db, way, sealing, loop } = options
  return { remove, makeAdmin, handOver, settle, takeNewSheet }

  async function remove(device: string, folder: string): Promise<void> {
    const memory = await adminMemory(db, way)
    const gone = memory.list?.devices.find(({ id }) => id === device)
    if (!gone || device === memory.vault.device) throw new RuleBroken('notFound')
    if (folder === memory.vault.folder) throw new RuleBroken('sameFolder', { field: 'folder' })
    await options.markFolder(folder, memory.vault)
    // What was sent until now counts; nothing that comes after does.
    const cut = Object.fromEntries(gone.scopes.map((scope) => [scope, chainOf(memory, device, scope).head[0]]))
    await loop.changeList((list) => ({
      ...list,
      devices: list.devices.filter(({ id }) => id !== device),
      removed: [...list.removed, { ...gone, cut }],
    }))
    // Once more in the old folder, so that everybody hears of it; from then on in the new one.
    await options.lookOnce()
    await loop.moveTo(folder)
    loop.requestEpoch(sharedParts)
    await options.lookOnce()
    options.tellWindows()
  }

  function makeAdmin(device: string): Promise<void> {
    return changeEntry(device, { admin: true })
  }

  async function handOver(device: string): Promise<void> {
    const memory = await adminMemory(db, way)
    // Nobody can give away a part of the book that is not here.
    const scopes = ownScopesOf(memory)
    loop.requestEpoch(scopes)
    await changeEntry(device, { admin: true, scopes })
  }

  async function changeEntry(device: string, change: Partial<Pick<DeviceEntry, 'admin' | 'scopes'>>): Promise<void> {
    const memory = await adminMemory(db, way)
    if (!memory.list?.devices.some(({ id }) => id === device)) throw new RuleBroken('notFound')
    const changed = (entry: DeviceEntry) => (entry.id === device ? { ...entry, ...change } : entry)
    await loop.changeList((list) => ({ ...list, devices: list.devices.map(changed) }))
    await options.lookOnce()
    options.tellWindows()
  }

  async function takeNewSheet(): Promise<void> {
    const memory = await loadMemory(db, way)
    if (!memory?.keys || !isAdminOf(memory)) return
    const { recipient, root } = await sealing.sheetForSharing()
    if (recipient === memory.list?.sheet) return
    await loop.changeList((list) => ({ ...list, sheet: recipient, root }))
    loop.requestEpoch(ownScopesOf(memory))
    await options.lookOnce()
    options.tellWindows()
  }

  async function settle(line: string, keep: readonly string[]): Promise<void> {
    const memory = await loadMemory(db, way)
    if (!memory) throw new RuleBroken('notShared')
    const disputed = disputedIn(memory)
    if (!memory.list || disputed.length === 0) throw new RuleBroken('notDisputed')
    const root = await rootKeyOfSheet(readSheetLine(line))
    if (root.publicKey !== memory.list.root) throw new RuleBroken('sheetOfOther', { field: 'line' })
    const stays = new Set([memory.vault.device, ...keep])
    const back = disputed.filter(({ id }) => stays.has(id))
    await loop.changeList(
      (list) => ({
        ...list,
        devices: [...list.devices, ...back],
        removed: list.removed.filter(({ id }) => !back.some((one) => one.id === id)),
      }),
      root,
    )
    loop.requestEpoch(sharedParts)
    await options.lookOnce()
    options.tellWindows()
  }
}

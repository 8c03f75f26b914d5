// The first step of a PC: founding a shared book in an empty folder, or joining one by an invitation.
import { createHmac } from 'node:crypto'
import type { Scope } from '../../database/declare-table.ts'
import { RuleBroken } from '../../rule-broken.ts'
import type { DeviceEntry } from '../format/device-list.ts'
import { makeIdentity, makeSigning, openKeys } from '../keys/device-keys.ts'
import { addList } from './change-list.ts'
import { markerName, readmeName } from './folder-tasks.ts'
import { loadMemory, type Memory } from './memory.ts'
import { readMarker } from './read-marker.ts'
import type { Listing, SharedFolder } from './shared-folder.ts'
import { changeOf, type SyncOptions } from './sync-options.ts'
import { type HeldKey, saveKey, saveVault, type Vault } from './sync-queries.ts'

export interface Founding {
  /** Sixteen hexadecimal digits, by chance. */
  readonly vault: string
  readonly folder: string
  /** What the other people call this PC. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Of the recovery sheet: its age key and its signing key (keys/root-key.ts). */
  readonly sheet: string
  readonly root: string
  /** The text of LEESMIJ.txt, in the words of the association. */
  readonly readme: string
  /** What only this book on this PC says of itself: a folder that it marked before, and no further, is taken up again. */
  readonly founder: string
}

/** Throws RuleBroken `folderOfOtherBook` when the folder is of another shared book, `folderUnusable` when nothing can be written there. */
export async function foundVault(founding: Founding, options: SyncOptions): Promise<void> {
  const device = options.newDeviceId()
  const folder = options.openFolder(founding.folder, device)
  const id = await markFolder(folder, founding.vault, founding.readme, founding.founder)
  const own = await makeKeys(options)
  const entry: DeviceEntry = {
    ...{ id: device, name: founding.name, recipient: own.recipient, signKey: own.signKey },
    ...{ scopes: [...founding.scopes], admin: true },
  }
  const vault = vaultOf(id, device, founding.folder, { device, signKey: own.signKey })
  const epochs = Object.fromEntries(founding.scopes.map((scope) => [scope, 0]))
  const change = changeOf(options)
  await change(async (tx) => {
    await saveVault(tx, { ...vault, epochs })
    for (const key of own.keys) await saveKey(tx, key)
    await options.merge.begin(tx)
  })
  const memory = await loadMemory(options.db, options.way)
  if (!memory) throw new Error('the shared book is not there')
  const content = { devices: [entry], removed: [], sheet: founding.sheet, root: founding.root }
  await addList(content, { memory, options, change, now: options.now() })
}

/**
 * Writes what says whose folder it is; gives the name of the shared book that stands there now. A folder that says so already is left
 * alone: one of the same shared book, and one that this `founder` marked and put nothing into.
 */
export async function markFolder(
  folder: SharedFolder,
  vault: string,
  readme: string,
  founder?: string,
): Promise<string> {
  const listing = await folder.list(false)
  if (typeof listing === 'string') throw new RuleBroken('folderUnusable')
  if (listing.marker !== null) {
    const marked = readMarker(listing.marker)
    const isOwnStart = marked?.founder === founder && !hasFiles(listing)
    if (!marked || (marked.vault !== vault && !isOwnStart)) throw new RuleBroken('folderOfOtherBook')
    return marked.vault
  }
  const marker = `${JSON.stringify({ format: 'buurtboek', v: 1, vault, founder })}\n`
  const failure =
    (await folder.write(readmeName, Buffer.from(readme, 'utf8'))) ??
    (await folder.write(markerName, Buffer.from(marker, 'utf8')))
  if (failure) throw new RuleBroken('folderUnusable')
  return vault
}

/** @param device this PC, whatever its name in the folder */
export const founderOf = (bookSecret: string, device: string): string =>
  createHmac('sha256', bookSecret).update(`founder ${device}`).digest('hex')

/** The program stopped while it began: there is no list of devices yet, and nobody else can have heard of it. */
export const isHalfFounded = ({ list, vault }: Pick<Memory, 'list' | 'vault'>): boolean =>
  !list && vault.anchor.device === vault.device

const hasFiles = ({ entries }: Listing) => [...entries.keys()].some((name) => /^[mdsj]\//.test(name))

export interface Joining {
  readonly vault: string
  readonly folder: string
  /** Who invited this PC: its list is the first that is believed. */
  readonly inviter: { readonly device: string; readonly signKey: string }
}

/**
 * Makes the keys of this PC and remembers what it joins; the answer goes to whoever invited it, to be put on the list. Once that list
 * and a summary are in the folder, looking into it brings the rest.
 */
export async function prepareToJoin(
  joining: Joining,
  options: SyncOptions,
): Promise<Pick<DeviceEntry, 'id' | 'recipient' | 'signKey'>> {
  const device = options.newDeviceId()
  const own = await makeKeys(options)
  await changeOf(options)(async (tx) => {
    await saveVault(tx, vaultOf(joining.vault, device, joining.folder, joining.inviter))
    for (const key of own.keys) await saveKey(tx, key)
    await options.merge.begin(tx)
  })
  return { id: device, recipient: own.recipient, signKey: own.signKey }
}

function vaultOf(id: string, device: string, folder: string, anchor: Vault['anchor']): Vault {
  return { id, device, folder, anchor, epochs: {}, acknowledged: {}, lastFull: null, toldSeen: {}, lookedAt: null }
}

async function makeKeys(options: SyncOptions) {
  const at = options.now().toISOString()
  const signing = await makeSigning(options.way, at)
  const identity = await makeIdentity(options.way, at)
  const keys: HeldKey[] = [signing.wrapped, identity.wrapped].map((wrapped) => ({ ...wrapped, toldIn: 0 }))
  // Opened again before anybody is told of them: a key that does not open is worth nothing.
  if (!(await openKeys(options.way, keys))) throw new RuleBroken('keyMissing')
  return { keys, recipient: identity.opened[0], signKey: signing.opened.publicKey }
}

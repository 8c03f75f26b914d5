// Makes the folder hold what it must: our own files at once, whoever removed or damaged them; other people's, out of our copy, when they
// stayed away for a day. That a file is missing never means anything else.

import type { FolderFailure } from '../../capabilities.ts'
import type { Reader } from '../../database/transaction.ts'
import { hashOfBytes } from '../format/file-names.ts'
import { largestFile } from '../format/open-file.ts'
import type { Memory } from './memory.ts'
import type { Listing, SharedFolder } from './shared-folder.ts'
import { type Change, dayMs } from './sync-options.ts'
import { bytesOf, deleteFile, type KnownFile, setMissedAt } from './sync-queries.ts'

export interface PublishNeeds {
  readonly memory: Memory
  readonly db: Reader
  readonly folder: SharedFolder
  readonly listing: Listing
  readonly change: Change
  readonly now: Date
  /** Puts other people's files back at once: somebody asked for it. */
  readonly repair: boolean
  /** Own files of which the contents are looked at, too. */
  readonly verify: ReadonlySet<string>
}

export interface Published {
  readonly failure: FolderFailure | undefined
  /** Own files that are not in the folder. */
  readonly unsent: number
}

export async function publish(needs: PublishNeeds): Promise<Published> {
  const { memory, folder, listing } = needs
  let failure: FolderFailure | undefined
  let unsent = 0
  for (const file of [...memory.files.values()]) {
    if (file.state === 'removing') await takeAway(file, needs)
    if (file.state !== 'whole') continue
    const isWrong = await isMissingOrWrong(file, needs)
    if (!file.own) {
      await mind(file, isWrong, needs)
      continue
    }
    if (!isWrong) continue
    // After a failure the folder is left alone until the next look.
    const written = failure ?? (await put(file, needs))
    if (written) unsent += 1
    failure ??= written
  }
  for (const name of coveredAgain(memory, listing)) await folder.remove(name)
  return { failure, unsent }
}

async function isMissingOrWrong(file: KnownFile, { listing, verify, folder }: PublishNeeds): Promise<boolean> {
  const size = listing.entries.get(file.name)
  if (size === undefined || (size !== null && size !== file.size)) return true
  if (!verify.has(file.name)) return false
  const bytes = await folder.read(file.name, largestFile[file.kind])
  return bytes instanceof Uint8Array && hashOfBytes(bytes) !== file.hash
}

async function put(file: KnownFile, { db, folder }: PublishNeeds): Promise<FolderFailure | undefined> {
  const bytes = await bytesOf(db, file.name)
  return bytes ? folder.write(file.name, bytes) : undefined
}

/** Watches other people's files. Those that a summary covers are theirs to take away. */
async function mind(file: KnownFile, isWrong: boolean, needs: PublishNeeds): Promise<void> {
  const { memory, change, now } = needs
  if (isWrong && isTheirsToRemove(file, memory)) return
  if (isWrong && (needs.repair || (file.missedAt && now.getTime() - Date.parse(file.missedAt) >= dayMs))) {
    await put(file, needs)
    return
  }
  if (isWrong === (file.missedAt !== null)) return
  const missedAt = isWrong ? now.toISOString() : null
  await change((tx) => setMissedAt(tx, file.name, missedAt))
  memory.files.set(file.name, { ...file, missedAt })
}

function isTheirsToRemove({ kind, device, scope, number, hash }: KnownFile, memory: Memory): boolean {
  if (kind === 'list' || scope === '') return false
  const [epoch, acknowledged] = memory.vault.acknowledged[scope] ?? [0, '']
  if (kind === 'snapshot') return number < epoch || (number === epoch && hash !== acknowledged)
  for (const file of memory.files.values())
    if (file.header && file.scope === scope && file.number === epoch && file.hash === acknowledged)
      return number <= (file.header.covers[device]?.[0] ?? 0)
  return false
}

async function takeAway(file: KnownFile, { memory, folder, listing, change }: PublishNeeds): Promise<void> {
  if (listing.entries.has(file.name)) await folder.remove(file.name)
  else {
    await change((tx) => deleteFile(tx, file.name))
    memory.files.delete(file.name)
  }
}

/** Own files that were done with and are back in the folder: somebody put an older state of it there. */
function coveredAgain(memory: Memory, listing: Listing): string[] {
  const own = [...memory.chains.values()].filter(({ device }) => device === memory.vault.device)
  return [...listing.entries.keys()].filter((name) =>
    own.some(({ device, scope, base }) => {
      const start = `d/${device}/${scope}/`
      return name.startsWith(start) && Number(name.slice(start.length, start.length + 8)) <= base[0]
    }),
  )
}

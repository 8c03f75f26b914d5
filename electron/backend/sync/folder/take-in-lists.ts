// Takes in lists of devices. Who is on the list may read and write, so a list is believed only from somebody who was allowed to change
// the list before it. A PC that just joins has no list before: it believes the one of whoever invited it.
import { deviceList, type KnownList, maySign } from '../format/device-list.ts'
import { formatName, type ListName } from '../format/file-names.ts'
import { largestFile, openList } from '../format/open-file.ts'
import { keepFile, keepList, listTrustOf, type Memory } from './memory.ts'
import type { SharedFolder } from './shared-folder.ts'
import { type Change, hourMs } from './sync-options.ts'

export interface ListNeeds {
  readonly memory: Memory
  readonly folder: SharedFolder
  readonly change: Change
  readonly now: Date
}

export async function takeInLists(names: readonly ListName[], needs: ListNeeds): Promise<void> {
  const { memory } = needs
  const inOrder = [...names].sort((one, other) => one.version - other.version)
  const oldest = Math.min(...[...memory.lists.values()].map(({ version }) => version))
  for (const name of memory.lists.size === 0 ? inOrder.toReversed() : inOrder) {
    if (memory.lists.size > 0 && name.version < oldest) continue
    await takeInList(name, needs)
  }
  for (const name of inOrder.toReversed()) if (isNamed(memory, name)) await takeInFormer(name, needs)
}

async function takeInList(name: ListName, { memory, folder, change, now }: ListNeeds): Promise<void> {
  const written = formatName(name)
  const waitsFor = memory.orphans.get(written)
  if (memory.refused.has(written) || (waitsFor !== undefined && !memory.lists.has(waitsFor))) return
  const bytes = await folder.read(written, largestFile.list)
  if (!(bytes instanceof Uint8Array)) return
  const opened = await openList(name, bytes, listTrustOf(memory, now))
  if (opened.outcome === 'incomplete') {
    memory.damaged.set(written, memory.damaged.get(written) ?? now.getTime())
    return
  }
  memory.damaged.delete(written)
  if (opened.outcome === 'waits') return
  const refuse = (reason: 'malformed' | 'notAdmin') =>
    memory.refused.set(written, { reason, device: null, since: now.getTime() - hourMs })
  if (opened.outcome === 'refused') {
    // A PC that joins finds lists that were not made for it yet, or by people whom it does not know yet.
    if (memory.lists.size > 0)
      memory.refused.set(written, { reason: opened.reason, device: null, since: now.getTime() })
    return
  }
  const list = listIn(name, opened)
  if (!list) {
    refuse('malformed')
    return
  }
  const missing = list.prev.find((hash) => !memory.lists.has(hash))
  if (memory.lists.size === 0) {
    const isOurs = list.content.devices.some(({ id }) => id === memory.vault.device)
    if (list.signer !== memory.vault.anchor.device || !isOurs) return
  } else if (missing !== undefined) {
    memory.orphans.set(written, missing)
    return
  } else {
    const before = list.prev.flatMap((hash) => memory.lists.get(hash) ?? [])
    const isNext = list.version === Math.max(0, ...before.map(({ version }) => version)) + 1
    if (!isNext || !maySign(list.signer, before, list.content)) {
      refuse('notAdmin')
      return
    }
  }
  memory.orphans.delete(written)
  await keep(list, written, bytes, { memory, change })
}

/**
 * Whoever was let in just before somebody else begins with the list of both. The one before it may be made for them too, and files name it.
 * It is believed because one that we know goes on from it, by its hash.
 */
async function takeInFormer(name: ListName, { memory, folder, change, now }: ListNeeds): Promise<void> {
  const written = formatName(name)
  const bytes = await folder.read(written, largestFile.list)
  if (!(bytes instanceof Uint8Array)) return
  const opened = await openList(name, bytes, listTrustOf(memory, now))
  // Made before we were on it: it waits for itself, so that no look reads it again.
  if (opened.outcome === 'refused') memory.orphans.set(written, name.hash)
  const list = opened.outcome === 'opened' ? listIn(name, opened) : undefined
  if (list) await keep(list, written, bytes, { memory, change })
}

type OpenedList = Extract<Awaited<ReturnType<typeof openList>>, { outcome: 'opened' }>

function listIn(name: ListName, { header, lines }: OpenedList): KnownList | undefined {
  const content = deviceList.safeParse(parseJson(lines[0] ?? ''))
  if (!content.success || lines.length !== 1) return undefined
  const { version, prev, dev: signer } = header
  return { version, hash: name.hash, prev, signer, content: content.data }
}

function isNamed({ lists, orphans }: Memory, name: ListName): boolean {
  if (lists.has(name.hash) || orphans.get(formatName(name)) === name.hash) return false
  return [...lists.values()].some(({ prev }) => prev.includes(name.hash))
}

function keep(
  list: KnownList,
  written: string,
  bytes: Uint8Array,
  { memory, change }: Pick<ListNeeds, 'memory' | 'change'>,
): Promise<void> {
  return change(async (tx) => {
    await keepFile(
      tx,
      memory,
      {
        ...{ name: written, kind: 'list', device: list.signer, scope: '', number: list.version, hash: list.hash },
        ...{ size: bytes.length, state: 'whole', own: list.signer === memory.vault.device, header: null },
        missedAt: null,
      },
      bytes,
    )
    await keepList(tx, memory, list)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

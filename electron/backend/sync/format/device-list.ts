// The list of devices: who may write and read what. Versions are chained like everything else; when two people change it at once there
// are two heads, and what holds is worked out from them the same way on every PC until somebody joins them in a next version.
import { z } from 'zod'
import type { Scope } from '../../database/declare-table.ts'
import { scopes } from './file-names.ts'
import { sheetSigner } from './header.ts'

const device = z.string().regex(/^[0-9a-f]{8}$/)
const scope = z.enum(scopes as [Scope, ...Scope[]]) // the list is not empty
const entry = z.object({
  id: device,
  /** What people call it: whose PC it is. */
  name: z.string().max(100),
  /** Its age key when this version was made; it tells of later ones itself. */
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  signKey: z.base64().length(44),
  scopes: z.array(scope).refine((some) => some.includes('leden')),
  /** May change the list. */
  admin: z.boolean(),
})

export const deviceList = z.object({
  devices: z.array(entry).max(15),
  /** Those that were taken off: what they wrote before still has to be recognised. */
  removed: z.array(entry.extend({ cut: z.partialRecord(scope, z.int().min(0)) })),
  /** The recovery sheet's age key, and the signing key that is derived from it. */
  sheet: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  root: z.base64().length(44),
})

export type DeviceEntry = z.output<typeof entry>
export type RemovedEntry = DeviceList['removed'][number]
export type DeviceList = z.output<typeof deviceList>

/** A list that was found genuine: somebody who might, signed it. */
export interface KnownList {
  readonly version: number
  readonly hash: string
  readonly prev: readonly string[]
  readonly signer: string
  readonly content: DeviceList
}

export interface EffectiveList extends DeviceList {
  readonly version: number
  /** The heads it was worked out from; a next version names them all. */
  readonly heads: readonly string[]
  readonly disputed: boolean
}

/** What holds, given every genuine list that arrived; undefined without any. */
export function resolveLists(lists: readonly KnownList[]): EffectiveList | undefined {
  const named = new Set(lists.flatMap(({ prev }) => prev))
  const heads = lists.filter(({ hash }) => !named.has(hash)).sort(byStrength)
  const counting = heads.filter((head) => !isOverruled(head, heads))
  const [first] = counting
  if (!first) return undefined
  const removed = new Map<string, RemovedEntry>()
  for (const one of counting.flatMap(({ content }) => content.removed)) {
    const present = removed.get(one.id)
    removed.set(one.id, present ? { ...one, cut: smaller(present.cut, one.cut) } : one)
  }
  const devices = new Map<string, DeviceEntry>()
  for (const one of counting.flatMap(({ content }) => content.devices)) {
    if (!removed.has(one.id) && !devices.has(one.id)) devices.set(one.id, one)
  }
  return {
    devices: [...devices.values()],
    removed: [...removed.values()],
    sheet: first.content.sheet,
    root: first.content.root,
    version: Math.max(...heads.map(({ version }) => version)),
    heads: heads.map(({ hash }) => hash),
    disputed: counting.some((head) => counting.some((other) => isRemovedIn(head, other))),
  }
}

/** Whether `signer` may make this list, going on from `before`: the sheet, an admin of each, or a device that only gets a new name. */
export function maySign(signer: string, before: readonly KnownList[], next: DeviceList): boolean {
  if (before.length === 0) return false
  if (signer === sheetSigner) return true
  return before.every(({ content }) => {
    const own = content.devices.find(({ id }) => id === signer)
    return own !== undefined && (own.admin || isOnlyRenaming(own, content, next))
  })
}

/** The strongest first: what the sheet signed, then the higher version, then the lower hash. */
function byStrength(one: KnownList, other: KnownList): number {
  const sheet = Number(other.signer === sheetSigner) - Number(one.signer === sheetSigner)
  return sheet || other.version - one.version || (one.hash < other.hash ? -1 : 1)
}

/** A head does not count when the sheet made another, or when whoever signed it was taken off by somebody whom it leaves on. */
function isOverruled(head: KnownList, heads: readonly KnownList[]): boolean {
  const bySheet = heads.some(({ signer }) => signer === sheetSigner)
  if (bySheet) return head !== heads[0]
  return heads.some((other) => isRemovedIn(head, other) && !isRemovedIn(other, head))
}

const isRemovedIn = (head: KnownList, other: KnownList) => other.content.removed.some(({ id }) => id === head.signer)

/** A PC that was copied or put back takes a new name by itself; it may get no right by it that it did not have. */
function isOnlyRenaming(own: DeviceEntry, before: DeviceList, next: DeviceList): boolean {
  const added = next.devices.filter(({ id }) => !before.devices.some((known) => known.id === id))
  const [twin] = added
  return (
    added.length === 1 &&
    twin !== undefined &&
    twin.admin === own.admin &&
    twin.scopes.every((some) => own.scopes.includes(some)) &&
    JSON.stringify({ ...next, devices: next.devices.filter(({ id }) => id !== twin.id) }) === JSON.stringify(before)
  )
}

function smaller(one: RemovedEntry['cut'], other: RemovedEntry['cut']): RemovedEntry['cut'] {
  const cut = { ...one }
  for (const some of scopes) {
    const here = one[some]
    const there = other[some]
    if (here !== undefined && there !== undefined) cut[some] = Math.min(here, there)
    else if (there !== undefined) cut[some] = there
  }
  return cut
}

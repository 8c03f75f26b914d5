// What a provider's program does between the folders of several PCs: it carries what was written or removed, file by file, when it likes.
import type { SharedFolder } from '../../../electron/backend/sync/folder/shared-folder.ts'
import type { ReplicaFolder } from './replica-folder.ts'

export type Cloud = Map<string, Uint8Array>

export interface CarriedFolder {
  readonly folder: ReplicaFolder
  /** Written or removed here, and not yet at the provider. */
  readonly dirty: Set<string>
}

/** The folder as its PC uses it: what is written or removed is remembered. */
export function noteWrites({ folder, dirty }: CarriedFolder): SharedFolder {
  return {
    ...folder,
    async write(name, bytes) {
      const failure = await folder.write(name, bytes)
      if (!failure) dirty.add(name)
      return failure
    },
    async remove(name) {
      dirty.add(name)
      return folder.remove(name)
    },
  }
}

/** Up to the provider, of what `chosen` says. */
export function push(cloud: Cloud, { folder, dirty }: CarriedFolder, chosen: () => boolean): void {
  for (const name of [...dirty]) {
    if (!chosen()) continue
    const bytes = folder.files.get(name)
    if (bytes) cloud.set(name, bytes)
    else cloud.delete(name)
    dirty.delete(name)
  }
}

/** Down from the provider, of what `chosen` says. */
export function fetch(cloud: Cloud, { folder, dirty }: CarriedFolder, chosen: () => boolean): void {
  for (const name of new Set([...cloud.keys(), ...folder.files.keys()])) {
    if (dirty.has(name) || !chosen()) continue
    const bytes = cloud.get(name)
    if (bytes) folder.files.set(name, bytes)
    else folder.files.delete(name)
  }
}

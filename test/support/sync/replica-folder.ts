// The shared folder as one PC sees it, in memory: a copy that the provider's program keeps up, well or badly.
import type { FolderFailure } from '../../../electron/backend/capabilities.ts'
import type { SharedFolder } from '../../../electron/backend/sync/folder/shared-folder.ts'

export interface ReplicaFolder extends SharedFolder {
  readonly files: Map<string, Uint8Array>
  /** What the next requests answer instead; 'hidden' shows an empty folder. */
  trouble: ((request: 'list' | 'read' | 'write', name: string) => FolderFailure | 'hidden' | undefined) | undefined
}

const markerName = 'vault.json'

export function createReplicaFolder(files = new Map<string, Uint8Array>()): ReplicaFolder {
  const folder: ReplicaFolder = {
    files,
    trouble: undefined,
    async list(sizes) {
      const trouble = folder.trouble?.('list', '')
      if (trouble === 'hidden') return { marker: null, entries: new Map() }
      if (trouble) return trouble
      const marker = files.get(markerName)
      const names = [...files.keys()].filter((name) => name !== markerName && name !== 'LEESMIJ.txt')
      return {
        marker: marker ? Buffer.from(marker).toString('utf8') : null,
        entries: new Map(names.map((name) => [name, sizes ? (files.get(name)?.length ?? null) : null])),
      }
    },
    async read(name) {
      const trouble = folder.trouble?.('read', name)
      if (trouble && trouble !== 'hidden') return trouble
      return files.get(name) ?? 'missing'
    },
    async write(name, bytes) {
      const trouble = folder.trouble?.('write', name)
      if (trouble && trouble !== 'hidden') return trouble
      files.set(name, bytes)
      return undefined
    },
    async remove(name) {
      files.delete(name)
      return undefined
    },
    tidy: async () => undefined,
  }
  return folder
}

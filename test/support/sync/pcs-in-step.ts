// The PCs of a test that looks at keeping in step, on one clock; they are closed after each.
import { afterEach } from 'vitest'
import { createReplicaFolder, type ReplicaFolder } from './replica-folder.ts'
import { found, join, openSyncPc, type SyncPc } from './sync-pc.ts'

const begin = new Date('2026-11-23T12:00:00Z')

/** Call once in a file of tests. */
export function pcsOfTests() {
  const open: SyncPc[] = []
  let now = begin
  afterEach(async () => {
    await Promise.all(open.splice(0).map((pc) => pc.close()))
    now = begin
  })

  function aPc(folder: ReplicaFolder, change = {}): SyncPc {
    const pc = openSyncPc({ folder, clock: () => now, ...change })
    open.push(pc)
    return pc
  }

  return {
    aPc,
    pass(hours: number): void {
      now = new Date(now.getTime() + hours * 3_600_000)
    },
    /** Two PCs that are in step, looking at one folder. */
    async twoInStep() {
      const folder = createReplicaFolder()
      const anna = aPc(folder)
      const bert = aPc(folder)
      await found(anna)
      anna.edit('from before')
      const bertId = await join(bert, anna)
      for (const pc of [anna, bert, anna, bert, anna, bert]) await pc.look()
      const annaId = (await anna.loop.vault())?.device ?? ''
      return { folder, anna, bert, annaId, bertId }
    },
  }
}

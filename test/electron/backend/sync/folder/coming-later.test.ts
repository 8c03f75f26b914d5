// PCs that are let in while the files of the others are on their way: made before anybody had heard of the new one, and read after.
import { describe, expect, test } from 'vitest'
import type { SyncCause } from '../../../../../shared/domain/sync-status.ts'
import { pcsOfTests } from '../../../../support/sync/pcs-in-step.ts'
import { createReplicaFolder, type ReplicaFolder } from '../../../../support/sync/replica-folder.ts'
import { join, type SyncPc } from '../../../../support/sync/sync-pc.ts'

const { aPc, pass, twoInStep } = pcsOfTests()

/** Writes while the provider brings nothing; it does once the answer is called. */
async function writeApart(pc: SyncPc, folder: ReplicaFolder, line: string): Promise<() => void> {
  const apart = createReplicaFolder(new Map(folder.files))
  pc.see(apart)
  pc.edit(line)
  await pc.look()
  return () => {
    for (const [name, bytes] of apart.files) folder.files.set(name, bytes)
    pc.see(folder)
  }
}

const kinds = (causes: readonly SyncCause[]) => causes.map(({ kind }) => kind)

describe('a PC that comes later', () => {
  test('is brought what somebody wrote who had not heard of it yet, and accuses nobody meanwhile', async () => {
    const { folder, anna, bert } = await twoInStep()
    const meet = await writeApart(bert, folder, 'not for cees')
    const cees = aPc(folder)
    await join(cees, anna)
    for (const pc of [anna, cees, anna]) await pc.look()
    meet()
    const { causes } = await cees.look()
    expect(cees.lines()).toEqual(['from before'])
    expect(kinds(causes)).not.toContain('strangeFile')
    for (let round = 0; round < 3; round += 1) for (const pc of [anna, bert, cees]) await pc.look()
    for (const pc of [anna, bert, cees]) expect(pc.lines()).toEqual(['from before', 'not for cees'])
    cees.edit('and on')
    for (let round = 0; round < 2; round += 1) for (const pc of [cees, anna, bert]) await pc.look()
    for (const pc of [anna, bert, cees]) {
      expect(pc.lines()).toEqual(['and on', 'from before', 'not for cees'])
      expect((await pc.look()).causes).toEqual([])
    }
  })

  test('takes part also when somebody else was let in before it looked', async () => {
    const { folder, anna, bert } = await twoInStep()
    const cees = aPc(folder)
    await join(cees, anna)
    for (const pc of [anna, bert]) await pc.look()
    const meet = await writeApart(bert, folder, 'by the list of three')
    const dirk = aPc(folder)
    await join(dirk, anna)
    for (const pc of [anna, cees]) await pc.look()
    meet()
    for (const pc of [cees, bert]) await pc.look()
    cees.edit('by cees')
    for (let round = 0; round < 4; round += 1) for (const pc of [cees, bert, anna, dirk]) await pc.look()
    for (const pc of [anna, bert, cees, dirk]) {
      expect(pc.lines()).toEqual(['by cees', 'by the list of three', 'from before'])
      expect((await pc.look()).causes).toEqual([])
    }
  })

  test('is told of a file that stays closed to it for long', async () => {
    const { folder, anna, bert } = await twoInStep()
    const meet = await writeApart(bert, folder, 'not for cees')
    const cees = aPc(folder)
    await join(cees, anna)
    for (const pc of [anna, cees]) await pc.look()
    meet()
    await cees.look()
    pass(8 * 24)
    expect(kinds((await cees.look()).causes)).toContain('strangeFile')
  })
})

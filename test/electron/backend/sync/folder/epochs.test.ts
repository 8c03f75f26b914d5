import { afterEach, expect, test } from 'vitest'
import type { SyncCause } from '../../../../../shared/domain/sync-status.ts'
import { createReplicaFolder } from '../../../../support/sync/replica-folder.ts'
import { allScopes, found, join, openSyncPc, type SyncPc } from '../../../../support/sync/sync-pc.ts'

const open: SyncPc[] = []
let now = new Date('2026-11-23T12:00:00Z')

afterEach(async () => {
  await Promise.all(open.splice(0).map((pc) => pc.close()))
  now = new Date('2026-11-23T12:00:00Z')
})

async function inStep(change = {}) {
  const folder = createReplicaFolder()
  const pcs = [0, 1, 2].map(() => openSyncPc({ folder, clock: () => now, ...change })) as [SyncPc, SyncPc, SyncPc]
  open.push(...pcs)
  const [anna, bert, carla] = pcs
  await found(anna)
  await join(bert, anna)
  await join(carla, anna)
  await rounds(pcs, 4)
  return { folder, anna, bert, carla, pcs }
}

async function rounds(pcs: readonly SyncPc[], count: number) {
  for (let round = 0; round < count; round += 1) {
    now = new Date(now.getTime() + 3_600_000)
    for (const pc of pcs) await pc.look()
  }
}

const segments = (folder: { files: Map<string, unknown> }) =>
  [...folder.files.keys()].filter((name) => name.startsWith('d/'))
const snapshots = (folder: { files: Map<string, unknown> }) =>
  [...folder.files.keys()].filter((name) => name.startsWith('s/'))
const kinds = (causes: readonly SyncCause[] = []) => causes.map(({ kind }) => kind)

function identitiesOf(pc: SyncPc): string[] {
  const wraps = pc.raw.prepare("SELECT wrap FROM sync_key WHERE use = 'identity'").pluck().all()
  return wraps.map((wrap) => Buffer.from(JSON.parse(String(wrap)).wrapped, 'base64').toString('utf8'))
}

async function canOpen(bytes: Uint8Array, identities: readonly string[]): Promise<boolean> {
  const age = await import('age-encryption')
  const decrypter = new age.Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  return decrypter.decrypt(bytes).then(
    () => true,
    () => false,
  )
}

test('after a new epoch the files before it are gone, and everything that was in them is there', async () => {
  const { folder, anna, bert, pcs } = await inStep()
  for (let change = 0; change < 5; change += 1) {
    bert.edit(`change ${change}`)
    await bert.look()
  }
  await rounds(pcs, 2)
  const before = segments(folder)
  anna.loop.requestEpoch(['leden'])
  await rounds(pcs, 5)
  const left = before.filter((name) => folder.files.has(name) && name.includes('/leden/'))
  expect(left).toEqual([])
  expect(snapshots(folder).filter((name) => name.includes('-leden-'))).toHaveLength(1)
  for (const pc of pcs) expect(pc.lines()).toEqual([0, 1, 2, 3, 4].map((change) => `change ${change}`))
  expect((await anna.look()).causes).toEqual([])
})

test('no key that any PC still has opens a file of before, wherever a copy of it lies', async () => {
  const { folder, anna, pcs } = await inStep()
  anna.edit('to be erased')
  await rounds(pcs, 2)
  const kept = segments(folder).map((name) => folder.files.get(name) ?? new Uint8Array())
  const atFirst = identitiesOf(anna)
  anna.loop.requestEpoch([...allScopes])
  await rounds(pcs, 6)
  for (const pc of pcs) {
    const identities = identitiesOf(pc)
    expect(identities).toHaveLength(1)
    for (const bytes of kept) expect(await canOpen(bytes, identities)).toBe(false)
  }
  // The control: with the keys of before they open.
  expect(await canOpen(kept[0] ?? new Uint8Array(), atFirst)).toBe(true)
})

test('somebody who is away stops only the clearing up, and finds everything when he is back', async () => {
  const { folder, anna, bert, carla } = await inStep()
  anna.edit('while carla is away')
  await rounds([anna, bert], 2)
  anna.loop.requestEpoch(['leden'])
  await rounds([anna, bert], 4)
  const mine = segments(folder).filter((name) => name.includes('/leden/'))
  expect(mine.length).toBeGreaterThan(2)
  await rounds([carla, anna, bert], 4)
  expect(carla.lines()).toEqual(['while carla is away'])
  expect(segments(folder).filter((name) => name.includes('/leden/')).length).toBeLessThan(mine.length + 4)
  expect(kinds((await carla.look()).causes)).toEqual([])
})

test('after somebody was erased it is summed up anew also when the program ended before it could be', async () => {
  const { anna, bert, carla } = await inStep()
  for (const pc of [anna, bert, carla]) await pc.loop.noteErased(0)
  const before = (await anna.loop.vault())?.epochs.leden ?? 0
  bert.edit('that somebody was erased')
  expect(await bert.loop.noteErased(1)).toBe(true)
  await bert.look()
  expect(await anna.loop.noteErased(1)).toBe(true)
  anna.restart()
  for (const pc of [anna, bert, carla, anna]) await pc.look()
  expect((await anna.loop.vault())?.epochs.leden).toBe(before + 1)
  // And only once.
  for (const pc of [anna, bert, carla, anna, bert, carla]) await pc.look()
  expect((await anna.loop.vault())?.epochs.leden).toBe(before + 1)
})

test('a summary that is not equal to the own book is told and never acknowledged', async () => {
  const { folder, anna, bert, pcs } = await inStep()
  // Something changed the book behind the program's back.
  bert.raw.prepare("INSERT INTO fake_change VALUES ('from nowhere', 'leden', 0, 1)").run()
  const before = segments(folder).filter((name) => name.includes('/leden/'))
  anna.loop.requestEpoch(['leden'])
  await rounds(pcs, 3)
  expect(kinds((await bert.look()).causes)).toContain('booksDiffer')
  for (const name of before) expect(folder.files.has(name)).toBe(true)
})

test('the folder is summed up by itself when it has many files, or after three months', async () => {
  const { folder, anna, pcs } = await inStep({ limits: { files: 20, filesOfScope: 5 } })
  for (let change = 0; change < 40; change += 1) {
    anna.edit(`change ${change}`)
    await rounds(pcs, 1)
  }
  expect(segments(folder).length).toBeLessThan(45)
  const epochs = snapshots(folder).length
  anna.edit('in spring')
  await rounds(pcs, 1)
  now = new Date(now.getTime() + 91 * 86_400_000)
  await rounds(pcs, 4)
  expect(snapshots(folder).length).toBeGreaterThanOrEqual(epochs)
  expect(pcs.map((pc) => pc.lines().length)).toEqual([41, 41, 41])
})

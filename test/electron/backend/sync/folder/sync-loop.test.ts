import { describe, expect, test } from 'vitest'
import { formatVersion } from '../../../../../electron/backend/sync/format/header.ts'
import type { SyncCause } from '../../../../../shared/domain/sync-status.ts'
import { fakeMerge } from '../../../../support/sync/fake-merge.ts'
import { pcsOfTests } from '../../../../support/sync/pcs-in-step.ts'
import { createReplicaFolder, type ReplicaFolder } from '../../../../support/sync/replica-folder.ts'
import { allScopes, found, join, root, type SyncPc, vault } from '../../../../support/sync/sync-pc.ts'

const { aPc, pass, twoInStep } = pcsOfTests()

const kinds = (causes: readonly SyncCause[]) => causes.map(({ kind }) => kind)
const segmentsOf = (folder: ReplicaFolder, device: string, scope = 'leden') =>
  [...folder.files.keys()].filter((name) => name.startsWith(`d/${device}/${scope}/`)).sort()

describe('two PCs and a folder', () => {
  test('what was in the book goes over when somebody joins', async () => {
    const { anna, bert } = await twoInStep()
    expect(bert.lines()).toEqual(['from before'])
    expect((await bert.look()).level).toBe('upToDate')
    expect((await anna.look()).level).toBe('upToDate')
  })

  test('a change of either is on the other after one look each, in every scope', async () => {
    const { anna, bert } = await twoInStep()
    for (const scope of allScopes) anna.edit(`anna ${scope}`, scope)
    bert.edit('bert')
    await anna.look()
    await bert.look()
    await anna.look()
    expect(anna.lines()).toEqual(['anna leden', 'bert', 'from before'])
    for (const scope of allScopes) expect(bert.lines(scope)).toEqual(anna.lines(scope))
  })

  test('while somebody types nothing is sent', async () => {
    const { anna, bert } = await twoInStep()
    anna.edit('half a sent')
    await anna.look({ cut: false })
    await bert.look()
    expect(bert.lines()).toEqual(['from before'])
  })

  test('when nothing happened a look writes nothing into the folder or the book', async () => {
    const { folder, anna } = await twoInStep()
    const before = [...folder.files.keys()]
    const changes = () => anna.raw.prepare('SELECT total_changes()').pluck().get()
    const written = changes()
    await anna.look()
    await anna.look()
    expect([...folder.files.keys()]).toEqual(before)
    expect(changes()).toBe(written)
  })

  test('a scope that a PC may not see never reaches it, and its files cannot be read by it', async () => {
    const folder = createReplicaFolder()
    const [anna, carla] = [aPc(folder), aPc(folder)]
    await found(anna)
    await join(carla, anna, { scopes: ['leden', 'contributie', 'bank'], admin: false })
    for (const pc of [anna, carla, anna, carla]) await pc.look()
    for (const scope of allScopes) anna.edit(`anna ${scope}`, scope)
    await anna.look()
    expect((await carla.look()).level).toBe('upToDate')
    expect(carla.lines('bank')).toEqual(['anna bank'])
    expect(carla.lines('zorg')).toEqual([])
    const annaId = (await anna.loop.vault())?.device ?? ''
    const [care = ''] = segmentsOf(folder, annaId, 'zorg')
    const age = await import('age-encryption')
    const decrypter = new age.Decrypter()
    for (const identity of identitiesOf(carla)) decrypter.addIdentity(identity)
    await expect(decrypter.decrypt(folder.files.get(care) ?? new Uint8Array())).rejects.toThrow('no identity matched')
  })
})

describe('a PC with an older program', () => {
  const knowsMore = {
    ...fakeMerge,
    oldestReader: (lines: readonly string[]) => (lines.includes('by the year') ? formatVersion + 1 : 1),
  }

  test('is told to update where it would misread, and goes on everywhere else', async () => {
    const folder = createReplicaFolder()
    const [anna, bert] = [aPc(folder, { merge: knowsMore }), aPc(folder)]
    await found(anna)
    await join(bert, anna)
    for (const pc of [anna, bert, anna, bert]) await pc.look()
    const annaId = (await anna.loop.vault())?.device ?? ''
    anna.edit('by the month', 'contributie')
    await anna.look()
    anna.edit('by the year', 'contributie')
    anna.edit('anna')
    await anna.look()
    expect((await bert.look()).causes).toEqual([{ kind: 'newerProgram', device: annaId, count: 1 }])
    expect([bert.lines('contributie'), bert.lines()]).toEqual([['by the month'], ['anna']])
    anna.loop.requestEpoch()
    await anna.look()
    await anna.look()
    expect(kinds((await bert.look()).causes)).toContain('newerProgram')
    expect(bert.lines('contributie')).toEqual(['by the month'])
  })
})

describe('what goes wrong in folders', () => {
  test('a missing file is never a removal: its author puts it back, the others keep what they have', async () => {
    const { folder, anna, bert, annaId } = await twoInStep()
    anna.edit('kept')
    await anna.look()
    await bert.look()
    const [newest = ''] = segmentsOf(folder, annaId).slice(-1)
    const bytes = folder.files.get(newest)
    folder.files.delete(newest)
    const status = await bert.look()
    expect(bert.lines()).toContain('kept')
    expect(status.causes).toEqual([{ kind: 'folderRolledBack', device: annaId, count: 1 }])
    await anna.look()
    expect(folder.files.get(newest)).toEqual(bytes)
    expect((await bert.look()).level).toBe('upToDate')
  })

  test('a file of somebody who is away comes back out of another’s copy, after a day', async () => {
    const { folder, anna, bert, annaId } = await twoInStep()
    anna.edit('kept')
    await anna.look()
    await bert.look()
    const [newest = ''] = segmentsOf(folder, annaId).slice(-1)
    folder.files.set(newest, new Uint8Array(0))
    await bert.look()
    pass(23)
    await bert.look()
    expect(folder.files.get(newest)).toHaveLength(0)
    pass(2)
    await bert.look()
    expect(folder.files.get(newest)?.length).toBeGreaterThan(500)
  })

  test('a file that comes half is waited for quietly, told when it stays so, and sent again by its author', async () => {
    const { folder, anna, bert, annaId } = await twoInStep()
    anna.edit('whole')
    await anna.look()
    const [newest = ''] = segmentsOf(folder, annaId).slice(-1)
    folder.files.set(newest, (folder.files.get(newest) ?? new Uint8Array()).subarray(0, 300))
    expect((await bert.look()).causes).toEqual([{ kind: 'filesWaited', device: annaId, count: 1 }])
    pass(1)
    expect((await bert.look()).causes).toEqual([{ kind: 'fileDamaged', device: annaId, count: 1 }])
    await anna.look()
    expect((await bert.look()).level).toBe('upToDate')
    expect(bert.lines()).toContain('whole')
  })

  test('damage that keeps the size is found by its author too, a few files at a time', async () => {
    const { folder, anna, annaId } = await twoInStep()
    const names = segmentsOf(folder, annaId)
    const before = names.map((name) => folder.files.get(name))
    for (const name of names) folder.files.set(name, new Uint8Array(folder.files.get(name)?.length ?? 0))
    for (let round = 0; round < 6; round += 1) await anna.look()
    expect(names.map((name) => folder.files.get(name))).toEqual(before)
  })

  test('a hole stops only that chain, and another PC’s file tells that there is one', async () => {
    const { folder, anna, bert, annaId } = await twoInStep()
    const carla = aPc(folder)
    await join(carla, anna)
    for (const pc of [anna, carla, anna, bert, carla, anna, bert]) await pc.look()
    anna.edit('one')
    await anna.look()
    await bert.look()
    const [hidden = ''] = segmentsOf(folder, annaId).slice(-1)
    const bytes = folder.files.get(hidden) ?? new Uint8Array()
    // The provider hides Anna's file from Carla, who gets Bert's, written after he had seen it.
    bert.edit('two')
    await bert.look()
    const shown = createReplicaFolder(new Map([...folder.files].filter(([name]) => name !== hidden)))
    carla.see(shown)
    const status = await carla.look()
    expect(carla.lines()).toEqual(['from before', 'two'])
    expect(status.causes).toContainEqual({ kind: 'filesWaited', device: annaId, count: 1 })
    shown.files.set(hidden, bytes)
    await carla.look()
    expect(carla.lines()).toEqual(['from before', 'one', 'two'])
  })

  test('conflict copies and other people’s files are counted and left alone', async () => {
    const { folder, anna, annaId } = await twoInStep()
    const [own = ''] = segmentsOf(folder, annaId)
    const bytes = folder.files.get(own) ?? new Uint8Array()
    folder.files.set(own.replace('.age', ' (1).age'), bytes)
    folder.files.set(own.replace('.age', '.sync-conflict-20261123-120000-ABCDEFG.age'), bytes)
    folder.files.set('m/vakantie.jpg', bytes)
    const status = await anna.look()
    expect(status).toMatchObject({ level: 'upToDate', ignored: { conflictCopies: 2, others: 1 } })
    expect(folder.files.has('m/vakantie.jpg')).toBe(true)
  })

  test('an empty folder and another book’s folder are not touched', async () => {
    const { folder, anna } = await twoInStep()
    anna.edit('later')
    const marker = folder.files.get('vault.json') ?? new Uint8Array()
    folder.files.clear()
    expect((await anna.look()).causes).toContainEqual({ kind: 'folderMissing' })
    expect(folder.files.size).toBe(0)
    folder.files.set('vault.json', Buffer.from('{"format":"buurtboek","v":1,"vault":"0000000000000000"}'))
    expect(kinds((await anna.look()).causes)).toEqual(['otherFolder'])
    expect(folder.files.size).toBe(1)
    folder.files.set('vault.json', marker)
    expect(kinds((await anna.look()).causes)).toEqual(['folderRolledBack'])
    expect(folder.files.size).toBeGreaterThan(3)
  })

  test('a folder that does not answer, is full or is away is told, and nothing is lost', async () => {
    const { folder, anna, bert } = await twoInStep()
    anna.edit('through')
    for (const [failure, cause] of [
      ['missing', 'folderMissing'],
      ['stuck', 'folderStuck'],
    ] as const) {
      folder.trouble = () => failure
      expect(kinds((await anna.look()).causes)).toEqual([cause])
    }
    folder.trouble = (request) => (request === 'write' ? 'full' : undefined)
    expect(kinds((await anna.look()).causes)).toEqual(['folderFull', 'notSent'])
    folder.trouble = undefined
    await anna.look()
    await bert.look()
    expect(bert.lines()).toContain('through')
  })

  test('of a folder with far too much under our names nothing is read, until it is tidied up', async () => {
    const { folder, anna, bert } = await twoInStep()
    const fake = `d/0a0b0c0d/leden/00000001-${'a'.repeat(32)}.age`
    folder.files.set(`d/film-${'a'.repeat(32)}.mp4`, Buffer.alloc(2_000_000))
    const small = aPc(folder, { raw: bert.raw, limits: { bytes: 1_000_000 } })
    expect(kinds((await small.look()).causes)).not.toContain('folderTooLarge')
    folder.files.set(fake, Buffer.alloc(1_000_001))
    anna.edit('too late')
    await anna.look()
    expect(kinds((await small.look()).causes)).toEqual(['folderTooLarge'])
    expect(kinds((await small.look({ thorough: false })).causes)).toEqual(['folderTooLarge'])
    expect(small.lines()).not.toContain('too late')
    folder.files.delete(fake)
    await small.look()
    expect(small.lines()).toContain('too late')
  })

  test('the folder of last week: what is ours comes back at once', async () => {
    const { folder, anna, bert } = await twoInStep()
    const lastWeek = new Map(folder.files)
    anna.edit('this week')
    await anna.look()
    await bert.look()
    folder.files.clear()
    for (const [name, bytes] of lastWeek) folder.files.set(name, bytes)
    await anna.look()
    expect((await bert.look()).level).toBe('upToDate')
    expect([...folder.files.keys()].length).toBeGreaterThan(lastWeek.size)
  })
})

describe('two PCs under one name', () => {
  test('a PC put back from a copy takes a new name, and nothing of before or after is lost', async () => {
    const { folder, anna, bert, annaId } = await twoInStep()
    const copy = anna.raw.serialize()
    anna.edit('after the copy')
    await anna.look()
    await bert.look()
    await anna.close()
    const { default: BetterSqlite3 } = await import('better-sqlite3')
    const back = aPc(folder, { raw: new BetterSqlite3(copy) })
    back.edit('after it was put back')
    await back.look()
    await back.look()
    await bert.look()
    await back.look()
    expect((await back.loop.vault())?.device).not.toBe(annaId)
    const all = ['after it was put back', 'after the copy', 'from before']
    expect(back.lines()).toEqual(all)
    expect(bert.lines()).toEqual(all)
  })

  test('a PC that was copied while both go on: both branches are taken in, and told', async () => {
    const { folder, anna, bert, annaId } = await twoInStep()
    const { default: BetterSqlite3 } = await import('better-sqlite3')
    const elsewhere = createReplicaFolder(new Map(folder.files))
    const twin = aPc(elsewhere, { raw: new BetterSqlite3(anna.raw.serialize()) })
    anna.edit('from anna')
    twin.edit('from her twin')
    await anna.look()
    await twin.look()
    for (const [name, bytes] of elsewhere.files) folder.files.set(name, bytes)
    const status = await bert.look()
    expect(status.causes).toContainEqual({ kind: 'twinDevice', device: annaId })
    expect(bert.lines()).toEqual(['from anna', 'from before', 'from her twin'])
    await anna.look()
    expect(anna.lines()).toEqual(bert.lines())
  })
})

describe('the list of devices', () => {
  test('who was taken off reads nothing that is written afterwards, and is heard no more', async () => {
    const { folder, anna, bert, annaId, bertId } = await twoInStep()
    bert.edit('while he was on it')
    await bert.look()
    await anna.look()
    const cut = { leden: segmentsOf(folder, bertId).length }
    await anna.loop.changeList(({ devices, removed, ...rest }) => ({
      ...rest,
      devices: devices.filter(({ id }) => id !== bertId),
      removed: [...removed, ...devices.filter(({ id }) => id === bertId).map((entry) => ({ ...entry, cut }))],
    }))
    // He has not heard of it yet, and writes.
    const before = createReplicaFolder(new Map(folder.files))
    bert.see(before)
    bert.edit('too late')
    await bert.look()
    for (const [name, bytes] of before.files) folder.files.set(name, bytes)
    await anna.look()
    anna.edit('not for bert')
    const status = await anna.look()
    expect(anna.lines()).toEqual(['from before', 'not for bert', 'while he was on it'])
    expect(status.causes).toContainEqual({ kind: 'strangeFile', device: bertId, reason: 'removedDevice', count: 1 })
    bert.see(folder)
    expect(kinds((await bert.look()).causes)).toContain('removed')
    expect(bert.lines()).not.toContain('not for bert')
    const [newest = ''] = segmentsOf(folder, annaId).slice(-1)
    const age = await import('age-encryption')
    const decrypter = new age.Decrypter()
    for (const identity of identitiesOf(bert)) decrypter.addIdentity(identity)
    await expect(decrypter.decrypt(folder.files.get(newest) ?? new Uint8Array())).rejects.toThrow('no identity matched')
  })

  test('a PC that knows of a newer list sends nothing until it has it', async () => {
    const { folder, anna, bert } = await twoInStep()
    const carla = aPc(folder)
    await join(carla, anna)
    anna.edit('for carla too')
    await anna.look()
    const lists = [...folder.files.keys()].filter((name) => name.startsWith('m/')).sort()
    const [newest = ''] = lists.slice(-1)
    const bytes = folder.files.get(newest) ?? new Uint8Array()
    folder.files.delete(newest)
    bert.edit('only once he knows of carla')
    const before = folder.files.size
    expect((await bert.look()).causes).toContainEqual({ kind: 'listWaited' })
    expect(folder.files.size).toBe(before)
    folder.files.set(newest, bytes)
    await bert.look()
    expect(folder.files.size).toBeGreaterThan(before)
  })

  test('a list of somebody who may not make one is refused', async () => {
    const folder = createReplicaFolder()
    const [anna, carla] = [aPc(folder), aPc(folder)]
    await found(anna)
    const carlaId = await join(carla, anna, { admin: false })
    for (const pc of [anna, carla, anna, carla]) await pc.look()
    await carla.loop.changeList(({ devices, ...rest }) => ({
      ...rest,
      devices: devices.map((entry) => (entry.id === carlaId ? { ...entry, admin: true } : entry)),
    }))
    await carla.look()
    const status = await anna.look()
    expect(status.causes).toContainEqual(expect.objectContaining({ kind: 'strangeFile', reason: 'notAdmin' }))
    expect((await anna.loop.list())?.devices.find(({ id }) => id === carlaId)?.admin).toBe(false)
  })

  test('the recovery sheet sets right what no admin can', async () => {
    const { anna, bert, bertId } = await twoInStep()
    const off = (id: string) => (list: Parameters<Parameters<SyncPc['loop']['changeList']>[0]>[0]) => ({
      ...list,
      devices: list.devices.filter((entry) => entry.id !== id),
      removed: [
        ...list.removed,
        ...list.devices.filter((entry) => entry.id === id).map((entry) => ({ ...entry, cut: {} })),
      ],
    })
    const annaId = (await anna.loop.vault())?.device ?? ''
    const full = await anna.loop.list()
    await anna.loop.changeList(off(bertId))
    await bert.loop.changeList(off(annaId))
    await anna.look()
    await bert.look()
    expect(kinds((await anna.look()).causes)).toContain('listDisputed')
    await anna.loop.changeList(() => ({ ...(full ?? fail()), removed: [] }), root)
    expect(kinds((await anna.look()).causes)).not.toContain('listDisputed')
  })
})

describe('many people removed at once', () => {
  test('is held until somebody says yes', async () => {
    const folder = createReplicaFolder()
    const countRemovals = async (_tx: unknown, _scope: unknown, lines: readonly string[]) => ({
      removed: lines.filter((line) => line.startsWith('remove')).length,
      of: 100,
    })
    const [anna, bert] = [aPc(folder, { countRemovals }), aPc(folder, { countRemovals })]
    await found(anna)
    await join(bert, anna)
    for (const pc of [anna, bert, anna, bert]) await pc.look()
    const annaId = (await anna.loop.vault())?.device ?? ''
    for (let index = 0; index < 11; index += 1) anna.edit(`remove ${index}`)
    await anna.look()
    anna.edit('afterwards')
    await anna.look()
    expect((await bert.look()).causes).toContainEqual({ kind: 'manyRemovals', device: annaId, count: 1 })
    expect(bert.lines()).toEqual([])
    await bert.loop.release(annaId)
    expect((await bert.look()).level).toBe('upToDate')
    expect(bert.lines()).toHaveLength(12)
  })
})

test('a clock that is days ahead is told and holds nothing up, and no more once it was put right', async () => {
  const { anna, bert, bertId } = await twoInStep()
  const aYear = 24 * 364 + 1
  pass(aYear)
  bert.edit('next year')
  await bert.look()
  pass(-aYear)
  expect((await anna.look()).causes).toEqual([{ kind: 'clockAhead', device: bertId, count: 364 }])
  expect(anna.lines()).toContain('next year')
  pass(1)
  bert.edit('this year')
  await bert.look()
  expect((await anna.look()).causes).toEqual([])
})

test('that somebody was erased is known once, also when the program ended in between', async () => {
  const { anna, bert } = await twoInStep()
  expect(await anna.loop.noteErased(3)).toBe(false)
  anna.restart()
  expect(await anna.loop.noteErased(3)).toBe(false)
  expect(await anna.loop.noteErased(5)).toBe(true)
  anna.restart()
  expect(await anna.loop.noteErased(5)).toBe(false)
  expect((await anna.loop.vault())?.erased).toEqual({ count: 5, in: (await anna.loop.vault())?.epochs })
  // Who has only begun to take part has nothing to forget.
  expect((await bert.loop.vault())?.erased).toBeUndefined()
})

test('keys that this PC cannot open are told, and everything it has stays', async () => {
  const { folder, anna } = await twoInStep()
  const raw = anna.raw
  const shut = aPc(folder, { raw, way: { ...anna.options.way, open: async () => undefined } })
  const status = await shut.look()
  expect(kinds(status.causes)).toEqual(['keysGone'])
  expect(shut.lines()).toEqual(['from before'])
})

test('the folder says which book it is of', async () => {
  const { folder } = await twoInStep()
  expect(JSON.parse(Buffer.from(folder.files.get('vault.json') ?? []).toString())).toEqual({
    format: 'buurtboek',
    v: 1,
    founder: 'pc 1',
    vault,
  })
})

function identitiesOf(pc: SyncPc): string[] {
  const wraps = pc.raw.prepare("SELECT wrap FROM sync_key WHERE use = 'identity'").pluck().all()
  return wraps.map((wrap) => Buffer.from(JSON.parse(String(wrap)).wrapped, 'base64').toString('utf8'))
}

function fail(): never {
  throw new Error('there is no list')
}

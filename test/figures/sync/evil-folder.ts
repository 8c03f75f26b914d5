// Three PCs under the real loop, and between them a provider that delays, reorders, empties, puts back last week, makes copies, changes
// capitals, holds files, hangs and vanishes. Whatever it did: once it behaves again, every PC has everything, nothing twice, and nobody is
// accused of forgery. The controls are PCs that lack one habit.
import type { FolderFailure } from '../../../electron/backend/capabilities.ts'
import type { Scope } from '../../../electron/backend/database/declare-table.ts'
import type { SharedFolder } from '../../../electron/backend/sync/folder/shared-folder.ts'
import type { Random } from '../../support/random.ts'
import type { Result, RunOptions } from '../../support/result.ts'
import { type CarriedFolder, type Cloud, fetch, noteWrites, push } from '../../support/sync/provider.ts'
import { createReplicaFolder } from '../../support/sync/replica-folder.ts'
import { allScopes, found, join, openSyncPc, type SyncPc } from '../../support/sync/sync-pc.ts'
import { countStories, isSame, type Outcome, type Story } from './count-stories.ts'

type Mutant = 'sendsOnce' | 'givesUp' | 'readsOnce'

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const seeds = short ? 4 : 2000
  const tried = await runSeeds(seed, seeds)
  const controls: Result[] = []
  for (const mutant of ['sendsOnce', 'givesUp', 'readsOnce'] as const) {
    const caught = await runSeeds(seed, 60, mutant)
    controls.push({ id: 'sync-evil-folder-control', values: { mutant, ...caught }, ok: caught.diverged > 0 })
  }
  return [{ id: 'sync-evil-folder', values: { seed, ...tried }, ok: tried.diverged + tried.accused === 0 }, ...controls]
}

export const runSeeds = (first: number, seeds: number, mutant?: Mutant): Promise<Outcome> =>
  countStories(first, seeds, (random) => tellStory(random, mutant), mutant !== undefined)

interface Place extends CarriedFolder {
  readonly pc: SyncPc
  readonly past: Map<string, Uint8Array>[]
  gaveUp: boolean
}

const steps = 40
const mostHealing = 40

async function tellStory(random: Random, mutant: Mutant | undefined): Promise<Story> {
  let now = Date.parse('2026-11-23T12:00:00Z')
  const cloud: Cloud = new Map()
  const makePlace = (): Place => {
    const carried = { folder: createReplicaFolder(), dirty: new Set<string>() }
    const limits = { files: 14, filesOfScope: 3, lines: 4 }
    return {
      ...carried,
      pc: openSyncPc({ folder: watch(carried, mutant), clock: () => new Date(now), limits }),
      past: [],
      gaveUp: false,
    }
  }
  const places = [makePlace(), makePlace(), makePlace()] as const
  const [host, ...guests] = places
  await found(host.pc)
  for (const guest of guests) await join(guest.pc, host.pc)
  for (let round = 0; round < 3; round += 1)
    for (const place of places) {
      fetchAndKeep(cloud, place, () => true)
      await place.pc.look()
      push(cloud, place, () => true)
    }

  const written = new Map<Scope, string[]>(allScopes.map((scope) => [scope, []]))
  let [looks, tricks, edits] = [0, 0, 0]
  let accused = false
  const look = async (place: Place) => {
    if (place.gaveUp) return
    looks += 1
    const status = await place.pc.look({ cut: random.chance(0.8), thorough: random.chance(0.5) })
    if (mutant === 'givesUp' && status.causes.some(({ kind }) => kind === 'folderStuck')) place.gaveUp = true
    accused ||= status.causes.some(({ kind }) => kind === 'strangeFile' || kind === 'twinDevice')
    accused ||= status.causes.some(({ kind }) => kind === 'booksDiffer')
  }
  for (let step = 0; step < steps; step += 1) {
    now += random.below(90) * 60_000
    const place = random.pick(places) ?? host
    switch (random.below(6)) {
      case 0:
      case 1: {
        const scope = random.pick(allScopes.slice(0, 2)) ?? 'leden'
        edits += 1
        written.get(scope)?.push(`edit ${edits}`)
        place.pc.edit(`edit ${edits}`, scope)
        break
      }
      case 2:
        await look(place)
        break
      case 3:
        push(cloud, place, () => random.chance(0.6))
        break
      case 4:
        fetchAndKeep(cloud, place, () => random.chance(0.6))
        break
      default:
        tricks += 1
        playTrick(cloud, place, random)
    }
  }

  for (const { folder } of places) folder.trouble = undefined
  let converged = false
  for (let round = 0; round < mostHealing && !converged; round += 1) {
    now += 2 * 3_600_000
    for (const place of places) {
      fetchAndKeep(cloud, place, () => true)
      if (!place.gaveUp) {
        looks += 1
        await place.pc.look()
      }
      push(cloud, place, () => true)
    }
    converged = places.every(({ pc }) => allScopes.every((scope) => isSame(pc.lines(scope), written.get(scope) ?? [])))
  }
  await Promise.all(places.map(({ pc }) => pc.close()))
  return { converged, accused, counts: { looks, tricks, edits } }
}

/** What lay in the folder can come back one day. */
function fetchAndKeep(cloud: Cloud, place: Place, chosen: () => boolean): void {
  fetch(cloud, place, chosen)
  place.past.push(new Map(place.folder.files))
}

/** Makes a PC that lacks a habit out of one that has it. */
function watch(carried: CarriedFolder, mutant: Mutant | undefined): SharedFolder {
  const usual = noteWrites(carried)
  const sent = new Set<string>()
  const read = new Set<string>()
  return {
    ...usual,
    async read(name, most) {
      if (mutant === 'readsOnce' && read.has(name)) return 'missing'
      const bytes = await usual.read(name, most)
      read.add(name)
      return bytes
    },
    async write(name, bytes) {
      if (mutant === 'sendsOnce' && sent.has(name)) return undefined
      sent.add(name)
      return usual.write(name, bytes)
    },
  }
}

const failures: readonly FolderFailure[] = ['busy', 'stuck', 'missing', 'notHere', 'full', 'other']

function playTrick(cloud: Cloud, place: Place, random: Random): void {
  const { folder, past, dirty } = place
  const where = random.chance(0.5) ? folder.files : cloud
  const names = [...where.keys()].filter((name) => name.endsWith('.age'))
  const name = random.pick(names)
  const bytes = name === undefined ? undefined : where.get(name)
  if (name === undefined || !bytes || bytes.length === 0) return
  switch (random.below(9)) {
    case 0:
      where.set(name, new Uint8Array(0))
      break
    case 1:
      where.set(name, bytes.subarray(0, random.below(bytes.length)))
      break
    case 2:
      where.set(name, Uint8Array.from(bytes).with(random.below(bytes.length), random.below(256)))
      break
    case 3:
      where.delete(name)
      break
    case 4:
      where.set(name.replace('.age', random.pick([' (1).age', ' 2.age', '-DESKTOP-AB12.age']) ?? ''), bytes)
      break
    case 5:
      where.delete(name)
      where.set(name.toUpperCase(), bytes)
      break
    case 6: {
      // Last week is back, for this PC or for all.
      const then = random.pick(past)
      if (!then) break
      where.clear()
      for (const [old, content] of then) where.set(old, content)
      break
    }
    case 7: {
      const failure = random.pick(failures) ?? 'other'
      const kind = random.pick(['list', 'read', 'write'] as const)
      folder.trouble = (request) => (request === kind && random.chance(0.7) ? failure : undefined)
      break
    }
    default:
      // The stick is out, or the folder is there and empty; and then it is back.
      folder.trouble = random.chance(0.5) ? () => (random.chance(0.5) ? 'hidden' : 'missing') : undefined
      dirty.add(name)
  }
}

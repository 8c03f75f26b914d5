// PCs that come one after the other into a book that has been shared for long: summaries were made, and keys renewed and thrown away, and
// the provider brings the files of each in any order. Once everything has arrived every PC has everything, whoever wrote it and whenever
// they came, and nobody was accused. The control takes in a first summary and none after it, as if every file could still be read.
import type { Scope } from '../../../electron/backend/database/declare-table.ts'
import type { MergeEngine } from '../../../electron/backend/sync/merge/merge-engine.ts'
import type { Random } from '../../support/random.ts'
import type { Result, RunOptions } from '../../support/result.ts'
import { fakeMerge } from '../../support/sync/fake-merge.ts'
import { type CarriedFolder, type Cloud, fetch, noteWrites, push } from '../../support/sync/provider.ts'
import { createReplicaFolder } from '../../support/sync/replica-folder.ts'
import { allScopes, found, join, openSyncPc, type SyncPc } from '../../support/sync/sync-pc.ts'
import { countStories, isSame, type Outcome, type Story } from './count-stories.ts'

type Control = 'firstSummaryOnly'

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const tried = await runStories(seed, short ? 4 : 400)
  const caught = await runStories(seed, 60, 'firstSummaryOnly')
  return [
    { id: 'sync-coming-later', values: { seed, ...tried }, ok: tried.diverged + tried.accused === 0 },
    { id: 'sync-coming-later-control', values: { control: 'firstSummaryOnly', ...caught }, ok: caught.diverged > 0 },
  ]
}

export const runStories = (first: number, stories: number, control?: Control): Promise<Outcome> =>
  countStories(first, stories, (random) => tellStory(random, control), control !== undefined)

interface Place extends CarriedFolder {
  readonly pc: SyncPc
}

const steps = 50
const mostPcs = 5
const mostHealing = 12
const scopesWritten: readonly Scope[] = ['leden', 'buurt']

async function tellStory(random: Random, control: Control | undefined): Promise<Story> {
  let now = Date.parse('2026-11-23T12:00:00Z')
  const cloud: Cloud = new Map()
  const makePlace = (): Place => {
    const carried = { folder: createReplicaFolder(), dirty: new Set<string>() }
    const limits = { files: 14, filesOfScope: 3, lines: 4 }
    const merge = control === 'firstSummaryOnly' ? onceOnly() : fakeMerge
    return { ...carried, pc: openSyncPc({ folder: noteWrites(carried), clock: () => new Date(now), limits, merge }) }
  }
  const host = makePlace()
  const places = [host]
  await found(host.pc)

  const written = new Map<Scope, string[]>(allScopes.map((scope) => [scope, []]))
  let [looks, edits] = [0, 0]
  let accused = false
  const look = async ({ pc }: Place, cut = true) => {
    looks += 1
    const { causes } = await pc.look({ cut, thorough: random.chance(0.5) })
    accused ||= causes.some(({ kind }) => kind === 'strangeFile' || kind === 'twinDevice' || kind === 'booksDiffer')
  }
  const comeIn = async () => {
    const place = makePlace()
    await join(place.pc, host.pc, { admin: false })
    places.push(place)
  }

  for (let step = 0; step < steps; step += 1) {
    now += random.below(90) * 60_000
    const place = random.pick(places) ?? host
    switch (random.below(8)) {
      case 0:
      case 1: {
        // Whoever has no book yet has nothing to write in.
        if (!(await hasBook(place))) break
        const scope = random.pick(scopesWritten) ?? 'leden'
        edits += 1
        written.get(scope)?.push(`edit ${edits}`)
        place.pc.edit(`edit ${edits}`, scope)
        break
      }
      case 2:
      case 3:
        await look(place, random.chance(0.8))
        break
      case 4:
        push(cloud, place, () => random.chance(0.6))
        break
      case 5:
        fetch(cloud, place, () => random.chance(0.6))
        break
      case 6:
        // Somebody was erased: everything is summed up anew, and all take other keys.
        host.pc.loop.requestEpoch()
        for (const one of places) {
          fetch(cloud, one, () => random.chance(0.9))
          await look(one)
          push(cloud, one, () => random.chance(0.9))
        }
        break
      default:
        if (places.length < mostPcs && random.chance(0.3)) await comeIn()
    }
  }
  while (places.length < 3) await comeIn()

  let converged = false
  for (let round = 0; round < mostHealing && !converged; round += 1) {
    now += 2 * 3_600_000
    for (const place of places) {
      fetch(cloud, place, () => true)
      await look(place)
      push(cloud, place, () => true)
    }
    // Whoever came last writes too.
    if (round === 0) continue
    if (round === 1) {
      edits += 1
      written.get('leden')?.push(`edit ${edits}`)
      places.at(-1)?.pc.edit(`edit ${edits}`)
      continue
    }
    converged = places.every(({ pc }) => allScopes.every((scope) => isSame(pc.lines(scope), written.get(scope) ?? [])))
  }
  await Promise.all(places.map(({ pc }) => pc.close()))
  return { converged, accused, counts: { pcs: places.length, looks, edits } }
}

function onceOnly(): MergeEngine {
  const begun = new Set<Scope>()
  return {
    ...fakeMerge,
    async applySnapshot(tx, origin, lines) {
      if (begun.has(origin.scope)) return { changes: 0, pending: 0, differences: 0 }
      begun.add(origin.scope)
      return fakeMerge.applySnapshot(tx, origin, lines)
    },
  }
}

const hasBook = async ({ pc }: Place) => (await pc.loop.vault())?.epochs.leden !== undefined

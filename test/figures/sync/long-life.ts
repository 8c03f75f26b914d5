// Five years of three PCs with fifty changes a day each, in made-up time: how many files lie in the folder and how large they are, all
// along. The control never sums up.
import { createHash } from 'node:crypto'
import type { Scope } from '../../../electron/backend/database/declare-table.ts'
import type { SyncOptions } from '../../../electron/backend/sync/folder/sync-options.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import type { Result, RunOptions } from '../../support/result.ts'
import { createFieldMerge, type FieldMerge } from '../../support/sync/field-merge.ts'
import { createReplicaFolder } from '../../support/sync/replica-folder.ts'
import { allScopes, found, join, openSyncPc } from '../../support/sync/sync-pc.ts'

const goal = { files: 400, bytes: 10_000_000 }
const shortGoal = { files: 60, bytes: 200_000 }
const dayMs = 86_400_000

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const life = await live(seed, short ? 5 : 5 * 365, short ? { files: 25, filesOfScope: 3 } : {})
  const control = await live(seed, short ? 5 : 60, { files: 1e9, epochDays: 1e6 })
  const { files, bytes } = short ? shortGoal : goal
  const within = life.mostFiles <= files && life.mostBytes <= bytes
  return [
    { id: 'sync-long-life', values: { seed, ...life }, ok: within && life.differing === 0 },
    { id: 'sync-long-life-control', values: { seed, ...control }, ok: control.mostFiles > files },
  ]
}

async function live(seed: number, days: number, limits: NonNullable<SyncOptions['limits']>) {
  const random = seededRandom(seed)
  let now = Date.parse('2026-11-23T18:00:00Z')
  const folder = createReplicaFolder()
  const merges = ['01', '02', '03'].map(createFieldMerge)
  const pcs = merges.map((merge) => openSyncPc({ folder, clock: () => new Date(now), merge, limits }))
  const [host, ...guests] = pcs
  if (!host) throw new Error('there are no PCs')
  await found(host)
  for (const guest of guests) await join(guest, host)
  for (let round = 0; round < 3; round += 1) for (const pc of pcs) await pc.look()

  const most = { files: 0, bytes: 0 }
  let changes = 0
  for (let day = 0; day < days; day += 1) {
    now += dayMs
    for (const [index, pc] of pcs.entries()) {
      const merge = merges[index]
      if (!merge) continue
      // Weeks on holiday; and then everything at once.
      if (day % 120 > 105 && index === 2) continue
      changes += editADay(merge, random, `${day}-${index}`)
      await pc.look({ thorough: day % 7 === 0 })
    }
    const sizes = [...folder.files.values()].map(({ length }) => length)
    most.files = Math.max(most.files, sizes.length)
    most.bytes = Math.max(
      most.bytes,
      sizes.reduce((sum, size) => sum + size, 0),
    )
  }
  for (let round = 0; round < 4; round += 1) for (const pc of pcs) await pc.look()
  const states = merges.map((merge) => stateOf(merge))
  await Promise.all(pcs.map((pc) => pc.close()))
  return {
    days,
    changes,
    mostFiles: most.files,
    mostBytes: most.bytes,
    differing: states.filter((state) => state !== states[0]).length,
  }
}

/** Mostly fields of people; now and then a payment, which stays. */
function editADay(merge: FieldMerge, random: Random, mark: string): number {
  const scopes: readonly Scope[] = ['leden', 'leden', 'leden', 'buurt', 'buurt', 'zorg']
  for (let change = 0; change < 48; change += 1) {
    const scope = random.pick(scopes) ?? 'leden'
    const person = random.below(300).toString().padStart(3, '0')
    merge.set(scope, `${idOf(person)}.${random.below(10)}`, `waarde ${random.below(1_000_000)}`)
  }
  for (let payment = 0; payment < 2; payment += 1)
    merge.set('contributie', idOf(`${mark}-${payment}`), JSON.stringify([1500, '2026-11-23', 'overboeking']))
  return 50
}

/** Random to look at, like the ids of a book: they do not compress. */
const idOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 32)

const stateOf = (merge: FieldMerge) =>
  createHash('sha256')
    .update(allScopes.map((scope) => [...merge.fields(scope).values()].sort().join('\n')).join('\n\n'))
    .digest('hex')

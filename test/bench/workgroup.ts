// The working group opens the files of 50 associations: reading, checking and putting them together, against the least that must be
// done for it - parsing the same text and verifying the same signatures, with the signed bytes lying ready.

import { isSignedBy } from '../../electron/backend/sync/format/signing.ts'
import { readWorkgroupFile, writeWorkgroupFile } from '../../electron/backend/workgroup/workgroup-file.ts'
import type { WorkgroupContent } from '../../shared/contract/workgroup.ts'
import { barrierKinds } from '../../shared/domain/barriers.ts'
import { overviewOf } from '../../shared/domain/workgroup-overview.ts'
import { associationSums } from '../../shared/domain/workgroup-sums.ts'
import { median, timed } from '../support/measure.ts'
import { type Random, seededRandom } from '../support/random.ts'
import type { Result, RunOptions } from '../support/result.ts'

const goal = 1.5
const groupsOfAssociation = 12

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const random = seededRandom(seed)
  const files = await filesOf(short ? 5 : 50, random)
  // Before counting: what a running app has compiled already.
  await merge(files)
  await bare(files)
  const own: number[] = []
  const floors: number[] = []
  for (let round = 0; round < (short ? 3 : 9); round += 1) {
    // In turn, so that what else the machine does falls on both.
    floors.push(await timed(() => bare(files)))
    own.push(await timed(() => merge(files)))
  }
  const [ms, floorMs] = [median(own), median(floors)]
  const ratio = ms / floorMs
  const values = { files: files.length, ratio: rounded(ratio), ms: rounded(ms), floor_ms: rounded(floorMs), goal }
  return [{ id: 'workgroup_merge', values, ok: ratio <= goal }]
}

interface MadeFile {
  readonly bytes: Uint8Array
  readonly signed: Uint8Array
  readonly signature: string
  readonly key: string
}

async function merge(files: readonly MadeFile[]): Promise<void> {
  const read = []
  for (const { bytes } of files) read.push(await readWorkgroupFile(bytes))
  const { lines } = overviewOf(read.map(({ content, ...rest }) => ({ ...content, ...rest })))
  if (associationSums(lines).length !== files.length) throw new Error('not one for each')
  if (lines.length !== files.length * groupsOfAssociation) throw new Error('not put together whole')
}

async function bare(files: readonly MadeFile[]): Promise<void> {
  for (const { bytes, signed, signature, key } of files) {
    JSON.parse(new TextDecoder().decode(bytes))
    if (!(await isSignedBy(signed, signature, key))) throw new Error('not signed')
  }
}

async function filesOf(count: number, random: Random): Promise<MadeFile[]> {
  const made: MadeFile[] = []
  for (let at = 0; at < count; at += 1) {
    const bytes = await writeWorkgroupFile(contentOf(at, random), String(at).padStart(64, '0'))
    const { signature, key } = JSON.parse(new TextDecoder().decode(bytes))
    made.push({ bytes, signed: await signedIn(bytes, signature, key), signature, key })
  }
  return made
}

/** The bytes under the signature: fields in alphabetical order, as docs/workgroup-format.md says. */
async function signedIn(bytes: Uint8Array, signature: string, key: string): Promise<Uint8Array> {
  const { content } = JSON.parse(new TextDecoder().decode(bytes))
  const signed = new TextEncoder().encode(JSON.stringify(content, inOrder))
  if (!(await isSignedBy(signed, signature, key))) throw new Error('these are not the bytes that were signed')
  return signed
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function contentOf(association: number, random: Random): WorkgroupContent {
  const people = () => 5 + random.below(60)
  return {
    association: `Stadsdorp ${association}`,
    kind: 'vereniging',
    made: '2026-11-23',
    period: { from: '2026-01-01', until: '2026-12-31' },
    groups: Array.from({ length: groupsOfAssociation }, (_, group) => ({
      key: `${association}-${group}`,
      name: `Binnenbuurt ${group}`,
      members: people(),
      paying: random.chance(0.2) ? ('<5' as const) : people(),
      seats: random.pick(['bezet', 'kwetsbaar', 'onbemand'] as const) ?? 'bezet',
      status: random.pick(['loopt_goed', 'aandacht'] as const) ?? null,
      gatherings: { held: random.below(4), promised: 3, last: '2026-10-04' },
      attendance: { lowest: people(), highest: people() },
      barriers: [{ kind: random.pick(barrierKinds) ?? 'taal', outcome: null }],
      themes: Array.from({ length: random.below(6) }, (_theme, at) => `Thema ${group}-${at}`),
    })),
    dues: { expectedCents: random.below(1_000_000), receivedCents: random.below(1_000_000) },
    questions: Array.from({ length: random.below(5) }, (_question, at) => `Hoe doen jullie dit, vraag ${at}?`),
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100

// Every byte of a file flipped, every length it can be cut to, and everything that somebody without the right may lay into the folder:
// nothing may be taken in, and each for its own reason. The controls are readers that check one thing less, and have to be caught.
import { seal, unseal } from '../../../electron/backend/sync/format/age-envelope.ts'
import { type FileName, hashOfBytes } from '../../../electron/backend/sync/format/file-names.ts'
import { openSegment, type Trust } from '../../../electron/backend/sync/format/open-file.ts'
import { composePlaintext, splitPlaintext } from '../../../electron/backend/sync/format/plaintext.ts'
import { type SealedFile, sealSegment } from '../../../electron/backend/sync/format/seal-file.ts'
import type { Result, RunOptions } from '../../support/result.ts'
import {
  firstSegment,
  makeDevice,
  nameOf,
  sealingBy,
  type TestDevice,
  trustOf,
  vault,
} from '../../support/sync/sealed-files.ts'

/** Says what a reader makes of bytes under a name. */
type Reader = (name: FileName, bytes: Uint8Array, trust: Trust) => Promise<string>

const ours: Reader = async (name, bytes, trust) => {
  const opened = await openSegment(name, bytes, trust)
  return opened.outcome === 'refused' ? opened.reason : opened.outcome
}

/** Believes a file whose name has the right hash. */
const namesOnly: Reader = async (name, bytes) => (hashOfBytes(bytes) === name.hash ? 'opened' : 'incomplete')

/** Believes whatever it can decrypt. */
const envelopeOnly: Reader = async (_name, bytes, { identities }) => {
  const unsealed = await unseal(bytes, identities)
  if ('problem' in unsealed) return unsealed.problem
  return splitPlaintext(unsealed.plain) ? 'opened' : 'malformed'
}

/** Believes every signature that fits, whoever made it and whatever the file is called. */
const anyName: Reader = async (name, bytes, trust) => {
  if (name.kind !== 'segment') return 'malformed'
  for (const seq of [1, 2]) {
    const outcome = await ours({ ...name, seq, device: 'a1a1a1a1', scope: 'leden' }, bytes, trust)
    if (outcome === 'opened') return outcome
  }
  return 'renamed'
}

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const stand = await prepare()
  const stride = short ? 71 : 1
  const changed = await changeBytes(stand, stride, seed % stride, ours)
  const byNames = await changeBytes(stand, stride * 10, 0, namesOnly)
  const forgeries = await tryForgeries(stand, ours)
  const controls = await Promise.all([envelopeOnly, anyName].map((reader) => tryForgeries(stand, reader)))
  return [
    { id: 'sync-tamper', values: { bytes: stand.file.bytes.length, ...changed }, ok: changed.accepted === 0 },
    { id: 'sync-tamper-control', values: { reader: 'names-only', ...byNames }, ok: byNames.accepted > 0 },
    {
      id: 'sync-forgeries',
      values: {
        tried: forgeries.length,
        accepted: wrongOf(forgeries, 'accepted'),
        wrongReason: wrongOf(forgeries, 'wrongReason'),
      },
      ok: forgeries.every(({ got, want }) => got === want),
    },
    ...controls.map((tried, index) => ({
      id: 'sync-forgeries-control',
      values: { reader: index === 0 ? 'envelope-only' : 'any-name', accepted: wrongOf(tried, 'accepted') },
      ok: wrongOf(tried, 'accepted') > 0,
    })),
  ]
}

interface Stand {
  readonly anna: TestDevice
  readonly bert: TestDevice
  readonly treasurer: TestDevice
  readonly outsider: TestDevice
  readonly file: SealedFile
  readonly trust: Trust
}

async function prepare(): Promise<Stand> {
  const [anna, bert, outsider] = await Promise.all([
    makeDevice('a1a1a1a1'),
    makeDevice('b2b2b2b2'),
    makeDevice('c3c3c3c3'),
  ])
  const treasurer = await makeDevice('d4d4d4d4', ['leden', 'contributie', 'bank'])
  const lines = [1, 2, 3].map((number) => JSON.stringify({ person: `p-${number}`, phone: `0612345${number}` }))
  const file = await sealSegment(firstSegment(anna), lines, sealingBy(anna, [anna, bert]))
  return { anna, bert, treasurer, outsider, file, trust: trustOf(bert, [anna, treasurer]) }
}

/** Flips and cuts, the name kept and the name made to fit. */
async function changeBytes({ file, trust }: Stand, stride: number, start: number, reader: Reader) {
  const kept = nameOf(file)
  let tried = 0
  let accepted = 0
  const attempt = async (name: FileName, bytes: Uint8Array) => {
    tried += 1
    if ((await reader(name, bytes, trust)) === 'opened') accepted += 1
  }
  for (let at = start; at < file.bytes.length; at += stride) {
    const flipped = Uint8Array.from(file.bytes).with(at, (file.bytes[at] ?? 0) ^ (1 << (at % 8)))
    const cut = file.bytes.subarray(0, at)
    for (const bytes of [flipped, cut]) {
      await attempt(kept, bytes)
      await attempt({ ...kept, hash: hashOfBytes(bytes) }, bytes)
    }
  }
  return { tried, accepted }
}

interface Tried {
  readonly got: string
  readonly want: string
}

const wrongOf = (tried: readonly Tried[], what: 'accepted' | 'wrongReason') =>
  tried.filter(({ got, want }) => (what === 'accepted' ? got === 'opened' : got !== want)).length

async function tryForgeries({ anna, bert, treasurer, outsider, file, trust }: Stand, reader: Reader): Promise<Tried[]> {
  const lines = ['{}']
  const readers = [anna, bert]
  const name = nameOf(file)
  if (name.kind !== 'segment') throw new Error('a segment is tried')
  const make = (device: TestDevice, key: TestDevice, scope: 'leden' | 'zorg' = 'leden', options = {}) =>
    sealSegment(firstSegment(device, scope), lines, { ...sealingBy({ ...device, key: key.key }, readers), ...options })
  const made: readonly (readonly [want: string, file: Promise<SealedFile>])[] = [
    ['forged', make(anna, outsider)],
    ['forged', make(anna, treasurer)],
    ['unknownDevice', make(outsider, outsider)],
    ['foreignVault', make(anna, anna, 'leden', { vault: '0000000000000001' })],
    ['wrongScope', make(treasurer, treasurer, 'zorg')],
    ['notForUs', make(anna, anna, 'leden', { recipients: [outsider.recipient] })],
  ]
  const tried: Tried[] = []
  for (const [want, promise] of made) {
    const forged = await promise
    tried.push({ want, got: await reader(nameOf(forged), forged.bytes, trust) })
  }
  // Genuine bytes under another name: played again as the next number, in another scope, as another device's.
  const places = [
    { ...name, seq: 2 },
    { ...name, seq: 9 },
    { ...name, scope: 'buurt' as const },
    { ...name, device: bert.id },
  ]
  for (const place of places) tried.push({ want: 'renamed', got: await reader(place, file.bytes, trust) })
  // The body of one genuine file under the header of another.
  const other = await sealSegment(firstSegment(anna), ['{"n":9}'], sealingBy(anna, readers))
  const mixed = await mix(file, other, bert)
  tried.push({ want: 'forged', got: await reader({ ...name, hash: hashOfBytes(mixed) }, mixed, trust) })
  // Everything right, but signed for another vault's magic line: what another program of ours might sign.
  const alien = await seal(await composePlaintext(JSON.stringify({ vault }), new Uint8Array(0), anna.key), [
    bert.recipient,
  ])
  tried.push({ want: 'malformed', got: await reader({ ...name, hash: hashOfBytes(alien) }, alien, trust) })
  return tried
}

async function mix(one: SealedFile, other: SealedFile, reader: TestDevice): Promise<Uint8Array> {
  const plains = await Promise.all([one, other].map(({ bytes }) => unseal(bytes, [reader.identity])))
  const [head, tail] = plains.map((unsealed) => ('plain' in unsealed ? splitPlaintext(unsealed.plain) : undefined))
  if (!head || !tail) throw new Error('a file of our own does not open')
  const lengthOf = (header: string): number => JSON.parse(header).len
  const body = tail.rest.subarray(0, lengthOf(tail.header))
  const header = head.header.replace(/"len":\d+/, `"len":${body.length}`).replace(/"n":\d+/, '"n":1')
  const signedElsewhere = await composePlaintext(header, body, reader.key)
  // The signature of the first file, in the place of the new one.
  const plain = Buffer.from(signedElsewhere)
  plain.write(head.signature, plain.indexOf(0x0a, 11) + 1, 'latin1')
  return seal(plain, [reader.recipient])
}

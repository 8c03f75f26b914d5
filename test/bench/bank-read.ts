// Reading a bank file of 25 MB against the least work there is for it: the same parser passing over the same bytes with nobody
// listening. And how long the thread that asked was kept from anything else while the reading thread worked.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { XMLParser } from 'fast-xml-parser'
import { SaxesParser } from 'saxes'
import type { BankFile } from '../../electron/backend/bank-files/bank-file.ts'
import { parseBankFile } from '../../electron/backend/bank-files/parse-bank-file.ts'
import { readBankFile } from '../../electron/backend/bank-files/read-bank-file.ts'
import { largeCamt } from '../support/bank-files/large-camt.ts'
import { median, timed } from '../support/measure.ts'
import type { Result, RunOptions } from '../support/result.ts'

export async function run({ short }: RunOptions): Promise<Result[]> {
  // Before counting: what a running app has compiled already.
  await measure(300, 1, readHere)
  // The short form leaves the thread out: on a busy machine its start says more than the reading.
  if (short) {
    const { ratio, ms } = await measure(1000, 2, readHere)
    return [{ id: 'bank_read', values: { entries: 1000, ratio: round(ratio), ms: round(ms) }, ok: ratio <= 3 }]
  }
  const large = await measure(10_000, 5, readInWorker)
  const results: Result[] = [
    {
      id: 'bank_read',
      values: {
        entries: 10_000,
        mb: round(large.megabytes),
        ratio: round(large.ratio),
        // Of the first file after a start: the thread itself is started too, and nothing in it is compiled.
        first_ratio: round(large.firstRatio),
        fast_xml_parser_ratio: round(large.otherRatio),
        blocked_ms: round(large.blockedMs),
        ms: round(large.ms),
        floor_ms: round(large.floorMs),
      },
      ok: large.ratio <= 3 && large.otherRatio <= 0.5 && large.blockedMs <= 100 && large.ms < 5000,
    },
  ]
  // Growth of the reading itself: the start of the thread would flatter it.
  const ratios: number[] = []
  for (const entries of [1000, 10_000]) ratios.push((await measure(entries, 3, readHere)).ratio)
  const factor = (ratios[1] ?? 0) / (ratios[0] ?? 1)
  results.push({ id: 'bank_read_growth', values: { per_tenfold: round(factor) }, ok: factor <= 1.3 })
  return results
}

interface Measured {
  readonly megabytes: number
  readonly ms: number
  readonly floorMs: number
  readonly ratio: number
  readonly firstRatio: number
  readonly otherRatio: number
  readonly blockedMs: number
}

type Read = (bytes: Uint8Array<ArrayBuffer>) => Promise<BankFile>

const readHere: Read = async (bytes) => readBankFile(bytes)
/** The thread as it is shipped; `npm run bench` has built it. */
const shippedWorker = fileURLToPath(new URL('../../out/main/parse-worker.js', import.meta.url))
const readInWorker: Read = (bytes) => parseBankFile(shippedWorker, bytes)

async function measure(entries: number, rounds: number, read: Read): Promise<Measured> {
  const bytes = largeCamt(entries)
  const own: number[] = []
  const floors: number[] = []
  const others: number[] = []
  const blocked: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    // Each by itself and in turn, so that what else the machine does falls on all of them.
    floors.push(await timed(async () => passOver(bytes)))
    const copy = bytes.slice()
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    own.push(
      await timed(async () => {
        const { statements } = await read(copy)
        if (statements[0]?.entries.length !== entries || !statements[0].balanced) throw new Error('not read whole')
      }),
    )
    delay.disable()
    blocked.push(delay.max / 1e6)
    if (read === readInWorker) others.push(await timed(async () => parseByOther(bytes)))
  }
  const [ms, floorMs] = [median(own), median(floors)]
  return {
    megabytes: bytes.length / (1024 * 1024),
    ms,
    floorMs,
    ratio: ms / floorMs,
    firstRatio: (own[0] ?? 0) / floorMs,
    otherRatio: ms / median(others),
    // The least of the rounds: a stall of the machine is not ours, and our own would be in every round.
    blockedMs: Math.min(...blocked),
  }
}

function passOver(bytes: Uint8Array): void {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser()
  const pieceLength = 64 * 1024
  for (let at = 0; at < bytes.length; at += pieceLength) {
    parser.write(decoder.decode(bytes.subarray(at, at + pieceLength), { stream: true }))
  }
  parser.close()
}

function parseByOther(bytes: Uint8Array): void {
  const parsed = new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(new TextDecoder().decode(bytes))
  if (!parsed.Document) throw new Error('the other parser read nothing')
}

const round = (value: number) => Math.round(value * 100) / 100

// kill -9 at a random moment of writing, sealing and sending, again and again, and each time the newest file in the folder is damaged or
// taken away. Whatever was kept must reach the other PC, once. The controls speak too early, or never look into the folder again.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildChild } from '../../support/build-child.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import type { Result, RunOptions } from '../../support/result.ts'
import { found, join, type SyncPc } from '../../support/sync/sync-pc.ts'
import { openKillPc } from './kill-pc.ts'

const source = fileURLToPath(new URL('./kill-writer.ts', import.meta.url))
const killsPerFolder = 25
const longestWriting = 150

type Control = 'early' | 'neverLooksAgain'

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const outcome = await killSync(seed, short ? 5 : 1000)
  const controls: Result[] = []
  for (const control of ['early', 'neverLooksAgain'] as const) {
    const found = await killSync(seed + 1, short ? 4 : 25, control)
    controls.push({ id: 'sync-kill-control', values: { control, ...found }, ok: found.lost > 0 })
  }
  const ok = outcome.lost + outcome.accused === 0 && outcome.acknowledged > 0
  return [{ id: 'sync-kill', values: { seed, ...outcome }, ok }, ...controls]
}

export async function killSync(seed: number, kills: number, control?: Control) {
  const writer = await buildChild(source)
  const random = seededRandom(seed)
  const total = { kills: 0, acknowledged: 0, damaged: 0, files: 0, lost: 0, accused: 0 }
  while (total.kills < kills) {
    const one = await oneFolder(writer, random, Math.min(killsPerFolder, kills - total.kills), control)
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += one[key]
  }
  return total
}

async function oneFolder(writer: string, random: Random, kills: number, control: Control | undefined) {
  const place = await mkdtemp(joinPath(tmpdir(), 'buurtboek-kill-sync-'))
  const [book, other, folder] = ['boek.db', 'ander.db', 'map'].map((name) => joinPath(place, name)) as [
    string,
    string,
    string,
  ]
  await mkdir(folder)
  const [host, guest] = [openKillPc(book, folder), openKillPc(other, folder)]
  await found(host)
  await join(guest, host)
  for (const pc of [host, guest, host, guest]) await pc.look()
  await host.close()
  await guest.close()

  const kept: number[] = []
  let damaged = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const first = (kept.at(-1) ?? 0) + 2
    kept.push(
      ...(await writeAndKill([writer, book, folder, String(first), control === 'early' ? 'early' : 'normal'], random)),
    )
    if (await damageNewest(folder, random)) damaged += 1
  }
  const again = openKillPc(book, folder)
  const reader = openKillPc(other, folder)
  let accused = 0
  for (let round = 0; round < 4; round += 1) {
    if (control !== 'neverLooksAgain') accused += await lookAndListen(again)
    accused += await lookAndListen(reader)
  }
  const there = reader.lines()
  const lost = kept.filter((number) => !there.includes(`change ${number}`)).length
  const doubled = there.length - new Set(there).size
  await again.close()
  await reader.close()
  const files = (await agesIn(folder)).length
  await rm(place, { recursive: true, force: true })
  return { kills, acknowledged: kept.length, damaged, files, lost: lost + doubled, accused: control ? 0 : accused }
}

/** 1 when it says that somebody forged or wrote twice under one name. */
async function lookAndListen(pc: SyncPc): Promise<number> {
  const { causes } = await pc.look()
  return causes.some(({ kind }) => kind === 'twinDevice' || kind === 'strangeFile' || kind === 'booksDiffer') ? 1 : 0
}

/** The numbers it said were kept. */
async function writeAndKill(parts: readonly string[], random: Random): Promise<number[]> {
  const child = spawn(process.execPath, [...parts], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  let timer: NodeJS.Timeout | undefined
  const after = random.next() * longestWriting
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    said += text
    if (!timer && said.includes('DONE')) timer = setTimeout(() => child.kill('SIGKILL'), after)
  })
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)))
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${said}`)
  return [...said.matchAll(/^DONE (\d+)$/gm)].map(([, number]) => Number(number))
}

async function damageNewest(folder: string, random: Random): Promise<boolean> {
  const files = await Promise.all(
    (await agesIn(folder)).map(async (file) => ({ file, at: (await stat(file)).mtimeMs })),
  )
  const newest = files.sort((one, other) => other.at - one.at)[0]?.file
  if (!newest) return false
  if (random.chance(0.4)) await rm(newest)
  else await truncate(newest, random.chance(0.5) ? 0 : random.below(600))
  return true
}

async function agesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(({ name }) => name.endsWith('.age')).map(({ parentPath, name }) => joinPath(parentPath, name))
}

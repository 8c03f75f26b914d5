// kill -9 at a random moment of the writing, again and again. What was answered must be there after the next start, whole, and
// what was not answered must be there whole or not at all. The control answers too early and has to be caught at it.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isWhole, listCopies } from '../../electron/backend/backup/backup-folder.ts'
import { openDatabase } from '../../electron/backend/database/open-database.ts'
import { buildChild } from '../support/build-child.ts'
import { seededRandom } from '../support/random.ts'
import type { Result, RunOptions } from '../support/result.ts'

const source = fileURLToPath(new URL('./kill/writer.ts', import.meta.url))

/** A folder gets a fresh start after so many kills: checking everything that was ever answered grows with its age. */
const killsPerFolder = 25
/** Milliseconds of writing before the kill, at most. */
const longestWriting = 120
const giveUpAfterMs = 60_000

export interface KillOptions {
  readonly seed: number
  readonly rounds: number
  /** The control: the writer answers before the work is durable. It ends with the first loss: that is all it is for. */
  readonly early?: boolean
  /** How many folders side by side. */
  readonly lanes: number
}

export interface KillOutcome {
  readonly kills: number
  readonly acknowledged: number
  /** Answered, and not there after the kill. */
  readonly lost: number
  /** There in part: a person without a home, a row without its journal entry, an action that is still open. */
  readonly halved: number
  /** Starts that found damage, or could not open the book. */
  readonly corrupt: number
  readonly copiesBroken: number
}

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const outcome = await killFigure({ seed, rounds: short ? 3 : 1000, lanes: short ? 1 : availableParallelism() })
  const control = await killFigure({ seed: seed + 1, rounds: 30, early: true, lanes: 1 })
  const bad = outcome.lost + outcome.halved + outcome.corrupt + outcome.copiesBroken
  return [
    { id: 'kill', values: { seed, ...outcome }, ok: bad === 0 && outcome.acknowledged > outcome.kills },
    { id: 'kill-control', values: { seed: seed + 1, ...control }, ok: control.lost > 0 },
  ]
}

/** Kills a writer `rounds` times. */
export async function killFigure({ seed, rounds, lanes, early = false }: KillOptions): Promise<KillOutcome> {
  const writer = await buildChild(source)
  const outcomes = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => {
      const share = Math.floor(rounds / lanes) + (lane < rounds % lanes ? 1 : 0)
      return killInTurn(writer, seed + lane * 7919, share, early)
    }),
  )
  return outcomes.reduce(add)
}

const none: KillOutcome = { kills: 0, acknowledged: 0, lost: 0, halved: 0, corrupt: 0, copiesBroken: 0 }

const add = (a: KillOutcome, b: KillOutcome): KillOutcome => ({
  kills: a.kills + b.kills,
  acknowledged: a.acknowledged + b.acknowledged,
  lost: a.lost + b.lost,
  halved: a.halved + b.halved,
  corrupt: a.corrupt + b.corrupt,
  copiesBroken: a.copiesBroken + b.copiesBroken,
})

async function killInTurn(writer: string, seed: number, rounds: number, early: boolean): Promise<KillOutcome> {
  const random = seededRandom(seed)
  let total = none
  while (total.kills < rounds && !(early && total.lost > 0)) {
    const folder = await mkdtemp(join(tmpdir(), 'buurtboek-kill-'))
    const answered = new Set<string>()
    let next = 0
    for (let kill = 0; kill < killsPerFolder && total.kills < rounds; kill += 1) {
      const said = await writeAndKill(writer, folder, next, early, random.next() * longestWriting)
      for (const what of said) answered.add(what)
      // One further than the last answer: the action after it may be there without having been answered.
      next = Math.max(next, ...said.map((what) => Number(what.split(' ')[1]))) + 2
      const found = await inspect(folder, answered)
      total = add(total, { ...none, kills: 1, acknowledged: said.length, ...found })
      // A loss would be counted again after every later kill.
      if (found.lost + found.corrupt > 0) break
    }
    await rm(folder, { recursive: true, force: true })
  }
  return total
}

/** Lets a writer write, kills it, and gives what it said it had done. */
async function writeAndKill(
  writer: string,
  folder: string,
  first: number,
  early: boolean,
  after: number,
): Promise<string[]> {
  const child = spawn(process.execPath, [writer, folder, String(first), early ? 'early' : 'normal'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  let timer: NodeJS.Timeout | undefined
  let gaveUp = false
  const giveUp = setTimeout(() => {
    gaveUp = true
    child.kill('SIGKILL')
  }, giveUpAfterMs)
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    said += text
    if (!timer && said.includes('DONE')) timer = setTimeout(() => child.kill('SIGKILL'), after)
  })
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)))
  clearTimeout(giveUp)
  const lines = said.split('\n').filter(Boolean)
  const bug = lines.find((line) => line.startsWith('BUG') || line.startsWith('CLOSED'))
  if (bug || gaveUp || signal !== 'SIGKILL' || !lines.includes('READY'))
    throw new Error(`the writer did not write: ${bug ?? said}`)
  return lines.filter((line) => line.startsWith('DONE ')).map((line) => line.slice('DONE '.length))
}

/** Opens the folder the way the app does and compares it with what was answered. */
async function inspect(
  folder: string,
  answered: ReadonlySet<string>,
): Promise<Pick<KillOutcome, 'lost' | 'halved' | 'corrupt' | 'copiesBroken'>> {
  const opened = await openDatabase(join(folder, 'boek.db'), { create: false, copyFirst: async () => undefined })
  if ('kind' in opened) return { lost: 0, halved: 0, corrupt: 1, copiesBroken: 0 }
  const column = (sql: string) => new Set(opened.raw.prepare(sql).pluck().all().map(String))
  const groups = column("SELECT replace(name, 'Groep ', '') FROM neighbourhood")
  const people = column("SELECT replace(last_name, 'Nummer ', '') FROM person")
  const names = column("SELECT json_extract(after, '$.name') FROM change WHERE table_name = 'book'")
  const halved = opened.raw
    .prepare(
      `SELECT (SELECT count(*) FROM person WHERE household_id NOT IN (SELECT id FROM household) OR id NOT IN (SELECT person_id FROM membership))
        + (SELECT count(*) FROM person WHERE id NOT IN (SELECT row_id FROM change))
        + (SELECT count(*) FROM person WHERE row_no NOT IN (SELECT rowid FROM person_search))
        + (SELECT count(*) FROM action WHERE seq NOT IN (SELECT action_seq FROM change))
        + (SELECT count(*) FROM current_action WHERE action_seq IS NOT NULL)`,
    )
    .pluck()
    .get()
  await opened.close()
  const copies = await listCopies(join(folder, 'reservekopieen'))
  let copiesBroken = 0
  for (const copy of copies) if (!(await isWhole(join(folder, 'reservekopieen'), copy))) copiesBroken += 1
  const lost = [...answered].filter((what) => {
    const [kind, number = ''] = what.split(' ')
    if (kind === 'group') return !groups.has(number)
    if (kind === 'person') return !people.has(number)
    if (kind === 'book') return !names.has(`Boek ${number}`)
    return copies.length === 0
  })
  return { lost: lost.length, halved: Number(halved), corrupt: 0, copiesBroken }
}

// Plays a year: the months go through the command as it is shipped, or through the same functions in this process.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startReplay } from '../../../electron/backend/matching/replay.ts'
import { decisionToJson, readConfirmed, readReplay } from '../../../electron/backend/matching/replay-json.ts'
import { answerMonth, type DecisionJson, judgeMonth, newTally, type Tally, type Treasurer } from './judge.ts'
import type { MatchingSet } from './matching-set.ts'

interface MonthJson {
  readonly month: string
  readonly decisions: readonly DecisionJson[]
}

/** Changes decisions before they are judged: how a control shows that the judge sees mistakes. */
export type Loosen = (decisions: readonly DecisionJson[]) => readonly DecisionJson[]

export function playInProcess(set: MatchingSet, treasurer: Treasurer, loosen: Loosen = (same) => same): Tally {
  const start = readReplay(JSON.parse(JSON.stringify(set)))
  const replay = startReplay(start)
  const tally = newTally()
  for (const [at, month] of replay.months.entries()) {
    const decisions = loosen(replay.decide(month).map((decision) => decisionToJson(start, decision)))
    judgeMonth(set, month, decisions, at > 1, tally)
    replay.confirm(month, readConfirmed(start, JSON.stringify(answerMonth(set, decisions, treasurer))))
  }
  return tally
}

/** The command as a child process; it finds a folder without labels. */
export async function playCommand(set: MatchingSet, treasurer: Treasurer): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'matching-'))
  for (const name of ['members', 'mandates', 'transactions'] as const) {
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(set[name]))
  }
  const command = fileURLToPath(new URL('../../../scripts/bank-match.mjs', import.meta.url))
  const child = spawn(process.execPath, [command, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const tally = newTally()
  let months = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const { month, decisions }: MonthJson = JSON.parse(line)
    judgeMonth(set, month, decisions, months > 1, tally)
    child.stdin.write(`${JSON.stringify(answerMonth(set, decisions, treasurer))}\n`)
    months += 1
  }
  const code = await ended
  rmSync(folder, { recursive: true })
  if (code !== 0) throw new Error(`bank:match ended with ${code} after ${months} months`)
  return tally
}

// npm run --silent bank:match -- DIR: replays a year of bank lines, month by month, through the matcher of the app. DIR holds
// members.json, mandates.json and transactions.json. Per month one JSON line goes out, and one with what was confirmed comes in.
// Without --silent npm prints two lines of its own first; they do not begin with "{".
import './require-node.mjs'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

const { decisionToJson, readConfirmed, readReplay } = await import('../electron/backend/matching/replay-json.ts')
const { startReplay } = await import('../electron/backend/matching/replay.ts')

const folder = process.argv[2]
if (!folder) fail('npm run --silent bank:match -- DIR')
const start = readStart()
const replay = startReplay(start)
const answers = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
process.stdout.on('error', () => process.exit(0))

for (const month of replay.months) {
  const decisions = replay.decide(month).map((decision) => decisionToJson(start, decision))
  await print(`${JSON.stringify({ month, decisions })}\n`)
  // Nobody answers any more: the rest is still decided, by what is known.
  const answer = await answers.next()
  replay.confirm(month, readConfirmed(start, answer.done ? '' : answer.value))
}
process.stdin.destroy()

function readStart() {
  // npm runs scripts in the project's folder; the user's own folder is what a relative path is meant from.
  const from = path.resolve(process.env.INIT_CWD ?? '.', folder)
  const read = (name, otherwise) => {
    try {
      return JSON.parse(readFileSync(path.join(from, name), 'utf8'))
    } catch (error) {
      if (error.code === 'ENOENT' && otherwise !== undefined) return otherwise
      return fail(`${name}: ${error.message}`)
    }
  }
  return readReplay({
    members: read('members.json'),
    mandates: read('mandates.json', []),
    transactions: read('transactions.json'),
  })
}

function print(text) {
  return new Promise((resolve) => process.stdout.write(text, resolve))
}

function fail(reason) {
  console.error(reason)
  process.exit(1)
}

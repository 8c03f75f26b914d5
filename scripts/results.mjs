// Runs modules that measure (test/figures, test/bench) and prints what they found; both commands look alike.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * `npm run figures -- [name ...] [--seed N] [--short] [--set DIR]`: one line `RESULT <id> key=value ...` per figure; exit 1 when one misses its goal.
 * A module exports `run({ short, seed })` and gives `{ id, values, ok }[]`; `--set` names a folder of its own
 * making to be judged instead, where a figure takes one.
 */
export async function printResults(folder, args) {
  const { names, seed, short, set } = parse(args)
  const known = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3))
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    console.error(`No such figure: ${unknown.join(', ')}. There are: ${known.join(', ')}`)
    process.exit(2)
  }
  console.log(`seed=${seed}${short ? ' (short form)' : ''}`)
  let missed = 0
  for (const name of names.length > 0 ? names : known) {
    const started = performance.now()
    const { run } = await import(pathToFileURL(path.join(folder, `${name}.ts`)).href)
    for (const result of await run({ short, seed, set })) {
      const values = Object.entries(result.values).map(([key, value]) => `${key}=${value}`)
      console.log(`RESULT ${result.id} ${values.join(' ')}${result.ok ? '' : ' BELOW_GOAL'}`)
      if (!result.ok) missed += 1
    }
    console.error(`${name} took ${Math.round((performance.now() - started) / 1000)} s`)
  }
  process.exit(missed > 0 ? 1 : 0)
}

function parse(args) {
  const names = []
  let seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
  let short = false
  let set
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '--seed') seed = Number(args[++index])
    else if (args[index] === '--set') set = args[++index]
    else if (args[index] === '--short') short = true
    else names.push(args[index])
  }
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number')
  return { names, seed, short, set }
}

// npm run figures -- sync: what keeping in step is proven by. Each part has controls that must be caught.
import type { Result, RunOptions } from '../support/result.ts'
import { run as comingLater } from './sync/coming-later.ts'
import { run as erasing } from './sync/erase-figures.ts'
import { run as evilFolder } from './sync/evil-folder.ts'
import { run as killSync } from './sync/kill-sync.ts'
import { run as longLife } from './sync/long-life.ts'
import { run as merging } from './sync/merge-figures.ts'
import { run as tamper } from './sync/tamper.ts'
import { run as versions } from './sync/version-figures.ts'

const parts = { merging, tamper, longLife, evilFolder, comingLater, erasing, versions }

export async function run(options: RunOptions): Promise<Result[]> {
  // It waits for other processes most of the time: beside the rest it takes hardly any of its own.
  const killed = timed('killSync', killSync, options)
  const results: Result[] = []
  for (const [name, part] of Object.entries(parts)) results.push(...(await timed(name, part, options)))
  return [...results, ...(await killed)]
}

async function timed(name: string, part: typeof killSync, options: RunOptions): Promise<Result[]> {
  const started = performance.now()
  const found = await part(options)
  const missed = found.filter(({ ok }) => !ok).length
  console.error(`sync ${name}: ${Math.round((performance.now() - started) / 1000)} s, ${missed} missed`)
  return found
}

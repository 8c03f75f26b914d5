// npm run figures -- sync: what keeping in step is proven by. Each part has controls that must be caught.
import type { Result, RunOptions } from '../support/result.ts'
import { run as evilFolder } from './sync/evil-folder.ts'
import { run as killSync } from './sync/kill-sync.ts'
import { run as longLife } from './sync/long-life.ts'
import { run as merging } from './sync/merge-figures.ts'
import { run as tamper } from './sync/tamper.ts'

export async function run(options: RunOptions): Promise<Result[]> {
  const results: Result[] = []
  for (const part of [merging, tamper, evilFolder, killSync, longLife]) results.push(...(await part(options)))
  return results
}

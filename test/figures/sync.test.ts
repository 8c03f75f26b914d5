import { expect, it } from 'vitest'
import { runStories } from './sync/coming-later.ts'
import { runSeeds } from './sync/evil-folder.ts'
import { killSync } from './sync/kill-sync.ts'
import { run as longLife } from './sync/long-life.ts'
import { run as merging } from './sync/merge-figures.ts'
import { run as tamper } from './sync/tamper.ts'

const options = { short: true, seed: 20261125 }
const missed = (results: readonly { readonly id: string; readonly ok: boolean }[]) =>
  results.filter(({ ok }) => !ok).map(({ id }) => id)

it('ends with the same book on every computer, and notices a weaker way of merging', { timeout: 60_000 }, async () => {
  expect(missed(await merging(options))).toEqual([])
})

it('takes in nothing that was changed, cut, forged or renamed, and weaker readers are caught', async () => {
  expect(missed(await tamper(options))).toEqual([])
})

it('comes into step through a folder in which everything goes wrong', async () => {
  expect(await runSeeds(options.seed, 2)).toMatchObject({ diverged: 0, accused: 0 })
})

it('a PC that never sends a file a second time is caught', { timeout: 60_000 }, async () => {
  // Begins with a story that shows it today: of those before it, two do not.
  expect(await runSeeds(options.seed + 2 * 7919, 40, 'sendsOnce')).toMatchObject({ diverged: 1 })
})

it('brings everything to PCs that come later, and notices when a later summary brings nothing', {
  timeout: 60_000,
}, async () => {
  expect(await runStories(options.seed + 3 * 7919, 2)).toMatchObject({ diverged: 0, accused: 0 })
  // A story that shows it today: not all do.
  expect((await runStories(options.seed, 1, 'firstSummaryOnly')).diverged).toBe(1)
})

it('loses nothing that was kept when it is killed and the newest file is damaged', { timeout: 120_000 }, async () => {
  expect(await killSync(options.seed, 1)).toMatchObject({ kills: 1, lost: 0, accused: 0 })
  expect((await killSync(options.seed, 1, 'neverLooksAgain')).lost).toBeGreaterThan(0)
})

it('keeps the folder small', async () => {
  expect(missed(await longLife(options))).toEqual([])
})

import { expect, it } from 'vitest'
import { statementCount } from './kill/migrator.ts'
import { killMigrations, killRestores } from './kill-steps.ts'

it('a migration that is killed after any statement is done by the next start', { timeout: 120_000 }, async () => {
  expect(await killMigrations(true)).toEqual({ kills: Math.floor(statementCount / 4) + 1, bad: 0 })
})

it('a restore that is killed leaves the book of before or after', { timeout: 120_000 }, async () => {
  const { kills, before, bad } = await killRestores({ isDamaged: false, every: 25, last: 51 })
  expect({ bad, killed: kills > 1, early: before > 0 }).toEqual({ bad: 0, killed: true, early: true })
})

it('a restore over a damaged book never leaves nothing', { timeout: 120_000 }, async () => {
  const { kills, bad } = await killRestores({ isDamaged: true, every: 25, last: 26 })
  expect({ bad, killed: kills > 1 }).toEqual({ bad: 0, killed: true })
})

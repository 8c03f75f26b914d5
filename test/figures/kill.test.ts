import { expect, it } from 'vitest'
import { killFigure } from './kill.ts'

it('loses nothing that was answered when it is killed in the middle of writing', { timeout: 120_000 }, async () => {
  const outcome = await killFigure({ seed: 20261123, rounds: 3, lanes: 1 })
  expect(outcome).toMatchObject({ kills: 3, lost: 0, halved: 0, corrupt: 0, copiesBroken: 0 })
  // Each is killed after its first answer; how much comes after it in so few is a matter of the machine.
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(outcome.kills)
})

it('the control, which answers too early, is caught', { timeout: 120_000 }, async () => {
  const { lost } = await killFigure({ seed: 7, rounds: 30, early: true, lanes: 1 })
  expect(lost).toBeGreaterThan(0)
})

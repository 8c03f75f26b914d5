import { expect, test } from 'vitest'
import { run } from './undo.ts'

test('random actions undone in any order leave everything as before, and an undo that forgets something is caught', async () => {
  const [result] = await run({ short: true, seed: 20261123 })
  expect(result).toMatchObject({ ok: true, values: { differing: 0, stuck: 0 } })
  expect(result?.values.control_differing).toBeGreaterThan(0)
}, 120_000)

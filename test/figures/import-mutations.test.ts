import { expect, it } from 'vitest'
import { run } from './import-mutations.ts'

it('reads or refuses mutated files and never takes half a list in; its controls are caught', {
  timeout: 120_000,
}, async () => {
  const results = await run({ short: true, seed: 20261123 })
  expect(results.filter(({ ok }) => !ok)).toEqual([])
})

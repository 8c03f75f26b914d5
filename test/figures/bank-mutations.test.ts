import { expect, it } from 'vitest'
import { run } from './bank-mutations.ts'

it('reads mutated bank files whole or not at all and believes no altered amount; its controls are caught', {
  timeout: 120_000,
}, async () => {
  const results = await run({ short: true, seed: 20261125 })
  expect(results.filter(({ ok }) => !ok)).toEqual([])
})

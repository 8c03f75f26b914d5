import { expect, it } from 'vitest'
import { run } from './matching.ts'

it('matches years of bank lines as well as promised, and a looser matcher does not pass', async () => {
  for (const result of await run({ short: true, seed: 20261125 }))
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true })
}, 120_000)

import { expect, it } from 'vitest'
import { run } from './privacy.ts'

it('shows somebody all of theirs, leaves nothing of it after an erasure, and tells the working group of nobody', async () => {
  for (const result of await run({ short: true, seed: 20261123 }))
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true })
}, 60_000)

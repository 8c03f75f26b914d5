import { expect, it } from 'vitest'
import { run } from './documents.ts'

it('puts on paper what was written, within its boxes, and reads lists back as they were', async () => {
  for (const result of await run({ short: true, seed: 20261126 }))
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true })
}, 120_000)

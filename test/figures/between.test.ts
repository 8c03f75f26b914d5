import { expect, it } from 'vitest'
import { run } from './between.ts'

it('ends with all books agreeing, and notices a book that takes older files or goes by names', {
  timeout: 60_000,
}, async () => {
  for (const result of await run({ short: true, seed: 20261126 }))
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true })
})

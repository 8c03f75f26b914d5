import { expect, it } from 'vitest'
import { run } from './year-books.ts'

it('keeps the books of a year true whatever happens in whichever order, and notices when they are not', async () => {
  for (const result of await run({ short: true, seed: 20261125 }))
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true })
}, 120_000)

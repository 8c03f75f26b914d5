import { expect, it } from 'vitest'
import { run } from './ledger.ts'

it('keeps the ledger true whatever happens in whichever order, and notices when it is not', async () => {
  for (const result of await run({ short: true, seed: 20261123 }))
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true })
}, 120_000)

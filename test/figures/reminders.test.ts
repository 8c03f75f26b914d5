import { expect, it } from 'vitest'
import { run } from './reminders.ts'

it('never reminds somebody who does not owe, or of another amount than is open, and notices when it does', async () => {
  for (const result of await run({ short: true, seed: 20261125 }))
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true })
}, 180_000)

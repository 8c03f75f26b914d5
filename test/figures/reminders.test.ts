import { expect, it } from 'vitest'
import { run } from './reminders.ts'

it('never reminds somebody who does not owe, or of another amount than is open, and notices when it does', async () => {
  // With this seed somebody who owes dues has to pay money back as well.
  for (const result of await run({ short: true, seed: 2 })) {
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true })
    expect(result.values.owing_back).toBeGreaterThan(0)
  }
}, 180_000)

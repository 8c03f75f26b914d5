// The dues run against the least honest work for it: the same dues, payments' allocations, links of the chain and journal rows by
// prepared statements, one durable commit on the same disk.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BookContext } from '../../electron/backend/context.ts'
import { insertRows } from '../../electron/backend/database/insert-rows.ts'
import { write } from '../../electron/backend/database/write.ts'
import type { RowToLink } from '../../electron/backend/ledger-chain/chain-blocks.ts'
import { ledgerShape } from '../../electron/backend/ledger-chain/chain-text.ts'
import { openComposedFloor } from '../support/composed-floor.ts'
import { fillBook } from '../support/fill-book.ts'
import { median, timed } from '../support/measure.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'

/** Today is in November: three months are asked at once, as by a treasurer who does it every quarter. */
const firstMonth = '2026-09-01'
/** One member in so many has paid ahead, so that the run allocates too. */
const payingAhead = 5

export async function run({ short }: RunOptions): Promise<Result[]> {
  const sizes = short ? [50] : [1000, 10_000, 100_000]
  const results: Result[] = []
  const times: number[] = []
  for (const members of sizes) {
    const rounds = short ? 2 : members > 10_000 ? 1 : 4
    const own: number[] = []
    const floor: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const book = await bookWithAgreements(members)
      const took = await timed(() => book.api.dues.run({}))
      const least = await measureFloor(book)
      await book.close()
      // The first round warms up what a running app has warm: compiled code.
      if (round === 0 && rounds > 1) continue
      own.push(took)
      floor.push(least)
    }
    const ratio = median(own) / median(floor)
    times.push(median(own))
    results.push({
      id: 'dues_run',
      values: { members, ratio: round2(ratio), ms: round2(median(own)), floor_ms: round2(median(floor)) },
      ok: ratio <= 2.5,
    })
  }
  for (const [index, ms] of times.slice(1).entries()) {
    const factor = ms / (times[index] ?? ms)
    results.push({ id: 'dues_run_growth', values: { per_tenfold: round2(factor) }, ok: factor <= 11 })
  }
  return results
}

const round2 = (value: number) => Math.round(value * 100) / 100

async function bookWithAgreements(members: number): Promise<OpenTestBook> {
  const book = await openTestBook({ folder: mkdtempSync(join(tmpdir(), 'buurtboek-bench-')) })
  const { personIds } = await fillBook(book.context, members)
  const { id: planId } = await book.api.dues.addPlan({ name: 'Gewoon lid', amountCents: 1000, validFrom: '2026-01-01' })
  await write(book.context, { kind: 'peopleImported' }, async (tx) => {
    await insertRows(
      tx,
      'fee_agreement',
      personIds.map((personId) => ({
        id: book.context.newId(),
        membership_id: personId,
        person_id: personId,
        fee_plan_id: planId,
        interval_months: 1,
        anchor_day: firstMonth,
        payer_person_id: personId,
        method: 'overboeking',
        from_day: firstMonth,
      })),
    )
    const ahead = personIds.filter((_, index) => index % payingAhead === 0)
    await insertRows(
      tx,
      'payment',
      ahead.map((personId) => paymentRow(book.context, personId)),
    )
  })
  return book
}

const paymentRow = (context: BookContext, personId: string) => ({
  id: context.newId(),
  created_at: context.now().toISOString(),
  created_by: context.device,
  day: '2026-08-20',
  payer_person_id: personId,
  method: 'overboeking' as const,
  amount_cents: 1000,
})

/** What the run wrote, written again by hand into a new file. */
async function measureFloor({ opened, context }: OpenTestBook): Promise<number> {
  const rowsOf = (table: string) =>
    opened.raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, string | number | null>[] // any columns
  const dues = rowsOf('due')
  const allocations = rowsOf('allocation')
  const floor = openComposedFloor(join(context.dataFolder, 'floor.db'))
  const ms = await timed(async () =>
    floor.commit(() => {
      floor.insert('due', dues)
      floor.insert('allocation', allocations)
      floor.link([...linked('due', dues), ...linked('allocation', allocations)])
    }),
  )
  floor.close()
  return ms
}

const linked = (table: string, rows: readonly RowToLink['values'][]): RowToLink[] =>
  rows.map((values) => ({ table, columns: ledgerShape.get(table) ?? [], values }))

// Who was written to, and who was not and why, each time that letters went out. The reasons are kept with the action: what held on
// that day can be told from nothing else later.
import type { LeftReason, ReminderLog } from '../../../shared/contract/reminders.ts'
import { leftReasons } from '../../../shared/contract/reminders.ts'
import type { Reader } from '../database/transaction.ts'
import type { PayerRef } from '../dues/payer-accounts.ts'
import { payerOf } from '../dues/payer-accounts.ts'
import { payerViews } from '../dues/payer-views.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import type { Candidate } from './reminder-candidates.ts'
import { liveReminder, type SentReminder } from './reminder-queries.ts'
import { sentView } from './reminders-overview.ts'

export interface Withheld {
  readonly payer: PayerRef
  readonly reason: LeftReason
}

/** Everybody with something to ask who gets no letter, whoever was chosen. */
export function withheldOf(candidates: readonly Candidate[]): Withheld[] {
  return candidates.flatMap(({ account: { payer }, step }) =>
    step.kind === 'withheld' && step.reason !== 'nothingOpen' ? [{ payer, reason: step.reason }] : [],
  )
}

/** As one detail of an action: a line each, ids and codes only. */
export const writeWithheld = (withheld: readonly Withheld[]): string =>
  withheld.map(({ payer, reason }) => `${reason} ${payer.kind} ${payer.id}`).join('\n')

function readWithheld(written: unknown): Withheld[] {
  if (typeof written !== 'string') return []
  return written.split('\n').flatMap((line) => {
    const [code, kind, id = ''] = line.split(' ')
    const reason = leftReasons.find((each) => each === code)
    return reason && (kind === 'person' || kind === 'household') ? [{ payer: { kind, id }, reason }] : []
  })
}

/** The newest sendings first; those that were taken back are left out. */
export async function reminderLog(db: Reader, limit: number): Promise<ReminderLog> {
  const sendings = await rowsOf<{ seq: number; id: string; details: string }>(
    db,
    `SELECT seq, id, details FROM action WHERE kind = 'remindersSent' AND undone_by IS NULL ORDER BY seq DESC LIMIT ?1`,
    [limit],
  )
  const letters = await rowsOf<SentReminder & { seq: number }>(
    db,
    `SELECT l.*, c.action_seq AS seq FROM (${liveReminder}) l JOIN change c ON c.table_name = 'reminder' AND c.row_id = l.id
      WHERE c.action_seq IN (SELECT value FROM json_each(?1)) ORDER BY l.row_no`,
    [idList(sendings.map(({ seq }) => String(seq)))],
  )
  const bySending = Map.groupBy(letters, ({ seq }) => seq)
  const told = sendings.map(({ seq, id, details }) => ({
    id,
    letters: bySending.get(seq) ?? [],
    withheld: readWithheld(JSON.parse(details).withheld),
  }))
  const viewOf = await payerViews(
    db,
    told.flatMap((each) => [...each.letters.map(payerOf), ...each.withheld.map(({ payer }) => payer)]),
  )
  return told.flatMap(({ id, letters: own, withheld }) => {
    const [first] = own
    if (!first) return []
    return [
      {
        id,
        day: first.day,
        letters: own.map((letter) => ({ ...sentView(letter), payer: viewOf(payerOf(letter)) })),
        withheld: withheld.map(({ payer, reason }) => ({ payer: viewOf(payer), reason })),
      },
    ]
  })
}

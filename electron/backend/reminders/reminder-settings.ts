import type { ReminderSettings } from '../../../shared/contract/reminders.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { reminderSettingsId } from './reminder-table.ts'

/** What most associations do; costs are off, because whether they may be asked depends on their statutes. */
const usual: ReminderSettings = {
  firstAfterDays: 14,
  daysBetween: 21,
  payWithinDays: 14,
  lastLevel: 'last',
  asksFormerMembers: false,
  costCents: 0,
  senderAddress: '',
  contact: '',
  signedBy: '',
}

export async function reminderSettings(db: Reader): Promise<ReminderSettings> {
  const row = await db
    .selectFrom('reminder_settings')
    .selectAll()
    .where('id', '=', reminderSettingsId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) return usual
  return {
    firstAfterDays: row.first_after_days,
    daysBetween: row.days_between,
    payWithinDays: row.pay_within_days,
    lastLevel: row.last_level,
    asksFormerMembers: row.asks_former_members === 1,
    costCents: row.cost_cents,
    senderAddress: row.sender_address,
    contact: row.contact,
    signedBy: row.signed_by,
  }
}

export async function changeReminderSettings(context: BookContext, settings: ReminderSettings): Promise<void> {
  const values = {
    first_after_days: settings.firstAfterDays,
    days_between: settings.daysBetween,
    pay_within_days: settings.payWithinDays,
    last_level: settings.lastLevel,
    asks_former_members: settings.asksFormerMembers ? 1 : 0,
    cost_cents: settings.costCents,
    sender_address: settings.senderAddress,
    contact: settings.contact,
    signed_by: settings.signedBy,
    deleted_at: null,
  }
  await write(context, { kind: 'reminderSettingsChanged' }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('reminder_settings')
      .set(values)
      .where('id', '=', reminderSettingsId)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n)
      await tx
        .insertInto('reminder_settings')
        .values({ id: reminderSettingsId, ...values })
        .execute()
  })
}

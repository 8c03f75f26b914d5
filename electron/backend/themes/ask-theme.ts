// Themes people ask for, until they are held.

import type { BookContext } from '../context.ts'
import { addRow, changeRow, liveRow } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'

export async function askTheme(
  context: BookContext,
  { theme, seriesId }: { readonly theme: string; readonly seriesId: string | null },
): Promise<{ id: string }> {
  const id = context.newId()
  return write(context, { kind: 'themeAsked', subject: { table: 'asked_theme', id } }, async (tx) => {
    await addRow(tx, 'asked_theme', { id, theme, asked_day: context.today(), series_id: seriesId })
    return { id }
  })
}

/** The gathering takes the theme over when it has none of its own; one that had it gives it back. */
export async function holdTheme(
  context: BookContext,
  { id, gatheringId }: { readonly id: string; readonly gatheringId: string | null },
): Promise<void> {
  await write(context, { kind: 'themeHeld', subject: { table: 'asked_theme', id } }, async (tx) => {
    const asked = await liveRow(tx, 'asked_theme', id)
    if (asked.gathering_id !== gatheringId) await takeBack(tx, asked)
    if (gatheringId !== null) {
      const gathering = await liveRow(tx, 'gathering', gatheringId)
      await changeRow(tx, 'gathering', gatheringId, { theme: gathering.theme ?? asked.theme, theme_asked: 1 })
    }
    await changeRow(tx, 'asked_theme', id, { gathering_id: gatheringId, dropped_day: null })
  })
}

export async function dropTheme(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'themeDropped', subject: { table: 'asked_theme', id } }, async (tx) => {
    await takeBack(tx, await liveRow(tx, 'asked_theme', id))
    await changeRow(tx, 'asked_theme', id, { dropped_day: context.today(), gathering_id: null })
  })
}

/** Its gathering is not about it any more; where others asked for the theme as well, it still was asked for. */
async function takeBack(tx: Transaction, { id, theme, gathering_id }: Row<'asked_theme'>): Promise<void> {
  if (gathering_id === null) return
  const others = await tx
    .selectFrom('asked_theme')
    .select('theme')
    .where('gathering_id', '=', gathering_id)
    .where('id', '<>', id)
    .where('deleted_at', 'is', null)
    .execute()
  const stillHeld = others.some((other) => other.theme === theme)
  await tx
    .updateTable('gathering')
    .set((eb) => ({
      theme_asked: others.length > 0 ? 1 : 0,
      theme: stillHeld ? eb.ref('theme') : eb.fn<string | null>('nullif', ['theme', eb.val(theme)]),
    }))
    .where('id', '=', gathering_id)
    .execute()
}

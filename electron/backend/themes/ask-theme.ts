// Themes people ask for, until they are held.
import type { BookContext } from '../context.ts'
import { changeRow, liveRow } from '../database/live-rows.ts'
import { write } from '../database/write.ts'
import { gatheringById, updateGathering } from '../gatherings/gathering-queries.ts'
import { refuseMissing } from '../gatherings/plan-gathering.ts'

export async function askTheme(
  context: BookContext,
  { theme, seriesId }: { readonly theme: string; readonly seriesId: string | null },
): Promise<{ id: string }> {
  const id = context.newId()
  return write(context, { kind: 'themeAsked', subject: { table: 'asked_theme', id } }, async (tx) => {
    if (seriesId !== null) await refuseMissing(tx, 'series', seriesId, 'seriesId')
    await tx.insertInto('asked_theme').values({ id, theme, asked_day: context.today(), series_id: seriesId }).execute()
    return { id }
  })
}

/** The gathering takes the theme over when it has none of its own. */
export async function holdTheme(
  context: BookContext,
  { id, gatheringId }: { readonly id: string; readonly gatheringId: string | null },
): Promise<void> {
  await write(context, { kind: 'themeHeld', subject: { table: 'asked_theme', id } }, async (tx) => {
    const { theme } = await liveRow(tx, 'asked_theme', id)
    if (gatheringId !== null) {
      const gathering = await gatheringById(tx, gatheringId)
      await updateGathering(tx, gatheringId, { theme: gathering.theme ?? theme, theme_asked: 1 })
    }
    await changeRow(tx, 'asked_theme', id, { gathering_id: gatheringId, dropped_day: null })
  })
}

export async function dropTheme(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'themeDropped', subject: { table: 'asked_theme', id } }, async (tx) => {
    await liveRow(tx, 'asked_theme', id)
    await changeRow(tx, 'asked_theme', id, { dropped_day: context.today(), gathering_id: null })
  })
}

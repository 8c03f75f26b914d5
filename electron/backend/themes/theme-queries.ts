import type { Reader } from '../database/transaction.ts'

/** Every theme that was asked for, oldest first, with where it was held. One whose gathering was called off waits again. */
export async function askedThemes(db: Reader) {
  const rows = await db
    .selectFrom('asked_theme')
    .leftJoin('series', 'series.id', 'asked_theme.series_id')
    .leftJoin('gathering', (join) =>
      join
        .onRef('gathering.id', '=', 'asked_theme.gathering_id')
        .on('gathering.deleted_at', 'is', null)
        .on('gathering.state', '<>', 'afgelast'),
    )
    .selectAll('asked_theme')
    .select(['series.title as series_title', 'gathering.id as held_id', 'gathering.day as held_day', 'gathering.state'])
    .where('asked_theme.deleted_at', 'is', null)
    .orderBy('asked_theme.asked_day')
    .orderBy('asked_theme.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    theme: row.theme,
    askedDay: row.asked_day,
    seriesId: row.series_id,
    seriesTitle: row.series_title,
    gathering:
      row.held_id !== null && row.held_day !== null
        ? { id: row.held_id, day: row.held_day, isHeld: row.state === 'gehouden' }
        : null,
    dropped: row.dropped_day !== null,
  }))
}

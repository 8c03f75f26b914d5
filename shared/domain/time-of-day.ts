/** Reads a time as people type it: `16`, `16.00`, `16:00`, `1600`, `9.30 uur`. Answers `HH:MM`, or undefined when it is no time. */
export function parseTime(text: string): string | undefined {
  const clean = text
    .trim()
    .toLowerCase()
    .replace(/\s*(?:uur|u|h)\.?$/, '')
  const match = /^(\d{1,2})(?:[.:,]?(\d{2}))?$/.exec(clean)
  if (!match) return undefined
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? '0')
  if (hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

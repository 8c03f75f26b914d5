// Only the year of birth is kept, never the day.

const oldestAge = 120

/** A year somebody alive today can be born in. */
export function isBirthYear(year: number, thisYear: number): boolean {
  return Number.isInteger(year) && year <= thisYear && year >= thisYear - oldestAge
}

/** Year out of "1948", "12-03-1948", "1948-03-12"; null when there is none that fits. */
export function readBirthYear(text: string | number, thisYear: number): number | null {
  const years = String(text).match(/(?<!\d)\d{4}(?!\d)/g) ?? []
  const fitting = years.map(Number).filter((year) => isBirthYear(year, thisYear))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

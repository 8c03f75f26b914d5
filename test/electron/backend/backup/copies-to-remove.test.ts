import { describe, expect, it } from 'vitest'
import { copiesToRemove } from '../../../../electron/backend/backup/copies-to-remove.ts'

const now = new Date('2026-11-23T12:00:00')
const hour = 3_600_000

/** Copies every `every` hours for `days` days, newest first. */
function copiesOf(days: number, every: number) {
  return Array.from({ length: Math.floor((days * 24) / every) }, (_, index) => {
    const madeAt = new Date(now.getTime() - index * every * hour).toISOString()
    return { id: madeAt, madeAt, shrunk: false }
  })
}

describe('which copies may go', () => {
  it('none while there are few', () => {
    expect(copiesToRemove(copiesOf(1, 1), now)).toEqual([])
  })

  it('after a year of hourly copies there are the last two days, 7 days, 4 weeks and 6 months', () => {
    const all = copiesOf(365, 1)
    const gone = new Set(copiesToRemove(all, now))
    const left = all.filter((copy) => !gone.has(copy.id))
    const older = left.filter((copy) => now.getTime() - new Date(copy.madeAt).getTime() >= 48 * hour)
    expect(left.length - older.length).toBe(48)
    // Days 3 to 7 apart, then the weeks and months that those days do not already stand for.
    expect(older.length).toBeGreaterThanOrEqual(4 + 2 + 5)
    expect(older.length).toBeLessThanOrEqual(5 + 4 + 6)
    const oldest = left.at(-1)?.madeAt ?? ''
    expect(oldest.slice(0, 7)).toBe('2026-06')
  })

  it('keeps old copies when there was nothing for a long time', () => {
    const all = copiesOf(3, 12).map((copy) => {
      const madeAt = new Date(new Date(copy.madeAt).getTime() - 700 * 24 * hour).toISOString()
      return { ...copy, madeAt }
    })
    expect(all.length - copiesToRemove(all, now).length).toBeGreaterThanOrEqual(3)
  })

  it('keeps the copy before one that lost more than half, as long as that one is kept', () => {
    const all = copiesOf(30, 2)
    const shrunk = all[13 * 12]
    if (!shrunk) throw new Error('no such copy')
    shrunk.shrunk = true
    const before = all[13 * 12 + 1]?.id
    const gone = copiesToRemove(all, now)
    if (!gone.includes(shrunk.id)) expect(gone).not.toContain(before)
    const recent = all.slice(0, 40)
    const [newest] = recent
    if (newest) newest.shrunk = true
    expect(copiesToRemove(recent, now)).not.toContain(recent[1]?.id)
  })

  it('is the same when asked twice', () => {
    const all = copiesOf(200, 5)
    const gone = new Set(copiesToRemove(all, now))
    const left = all.filter((copy) => !gone.has(copy.id))
    expect(copiesToRemove(left, now)).toEqual([])
  })
})

describe('copies in which somebody is who was erased', () => {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * hour).toISOString()
  const all = copiesOf(365, 6)
  const leftAfter = (erasedAt: readonly string[]) => {
    const gone = new Set(copiesToRemove(all, now, erasedAt))
    return all.filter(({ id }) => !gone.has(id))
  }

  it('are gone when that is four weeks ago, and not one that was made since', () => {
    const erased = daysAgo(28)
    const left = leftAfter([daysAgo(200), erased, daysAgo(3)])
    expect(left.filter(({ madeAt }) => madeAt < erased)).toEqual([])
    expect(left).toEqual(leftAfter([]).filter(({ madeAt }) => madeAt >= erased))
    expect(left.length).toBeGreaterThan(12)
  })

  it('would be there for months without that, and stay while it is shorter ago (control)', () => {
    expect(leftAfter([daysAgo(27)])).toEqual(leftAfter([]))
    expect(leftAfter([]).filter(({ madeAt }) => madeAt < daysAgo(28)).length).toBeGreaterThan(3)
  })

  it('keep the newest, which is all there is', () => {
    const [newest] = all
    const old = newest ? [{ ...newest, madeAt: daysAgo(300) }] : []
    expect(copiesToRemove(old, now, [daysAgo(100)])).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { type GroupCounts, type GroupFile, overviewOf } from '../../../shared/domain/workgroup-overview.ts'

const year = { from: '2026-01-01', until: '2026-12-31' }
const lastYear = { from: '2025-01-01', until: '2025-12-31' }

function group(name: string, part: Partial<GroupCounts> = {}): GroupCounts {
  return {
    key: name,
    name,
    members: 40,
    paying: 30,
    seats: 'bezet',
    gatherings: { held: 3, promised: 3, last: '2026-11-01' },
    attendance: { lowest: 12, highest: 20 },
    barriers: [],
    themes: [],
    ...part,
  }
}
const file = (key: string, groups: readonly GroupCounts[], period = year): GroupFile => ({
  key,
  association: 'Stadsdorp Oosterweide',
  period,
  groups,
  questions: [],
})

describe('files of several groups', () => {
  it('stand together by name, and what people there are is added up', () => {
    const { lines, members, warnings } = overviewOf([file('a', [group('Noord')]), file('b', [group('Kade')])])
    expect(lines.map((line) => line.group.name)).toEqual(['Kade', 'Noord'])
    expect(members).toEqual({ known: 80, unsaid: 0 })
    expect(warnings).toEqual([])
  })

  it('do not guess a number that was not said', () => {
    const files = [file('a', [group('Noord', { members: '<5', paying: null })]), file('b', [group('Kade')])]
    const { members, paying } = overviewOf(files)
    expect(members).toEqual({ known: 40, unsaid: 1 })
    expect(paying).toEqual({ known: 30, unsaid: 1 })
  })

  it('count a group once when it is in two files about the same days, and say so', () => {
    const twice = [
      file('a', [group('Noord')]),
      file('a', [group('Noord')], { from: '2026-01-01', until: '2026-06-30' }),
    ]
    const { lines, members, warnings } = overviewOf(twice)
    expect(lines).toHaveLength(1)
    expect(members.known).toBe(40)
    expect(warnings).toContainEqual({ kind: 'double', association: 'Stadsdorp Oosterweide', group: 'Noord' })
  })

  it('of another year stand beside this one', () => {
    const { lines, warnings } = overviewOf([
      file('a', [group('Noord', { members: 35 })], lastYear),
      file('a', [group('Noord')]),
    ])
    expect(lines[0]?.earlier).toMatchObject([{ period: lastYear, group: { members: 35 } }])
    expect(warnings).toEqual([])
  })

  it('name two books that both have a group of the same name, and files about different days', () => {
    const { warnings } = overviewOf([file('a', [group('Noord')]), file('b', [group('noord')], lastYear)])
    expect(warnings.map(({ kind }) => kind)).toEqual(['sameName', 'periods'])
  })

  it('know who met as often as was to be by the end of their days', () => {
    const held = (count: number) => group(`${count}`, { gatherings: { held: count, promised: 3, last: null } })
    expect(overviewOf([file('a', [held(2), held(3)])]).onSchedule).toBe(1)
    expect(overviewOf([file('a', [held(1), held(0)], { from: '2026-01-01', until: '2026-06-30' })]).onSchedule).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import type { ContactStarter } from '../../../shared/domain/pair-programme.ts'
import {
  droppedRhythm,
  monthsOfPair,
  oneSided,
  type PairContact,
  type PairCourse,
  talkDue,
} from '../../../shared/domain/pair-rhythm.ts'

const twiceAMonth = { unit: 'maand', times: 2 } as const
const weekly = { unit: 'week', times: 1 } as const

const aYear: PairCourse = {
  from: '2026-01-10',
  plannedUntil: '2027-01-10',
  until: null,
  restUntil: null,
  midTalkOn: null,
  endTalkOn: null,
}

const told = (...days: string[]): PairContact[] =>
  days.map((day) => ({ day, confirmedBy: 'allebei', initiatedBy: null }))
const begunBy = (side: ContactStarter | null, ...days: string[]): PairContact[] =>
  days.map((day) => ({ day, confirmedBy: 'allebei', initiatedBy: side }))

describe('a rhythm of two contacts in a calendar month', () => {
  it('asks attention in the month after one that stayed behind', () => {
    const once = told('2026-03-02', '2026-03-28', '2026-04-03')
    expect(droppedRhythm(aYear, twiceAMonth, once, '2026-04-30')).toBeNull()
    expect(droppedRhythm(aYear, twiceAMonth, once, '2026-05-01')).toEqual({ since: '2026-04-01', contacts: 1 })
  })

  it('asks nothing about the month a pair began in, nor after it ended, nor while it rests', () => {
    expect(droppedRhythm(aYear, twiceAMonth, [], '2026-02-10')).toBeNull()
    expect(droppedRhythm({ ...aYear, until: '2026-04-20' }, twiceAMonth, [], '2026-05-01')).toBeNull()
    expect(droppedRhythm({ ...aYear, restUntil: '2026-05-15' }, twiceAMonth, [], '2026-05-15')).toBeNull()
    expect(droppedRhythm({ ...aYear, restUntil: '2026-05-15' }, twiceAMonth, [], '2026-05-16')).not.toBeNull()
  })

  it('does not count a contact that nobody confirmed', () => {
    const unsure = { day: '2026-04-20', confirmedBy: null, initiatedBy: 'a' } as const
    expect(droppedRhythm(aYear, twiceAMonth, [...told('2026-04-03'), unsure], '2026-05-01')?.contacts).toBe(1)
  })
})

describe('a weekly rhythm', () => {
  const pair = { ...aYear, plannedUntil: '2026-05-10' }

  it('asks attention after two whole weeks in a row without a contact, not after one', () => {
    const contacts = told('2026-03-04')
    expect(droppedRhythm(pair, weekly, contacts, '2026-03-18')).toBeNull()
    expect(droppedRhythm(pair, weekly, contacts, '2026-03-23')).toEqual({ since: '2026-03-09', contacts: 0 })
  })

  it('is content again as soon as they met', () => {
    expect(droppedRhythm(pair, weekly, told('2026-03-04', '2026-03-23'), '2026-03-24')).toBeNull()
  })
})

describe('the months of a year', () => {
  it('are twelve, from the month it began in, also when it touches thirteen', () => {
    const { months } = monthsOfPair(aYear, 2, [], '2026-06-01')
    expect(months.map(({ month }) => month)).toHaveLength(12)
    expect([months[0]?.month, months.at(-1)?.month]).toEqual(['2026-01-01', '2026-12-01'])
    expect(monthsOfPair({ from: '2026-01-01', plannedUntil: '2027-01-01' }, 2, [], '2026-06-01').months).toHaveLength(
      12,
    )
    expect(monthsOfPair({ from: '2026-01-31', plannedUntil: '2026-02-28' }, 2, [], '2026-06-01').months).toHaveLength(1)
    expect(monthsOfPair({ from: '2026-01-10', plannedUntil: '2026-03-25' }, 2, [], '2026-06-01').months).toHaveLength(3)
  })

  it('count as met from two contacts on', () => {
    const contacts = told('2026-01-12', '2026-01-30', '2026-02-03', '2026-03-01', '2026-03-31')
    const { months, met } = monthsOfPair(aYear, 2, contacts, '2026-03-31')
    expect(met).toBe(2)
    expect(months.slice(0, 3).map(({ isMet }) => isMet)).toEqual([true, false, true])
    expect(months.filter(({ isOver }) => isOver)).toHaveLength(2)
  })
})

describe('who always begins', () => {
  const today = '2026-08-10'

  it('is asked about when one side began every contact of three months', () => {
    expect(oneSided(aYear, begunBy('a', '2026-05-20', '2026-06-20', '2026-07-20'), today)).toBe('a')
  })

  it('is not asked when the other did so once, when too little is known, or before three months', () => {
    const mostly = [...begunBy('a', '2026-05-20', '2026-06-20'), ...begunBy('b', '2026-07-20')]
    expect(oneSided(aYear, mostly, today)).toBeNull()
    expect(oneSided(aYear, begunBy('a', '2026-05-20', '2026-06-20'), today)).toBeNull()
    expect(oneSided(aYear, begunBy(null, '2026-05-20', '2026-06-20', '2026-07-20'), today)).toBeNull()
    expect(oneSided(aYear, begunBy('samen', '2026-05-20', '2026-06-20', '2026-07-20'), today)).toBeNull()
    const young = { ...aYear, from: '2026-06-01' }
    expect(oneSided(young, begunBy('a', '2026-06-05', '2026-06-20', '2026-07-20'), today)).toBeNull()
  })
})

describe('talks', () => {
  it('come halfway, near the end, and as a feast when the time is over', () => {
    expect(talkDue(aYear, '2026-07-10')).toBeNull()
    expect(talkDue(aYear, '2026-07-11')).toBe('mid')
    expect(talkDue({ ...aYear, midTalkOn: '2026-07-12' }, '2026-08-01')).toBeNull()
    expect(talkDue({ ...aYear, midTalkOn: '2026-07-12' }, '2026-12-20')).toBe('end')
    expect(talkDue({ ...aYear, endTalkOn: '2026-12-22' }, '2026-12-28')).toBeNull()
    expect(talkDue({ ...aYear, endTalkOn: '2026-12-22' }, '2027-01-10')).toBe('festive')
    expect(talkDue({ ...aYear, until: '2027-01-10' }, '2027-01-10')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import {
  nextStep,
  type ReminderCandidate,
  type ReminderRules,
  type ReminderStep,
} from '../../../shared/domain/reminder-rules.ts'

const today = '2026-11-23'
const rules: ReminderRules = { firstAfterDays: 14, daysBetween: 21, lastLevel: 'last', asksFormerMembers: false }
const member = { isGone: false, isDeceased: false, isMember: true }
const owing: ReminderCandidate = {
  cents: 3000,
  oldest: '2026-09-01',
  isOutdated: false,
  owesBack: false,
  people: [member],
  pauses: [],
  isCollected: false,
  hasAddress: true,
  hasEmail: true,
  reached: null,
  lastSent: null,
}

const step = (change: Partial<ReminderCandidate>, otherRules: Partial<ReminderRules> = {}): string =>
  told(nextStep({ ...owing, ...change }, { ...rules, ...otherRules }, today))

function told(next: ReminderStep): string {
  switch (next.kind) {
    case 'now':
      return next.level
    case 'later':
      return `${next.level} from ${next.from}`
    case 'withheld':
      return next.until === null ? `no: ${next.reason}` : `no: ${next.reason} until ${next.until}`
  }
}

describe('what happens next with somebody who has something open', () => {
  it('is a request first, then reminders, up to the last letter', () => {
    const long = '2026-10-01'
    expect(step({})).toBe('request')
    expect(step({ reached: 'request', lastSent: long })).toBe('reminder')
    expect(step({ reached: 'reminder', lastSent: long })).toBe('second')
    expect(step({ reached: 'second', lastSent: long })).toBe('last')
    expect(step({ reached: 'last', lastSent: long })).toBe('no: allSent')
  })

  it('ends earlier where the association sends fewer letters', () => {
    const sent = { reached: 'reminder', lastSent: '2026-10-01' } as const
    expect(step(sent, { lastLevel: 'reminder' })).toBe('no: allSent')
  })

  it('waits until the period has run for a while, to the day', () => {
    expect(step({ oldest: '2026-11-09' })).toBe('request')
    expect(step({ oldest: '2026-11-10' })).toBe('request from 2026-11-24')
    expect(step({ oldest: '2026-11-23' }, { firstAfterDays: 0 })).toBe('request')
  })

  it('waits between two letters, to the day, also when the former one was about dues that are paid by now', () => {
    expect(step({ reached: 'request', lastSent: '2026-11-02' })).toBe('reminder')
    expect(step({ reached: 'request', lastSent: '2026-11-03' })).toBe('reminder from 2026-11-24')
    expect(step({ lastSent: '2026-11-20' })).toBe('request from 2026-12-11')
  })

  it.each<[string, Partial<ReminderCandidate>]>([
    ['nothingOpen', { cents: 0 }],
    ['deceased', { people: [member, { ...member, isDeceased: true }] }],
    ['gone', { people: [{ ...member, isGone: true }] }],
    ['outdated', { isOutdated: true }],
    ['refused', { pauses: [{ kind: 'refused', until: null }] }],
    ['discussion', { pauses: [{ kind: 'discussion', until: null }] }],
    ['pause until 2026-12-01', { pauses: [{ kind: 'pause', until: '2026-12-01' }] }],
    ['owesBack', { owesBack: true }],
    ['collected', { isCollected: true }],
    ['formerMember', { people: [{ ...member, isMember: false }] }],
    ['unreachable', { hasAddress: false, hasEmail: false }],
  ])('is nothing because of: %s', (reason, change) => {
    expect(step(change)).toBe(`no: ${reason}`)
  })

  it('says a death before everything but that nothing is open', () => {
    const all = {
      people: [{ isGone: true, isDeceased: true, isMember: false }],
      isOutdated: true,
      isCollected: true,
      hasAddress: false,
      hasEmail: false,
    }
    expect(step(all)).toBe('no: deceased')
    expect(step({ ...all, cents: 0 })).toBe('no: nothingOpen')
  })

  it('goes on the day a pause ends, and not while a longer one holds', () => {
    expect(step({ pauses: [{ kind: 'pause', until: '2026-11-23' }] })).toBe('request')
    const two = [
      { kind: 'pause', until: '2026-12-01' },
      { kind: 'discussion', until: null },
    ] as const
    expect(step({ pauses: two })).toBe('no: discussion')
    expect(step({ pauses: [...two].reverse() })).toBe('no: discussion')
  })

  it('is a letter to former members only where the association wants that, or when one of them is still a member', () => {
    const former = { ...member, isMember: false }
    expect(step({ people: [former] }, { asksFormerMembers: true })).toBe('request')
    expect(step({ people: [former, member] })).toBe('request')
  })

  it('needs one way to reach somebody', () => {
    expect(step({ hasAddress: false })).toBe('request')
    expect(step({ hasEmail: false })).toBe('request')
  })
})

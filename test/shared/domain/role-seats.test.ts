import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveSeats, isCurrent, type Role, type SeatTerm, seatRoles } from '../../../shared/domain/role-seats.ts'

const today = '2026-11-23'
let count = 0
const aTerm = (personId: string, role: Role, values: Partial<SeatTerm> = {}): SeatTerm => ({
  id: `term${++count}`,
  personId,
  role,
  side: null,
  from: '2024-01-01',
  until: null,
  plannedEnd: null,
  goneOn: null,
  ...values,
})

describe('contact person and deputy', () => {
  const state = (...terms: SeatTerm[]) => deriveSeats('contact_deputy', terms, today).state

  test('both filled is bezet, one kwetsbaar, none onbemand', () => {
    expect(state(aTerm('ria', 'contactpersoon'), aTerm('kees', 'vervanger'))).toBe('bezet')
    expect(state(aTerm('ria', 'contactpersoon'))).toBe('kwetsbaar')
    expect(state(aTerm('kees', 'vervanger'))).toBe('kwetsbaar')
    expect(state()).toBe('onbemand')
    expect(state(aTerm('wim', 'penningmeester'), aTerm('elif', 'coordinator'))).toBe('onbemand')
  })

  test('one person in both places fills one', () => {
    expect(state(aTerm('ria', 'contactpersoon'), aTerm('ria', 'vervanger'))).toBe('kwetsbaar')
    expect(state(aTerm('ria', 'contactpersoon'), aTerm('ria', 'vervanger'), aTerm('kees', 'vervanger'))).toBe('bezet')
  })

  test('who left, died, stopped or has yet to begin does not count', () => {
    expect(state(aTerm('ria', 'contactpersoon', { goneOn: today }))).toBe('onbemand')
    expect(state(aTerm('ria', 'contactpersoon', { until: today }))).toBe('onbemand')
    expect(state(aTerm('ria', 'contactpersoon', { from: '2026-11-24' }))).toBe('onbemand')
    expect(state(aTerm('ria', 'contactpersoon', { until: '2026-11-24' }))).toBe('kwetsbaar')
  })
})

describe('two equal coordinators', () => {
  const seats = (...terms: SeatTerm[]) => deriveSeats('two_coordinators', terms, today)

  test('are two different people', () => {
    expect(seats(aTerm('ria', 'coordinator'), aTerm('kees', 'coordinator')).state).toBe('bezet')
    expect(seats(aTerm('ria', 'coordinator'), aTerm('ria', 'coordinator')).state).toBe('kwetsbaar')
    expect(seats(aTerm('ria', 'contactpersoon'), aTerm('kees', 'vervanger')).state).toBe('onbemand')
  })

  test('a third takes over from the one who ends first', () => {
    const { seats: places } = seats(
      aTerm('ria', 'coordinator', { from: '2023-01-01' }),
      aTerm('kees', 'coordinator', { from: '2024-01-01', plannedEnd: '2026-12-01' }),
      aTerm('elif', 'coordinator', { from: '2026-11-20' }),
    )
    expect(places.map((place) => place.holders.map((holder) => holder.personId))).toEqual([['ria'], ['kees', 'elif']])
  })
})

describe('a duo', () => {
  const state = (...terms: SeatTerm[]) => deriveSeats('duo', terms, today).state

  test('is one of each side', () => {
    const old = aTerm('ria', 'duo_lid', { side: 'oud' })
    expect(state(old, aTerm('tekle', 'duo_lid', { side: 'nieuw' }))).toBe('bezet')
    expect(state(old, aTerm('kees', 'duo_lid', { side: 'oud' }))).toBe('kwetsbaar')
    expect(state(old, aTerm('kees', 'duo_lid'))).toBe('kwetsbaar')
  })
})

test('a book without places has none to fill', () => {
  expect(deriveSeats('none', [aTerm('ria', 'contactpersoon')], today)).toEqual({ state: 'geen', seats: [] })
  expect(seatRoles('none')).toEqual([])
})

describe('what asks attention', () => {
  const contact = (...terms: SeatTerm[]) => deriveSeats('contact_deputy', terms, today).seats[0]

  test('an end within 60 days, or past, is near; a later one is not', () => {
    const endsSoon = (plannedEnd: string) => contact(aTerm('ria', 'contactpersoon', { plannedEnd }))?.endsSoon
    expect(endsSoon('2027-01-22')).toBe('2027-01-22')
    expect(endsSoon('2027-01-23')).toBeNull()
    expect(endsSoon('2026-10-01')).toBe('2026-10-01')
  })

  test('no longer when somebody is chosen to follow', () => {
    const seat = contact(
      aTerm('ria', 'contactpersoon', { plannedEnd: '2026-12-01' }),
      aTerm('kees', 'contactpersoon', { from: '2026-12-01' }),
    )
    expect(seat).toMatchObject({ endsSoon: null, next: { personId: 'kees' } })
  })

  test('two in one place is a hand-over for 31 days', () => {
    const overlap = (from: string) =>
      contact(aTerm('ria', 'contactpersoon'), aTerm('kees', 'contactpersoon', { from }))?.longOverlapDays
    expect(overlap('2026-10-23')).toBe(0)
    expect(overlap('2026-10-22')).toBe(32)
  })
})

test('the state never depends on the order of terms, and ending a term never fills a place', () => {
  const term = fc.record({
    personId: fc.constantFrom('a', 'b', 'c'),
    role: fc.constantFrom<Role>('contactpersoon', 'vervanger', 'coordinator', 'duo_lid'),
    side: fc.constantFrom('oud' as const, 'nieuw' as const, null),
    until: fc.constantFrom(null, '2026-11-01', '2027-01-01'),
  })
  const rank = { onbemand: 0, kwetsbaar: 1, bezet: 2, geen: 3 }
  fc.assert(
    fc.property(
      fc.constantFrom('contact_deputy' as const, 'two_coordinators' as const, 'duo' as const),
      fc.array(term, { maxLength: 6 }),
      (pattern, values) => {
        const terms = values.map((value, at) => aTerm(value.personId, value.role, { ...value, id: `t${at}` }))
        const { state } = deriveSeats(pattern, terms, today)
        expect(deriveSeats(pattern, terms.toReversed(), today).state).toBe(state)
        const fewer = deriveSeats(pattern, terms.slice(1), today).state
        expect(rank[fewer]).toBeLessThanOrEqual(rank[state])
        expect(terms.filter((each) => isCurrent(each, today)).length === 0 ? state : 'onbemand').toBe('onbemand')
      },
    ),
  )
})

import { describe, expect, test } from 'vitest'
import { carryOver } from '../../../shared/domain/carry-over-roles.ts'
import type { Role, RolePattern, SeatTerm } from '../../../shared/domain/role-seats.ts'

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
const becomes = (pattern: RolePattern, ...terms: SeatTerm[]) =>
  carryOver(pattern, terms, today).map(({ term, place }) => [term.personId, place?.role ?? null])

describe('who becomes what when the pattern changes', () => {
  test('the first of before comes first, the second second', () => {
    const two = [aTerm('kees', 'vervanger'), aTerm('ria', 'contactpersoon')]
    expect(becomes('two_coordinators', ...two)).toEqual([
      ['ria', 'coordinator'],
      ['kees', 'coordinator'],
    ])
    const equals = [aTerm('ria', 'coordinator', { from: '2023-01-01' }), aTerm('kees', 'coordinator')]
    expect(becomes('contact_deputy', ...equals)).toEqual([
      ['ria', 'contactpersoon'],
      ['kees', 'vervanger'],
    ])
    const duo = [aTerm('semret', 'duo_lid', { side: 'nieuw' }), aTerm('ria', 'duo_lid', { side: 'oud' })]
    expect(becomes('contact_deputy', ...duo)).toEqual([
      ['ria', 'contactpersoon'],
      ['semret', 'vervanger'],
    ])
  })

  test('on which side of a duo somebody stands is never guessed', () => {
    expect(becomes('duo', aTerm('ria', 'contactpersoon'))).toEqual([['ria', null]])
  })

  test('who stopped, left or has a role of the association is not concerned; who is to begin is', () => {
    expect(
      becomes(
        'two_coordinators',
        aTerm('wim', 'contactpersoon', { until: today }),
        aTerm('elif', 'contactpersoon', { goneOn: today }),
        aTerm('joyce', 'penningmeester'),
        aTerm('ria', 'contactpersoon', { from: '2027-01-01' }),
      ),
    ).toEqual([['ria', 'coordinator']])
  })

  test('a place that somebody has already is not proposed, and nothing is once both are filled', () => {
    const old = [aTerm('ria', 'contactpersoon'), aTerm('kees', 'vervanger')]
    expect(becomes('two_coordinators', ...old, aTerm('elif', 'coordinator'))).toEqual([
      ['ria', null],
      ['kees', 'coordinator'],
    ])
    expect(becomes('two_coordinators', ...old, aTerm('elif', 'coordinator'), aTerm('wim', 'coordinator'))).toEqual([])
    expect(becomes('none', ...old)).toEqual([])
  })
})

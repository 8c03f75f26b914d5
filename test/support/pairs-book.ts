// A book with a programme of pairs: what tests about pairs begin with.
import { type ProgrammeKind, usualAgreement } from '../../shared/domain/pair-programme.ts'
import { newMember } from './new-member.ts'
import type { TestBackend } from './test-backend.ts'

type WithApi = Pick<TestBackend, 'api'>

let people = 0

/** Somebody who lives alone, unless `withPersonId` says with whom. */
export async function aNeighbour({ api }: WithApi, name: string, withPersonId?: string): Promise<string> {
  const [firstName = name, ...rest] = name.split(' ')
  people += 1
  const usual = newMember(people, null)
  const home = withPersonId
    ? { kind: 'with' as const, householdId: (await api.members.get({ id: withPersonId })).householdId }
    : usual.home
  const lastName = rest.join(' ')
  const { id } = await api.members.register({ ...usual, firstName, lastName, mobile: null, home })
  return id
}

export async function aProgramme({ api }: WithApi, kind: ProgrammeKind, name = 'Samen op pad'): Promise<string> {
  const { months, ...rhythm } = usualAgreement[kind]
  const { id } = await api.pairs.addProgramme({ name, kind, aName: 'Nieuw', bName: 'Buurt', rhythm, months })
  return id
}

export async function aRound(
  { api }: WithApi,
  programmeId: string,
  name: string,
  fromDay: string,
  changes: string | null = null,
): Promise<string> {
  const plan = { name, fromDay, matchingDay: fromDay, matchingPlace: 'Buurthuis', changes }
  return (await api.pairs.addRound({ programmeId, ...plan })).id
}

export interface PairWish {
  readonly programmeId: string
  readonly roundId?: string | null
  readonly a: string
  readonly b: string
  readonly day: string
  readonly coachPersonId?: string | null
}

/** Two people come in and are brought together. */
export async function aPair(book: WithApi, wish: PairWish): Promise<string> {
  const { programmeId, roundId = null, a, b, day, coachPersonId = null } = wish
  const { api } = book
  const blank = { roundId, day, interests: null, availability: null, languages: null, brings: null, spokenOn: null }
  const one = await api.pairs.takeIntake({ programmeId, personId: a, side: 'a', ...blank })
  const other = await api.pairs.takeIntake({ programmeId, personId: b, side: 'b', ...blank })
  const { id } = await api.pairs.form({
    aIntakeId: one.id,
    bIntakeId: other.id,
    roundId,
    fromDay: day,
    sharedGround: 'Koken',
    aBrings: 'Recepten',
    bBrings: 'De weg in de buurt',
    isOnce: false,
    coachPersonId,
  })
  return id
}

export async function theyMet({ api }: WithApi, pairId: string, ...days: string[]): Promise<void> {
  for (const day of days) await api.pairs.recordContact({ pairId, day, confirmedBy: 'allebei', initiatedBy: null })
}

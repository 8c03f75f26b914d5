// What leaving, dying, moving or removing brings about, said before it is done.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { loadAccountFor } from '../dues/account-state.ts'
import { openDuesByPerson } from '../dues/ledger-queries.ts'
import { followUpsLike } from '../follow-ups/follow-up-queries.ts'
import { waitingRequests } from '../mutual-help/request-queries.ts'
import { type PairRow, pairNames, pairsLike } from '../pairs/pair-queries.ts'
import { type EmptiedRole, rolesEmptiedBy } from '../roles/role-queries.ts'
import { membershipsAfter } from './close-belonging.ts'
import type { Move } from './move-people.ts'
import { findHousemates, findLivePerson, findNeighbourhoodsOf } from './person-queries.ts'

export interface Consequences {
  readonly roles: readonly EmptiedRole[]
  readonly neighbourhoods: readonly string[]
  readonly openCents: number
  readonly creditCents: number
  readonly hostOf: readonly { readonly id: string; readonly title: string; readonly day: Day }[]
  readonly mates: readonly string[]
  /** Since when they are a member of whom this would say that they never were; null when it does not. */
  readonly neverMemberFrom: Day | null
  readonly goesOn: GoesOn
}

/** What does not end by itself when somebody leaves. */
interface GoesOn {
  readonly pairs: readonly string[]
  readonly followUps: number
  readonly helpRequests: number
  readonly looksInOn: readonly string[]
}

const nothingGoesOn: GoesOn = { pairs: [], followUps: 0, helpRequests: 0, looksInOn: [] }

/** Everything that ends for this person on `day`. @throws RuleBroken notFound */
export async function previewDeparture(context: BookContext, personId: string, day: Day): Promise<Consequences> {
  const { db } = context
  const person = await findLivePerson(db, personId)
  const groups = await findNeighbourhoodsOf(db, personId)
  const open = await openDuesByPerson(db, [personId])
  const account = await loadAccountFor(db, personId, context.today())
  const mates = await findHousemates(db, person.householdId, personId, context.today())
  const memberships = await membershipsAfter(db, personId, day)
  return {
    roles: await rolesEmptiedBy(db, personId, day),
    neighbourhoods: groups.filter((group) => group.until === null || group.until > day).map((group) => group.name),
    openCents: open.get(personId) ?? 0,
    creditCents: account.creditCents,
    hostOf: await gatheringsHostedFrom(db, personId, day),
    mates: mates.filter((mate) => mate.status !== 'overleden').map((mate) => mate.name),
    neverMemberFrom: memberships.find((one) => one.from_day > day && one.from_day !== one.until_day)?.from_day ?? null,
    goesOn: nothingGoesOn,
  }
}

/** The same when somebody leaves and is still there: then some of it is for people to end. */
export async function previewEnd(context: BookContext, personId: string, day: Day): Promise<Consequences> {
  const { db } = context
  const today = context.today()
  const { householdId } = await findLivePerson(db, personId)
  const running = await pairsLike(db, { runningOn: day, person: { id: personId, householdId } })
  const names = await pairNames(
    db,
    // Who guides a pair is not in it.
    running
      .filter(({ row }) => sidesOf(row).some((id) => id === personId || id === householdId))
      .map(({ row }) => row.id),
  )
  const open = await followUpsLike(db, { states: ['open'] }, today)
  return {
    ...(await previewDeparture(context, personId, day)),
    goesOn: {
      pairs: [...names.values()],
      followUps: open.filter((followUp) => followUp.personId === personId).length,
      helpRequests: (await waitingRequests(db, today, personId)).length,
      looksInOn: [
        ...new Set(open.filter(({ ownerPersonId }) => ownerPersonId === personId).map((one) => one.personName)),
      ],
    },
  }
}

const sidesOf = (row: PairRow) => [row.a_person_id, row.b_person_id, row.a_household_id, row.b_household_id]

/** What ends by moving: only what belongs to the binnenbuurt that is left. */
export async function previewMove(context: BookContext, move: Move): Promise<Consequences> {
  const all = await Promise.all(move.personIds.map((id) => previewDeparture(context, id, move.day)))
  const moving = new Set(move.personIds)
  const [first] = await Promise.all(move.personIds.slice(0, 1).map((id) => findLivePerson(context.db, id)))
  const mates = first ? await findHousemates(context.db, first.householdId, first.id, context.today()) : []
  const left = new Set(await neighbourhoodsLeft(context.db, move))
  return {
    roles: all.flatMap((each) =>
      each.roles.filter((role) => role.neighbourhoodName !== null && left.has(role.neighbourhoodName)),
    ),
    neighbourhoods: [...left],
    openCents: all.reduce((sum, each) => sum + each.openCents, 0),
    creditCents: all.reduce((sum, each) => sum + each.creditCents, 0),
    hostOf: all.flatMap((each) => each.hostOf),
    mates: mates.filter((mate) => !moving.has(mate.id) && mate.status !== 'overleden').map((mate) => mate.name),
    neverMemberFrom: null,
    goesOn: nothingGoesOn,
  }
}

async function neighbourhoodsLeft(db: Reader, move: Move): Promise<readonly string[]> {
  if (move.neighbourhoodId === undefined) return []
  const groups = (await Promise.all(move.personIds.map((id) => findNeighbourhoodsOf(db, id)))).flat()
  return groups
    .filter(
      (group) => group.neighbourhoodId !== move.neighbourhoodId && (group.until === null || group.until > move.day),
    )
    .map((group) => group.name)
}

function gatheringsHostedFrom(db: Reader, personId: string, day: Day) {
  return db
    .selectFrom('gathering')
    .select(['id', 'title', 'day'])
    .where('host_person_id', '=', personId)
    .where('state', '=', 'gepland')
    .where('day', '>=', day)
    .where('deleted_at', 'is', null)
    .orderBy('day')
    .execute()
}

// Writes what a ledenbestand says, as planned: everything of it as one action, or nothing.
import type { BetweenHeader, FilePerson } from '../../../shared/contract/between-files.ts'
import type { SharedField } from '../../../shared/domain/between.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { assignHouseholds } from '../import/assign-households.ts'
import type { PersonChange } from '../import/compare-person.ts'
import type { PlannedPerson } from '../import/plan-import.ts'
import { runImport } from '../import/run-import.ts'
import { updatePerson } from '../members/change-person.ts'
import { closeBelonging, closeTakingPart } from '../members/close-belonging.ts'
import { joinNeighbourhood } from '../members/open-belonging.ts'
import { keepExchangedFile, keepSharedPeople, type OtherBook, type SharedPerson } from './between-queries.ts'
import { toldValues } from './compare-fields.ts'
import type { PersonValues } from './person-states.ts'
import type { MembersPlan, PlannedLine } from './plan-members.ts'
import { hashOfValue, type Stamps } from './stamps.ts'

type TakeContext = Pick<BookContext, 'newId' | 'now' | 'today'>

/** How many lines do something. */
export function countLines({ lines }: MembersPlan) {
  const count = (status: PlannedLine['status']) => lines.filter((line) => line.status === status).length
  const [added, changed, left] = [count('new'), count('changed'), count('left')]
  return { people: added + changed + left, new: added, changed, left, waiting: count('clash') + count('unsure') }
}

/** Inside write(). */
export async function takeInMembers(
  tx: Transaction,
  context: TakeContext,
  book: OtherBook,
  header: Pick<BetweenHeader, 'seq' | 'made'>,
  plan: MembersPlan,
  hashKey: Uint8Array,
): Promise<void> {
  const today = context.today()
  const planned = assignHouseholds(plan.lines.flatMap(toPlannedPerson), plan.known)
  const added = await runImport(tx, { ...planned, newNeighbourhoods: [] }, plan.known, {
    ...{ today, now: context.now, newId: context.newId, sinceDay: today, kind: 'lid', groupsSince: today },
  })
  const shared: SharedPerson[] = []
  for (const line of plan.lines) {
    const personId = line.status === 'new' ? added.get(line.key) : line.state?.id
    if (personId === undefined) continue
    await applyBelonging(tx, context, book, line, personId)
    const kept = toShared(line, personId, plan.shared, hashKey, today)
    if (kept) shared.push(kept)
  }
  await keepSharedPeople(tx, book.id, plan.shared, shared)
  await keepExchangedFile(tx, {
    ...{ id: context.newId(), other_book_id: book.id, direction: 'taken', kind: 'leden' },
    ...{ seq: header.seq, day: header.made, people: plan.lines.length },
  })
}

/** Whoever is new, or gets other columns, address or membership, goes the way of a list that is taken in. */
function toPlannedPerson(line: PlannedLine): PlannedPerson[] {
  const { candidate, told, known, state } = line
  if (!candidate || !told) return []
  const base = { candidate, reasons: [], decided: true, earlier: null, alike: [], household: null }
  if (line.status === 'new') return [{ ...base, status: 'new', known: null, change: null }]
  if (!known || !state || (line.status !== 'changed' && line.status !== 'clash' && line.status !== 'left')) return []
  const change = toChange(line, told, toldValues(told.fields, state.values))
  return [{ ...base, candidate: { ...candidate, since: sinceOf(line, told) }, status: 'changed', known, change }]
}

function toChange(line: PlannedLine, told: FilePerson, values: PersonValues): PersonChange {
  const takes = (field: SharedField) => takesField(line, field)
  const { name } = values
  const begins = takes('belongs') && values.belongs.isIn && !line.state?.membership
  return {
    columns: {
      ...(takes('name') && {
        ...{ first_name: name.firstName, infix: name.infix, last_name: name.lastName, called: name.called },
      }),
      ...(takes('birthYear') && { birth_year: values.birthYear }),
      ...(takes('phone') && { phone: values.phone }),
      ...(takes('mobile') && { mobile: values.mobile }),
      ...(takes('email') && { email: values.email }),
    },
    address: takes('address') ? values.address : null,
    membership: begins ? { kind: 'begin', as: told.kind } : { kind: 'none' },
    ...{ joins: [], leaves: false, takes: [], reasons: [] },
  }
}

const takesField = ({ outcomes }: PlannedLine, field: SharedField) =>
  outcomes.some((outcome) => outcome.field === field && outcome.kind === 'take')

/** Never inside a period that was. */
function sinceOf({ state }: PlannedLine, { fields }: FilePerson): Day | null {
  const { since } = fields.belongs.value
  const free = state?.freeFrom ?? null
  return since !== null && free !== null && since < free ? free : since
}

async function applyBelonging(
  tx: Transaction,
  context: TakeContext,
  book: OtherBook,
  line: PlannedLine,
  personId: string,
): Promise<void> {
  const { told } = line
  if (!told || (line.status !== 'new' && !takesField(line, 'belongs'))) return
  if (told.fields.belongs.value.isIn) {
    const neighbourhoodId = book.groupId ?? (await onlyNeighbourhood(tx))
    const from = sinceOf(line, told) ?? context.today()
    if (neighbourhoodId !== null && !(await takesPart(tx, personId, neighbourhoodId)))
      await joinNeighbourhood(tx, { id: context.newId(), personId, neighbourhoodId, from })
    return
  }
  await applyLeaving(tx, context, book, line, told, personId)
}

async function applyLeaving(
  tx: Transaction,
  context: TakeContext,
  book: OtherBook,
  { state, decisions }: PlannedLine,
  told: FilePerson,
  personId: string,
): Promise<void> {
  const { until, reason } = told.fields.belongs.value
  const day = until ?? context.today()
  // Leaving one binnenbuurt is no leaving of the association: membership and dues go on, unless somebody said otherwise.
  if (book.groupId !== null && !decisions.endsMembership) {
    await closeTakingPart(tx, personId, day, book.groupId)
    return
  }
  if (reason === 'overleden') await updatePerson(tx, personId, { deceased_on: day })
  if (!state?.membership) return
  const from = state.membership.from
  await closeBelonging(tx, context, { personId, day: from > day ? from : day, reason: reason ?? 'verhuisd' })
}

/** A binnenbuurt's book may have its binnenbuurt as a row too. */
async function onlyNeighbourhood(tx: Transaction): Promise<string | null> {
  const rows = await tx.selectFrom('neighbourhood').select('id').where('deleted_at', 'is', null).limit(2).execute()
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

async function takesPart(tx: Transaction, personId: string, neighbourhoodId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('neighbourhood_membership')
    .select('id')
    .where('person_id', '=', personId)
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('deleted_at', 'is', null)
    .where('until_day', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

function toShared(
  line: PlannedLine,
  personId: string,
  shared: readonly SharedPerson[],
  hashKey: Uint8Array,
  today: Day,
): SharedPerson | undefined {
  const was = shared.find((person) => person.personId === personId)
  if (line.status === 'erasedThere') return was && { ...was, erasedThereOn: today }
  if (!line.told || line.status === 'unsure' || line.status === 'goneHere') return undefined
  return {
    personId,
    theirId: line.key,
    stamps: line.status === 'new' ? stampsOfNew(line.told, hashKey) : stampsAfter(line, line.told, hashKey),
    ...{ erasedThereOn: null, erasureAnsweredOn: null },
  }
}

function stampsOfNew({ fields }: FilePerson, hashKey: Uint8Array): Stamps {
  const values = toldValues(fields, {} as PersonValues) // only the fields of the file are looked at
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, stamped]) =>
      stamped
        ? [
            [
              field,
              { hash: hashOfValue(hashKey, field as SharedField, values), own: stamped.yours, theirs: stamped.own },
            ],
          ]
        : [],
    ),
  )
}

function stampsAfter({ stamps, outcomes, state }: PlannedLine, told: FilePerson, hashKey: Uint8Array): Stamps {
  if (!stamps || !state) return {}
  const theirs = toldValues(told.fields, state.values)
  const changed = outcomes.flatMap(({ field, kind, stamp }) =>
    stamp
      ? [[field, { ...stamp, hash: hashOfValue(hashKey, field, kind === 'take' ? theirs : state.values) }] as const]
      : [],
  )
  return { ...stamps, ...Object.fromEntries(changed) }
}

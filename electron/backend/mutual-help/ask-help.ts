// Asking for help, finding somebody for it, and bringing it to an end that may be any of four.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import {
  type HelpCategory,
  type HelpTime,
  type InstitutionKind,
  isAccompaniment,
} from '../../../shared/domain/mutual-help.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import type { ActionDescription } from '../database/write.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { groupToCount, refuseMissingPeople } from './neighbour-queries.ts'
import { insertRequest, isWaiting, requestById, updateRequest } from './request-queries.ts'

export interface Asked {
  /** Null: a neighbour who is not named. */
  readonly personId: string | null
  readonly askedByPersonId: string | null
  readonly groupId: string | null
  readonly category: HelpCategory
  readonly institution: InstitutionKind | null
  readonly words: string | null
  readonly wantedBy: Day | null
  readonly wantedTime: HelpTime | null
  readonly lasting: boolean
}

export async function askHelp(context: BookContext, asked: Asked): Promise<{ id: string }> {
  const id = context.newId()
  await write(context, { kind: 'helpAsked', ...about(asked.personId) }, async (tx) => {
    await refuseMissingPeople(tx, [asked.personId, asked.askedByPersonId])
    await insertRequest(tx, {
      id,
      ...columnsOf(asked),
      neighbourhood_id: await groupOf(tx, asked, context.today()),
      asked_day: context.today(),
      state: 'open',
    })
  })
  return { id }
}

export async function changeRequest(
  context: BookContext,
  { id, ...asked }: Asked & { readonly id: string },
): Promise<void> {
  await write(context, { kind: 'helpRequestChanged', ...about(asked.personId) }, async (tx) => {
    const before = await openRequest(tx, id)
    // Somebody who left since stays named; only who is new here must be in the book.
    await refuseMissingPeople(tx, [
      asked.personId === before.person_id ? null : asked.personId,
      asked.askedByPersonId === before.asked_by_person_id ? null : asked.askedByPersonId,
    ])
    const isSamePlace =
      asked.personId === before.person_id && (asked.personId !== null || asked.groupId === before.neighbourhood_id)
    await updateRequest(tx, id, {
      ...columnsOf(asked),
      neighbourhood_id: isSamePlace ? before.neighbourhood_id : await groupOf(tx, asked, context.today()),
      // Whoever would do it is not the one it is for.
      ...(before.helper_person_id !== null && before.helper_person_id === asked.personId
        ? { state: 'open', helper_person_id: null }
        : {}),
    })
  })
}

/** Somebody is asked, or says yes. A neighbour who is not named can only have said yes. */
export async function findHelper(
  context: BookContext,
  input: { readonly id: string; readonly personId: string | null; readonly state: 'voorgesteld' | 'afgesproken' },
): Promise<void> {
  const { id, personId, state } = input
  const kind = state === 'voorgesteld' ? 'helpProposed' : 'helpAgreed'
  await write(context, { kind, ...about(personId) }, async (tx) => {
    const request = await openRequest(tx, id)
    await refuseMissingPeople(tx, [personId])
    if (personId !== null && personId === request.person_id)
      throw new RuleBroken('helpsThemself', { field: 'personId' })
    await updateRequest(tx, id, { state, helper_person_id: personId })
  })
}

export async function declineHelp(context: BookContext, id: string): Promise<void> {
  const { helper_person_id } = await openRequest(context.db, id)
  await write(context, { kind: 'helpDeclined', ...about(helper_person_id) }, (tx) =>
    updateRequest(tx, id, { state: 'open', helper_person_id: null }),
  )
}

export async function closeRequest(
  context: BookContext,
  { id, as }: { readonly id: string; readonly as: 'ingetrokken' | 'niet_gelukt' },
): Promise<void> {
  const { person_id } = await openRequest(context.db, id)
  const kind = as === 'ingetrokken' ? 'helpWithdrawn' : 'helpNotFound'
  await write(context, { kind, ...about(person_id) }, (tx) =>
    updateRequest(tx, id, { state: as, closed_day: context.today() }),
  )
}

/** The person a sentence of the history is about; a neighbour who is not named has none. */
export function about(personId: string | null): Pick<ActionDescription, 'subject'> {
  return personId === null ? {} : { subject: { table: 'person', id: personId } }
}

/** Where it is counted: the person's own group, else the one that was said, else that of whoever asked it. */
function groupOf(db: Reader, asked: Asked, today: Day): Promise<string | null> {
  const said = asked.personId === null ? asked.groupId : null
  return groupToCount(db, said, [asked.personId, asked.askedByPersonId], today)
}

async function openRequest(db: Reader, id: string) {
  const request = await requestById(db, id)
  if (!isWaiting(request)) throw new RuleBroken('helpRequestClosed')
  return request
}

function columnsOf(asked: Asked) {
  return {
    person_id: asked.personId,
    asked_by_person_id: asked.askedByPersonId === asked.personId ? null : asked.askedByPersonId,
    category: asked.category,
    institution: isAccompaniment(asked.category) ? asked.institution : null,
    words: asked.words || null,
    wanted_by: asked.wantedBy,
    wanted_time: asked.wantedTime,
    lasting: asked.lasting ? 1 : 0,
  }
}

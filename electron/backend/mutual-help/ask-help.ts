// Asking for help, finding somebody for it, and bringing it to an end that may be any of four.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import {
  type HelpCategory,
  type HelpTime,
  type InstitutionKind,
  isAccompaniment,
} from '../../../shared/domain/mutual-help.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, liveRow } from '../database/rows.ts'
import type { Reader } from '../database/transaction.ts'
import type { ActionDescription } from '../database/write.ts'
import { write } from '../database/write.ts'
import { refuseRestricted } from '../rights/left-out.ts'
import { RuleBroken } from '../rule-broken.ts'
import { groupToCount } from './neighbour-queries.ts'
import { isWaiting } from './request-queries.ts'

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
    await addRow(tx, 'help_request', {
      id,
      ...columnsOf(asked),
      neighbourhood_id: await groupToCount(tx, countedFor(asked), context.today()),
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
    await changeRow(tx, 'help_request', id, {
      ...columnsOf(asked),
      neighbourhood_id: await groupToCount(tx, countedFor(asked), context.today(), {
        groupId: before.neighbourhood_id,
        personIds: [before.person_id, before.asked_by_person_id],
      }),
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
    if (personId !== null && personId === request.person_id)
      throw new RuleBroken('helpsThemself', { field: 'personId' })
    await refuseRestricted(tx, [personId])
    await changeRow(tx, 'help_request', id, { state, helper_person_id: personId })
  })
}

export async function declineHelp(context: BookContext, id: string): Promise<void> {
  const { helper_person_id } = await openRequest(context.db, id)
  await write(context, { kind: 'helpDeclined', ...about(helper_person_id) }, (tx) =>
    changeRow(tx, 'help_request', id, { state: 'open', helper_person_id: null }),
  )
}

export async function closeRequest(
  context: BookContext,
  { id, as }: { readonly id: string; readonly as: 'ingetrokken' | 'niet_gelukt' },
): Promise<void> {
  const { person_id } = await openRequest(context.db, id)
  const kind = as === 'ingetrokken' ? 'helpWithdrawn' : 'helpNotFound'
  await write(context, { kind, ...about(person_id) }, (tx) =>
    changeRow(tx, 'help_request', id, { state: as, closed_day: context.today() }),
  )
}

/** The person a sentence of the history is about; a neighbour who is not named has none. */
export function about(personId: string | null): Pick<ActionDescription, 'subject'> {
  return personId === null ? {} : { subject: { table: 'person', id: personId } }
}

/** Where it is counted: the person's own group, else the one that was said, else that of whoever asked it. */
const countedFor = ({ personId, askedByPersonId, groupId }: Asked) => ({
  groupId: personId === null ? groupId : null,
  personIds: [personId, askedByPersonId],
})

async function openRequest(db: Reader, id: string) {
  const request = await liveRow(db, 'help_request', id)
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

// A Dammetje: it is written down when it is done, and with that it is over.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type ConnectionKind, connectionKinds, writeCodes } from '../../../shared/domain/gathering-forms.ts'
import {
  type HelpCategory,
  type HelpGrowth,
  type HelpOutcome,
  type InstitutionKind,
  isAccompaniment,
} from '../../../shared/domain/mutual-help.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, liveRow, removeRow } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { about } from './ask-help.ts'
import { groupToCount } from './neighbour-queries.ts'
import { isWaiting } from './request-queries.ts'

export interface DoneHelp {
  /** Null: a neighbour who is not named. */
  readonly giverId: string | null
  readonly receiverId: string | null
  readonly groupId: string | null
  readonly category: HelpCategory
  readonly institution: InstitutionKind | null
  readonly askedDay: Day | null
  readonly doneDay: Day
  readonly outcome: HelpOutcome
  readonly grewInto: HelpGrowth | null
  readonly connections?: readonly ConnectionKind[] | undefined
}

/** With `requestId` it answers that: one that is for once closes with it; one that goes on stays agreed with whoever did it. */
export async function recordAct(
  context: BookContext,
  { requestId, ...done }: DoneHelp & { readonly requestId: string | null },
): Promise<{ id: string }> {
  refuseStrange(done, context.today())
  const id = context.newId()
  const kind = done.outcome === 'niet_aangenomen' ? 'helpOfferNotTaken' : 'helpDone'
  await write(context, { kind, ...about(done.giverId ?? done.receiverId) }, async (tx) => {
    const request = requestId === null ? undefined : await liveRow(tx, 'help_request', requestId)
    if (request && !isWaiting(request)) throw new RuleBroken('helpRequestClosed')
    const askedFor = request?.neighbourhood_id ?? null
    await addRow(tx, 'help_act', {
      id,
      ...columnsOf(done),
      request_id: requestId,
      asked_day: done.askedDay ?? earliest(request?.asked_day, done.doneDay),
      neighbourhood_id: await groupToCount(
        tx,
        { ...countedFor(done), groupId: done.groupId ?? askedFor },
        context.today(),
        { groupId: askedFor, personIds: [] },
      ),
    })
    if (!request || done.outcome !== 'gedaan') return
    const helper = { helper_person_id: done.giverId }
    if (request.lasting === 1) await changeRow(tx, 'help_request', request.id, { ...helper, state: 'afgesproken' })
    else await changeRow(tx, 'help_request', request.id, { ...helper, state: 'gedaan', closed_day: context.today() })
  })
  return { id }
}

export async function changeAct(context: BookContext, { id, ...done }: DoneHelp & { readonly id: string }) {
  refuseStrange(done, context.today())
  await write(context, { kind: 'helpActChanged', ...about(done.giverId ?? done.receiverId) }, async (tx) => {
    const before = await liveRow(tx, 'help_act', id)
    await changeRow(tx, 'help_act', id, {
      ...columnsOf(done),
      asked_day: done.askedDay,
      neighbourhood_id: await groupToCount(tx, countedFor(done), context.today(), {
        groupId: before.neighbourhood_id,
        personIds: [before.receiver_person_id, before.giver_person_id],
      }),
    })
  })
}

export async function removeAct(context: BookContext, id: string): Promise<void> {
  const { giver_person_id, receiver_person_id } = await liveRow(context.db, 'help_act', id)
  await removeRow(
    context,
    { name: 'help_act', id },
    { kind: 'helpActRemoved', ...about(giver_person_id ?? receiver_person_id) },
  )
}

function refuseStrange(done: DoneHelp, today: Day): void {
  refuseFuture(today, done.doneDay, 'doneDay')
  if (done.askedDay !== null && done.askedDay > done.doneDay)
    throw new RuleBroken('helpAskedLater', { field: 'askedDay' })
  if (done.giverId !== null && done.giverId === done.receiverId)
    throw new RuleBroken('helpsThemself', { field: 'receiverId' })
}

/** What was written down afterwards was asked on the day itself, or before. */
const earliest = (asked: Day | undefined, done: Day): Day | null =>
  asked === undefined ? null : asked < done ? asked : done

const countedFor = ({ groupId, receiverId, giverId }: DoneHelp) => ({ groupId, personIds: [receiverId, giverId] })

function columnsOf(done: DoneHelp) {
  return {
    giver_person_id: done.giverId,
    receiver_person_id: done.receiverId,
    category: done.category,
    institution: isAccompaniment(done.category) ? done.institution : null,
    done_day: done.doneDay,
    outcome: done.outcome,
    grew_into: done.outcome === 'gedaan' ? done.grewInto : null,
    ...(done.connections === undefined ? {} : { connections: writeCodes(connectionKinds, done.connections) }),
  }
}

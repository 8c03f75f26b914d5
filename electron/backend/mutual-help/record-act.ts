// A Dammetje: it is written down when it is done, and with that it is over.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import {
  type HelpCategory,
  type HelpGrowth,
  type HelpOutcome,
  type InstitutionKind,
  isAccompaniment,
} from '../../../shared/domain/mutual-help.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { actById, updateAct } from './act-queries.ts'
import { about } from './ask-help.ts'
import { groupToCount, refuseMissingPeople } from './neighbour-queries.ts'
import { isWaiting, requestById, updateRequest } from './request-queries.ts'

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
    await refuseMissingPeople(tx, [done.giverId, done.receiverId])
    const request = requestId === null ? undefined : await requestById(tx, requestId)
    if (request && !isWaiting(request)) throw new RuleBroken('helpRequestClosed')
    await insertRows(tx, 'help_act', [
      {
        id,
        ...columnsOf(done),
        request_id: requestId,
        asked_day: done.askedDay ?? earliest(request?.asked_day, done.doneDay),
        neighbourhood_id: await groupToCount(
          tx,
          done.groupId ?? request?.neighbourhood_id ?? null,
          [done.receiverId, done.giverId],
          context.today(),
        ),
      },
    ])
    if (!request || done.outcome !== 'gedaan') return
    const helper = { helper_person_id: done.giverId }
    if (request.lasting === 1) await updateRequest(tx, request.id, { ...helper, state: 'afgesproken' })
    else await updateRequest(tx, request.id, { ...helper, state: 'gedaan', closed_day: context.today() })
  })
  return { id }
}

export async function changeAct(context: BookContext, { id, ...done }: DoneHelp & { readonly id: string }) {
  refuseStrange(done, context.today())
  await write(context, { kind: 'helpActChanged', ...about(done.giverId ?? done.receiverId) }, async (tx) => {
    const before = await actById(tx, id)
    // Somebody who left since stays named; only who is new here must be in the book.
    await refuseMissingPeople(tx, [
      done.giverId === before.giver_person_id ? null : done.giverId,
      done.receiverId === before.receiver_person_id ? null : done.receiverId,
    ])
    await updateAct(tx, id, { ...columnsOf(done), asked_day: done.askedDay })
  })
}

export async function removeAct(context: BookContext, id: string): Promise<void> {
  const { giver_person_id, receiver_person_id } = await actById(context.db, id)
  await write(context, { kind: 'helpActRemoved', ...about(giver_person_id ?? receiver_person_id) }, (tx) =>
    updateAct(tx, id, { deleted_at: context.now().toISOString() }),
  )
}

function refuseStrange(done: DoneHelp, today: Day): void {
  if (done.doneDay > today) throw new RuleBroken('dayInFuture', { field: 'doneDay' })
  if (done.askedDay !== null && done.askedDay > done.doneDay)
    throw new RuleBroken('helpAskedLater', { field: 'askedDay' })
  if (done.giverId !== null && done.giverId === done.receiverId)
    throw new RuleBroken('helpsThemself', { field: 'receiverId' })
}

/** What was written down afterwards was asked on the day itself, or before. */
const earliest = (asked: Day | undefined, done: Day): Day | null =>
  asked === undefined ? null : asked < done ? asked : done

function columnsOf(done: DoneHelp) {
  return {
    giver_person_id: done.giverId,
    receiver_person_id: done.receiverId,
    category: done.category,
    institution: isAccompaniment(done.category) ? done.institution : null,
    done_day: done.doneDay,
    outcome: done.outcome,
    grew_into: done.outcome === 'gedaan' ? done.grewInto : null,
  }
}

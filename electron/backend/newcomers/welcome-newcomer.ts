// Putting somebody who came to live here on the list, and what was done to welcome them.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { NewcomerStep } from '../../../shared/domain/newcomer.ts'
import type { BookContext } from '../context.ts'
import { changeRow, removeRow } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { findLivePerson } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { columnOf, findNewcomer, putNewcomer } from './newcomer-queries.ts'
import { newcomerId } from './newcomer-table.ts'

export interface Welcomed {
  readonly personId: string
  readonly arrivedDay: Day
  readonly contactDay: Day | null
  readonly contactByPersonId: string | null
  readonly invitedByPersonId: string | null
  readonly informedDay: Day | null
  readonly visitedDay: Day | null
}

export async function saveNewcomer(context: BookContext, welcomed: Welcomed): Promise<void> {
  const { personId, contactByPersonId, invitedByPersonId } = welcomed
  const today = context.today()
  for (const field of ['contactDay', 'informedDay', 'visitedDay'] as const) refuseFuture(today, welcomed[field], field)
  if (invitedByPersonId === personId) throw new RuleBroken('invitedThemself', { field: 'invitedByPersonId' })
  const known = await findNewcomer(context.db, personId)
  await write(
    context,
    { kind: known ? 'newcomerChanged' : 'newcomerAdded', subject: { table: 'person', id: personId } },
    async (tx) => {
      await findLivePerson(tx, personId)
      for (const id of [contactByPersonId, invitedByPersonId]) {
        if (id === null || id === known?.contact_by_person_id || id === known?.invited_by_person_id) continue
        await findLivePerson(tx, id)
      }
      await putNewcomer(tx, {
        person_id: personId,
        arrived_day: welcomed.arrivedDay,
        contact_day: welcomed.contactDay,
        contact_by_person_id: welcomed.contactDay === null ? null : contactByPersonId,
        invited_by_person_id: invitedByPersonId,
        informed_day: welcomed.informedDay,
        visited_day: welcomed.visitedDay,
        settled_day: known?.settled_day ?? null,
      })
    },
  )
}

export async function markStep(
  context: BookContext,
  { personId, step, day }: { readonly personId: string; readonly step: NewcomerStep; readonly day: Day | null },
): Promise<void> {
  refuseFuture(context.today(), day)
  await write(
    context,
    { kind: 'newcomerStepDone', subject: { table: 'person', id: personId }, details: { step } },
    (tx) => changeRow(tx, 'newcomer', newcomerId(personId), { [columnOf(step)]: day }),
  )
}

/** No longer new, or new after all. */
export async function settleNewcomer(
  context: BookContext,
  { personId, day }: { readonly personId: string; readonly day: Day | null },
): Promise<void> {
  refuseFuture(context.today(), day)
  const kind = day === null ? 'newcomerUnsettled' : 'newcomerSettled'
  await write(context, { kind, subject: { table: 'person', id: personId } }, (tx) =>
    changeRow(tx, 'newcomer', newcomerId(personId), { settled_day: day }),
  )
}

/** It was a mistake: this person is not new here. */
export async function removeNewcomer(context: BookContext, personId: string): Promise<void> {
  await removeRow(
    context,
    { name: 'newcomer', id: newcomerId(personId) },
    { kind: 'newcomerRemoved', subject: { table: 'person', id: personId } },
  )
}

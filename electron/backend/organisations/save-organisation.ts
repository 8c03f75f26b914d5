// Rules of the social map that look at more than one row.

import type { JoinRequestState } from '../../../shared/domain/organisation.ts'
import type { BookContext } from '../context.ts'
import { changeRow, putRow, removeRow } from '../database/rows.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { findOrganisation, findOrganisationNamed } from './organisation-queries.ts'

/** To the Prullenbak, with its offers, its money and its referrals. @throws RuleBroken organisationInUse, notFound */
export async function removeOrganisation(context: BookContext, id: string): Promise<void> {
  await findOrganisation(context.db, id)
  const term = await context.db
    .selectFrom('role_term')
    .select('id')
    .where('organisation_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (term) throw new RuleBroken('organisationInUse')
  await removeRow(
    context,
    { name: 'organisation', id, also: [{ table: 'funding', column: 'organisation_id' }] },
    { kind: 'organisationRemoved', subject: { table: 'organisation', id } },
  )
}

export interface JoinRequest {
  readonly id: string | null
  readonly name: string
  readonly what: string | null
  readonly contact: string | null
  readonly askedDay: string
  readonly state: JoinRequestState
}

/** Who becomes a member is on the map from then on: under its name when that is there, else as a new one. */
export async function saveJoinRequest(context: BookContext, request: JoinRequest): Promise<{ readonly id: string }> {
  const id = request.id ?? context.newId()
  const today = context.today()
  await write(context, { kind: 'joinRequestSaved' }, async (tx) => {
    const before = await tx
      .selectFrom('join_request')
      .select(['state', 'decided_day', 'organisation_id'])
      .where('id', '=', id)
      .executeTakeFirst()
    let organisationId = before?.organisation_id ?? null
    if (request.state === 'lid' && organisationId === null) {
      organisationId = (await findOrganisationNamed(tx, request.name))?.id ?? context.newId()
      await joinMap(tx, organisationId, request, today)
    }
    await putRow(
      tx,
      'join_request',
      { id, isNew: request.id === null },
      {
        name: request.name,
        what: request.what,
        contact: request.contact,
        asked_day: request.askedDay,
        state: request.state,
        decided_day: decidedDay(request.state, before, today),
        organisation_id: organisationId,
      },
    )
  })
  return { id }
}

function decidedDay(
  state: JoinRequestState,
  before: { readonly state: JoinRequestState; readonly decided_day: string | null } | undefined,
  today: string,
): string | null {
  if (state === 'gevraagd') return null
  return before?.state === state ? (before.decided_day ?? today) : today
}

async function joinMap(tx: Transaction, id: string, request: JoinRequest, today: string) {
  const known = await tx.selectFrom('organisation').select('member_since').where('id', '=', id).executeTakeFirst()
  if (known) {
    if (known.member_since === null) await changeRow(tx, 'organisation', id, { member_since: today })
    return
  }
  await putRow(
    tx,
    'organisation',
    { id, isNew: true },
    {
      name: request.name,
      kind: 'anders',
      what: request.what,
      contact_name: request.contact,
      member_since: today,
    },
  )
}

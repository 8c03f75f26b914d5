import type { organisations } from '../../../shared/contract/organisations.ts'
import { isCurrent } from '../../../shared/domain/role-seats.ts'
import type { BookContext } from '../context.ts'
import { removeRow, saveRow } from '../database/rows.ts'
import type { HandlersOf } from '../dispatch.ts'
import { findTerms } from '../roles/role-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import {
  findFunding,
  findJoinRequests,
  findOffers,
  findOrganisation,
  listOrganisations,
  toOrganisation,
} from './organisation-queries.ts'
import { countReferrals, findReferrals } from './referral-queries.ts'
import { removeOrganisation, saveJoinRequest } from './save-organisation.ts'
import { saveReferral } from './save-referral.ts'

const about = (id: string) => ({ table: 'organisation', id }) as const

export const organisationsHandlers: HandlersOf<typeof organisations, BookContext> = {
  async list(_input, context) {
    const today = context.today()
    const all = await listOrganisations(context.db, today)
    const offers = await findOffers(context.db, today)
    const districts = [...all, ...offers].flatMap(({ district }) => district ?? [])
    return { today, organisations: all, districts: [...new Set(districts)].sort((a, b) => a.localeCompare(b, 'nl')) }
  },
  async names(_input, context) {
    return (await listOrganisations(context.db, context.today())).map(({ id, name }) => ({ id, name }))
  },
  async get({ id }, context) {
    const { db } = context
    const today = context.today()
    const row = await findOrganisation(db, id)
    const terms = (await findTerms(db, { organisationId: id })).filter((term) => isCurrent(term, today))
    return {
      ...toOrganisation(row),
      today,
      email: row.email,
      site: row.site,
      note: row.note,
      deletedAt: row.deleted_at,
      offers: [...(await findOffers(db, today, id))],
      funding: [...(await findFunding(db, today, id))],
      referrals: (await findReferrals(db, id)).map(({ id: rowId, day, outcome }) => ({ id: rowId, day, outcome })),
      connectors: terms.map(({ id: termId, personId, name, from, until, plannedEnd, paid, languages }) => ({
        ...{ termId, personId, name, from, until, plannedEnd, paid, languages },
      })),
    }
  },
  async save({ id, ...fields }, context) {
    const rowId = id ?? context.newId()
    return saveRow(
      context,
      'organisation',
      { id: rowId, isNew: id === null },
      {
        name: fields.name,
        kind: fields.kind,
        what: fields.what,
        for_whom: fields.forWhom,
        district: fields.district,
        contact_name: fields.contactName,
        phone: fields.phone,
        email: fields.email,
        site: fields.site,
        member_since: fields.memberSince,
        note: fields.note,
      },
      { kind: 'organisationSaved', subject: about(rowId) },
    )
  },
  async remove({ id }, context) {
    await removeOrganisation(context, id)
    return null
  },
  async offers(_input, context) {
    const today = context.today()
    return { today, offers: [...(await findOffers(context.db, today))] }
  },
  async saveOffer({ id, ...fields }, context) {
    const values = {
      organisation_id: fields.organisationId,
      what: fields.what,
      for_whom: fields.forWhom,
      district: fields.district,
      days: fields.days,
      from_day: fields.from,
      last_day: fields.lastDay,
    }
    return saveRow(context, 'organisation_offer', id, values, {
      kind: 'offerSaved',
      subject: about(fields.organisationId),
    })
  },
  async removeOffer({ id }, context) {
    await removeRow(context, { name: 'organisation_offer', id }, { kind: 'offerRemoved' })
    return null
  },
  async funding(_input, context) {
    const today = context.today()
    return { today, funding: [...(await findFunding(context.db, today))] }
  },
  async saveFunding({ id, ...fields }, context) {
    if (fields.lastDay !== null && fields.lastDay < fields.from)
      throw new RuleBroken('dayBeforeStart', { field: 'lastDay', from: fields.from })
    const values = {
      organisation_id: fields.organisationId,
      offer_id: fields.offerId,
      funder: fields.funder,
      amount_cents: fields.amountCents,
      kind: fields.kind,
      from_day: fields.from,
      last_day: fields.lastDay,
      note: fields.note,
    }
    return saveRow(context, 'funding', id, values, {
      kind: 'fundingSaved',
      details: { cents: fields.amountCents },
      ...(fields.organisationId !== null && { subject: about(fields.organisationId) }),
    })
  },
  async removeFunding({ id }, context) {
    await removeRow(context, { name: 'funding', id }, { kind: 'fundingRemoved' })
    return null
  },
  async referralCounts(input, { db }) {
    return [...(await countReferrals(db, input))]
  },
  saveReferral: (referral, context) => saveReferral(context, referral),
  async removeReferral({ id }, context) {
    await removeRow(context, { name: 'organisation_referral', id }, { kind: 'referralRemoved' })
    return null
  },
  async joinRequests(_input, { db }) {
    return (await findJoinRequests(db)).map((row) => ({
      id: row.id,
      name: row.name,
      what: row.what,
      contact: row.contact,
      askedDay: row.asked_day,
      state: row.state,
      decidedDay: row.decided_day,
      organisationId: row.organisation_id,
    }))
  },
  saveJoinRequest: (request, context) => saveJoinRequest(context, request),
  async removeJoinRequest({ id }, context) {
    await removeRow(context, { name: 'join_request', id }, { kind: 'joinRequestRemoved' })
    return null
  },
}

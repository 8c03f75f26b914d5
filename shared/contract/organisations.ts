// Organisations around the neighbourhood: what they offer, who pays for it, who was pointed there, who wants to join.
import { z } from 'zod'
import {
  fundingKinds,
  fundingStates,
  joinRequestStates,
  organisationKinds,
  referralOutcomes,
} from '../domain/organisation.ts'
import { day, id, optionalWords, words } from './fields.ts'
import { query } from './method.ts'
import { remove, save } from './save.ts'

const organisation = {
  name: words(120),
  kind: z.enum(organisationKinds),
  what: optionalWords(400),
  forWhom: optionalWords(200),
  district: optionalWords(80),
  contactName: optionalWords(120),
  phone: optionalWords(40),
  email: optionalWords(254),
  site: optionalWords(200),
  memberSince: day.nullable(),
  note: optionalWords(4000),
}

const offer = {
  organisationId: id,
  what: words(200),
  forWhom: optionalWords(200),
  district: optionalWords(80),
  days: optionalWords(200),
  from: day.nullable(),
  lastDay: day.nullable(),
}

const funding = {
  /** Null: money for ourselves. */
  organisationId: id.nullable(),
  /** What it pays for; null: everything. */
  offerId: id.nullable(),
  funder: words(120),
  amountCents: z.int().min(0).max(100_000_000),
  kind: z.enum(fundingKinds),
  from: day,
  lastDay: day.nullable(),
  note: optionalWords(400),
}

const referral = {
  organisationId: id,
  day,
  outcome: z.enum(referralOutcomes),
}

const joinRequest = {
  name: words(120),
  what: optionalWords(400),
  contact: optionalWords(200),
  askedDay: day,
  state: z.enum(joinRequestStates),
}

const text = z.string().nullable()

const summary = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(organisationKinds),
  what: text,
  forWhom: text,
  district: text,
  contactName: text,
  phone: text,
  memberSince: text,
  offers: z.number(),
})

const offerView = z.object({
  id: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  what: z.string(),
  forWhom: text,
  /** Of the offer, or else of the organisation. */
  district: text,
  days: text,
  from: text,
  lastDay: text,
})

const fundingView = z.object({
  id: z.string(),
  organisationId: text,
  organisationName: text,
  offerId: text,
  offerName: text,
  funder: z.string(),
  amountCents: z.number(),
  kind: z.enum(fundingKinds),
  from: z.string(),
  lastDay: text,
  state: z.enum(fundingStates),
  note: text,
})

const referralView = z.object({ id: z.string(), day: z.string(), outcome: z.enum(referralOutcomes) })

const connector = z.object({
  termId: z.string(),
  personId: z.string(),
  name: z.string(),
  from: z.string(),
  until: text,
  plannedEnd: text,
  paid: z.boolean().nullable(),
  languages: text,
})

export const organisations = {
  list: query(
    z.strictObject({}),
    z.object({ today: z.string(), organisations: z.array(summary), districts: z.array(z.string()) }),
  ),
  /** Names only, to choose from. */
  names: query(z.strictObject({}), z.array(z.object({ id: z.string(), name: z.string() }))),
  get: query(
    z.strictObject({ id }),
    summary.omit({ offers: true }).extend({
      today: z.string(),
      email: text,
      site: text,
      note: text,
      deletedAt: text,
      offers: z.array(offerView),
      funding: z.array(fundingView),
      referrals: z.array(referralView),
      /** Who connects people with it today: culture connectors. */
      connectors: z.array(connector),
    }),
  ),
  save: save(organisation),
  remove,
  /** By district, and within it by organisation. */
  offers: query(z.strictObject({}), z.object({ today: z.string(), offers: z.array(offerView) })),
  saveOffer: save(offer),
  removeOffer: remove,
  /** What ends first comes first; what is over comes last. */
  funding: query(z.strictObject({}), z.object({ today: z.string(), funding: z.array(fundingView) })),
  saveFunding: save(funding),
  removeFunding: remove,
  /** How many were pointed to each organisation in these days (the last one counts), and what came of it; of signals too. Nobody is named. */
  referralCounts: query(
    z.strictObject({ from: day, lastDay: day }),
    z.array(
      z.object({
        organisationId: z.string(),
        organisationName: z.string(),
        count: z.number(),
        outcomes: z.partialRecord(z.enum(referralOutcomes), z.number()),
      }),
    ),
  ),
  saveReferral: save(referral),
  removeReferral: remove,
  joinRequests: query(
    z.strictObject({}),
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        what: text,
        contact: text,
        askedDay: z.string(),
        state: z.enum(joinRequestStates),
        decidedDay: text,
        organisationId: text,
      }),
    ),
  ),
  /** A request that becomes a member makes the organisation too, unless one of that name is there. */
  saveJoinRequest: save(joinRequest),
  removeJoinRequest: remove,
}

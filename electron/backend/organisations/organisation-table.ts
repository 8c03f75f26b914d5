import { fundingKinds, joinRequestStates, organisationKinds } from '../../../shared/domain/organisation.ts'
import { declareTable, idOf, integer, oneOf, optionalIdOf, optionalText, text } from '../database/declare-table.ts'

// Who answers the telephone there is somebody; what the organisation does is nobody's.
const contact = { purpose: 'contact', basis: 'legitimate_interest' } as const

/** An organisation around the neighbourhood: what it is for and how to reach it. */
export const organisationTable = declareTable({
  name: 'organisation',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'groups', basis: 'not_personal', retention: 'while_book' },
  columns: {
    name: text({ search: 'words' }),
    kind: oneOf(organisationKinds),
    what: optionalText({ search: 'words' }),
    for_whom: optionalText({ search: 'words' }),
    district: optionalText(),
    contact_name: optionalText({ ...contact, search: 'words' }),
    phone: optionalText({ ...contact, search: 'phone' }),
    email: optionalText(contact),
    /** As text: the program itself goes nowhere. */
    site: optionalText(),
    /** Of a network of organisations; null when it is not a member. */
    member_since: optionalText(),
    note: optionalText(),
  },
})

/** Something an organisation offers, in a district. */
export const organisationOfferTable = declareTable({
  name: 'organisation_offer',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'groups', basis: 'not_personal', retention: 'while_book' },
  columns: {
    organisation_id: idOf('organisation'),
    what: text(),
    for_whom: optionalText(),
    district: optionalText(),
    /** When and where, in words. */
    days: optionalText(),
    from_day: optionalText(),
    /** The last day it is there. */
    last_day: optionalText(),
  },
  indexes: [['organisation_id']],
})

/** Money somebody gives for a time: to an organisation, or with null to ourselves. */
export const fundingTable = declareTable({
  name: 'funding',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'groups', basis: 'not_personal', retention: 'while_book' },
  columns: {
    organisation_id: optionalIdOf('organisation'),
    /** What it pays for; null: everything. */
    offer_id: optionalIdOf('organisation_offer'),
    funder: text(),
    amount_cents: integer({ check: '{column} >= 0' }),
    kind: oneOf(fundingKinds),
    from_day: text(),
    /** The last day; null while no end is known. */
    last_day: optionalText(),
    note: optionalText(),
  },
  checks: ['last_day IS NULL OR last_day >= from_day'],
  indexes: [['organisation_id']],
})

/** "Do you work with newcomers and want to join?" */
export const joinRequestTable = declareTable({
  name: 'join_request',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'groups', basis: 'not_personal', retention: 'while_book' },
  columns: {
    name: text(),
    what: optionalText(),
    contact: optionalText(contact),
    asked_day: text(),
    state: oneOf(joinRequestStates),
    decided_day: optionalText(),
    /** The organisation it became. */
    organisation_id: optionalIdOf('organisation'),
  },
  checks: ["(decided_day IS NULL) = (state = 'gevraagd')"],
})

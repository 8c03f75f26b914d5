// What somebody can say is not right, by the column that holds it, with the word it has on their page.

export const disputedFields = [
  ['person.first_name', 'members.field.firstName'],
  ['person.mobile', 'members.field.mobile'],
  ['person.phone', 'members.field.phone'],
  ['person.email', 'members.field.email'],
  ['household.street', 'members.person.address'],
  ['neighbourhood_membership.neighbourhood_id', 'members.person.neighbourhood'],
  ['role_term.role', 'members.person.role'],
  ['membership.from_day', 'members.person.membership'],
  ['person.birth_year', 'members.field.birthYear'],
  ['person.languages', 'members.field.languages'],
  ['person.emergency_contact', 'members.field.emergencyContact'],
  ['person.note', 'members.field.note'],
] as const

export type DisputedField = (typeof disputedFields)[number][0]

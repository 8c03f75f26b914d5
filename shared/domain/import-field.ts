// What a column of somebody's list can hold. Reading, guessing and the choice on the screen use the same list.

export const importFields = [
  'name',
  'firstName',
  'called',
  'initials',
  'infix',
  'lastName',
  'partnerName',
  'partnerFirstName',
  'partnerInfix',
  'partnerLastName',
  'address',
  'street',
  'houseNumber',
  'houseSuffix',
  'postcode',
  'city',
  'phone',
  'mobile',
  'email',
  'partnerPhone',
  'partnerEmail',
  'birth',
  'partnerBirth',
  'since',
  'until',
  'number',
  'kind',
  'neighbourhood',
  'role',
  'preferredContact',
  'languages',
  'emergencyContact',
  'note',
  /** Not a field of ours: kept in the note as "Heading: value". */
  'toNote',
  /** Left out, only ever because somebody said so. */
  'skip',
] as const

export type ImportField = (typeof importFields)[number]

/** A row without any of these has no name. */
export const nameFields: readonly ImportField[] = ['name', 'firstName', 'called', 'initials', 'lastName']

/** Columns of which there may be more than one; of the others only one can be chosen. */
export const repeatableFields: readonly ImportField[] = ['phone', 'email', 'role', 'note', 'toNote', 'skip']

export const importStatuses = ['error', 'double', 'left', 'changed', 'new', 'same'] as const
/** What will happen with a person of the list; the order is that of the preview: first what needs somebody. */
export type ImportStatus = (typeof importStatuses)[number]

export const tellingParts = [
  'address',
  'postcode',
  'birthYear',
  'neighbourhood',
  'mobile',
  'phone',
  'email',
  'number',
] as const
/** What people of one name are told apart by, the plainest first. */
export type TellingPart = (typeof tellingParts)[number]

export function isImportField(word: string): word is ImportField {
  return (importFields as readonly string[]).includes(word)
}

// What two books tell each other of a person, and what a file of the other one may turn out to say.

/** The pieces that are corrected, and clash, as a whole. */
export const sharedFields = ['name', 'birthYear', 'address', 'phone', 'mobile', 'email', 'belongs'] as const
export type SharedField = (typeof sharedFields)[number]

/** Sent only when somebody chose so. */
export const contactFields: readonly SharedField[] = ['phone', 'mobile', 'email']

/** Of one line of a file, in the order in which they are shown: first what needs somebody. */
export const lineStatuses = ['unsure', 'clash', 'left', 'changed', 'new', 'erasedThere', 'goneHere', 'same'] as const
export type LineStatus = (typeof lineStatuses)[number]

/** The answer that whoever is told of is nobody it looks like here. */
export const somebodyElse = 'other'

/** Kinds of file that go from one book to another. */
export const betweenFileKinds = ['leden', 'stand'] as const
export type BetweenFileKind = (typeof betweenFileKinds)[number]

/** How the name of each file ends. */
export const betweenEndings = { leden: '.buurtleden', stand: '.buurtstand', card: '.buurtkaart' } as const

// Who may see what when a book is kept by more than one PC.

export const sharedParts = ['leden', 'buurt', 'contributie', 'bank', 'zorg'] as const
export type SharedPart = (typeof sharedParts)[number]

/** deputy: contact person or deputy. */
export const sharingRoles = ['deputy', 'treasurer'] as const
export type SharingRole = (typeof sharingRoles)[number]

const partsByRole: Readonly<Record<SharingRole, readonly SharedPart[]>> = {
  deputy: ['leden', 'buurt', 'contributie', 'zorg'],
  treasurer: ['leden', 'contributie', 'bank'],
}

export const partsOfRole = (role: SharingRole): readonly SharedPart[] => partsByRole[role]

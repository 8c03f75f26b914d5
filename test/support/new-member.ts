/** Input to register somebody who lives alone at a new address. */
export function newMember(index: number, neighbourhoodId: string | null) {
  return {
    firstName: 'Anh',
    infix: '',
    lastName: `Nguyen${index}`,
    called: '',
    birthYear: null,
    phone: null,
    mobile: `06-1000 ${String(2000 + index).padStart(4, '0')}`,
    email: null,
    preferredContact: null,
    languages: null,
    emergencyContact: null,
    note: null,
    home: {
      kind: 'address' as const,
      street: 'Iepenlaan',
      houseNumber: 1000 + index,
      houseSuffix: '',
      postcode: '',
      city: '',
    },
    membership: { kind: 'lid' as const, from: '2026-11-01', number: null },
    neighbourhoodId,
    fee: null,
  }
}

// People for tests: each call gives something valid, a test states only what matters to it.
import type { TestBackend } from './test-backend.ts'

type Register = Parameters<TestBackend['api']['members']['register']>[0]

/** Everything members.register wants, for one member at an address of their own. */
export function aMember(values: Partial<Register> = {}): Register {
  return {
    firstName: 'Ria',
    infix: 'van den',
    lastName: 'Berg',
    called: '',
    birthYear: null,
    phone: null,
    mobile: null,
    email: null,
    preferredContact: null,
    languages: null,
    emergencyContact: null,
    note: null,
    home: {
      kind: 'address',
      street: 'Kastanjehof',
      houseNumber: 3,
      houseSuffix: '',
      postcode: '1234 AB',
      city: 'Delft',
    },
    membership: { kind: 'lid', from: '2024-03-01', number: null },
    neighbourhoodId: null,
    fee: null,
    ...values,
  }
}

/** Adds a binnenbuurt and gives its id. */
export async function aNeighbourhood(api: TestBackend['api'], name = 'Kastanjehof'): Promise<string> {
  const { id } = await api.neighbourhoods.add({ name, areaNote: null, targetSize: 50, cadencePerYear: null })
  return id
}

// A neighbourhood's book in which care is open, and the shortest way to the things that are written down in it.
import type { Contract } from '../../shared/contract/contract.ts'
import type { Client } from '../../shared/contract/create-client.ts'
import type { Consent } from '../../shared/domain/care.ts'
import { type NeighbourhoodBook, openNeighbourhoodBook } from './a-neighbourhood.ts'

type NewSignal = Parameters<Client<Contract>['care']['openSignal']>[0]

export interface CareBook extends NeighbourhoodBook {
  readonly group: string
  readonly ria: string
  readonly henk: string
  readonly aSignal: (values?: Partial<NewSignal>) => Promise<string>
  /** Another day, with care opened again: it shuts by itself. */
  readonly goTo: (day: string) => Promise<void>
}

export const agreed: Consent = { by: 'zelf', how: 'mondeling', day: '2026-11-20' }

/** Of somebody, without a reason; somebody else rings by 1 December 2026. */
export const signalOf = (personId: string, ownerPersonId: string): NewSignal => ({
  about: { kind: 'person', personId },
  kind: 'aandacht',
  source: 'buur',
  saidByPersonId: null,
  ownHelp: [],
  consent: null,
  note: null,
  ownerPersonId,
  ownerName: null,
  nextDay: '2026-12-01',
  nextHow: 'bellen',
})

/** Ria is a member of Kastanjehof, Henk its contact person; it is 23 November 2026. */
export async function openCareBook(): Promise<CareBook> {
  const book = await openNeighbourhoodBook()
  const group = await book.aGroup('Kastanjehof')
  const ria = await book.aPerson('Ria Berg', { groupId: group })
  const henk = await book.aPerson('Henk Brouwer', { groupId: group })
  await book.aTerm(henk, group, 'contactpersoon')
  await book.api.care.unlock({ passphrase: null })
  return {
    ...book,
    group,
    ria,
    henk,
    async aSignal(values = {}) {
      const { id } = await book.api.care.openSignal({ ...signalOf(ria, henk), ...values })
      return id
    },
    async goTo(day) {
      book.setDay(day)
      await book.api.care.unlock({ passphrase: null })
    },
  }
}

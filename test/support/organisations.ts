// Organisations for tests: each call gives something valid, a test states only what matters to it.
import type { TestBackend } from './test-backend.ts'

type Api = TestBackend['api']
type Values<Method extends keyof Api['organisations']> = Partial<Parameters<Api['organisations'][Method]>[0]>

export async function anOrganisation(api: Api, values: Values<'save'> = {}): Promise<string> {
  const { id } = await api.organisations.save({
    ...{ id: null, name: 'Buurthuis', kind: 'welzijn', what: null, forWhom: null, district: null, contactName: null },
    ...{ phone: null, email: null, site: null, memberSince: null, note: null },
    ...values,
  })
  return id
}

export async function anOffer(api: Api, organisationId: string, values: Values<'saveOffer'> = {}): Promise<string> {
  const { id } = await api.organisations.saveOffer({
    ...{
      id: null,
      organisationId,
      what: 'Inloop',
      forWhom: null,
      district: null,
      days: null,
      from: null,
      lastDay: null,
    },
    ...values,
  })
  return id
}

export async function aFunding(api: Api, values: Values<'saveFunding'> = {}): Promise<string> {
  const { id } = await api.organisations.saveFunding({
    ...{ id: null, organisationId: null, offerId: null, funder: 'Gemeente', amountCents: 500_000, kind: 'incidenteel' },
    ...{ from: '2026-01-01', lastDay: null, note: null },
    ...values,
  })
  return id
}

import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import type { Offer } from './OfferLines.tsx'
import { OrganisationTabs } from './OrganisationTabs.tsx'

/** What is offered where: the map of the neighbourhood as a table, one district after the other. */
export function OffersScreen() {
  const { t } = useTranslation()
  const answer = useQuery(api.organisations.offers, {})
  return (
    <Page title={t('organisations.offer.byDistrict')}>
      <OrganisationTabs />
      <Answered of={answer}>
        {({ offers }) =>
          offers.length === 0 ? (
            <EmptyState title={t('organisations.offer.empty')}>{t('organisations.offer.emptyText')}</EmptyState>
          ) : (
            [...Map.groupBy(offers, ({ district }) => district)].map(([district, ofOne]) => (
              <Section key={district ?? ''} title={district ?? t('organisations.offer.anywhere')}>
                <DistrictTable district={district} offers={ofOne} />
              </Section>
            ))
          )
        }
      </Answered>
    </Page>
  )
}

function DistrictTable({ district, offers }: { readonly district: string | null; readonly offers: readonly Offer[] }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const columns: readonly Column<Offer>[] = [
    { key: 'what', header: t('organisations.offer.what'), kind: 'name', cell: ({ what }) => what },
    {
      key: 'organisation',
      header: t('organisations.column.name'),
      cell: ({ organisationName }) => <Bdi>{organisationName}</Bdi>,
    },
    {
      key: 'forWhom',
      header: t('organisations.column.forWhom'),
      isNamedInBlock: true,
      cell: ({ forWhom }) => forWhom ?? t('organisations.everybody'),
    },
    { key: 'days', header: t('organisations.offer.days'), cell: ({ days }) => days },
  ]
  return (
    <DataTable
      label={district ?? t('organisations.offer.anywhere')}
      isCompact
      columns={columns}
      rows={offers}
      rowKey={({ id }) => id}
      onOpen={({ organisationId }) => navigate(paths.organisation(organisationId))}
    />
  )
}

import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Facts } from '../../components/Facts.tsx'
import { later } from '../../components/later.tsx'
import { PhoneText } from '../../components/PhoneText.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RecordPage } from '../../parts/RecordPage.tsx'
import { Connectors } from './Connectors.tsx'
import { FundingLines } from './FundingLines.tsx'
import { OfferLines } from './OfferLines.tsx'
import type { OrganisationPage } from './OrganisationDialog.tsx'
import { Referrals } from './Referrals.tsx'

const OrganisationDialog = later(async () => (await import('./OrganisationDialog.tsx')).OrganisationDialog)

/** One organisation: what it offers, who pays for it, who connects people with it, and who was pointed there. */
export function OrganisationScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const answer = useQuery(api.organisations.get, { id })
  return (
    <RecordPage
      of={answer}
      table="organisation"
      sub={({ kind }) => t(`organisations.kinds.${kind}`)}
      back={{ href: paths.organisations, label: t('organisations.back') }}
      words={{
        title: t('organisations.title'),
        change: t('organisations.change'),
        history: t('organisations.history'),
        remove: t('organisations.remove'),
      }}
      remove={api.organisations.remove}
      dialog={(page, onClose) => <OrganisationDialog organisation={page} onClose={onClose} />}
    >
      {(page) => [
        <Fragment key="start">
          <Section title={t('organisations.offer.title')}>
            <OfferLines organisation={page} />
          </Section>
          <Section title={t('organisations.referral.title')}>
            <Referrals organisation={page} />
          </Section>
          <Section title={t('organisations.connector.title')}>
            <Connectors organisation={page} />
          </Section>
        </Fragment>,
        <Fragment key="end">
          <Section title={t('organisations.facts')}>
            <OrganisationFacts organisation={page} />
          </Section>
          <Section title={t('organisations.funding.title')}>
            <FundingLines organisation={page} />
          </Section>
        </Fragment>,
      ]}
    </RecordPage>
  )
}

function OrganisationFacts({ organisation }: { readonly organisation: OrganisationPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { what, forWhom, district, contactName, phone, email, site, memberSince, note } = organisation
  return (
    <Facts
      facts={[
        { term: t('organisations.field.what'), value: what },
        { term: t('organisations.column.forWhom'), value: forWhom },
        { term: t('organisations.column.district'), value: district },
        { term: t('organisations.field.contactName'), value: contactName },
        { term: t('organisations.field.phone'), value: phone && <PhoneText phone={phone} /> },
        { term: t('organisations.field.email'), value: email && <Bdi>{email}</Bdi> },
        { term: t('organisations.field.site'), value: site && <Bdi>{site}</Bdi> },
        { term: t('organisations.field.memberSince'), value: memberSince && format.day(memberSince) },
        { term: t('organisations.field.note'), value: note },
      ]}
    />
  )
}

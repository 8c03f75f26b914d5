import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Columns } from '../../components/Columns.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { InTrash } from '../../parts/InTrash.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { Connectors } from './Connectors.tsx'
import { FundingLines } from './FundingLines.tsx'
import { OfferLines } from './OfferLines.tsx'
import type { OrganisationPage } from './OrganisationDialog.tsx'
import { Referrals } from './Referrals.tsx'

const OrganisationDialog = lazy(async () => ({
  default: (await import('./OrganisationDialog.tsx')).OrganisationDialog,
}))

/** One organisation: what it offers, who pays for it, who connects people with it, and who was pointed there. */
export function OrganisationScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const answer = useQuery(api.organisations.get, { id })
  const [isChanging, setChanging] = useState(false)
  const known = answer.state === 'ready' ? answer.value : undefined
  return (
    <Page
      title={known?.name ?? (answer.state === 'error' ? t('organisations.title') : undefined)}
      sub={known && t(`organisations.kinds.${known.kind}`)}
      back={{ href: paths.organisations, label: t('organisations.back') }}
      actions={
        known?.deletedAt === null && (
          <Button kind="main" icon="pencil" onPress={() => setChanging(true)}>
            {t('organisations.change')}
          </Button>
        )
      }
    >
      <Answered of={answer}>
        {(page) => (
          <>
            {page.deletedAt !== null && <InTrash table="organisation" id={page.id} />}
            <Columns>
              <div>
                <Section title={t('organisations.offer.title')}>
                  <OfferLines organisation={page} />
                </Section>
                <Section title={t('organisations.referral.title')}>
                  <Referrals organisation={page} />
                </Section>
                <Section title={t('organisations.connector.title')}>
                  <Connectors organisation={page} />
                </Section>
              </div>
              <div>
                <Section title={t('organisations.facts')}>
                  <OrganisationFacts organisation={page} />
                </Section>
                <Section title={t('organisations.funding.title')}>
                  <FundingLines organisation={page} />
                </Section>
                <Section title={t('organisations.history')}>
                  <RecordHistory table="organisation" id={page.id} />
                </Section>
                {page.deletedAt === null && <Remove id={page.id} />}
              </div>
            </Columns>
            {isChanging && (
              <Suspense fallback={null}>
                <OrganisationDialog organisation={page} onClose={() => setChanging(false)} />
              </Suspense>
            )}
          </>
        )}
      </Answered>
    </Page>
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
        { term: t('organisations.field.phone'), value: phone && <Bdi>{phone}</Bdi> },
        { term: t('organisations.field.email'), value: email && <Bdi>{email}</Bdi> },
        { term: t('organisations.field.site'), value: site && <Bdi>{site}</Bdi> },
        { term: t('organisations.field.memberSince'), value: memberSince && format.day(memberSince) },
        { term: t('organisations.field.note'), value: note },
      ]}
    />
  )
}

function Remove({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const remove = useCommand(api.organisations.remove)
  return (
    <>
      <Button icon="bin" isBusy={remove.isRunning} onPress={() => void remove.run({ id })}>
        {t('organisations.remove')}
      </Button>
      <FormError text={remove.formError} />
    </>
  )
}

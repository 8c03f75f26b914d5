import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import { OrganisationTabs } from './OrganisationTabs.tsx'

const JoinRequestDialog = later(async () => (await import('./JoinRequestDialog.tsx')).JoinRequestDialog)

export type JoinRequest = Awaited<ReturnType<Api['organisations']['joinRequests']>>[number]

/** Organisations that want to join, and what was decided. */
export function JoinRequestsScreen() {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<JoinRequest | 'new' | null>(null)
  const answer = useQuery(api.organisations.joinRequests, {})
  return (
    <Page
      title={t('organisations.request.title')}
      actions={
        <Button kind="main" icon="plus" onPress={() => setEdited('new')}>
          {t('organisations.request.add')}
        </Button>
      }
    >
      <OrganisationTabs />
      <Answered of={answer}>
        {(requests) =>
          requests.length === 0 ? (
            <EmptyState title={t('organisations.request.empty')}>{t('organisations.request.emptyText')}</EmptyState>
          ) : (
            <TitledLines label={t('organisations.request.title')}>
              {requests.map((request) => (
                <OneRequest key={request.id} request={request} onChange={() => setEdited(request)} />
              ))}
            </TitledLines>
          )
        }
      </Answered>
      {edited !== null && (
        <JoinRequestDialog request={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Page>
  )
}

function OneRequest({ request, onChange }: { readonly request: JoinRequest; readonly onChange: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, name, what, contact, askedDay, state, organisationId } = request
  return (
    <TitledLine
      title={organisationId === null ? name : <Link href={paths.organisation(organisationId)}>{name}</Link>}
      verbs={<RowVerbs name={name} id={id} remove={api.organisations.removeJoinRequest} onChange={onChange} />}
    >
      {what && <div>{what}</div>}
      {contact && <div className="soft">{contact}</div>}
      <div className="soft">{t('organisations.request.asked', { day: format.day(askedDay) })}</div>
      <Status kind={state === 'gevraagd' ? 'att' : state === 'lid' ? 'ok' : 'no'}>
        {t(`organisations.request.states.${state}`)}
      </Status>
    </TitledLine>
  )
}

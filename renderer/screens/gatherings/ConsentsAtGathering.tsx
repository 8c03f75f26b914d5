import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'

type Said = Awaited<ReturnType<Api['rights']['saidAt']>>[number]

/** For whoever takes photos or passes stories on: who said yes to that, who said no, and of how many it is not known. */
export function ConsentsAtGathering({ gatheringId }: { readonly gatheringId: string }) {
  const { t } = useTranslation()
  const said = useQuery(api.rights.saidAt, { gatheringId })
  return (
    <Disclosure title={t('rights.saidAt.title')}>
      <Answered of={said}>
        {(purposes) => (
          <div className="stack">
            {purposes.map((purpose) => (
              <OnePurpose key={purpose.purpose} said={purpose} />
            ))}
            <p className="soft measure">{t('rights.saidAt.where')}</p>
          </div>
        )}
      </Answered>
    </Disclosure>
  )
}

function OnePurpose({ said: { purpose, yes, no, notAsked } }: { readonly said: Said }) {
  const { t } = useTranslation()
  return (
    <div>
      <h3>{t(`rights.purposes.${purpose}`)}</h3>
      <Facts
        facts={[
          { term: t(`rights.saidAt.${purpose}.no`), value: no.length > 0 && <Names people={no} /> },
          { term: t(`rights.saidAt.${purpose}.yes`), value: yes.length > 0 && <Names people={yes} /> },
        ]}
      />
      {notAsked > 0 && <p className="soft">{t('rights.saidAt.notAsked', { count: notAsked })}</p>}
    </div>
  )
}

function Names({ people }: { readonly people: Said['yes'] }) {
  return (
    <>
      {people.map(({ personId, name }, at) => (
        <span key={personId}>
          {at > 0 && ', '}
          <Link href={paths.person(personId)}>
            <bdi>{name}</bdi>
          </Link>
        </span>
      ))}
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { OrganisationPage } from './OrganisationDialog.tsx'

const ConnectorDialog = later(async () => (await import('./ConnectorDialog.tsx')).ConnectorDialog)
const EndRoleDialog = later(async () => (await import('../../parts/EndRoleDialog.tsx')).EndRoleDialog)

const connectorRole = 'cultuurverbinder' as const

type Connector = OrganisationPage['connectors'][number]

/** Who connects people of the neighbourhood with the organisation, paid or as a volunteer, in which languages. */
export function Connectors({ organisation }: { readonly organisation: OrganisationPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Connector | null>(null)
  return (
    <div className="stack">
      {organisation.connectors.length === 0 ? (
        <p className="soft">{t('organisations.connector.none')}</p>
      ) : (
        <TitledLines label={t('organisations.connector.title')}>
          {organisation.connectors.map((connector) => (
            <TitledLine
              key={connector.termId}
              title={
                <Link href={paths.person(connector.personId)}>
                  <Bdi>{connector.name}</Bdi>
                </Link>
              }
              verbs={
                <Button
                  kind="plain"
                  label={t('organisations.connector.endOf', { name: connector.name })}
                  onPress={() => setEnding(connector)}
                >
                  {t('organisations.connector.end')}
                </Button>
              }
            >
              <div>
                {[
                  connector.paid !== null && t(`organisations.connector.${connector.paid ? 'paid' : 'volunteer'}`),
                  connector.languages,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </div>
              <div className="soft">{t('organisations.connector.since', { day: format.day(connector.from) })}</div>
            </TitledLine>
          ))}
        </TitledLines>
      )}
      {organisation.deletedAt === null && (
        <div>
          <Button icon="person" onPress={() => setAdding(true)}>
            {t('organisations.connector.add')}
          </Button>
        </div>
      )}

      {isAdding && <ConnectorDialog organisation={organisation} onClose={() => setAdding(false)} />}
      {ending && (
        <EndRoleDialog
          holder={ending}
          role={connectorRole}
          today={organisation.today}
          onClose={() => setEnding(null)}
        />
      )}
    </div>
  )
}

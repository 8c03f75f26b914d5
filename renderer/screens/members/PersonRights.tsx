import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useModules } from '../../parts/use-modules.ts'
import { disputedFields } from './disputed-fields.ts'
import styles from './Person.module.css'
import type { PersonPage } from './person-draft.ts'

const ConsentDialog = later(async () => (await import('./ConsentDialog.tsx')).ConsentDialog)
const RestrictDialog = later(async () => (await import('./RestrictDialog.tsx')).RestrictDialog)
const DisputeDialog = later(async () => (await import('./DisputeDialog.tsx')).DisputeDialog)
const EraseDialog = later(async () => (await import('./EraseDialog.tsx')).EraseDialog)

export type PersonRightsAnswer = Awaited<ReturnType<Api['rights']['ofPerson']>>
type Consent = PersonRightsAnswer['consents'][number]
type Opened = 'restrict' | 'dispute' | 'erase' | Consent['purpose']

export interface PersonRightsProps {
  readonly person: PersonPage
  readonly rights: PersonRightsAnswer
}

/** What somebody may ask about what is kept of them, and what they said yes or no to. */
export function PersonRights({ person, rights }: PersonRightsProps) {
  const { t } = useTranslation()
  const keeps = useModules()
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const dialog = { person, today: rights.today, onClose: close }
  // Who died is asked nothing and asks nothing any more; what they said stays to be read.
  const isDeceased = person.status === 'overleden'
  const consents = rights.consents.filter(({ said }) => !isDeceased || said !== null)
  const asked = rights.consents.find(({ purpose }) => purpose === opened)
  return (
    <Section title={t('rights.personTitle')}>
      <div className="stack">
        {consents.length > 0 && <h3>{t('rights.consents.title')}</h3>}
        {consents.length > 0 && (
          <Lines>
            {consents.map((consent) => (
              <Line
                key={consent.purpose}
                verbs={!isDeceased && <ConsentVerb of={consent} onPress={() => setOpened(consent.purpose)} />}
              >
                <ConsentLine of={consent} />
              </Line>
            ))}
          </Lines>
        )}
        {!isDeceased && keeps('care') && <p className="soft small">{t('rights.consents.care')}</p>}
        <div className="cluster">
          {!isDeceased && (
            <>
              <LinkButton href={paths.access(person.id)} icon="page">
                {t('rights.lead.access')}
              </LinkButton>
              <Button onPress={() => setOpened('dispute')}>{t('rights.lead.dispute')}</Button>
              {rights.restriction === null && (
                <Button onPress={() => setOpened('restrict')}>{t('rights.lead.restrict')}</Button>
              )}
            </>
          )}
          <Button icon="bin" onPress={() => setOpened('erase')}>
            {t('rights.lead.erase')}
          </Button>
        </div>
      </div>

      {opened === 'restrict' && <RestrictDialog {...dialog} />}
      {opened === 'dispute' && <DisputeDialog {...dialog} />}
      {opened === 'erase' && <EraseDialog person={person} onClose={close} />}
      {asked && <ConsentDialog {...dialog} consent={asked} />}
    </Section>
  )
}

function ConsentLine({ of: { purpose, said } }: { readonly of: Consent }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = t(`rights.purposes.${purpose}`)
  if (said === null)
    return (
      <>
        <strong>{name}</strong> <span className="soft">{t('rights.consents.notAsked')}</span>
      </>
    )
  const key = said.answer === 'ja' ? 'yes' : said.answer === 'nee' ? 'no' : 'withdrawn'
  const day = format.day((said.answer === 'ja' ? said.givenDay : said.withdrawnDay) ?? '', 'plain')
  return (
    <>
      <strong>{name}</strong>{' '}
      <Status kind={said.answer === 'ja' ? 'ok' : 'no'} wraps>
        {t(`rights.consents.${key}`, { day })}
      </Status>{' '}
      <span className="soft">
        {t('rights.consents.detail', {
          by: t(`care.consent.bys.${said.by}`),
          how: t(`care.consent.hows.${said.how}`),
          version: said.textVersion,
        })}
      </span>
    </>
  )
}

function ConsentVerb({ of: { purpose }, onPress }: { readonly of: Consent; readonly onPress: () => void }) {
  const { t } = useTranslation()
  return (
    <Button
      kind="plain"
      label={t('rights.consents.changeLabel', { purpose: t(`rights.purposes.${purpose}`) })}
      onPress={onPress}
    >
      {t('rights.consents.change')}
    </Button>
  )
}

/** At the top of the page: what may not be used, and what somebody says is not right. */
export function RightsNotices({ person, rights }: PersonRightsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const lift = useCommand(api.rights.lift)
  const settle = useCommand(api.rights.settle)
  const day = (of: string) => format.day(of, 'plain')
  return (
    <>
      {rights.restriction !== null && (
        <div className={styles.notice}>
          <Notice
            kind="att"
            action={
              <Button isBusy={lift.isRunning} onPress={() => void lift.run({ personId: person.id })}>
                {t('rights.lead.lift')}
              </Button>
            }
          >
            {t('rights.restriction.now', {
              name: person.name,
              day: day(rights.restriction.fromDay),
              reason: t(`rights.restriction.reasons.${rights.restriction.reason}`),
            })}
          </Notice>
        </div>
      )}
      {rights.disputes.map(({ id, about, what, sinceDay }) => {
        const field = disputedFields.find(([column]) => column === about)
        const done = (outcome: 'verbeterd' | 'gebleven') => void settle.run({ id, outcome, day: rights.today })
        return (
          <div key={id} className={styles.notice}>
            <Notice
              kind="att"
              action={
                <>
                  <Button label={t('rights.dispute.settledLabel', { what })} onPress={() => done('verbeterd')}>
                    {t('rights.dispute.settled')}
                  </Button>
                  <Button label={t('rights.dispute.staysLabel', { what })} onPress={() => done('gebleven')}>
                    {t('rights.dispute.stays')}
                  </Button>
                </>
              }
            >
              {field
                ? t('rights.dispute.nowAbout', { about: t(field[1]), day: day(sinceDay), what })
                : t('rights.dispute.now', { day: day(sinceDay), what })}
            </Notice>
          </div>
        )
      })}
      <FormError text={lift.formError ?? settle.formError} />
    </>
  )
}

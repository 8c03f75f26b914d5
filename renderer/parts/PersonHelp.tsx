import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { Disclosure } from '../components/Disclosure.tsx'
import { later } from '../components/later.tsx'
import { Notice } from '../components/Notice.tsx'
import { Section } from '../components/Section.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useHelpWords } from './help-draft.ts'
import { useModules } from './use-modules.ts'

const OfferDialog = later(async () => (await import('./OfferDialog.tsx')).OfferDialog)

type PersonHelped = Awaited<ReturnType<Api['mutualHelp']['forPerson']>>

export interface PersonHelpProps {
  readonly personId: string
  readonly name: string
  /** Something can be written down: not of somebody who died or is in the bin. */
  readonly canChange: boolean
}

/** What somebody would gladly do and asks for; what they gave and got stands behind a word of its own. */
export function PersonHelp(props: PersonHelpProps) {
  const keeps = useModules()
  return keeps('help') ? <HelpSection {...props} /> : null
}

function HelpSection({ personId, name, canChange }: PersonHelpProps) {
  const { t } = useTranslation()
  const [isOffering, setOffering] = useState(false)
  const answer = useQuery(api.mutualHelp.forPerson, { personId })
  return (
    <Section
      title={t('mutualHelp.person.title')}
      action={
        canChange &&
        answer.state === 'ready' && (
          <Button kind="plain" onPress={() => setOffering(true)}>
            {answer.value.offer ? t('mutualHelp.person.change') : t('mutualHelp.main.offer')}
          </Button>
        )
      }
    >
      <Answered of={answer}>
        {(helped) => (
          <>
            <Offered helped={helped} name={name} />
            <Behind helped={helped} />
            {isOffering && (
              <OfferDialog person={{ id: personId, name }} offer={helped.offer} onClose={() => setOffering(false)} />
            )}
          </>
        )}
      </Answered>
    </Section>
  )
}

function Offered({ helped, name }: { readonly helped: PersonHelped; readonly name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useHelpWords()
  const { offer, requests } = helped
  return (
    <>
      {offer ? (
        <p>
          {t('mutualHelp.person.offers', { what: words.categories(offer.categories) })}{' '}
          {offer.words && (
            <>
              <bdi>{offer.words}</bdi>.{' '}
            </>
          )}
          {t('mutualHelp.person.offersWhen', { times: words.times(offer.times) })}{' '}
          {offer.perMonth !== null && t('mutualHelp.person.limit', { count: offer.perMonth })}{' '}
          {offer.pausedUntil !== null && t('mutualHelp.person.paused', { day: format.day(offer.pausedUntil, 'plain') })}
        </p>
      ) : (
        <p className="soft">{t('mutualHelp.person.noOffer', { name })}</p>
      )}
      {requests.map((request) => (
        <p key={request.id}>{t('mutualHelp.person.asks', { what: words.what(request) })}</p>
      ))}
    </>
  )
}

/** For the coordinator: closed until somebody asks for it, and never a sum of the one and the other. */
function Behind({ helped: { gave, received, pattern } }: { readonly helped: PersonHelped }) {
  const { t } = useTranslation()
  if (gave === 0 && received === 0) return null
  return (
    <Disclosure title={t('mutualHelp.person.behind')}>
      <p className="soft small">{t('mutualHelp.person.behindNote')}</p>
      {gave > 0 && <p>{t('mutualHelp.person.gave', { count: gave })}</p>}
      {received > 0 && <p>{t('mutualHelp.person.received', { count: received })}</p>}
      <p>{t('mutualHelp.person.noDebt')}</p>
      {pattern && (
        <Notice>
          {t('mutualHelp.pattern', {
            receiver: pattern.receiver.name,
            giver: pattern.giver.name,
            count: pattern.times,
            days: pattern.days,
          })}
        </Notice>
      )}
    </Disclosure>
  )
}

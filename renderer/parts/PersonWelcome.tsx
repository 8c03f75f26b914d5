import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { later } from '../components/later.tsx'
import { Section } from '../components/Section.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { type NewcomerView, StepStatus, useNewcomerFacts } from './Newcomer.tsx'
import { useModules } from './use-modules.ts'

const NewcomerDialog = later(async () => (await import('./NewcomerDialog.tsx')).NewcomerDialog)

export interface PersonWelcomeProps {
  readonly personId: string
  readonly name: string
  readonly canChange: boolean
}

/** How somebody who came to live here was welcomed, and by way of whom. */
export function PersonWelcome(props: PersonWelcomeProps) {
  const keeps = useModules()
  return keeps('newcomers') ? <WelcomeSection {...props} /> : null
}

function WelcomeSection({ personId, name, canChange }: PersonWelcomeProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const answer = useQuery(api.newcomers.forPerson, { personId })
  if (answer.state !== 'ready') return null
  const { newcomer, chain } = answer.value
  // Most people have lived here for years: then there is nothing to say.
  if (!newcomer) return null
  return (
    <Section
      title={t('newcomers.person.title')}
      action={
        canChange && (
          <Button kind="plain" onPress={() => setOpen(true)}>
            {t('newcomers.change')}
          </Button>
        )
      }
    >
      <Welcomed newcomer={newcomer} />
      {chain.length > 2 && (
        <p>{t('newcomers.person.chain', { name, chain: chain.map((each) => each.name).join(', ') })}</p>
      )}
      {isOpen && <NewcomerDialog person={{ id: personId, name }} newcomer={newcomer} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function Welcomed({ newcomer }: { readonly newcomer: NewcomerView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const factsOf = useNewcomerFacts()
  const { arrivedDay, steps, contactBy, invitedBy, invited } = newcomer
  // How to reach somebody stands elsewhere on the page.
  const facts = factsOf({ ...newcomer, preferredContact: null, languages: null, invitedBy, invited })
  return (
    <>
      <p>
        {t('newcomers.arrived', { day: format.day(arrivedDay, 'plain') })}. {facts.join(' ')}
      </p>
      <ul>
        {steps.map((step) => (
          <li key={step.step}>
            <StepStatus step={step} contactBy={contactBy} />
          </li>
        ))}
      </ul>
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Verbs } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { PhoneText } from '../../components/PhoneText.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type NewcomerView, StepStatus, useNewcomerFacts } from '../../parts/Newcomer.tsx'
import styles from './Newcomers.module.css'

const NewcomerDialog = later(async () => (await import('../../parts/NewcomerDialog.tsx')).NewcomerDialog)
const WhatIsOnDialog = later(async () => (await import('./WhatIsOnDialog.tsx')).WhatIsOnDialog)

/** One newcomer: since when, what was done and what is still to do, each with one press. */
export function NewcomerItem({ newcomer, today }: { readonly newcomer: NewcomerView; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const factsOf = useNewcomerFacts()
  const [opened, setOpened] = useState<'change' | 'on'>()
  const mark = useCommand(api.newcomers.markStep)
  const settle = useCommand(api.newcomers.settle)
  const remove = useCommand(api.newcomers.remove)
  const { personId, name } = newcomer
  const close = () => setOpened(undefined)
  const where = [newcomer.address, ...newcomer.groupNames].filter(Boolean).join(' · ')
  return (
    <li>
      <h2>
        <Link href={paths.person(personId)}>
          <bdi>{name}</bdi>
        </Link>
      </h2>
      <p className="soft">
        {t('newcomers.arrived', { day: format.day(newcomer.arrivedDay, 'plain') })}
        {where && (
          <>
            {' · '}
            <bdi>{where}</bdi>
          </>
        )}
        {newcomer.phone && (
          <>
            {' · '}
            <PhoneText phone={newcomer.phone} />
          </>
        )}
      </p>
      {factsOf(newcomer).length > 0 && (
        <p>
          <bdi>{factsOf(newcomer).join(' ')}</bdi>
        </p>
      )}
      <ul className={styles.steps}>
        {newcomer.steps.map((step) => (
          <li key={step.step}>
            <StepStatus step={step} contactBy={newcomer.contactBy} />
            {step.day === null && (
              <Verbs>
                {step.step === 'informed' && (
                  <Button kind="plain" label={t('newcomers.tellLabel', { name })} onPress={() => setOpened('on')}>
                    {t('newcomers.tell')}
                  </Button>
                )}
                <Button
                  kind="plain"
                  isBusy={mark.isRunning}
                  label={t('newcomers.doneLabel', { name, step: t(`newcomers.steps.${step.step}`) })}
                  onPress={() => void mark.run({ personId, step: step.step, day: today })}
                >
                  {t('newcomers.done')}
                </Button>
              </Verbs>
            )}
          </li>
        ))}
      </ul>
      <Verbs>
        <Button kind="plain" label={t('newcomers.changeLabel', { name })} onPress={() => setOpened('change')}>
          {t('newcomers.change')}
        </Button>
        <Button
          kind="plain"
          isBusy={settle.isRunning}
          label={t('newcomers.settleLabel', { name })}
          onPress={() => void settle.run({ personId, day: today })}
        >
          {t('newcomers.settle')}
        </Button>
        <Button
          kind="plain"
          isBusy={remove.isRunning}
          label={t('newcomers.removeLabel', { name })}
          onPress={() => void remove.run({ personId })}
        >
          {t('newcomers.remove')}
        </Button>
      </Verbs>
      <FormError text={mark.formError ?? settle.formError ?? remove.formError} />

      {opened === 'change' && <NewcomerDialog person={{ id: personId, name }} newcomer={newcomer} onClose={close} />}
      {opened === 'on' && <WhatIsOnDialog personId={personId} name={name} today={today} onClose={close} />}
    </li>
  )
}

// What the screen and the page of a person show of somebody who came to live here.
import { useTranslation } from 'react-i18next'
import { Status, type StatusKind } from '../components/Status.tsx'
import type { Api } from '../data/api.ts'
import { useFormat } from '../i18n/use-format.ts'

export type Welcome = Awaited<ReturnType<Api['newcomers']['list']>>
export type NewcomerView = Welcome['newcomers'][number]

const kinds: Readonly<Record<NewcomerView['steps'][number]['state'], StatusKind>> = {
  inTime: 'ok',
  late: 'ok',
  toDo: 'no',
  overdue: 'att',
}

const icons = { inTime: 'check', late: 'check', toDo: 'circle', overdue: 'attention' } as const

/** "Eerste persoonlijk contact: 2 november, door Amal", or what is to be done and before when. */
export function StepStatus(props: {
  readonly step: NewcomerView['steps'][number]
  readonly contactBy: NewcomerView['contactBy']
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { step, day, dueDay, state } = props.step
  const isDone = day !== null
  const by = step === 'contact' && isDone && props.contactBy
  return (
    <Status kind={kinds[state]} icon={icons[state]} wraps>
      {t(`newcomers.state.${state}`, {
        step: isDone ? t(`newcomers.steps.${step}`) : t(`newcomers.stepsToDo.${step}`),
        day: format.day(isDone ? day : dueDay, 'plain'),
      })}
      {by && `, ${t('newcomers.contactBy', { name: by.name })}`}
    </Status>
  )
}

/** How somebody likes to be reached, what they speak, who brought them and whom they brought: sentences. */
export function useNewcomerFacts(): (newcomer: NewcomerView) => readonly string[] {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ preferredContact, languages, invitedBy, invited }) => {
    const facts: string[] = []
    if (preferredContact) facts.push(t('newcomers.preferred', { how: t(`newcomers.hows.${preferredContact}`) }))
    if (languages) facts.push(t('newcomers.languages', { languages }))
    if (invitedBy) facts.push(t('newcomers.invitedBy', { name: invitedBy.name }))
    if (invited.length > 0) facts.push(t('newcomers.invited', { names: format.list(invited.map(({ name }) => name)) }))
    return facts
  }
}

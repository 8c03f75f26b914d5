import { useTranslation } from 'react-i18next'
import type { Api } from '../data/api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { FollowUpSentence } from './FollowUpList.tsx'

type Signal = Awaited<ReturnType<Api['care']['signal']>>['signal']

/** Who looks in before which day, or why nobody needs to any more. */
export function NextStepSentence({ signal, today }: { readonly signal: Signal; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, ownerPersonId, ownerName, nextDay, nextHow, overdue, closeReason, closedDay } = signal
  if (nextDay === null)
    return (
      <span className="soft">
        {closeReason !== null &&
          closedDay !== null &&
          t('care.signals.closedOn', {
            day: format.day(closedDay),
            reason: t(`care.reasons.${closeReason}`).toLowerCase(),
          })}
      </span>
    )
  const agreed = {
    id,
    ownerPersonId,
    ownerName,
    dueDay: nextDay,
    how: nextHow,
    overdue,
    state: 'open',
    doneDay: null,
  } as const
  return <FollowUpSentence followUp={agreed} today={today} />
}

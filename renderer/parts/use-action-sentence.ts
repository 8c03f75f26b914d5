import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type ActionKind, actionKinds } from '../../shared/domain/action-kind.ts'
import type { Api } from '../data/api.ts'
import { formatDetails } from '../i18n/format-details.ts'
import { useFormat } from '../i18n/use-format.ts'

/** One thing that was done, as the history and the undo bar tell it. */
export type DoneAction = NonNullable<Awaited<ReturnType<Api['history']['lastAction']>>>

/** The sentence of an action, about whom it was: "Lid verwijderd: Piet Zandstra". Without a full stop. */
export function useActionSentence(): (action: DoneAction) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    (action) => {
      const details = formatDetails(action.details, format)
      const what = isKind(action.details.undone) ? t(`history.actions.${action.details.undone}`, details) : ''
      const told = t(`history.actions.${action.kind}`, { ...details, what })
      const sentence = isUnfilled(told) ? t('history.actions.changedElsewhere') : told
      return action.subject?.name ? t('history.about', { sentence, name: action.subject.name }) : sentence
    },
    [t, format],
  )
}

const isKind = (value: unknown): value is ActionKind => (actionKinds as readonly unknown[]).includes(value)

/** Of what was done on another computer some words may be for others only: how much, how many. */
const isUnfilled = (sentence: string): boolean => sentence.includes('{{')

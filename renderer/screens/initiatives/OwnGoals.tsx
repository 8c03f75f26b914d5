import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Status } from '../../components/Status.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import type { InitiativePage } from './InitiativeDialog.tsx'

const OwnGoalDialog = later(async () => (await import('./OwnGoalDialog.tsx')).OwnGoalDialog)

export type OwnGoal = InitiativePage['ownGoals'][number]

/** What people want to reach for themselves, in their own words, and what they found. */
export function OwnGoals({ initiative }: { readonly initiative: InitiativePage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [edited, setEdited] = useState<OwnGoal | 'new' | null>(null)
  return (
    <div className="stack">
      {initiative.ownGoals.length === 0 ? (
        <p className="soft">{t('initiatives.ownGoal.none')}</p>
      ) : (
        <TitledLines label={t('initiatives.ownGoal.title')}>
          {initiative.ownGoals.map((own) => (
            <TitledLine
              key={own.id}
              title={own.goal}
              verbs={
                <RowVerbs
                  name={own.goal}
                  id={own.id}
                  remove={api.initiatives.removeOwnGoal}
                  onChange={() => setEdited(own)}
                />
              }
            >
              {(own.personName ?? own.knownAs) && <Bdi>{own.personName ?? own.knownAs}</Bdi>}
              {own.step && <div>{t('initiatives.ownGoal.next', { step: own.step })}</div>}
              {own.outcome !== null && own.outcomeDay !== null && (
                <Status kind="ok" wraps>
                  {t(`initiatives.ownGoal.found.${own.outcome}`, { day: format.day(own.outcomeDay) })}
                </Status>
              )}
            </TitledLine>
          ))}
        </TitledLines>
      )}
      <div>
        <Button icon="plus" onPress={() => setEdited('new')}>
          {t('initiatives.ownGoal.add')}
        </Button>
      </div>
      {edited !== null && (
        <OwnGoalDialog initiative={initiative} own={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Verbs } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status, type StatusKind } from '../../components/Status.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import styles from './WorkingGroup.module.css'
import { WorkingGroupTabs } from './WorkingGroupTabs.tsx'

const IdeaDialog = later(async () => (await import('./IdeaDialog.tsx')).IdeaDialog)
const TrialDialog = later(async () => (await import('./TrialDialog.tsx')).TrialDialog)

export type Idea = Awaited<ReturnType<Api['workingGroup']['ideas']>>[number]
export type Trial = Idea['trials'][number]

type Shown =
  | { readonly kind: 'idea'; readonly idea: Idea | null }
  | { readonly kind: 'trial'; readonly idea: Idea; readonly trial: Trial | null }

/** Ideas of the groups: who tried them, and whether they worked. */
export function IdeasScreen() {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown | null>(null)
  const answer = useQuery(api.workingGroup.ideas, {})
  return (
    <Page
      title={t('workingGroup.idea.title')}
      actions={
        <Button kind="main" icon="plus" onPress={() => setShown({ kind: 'idea', idea: null })}>
          {t('workingGroup.idea.add')}
        </Button>
      }
    >
      <WorkingGroupTabs />
      <Answered of={answer}>
        {(ideas) =>
          ideas.length === 0 ? (
            <EmptyState title={t('workingGroup.idea.empty')}>{t('workingGroup.idea.emptyText')}</EmptyState>
          ) : (
            <>
              <TitledLines label={t('workingGroup.idea.title')}>
                {ideas.map((idea) => (
                  <OneIdea key={idea.id} idea={idea} onShow={setShown} />
                ))}
              </TitledLines>
              <div className={styles.tools}>
                <ExportButton wanted={{ list: 'ideas' }} />
              </div>
            </>
          )
        }
      </Answered>

      {shown?.kind === 'idea' && <IdeaDialog idea={shown.idea} onClose={() => setShown(null)} />}
      {shown?.kind === 'trial' && <TrialDialog idea={shown.idea} trial={shown.trial} onClose={() => setShown(null)} />}
    </Page>
  )
}

const kinds: Readonly<Record<Trial['worked'], StatusKind>> = { ja: 'ok', deels: 'ok', nee: 'no', bezig: 'att' }

function OneIdea({ idea, onShow }: { readonly idea: Idea; readonly onShow: (shown: Shown) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { what, day, neighbourhoodName, fromWords, trials } = idea
  const from = neighbourhoodName ?? fromWords
  return (
    <TitledLine
      title={what}
      verbs={
        <>
          <Button
            kind="plain"
            label={t('workingGroup.trial.addOf', { name: what })}
            onPress={() => onShow({ kind: 'trial', idea, trial: null })}
          >
            {t('workingGroup.trial.add')}
          </Button>
          <RowVerbs
            name={what}
            id={idea.id}
            remove={api.workingGroup.removeIdea}
            onChange={() => onShow({ kind: 'idea', idea })}
          />
        </>
      }
    >
      <div className="soft">
        {from === null ? format.day(day) : t('workingGroup.idea.from', { from, day: format.day(day) })}
      </div>
      {trials.length > 0 && (
        <ul className={styles.trials}>
          {trials.map((trial) => {
            const by = trial.neighbourhoodName ?? trial.byWords ?? t('workingGroup.trial.somebody')
            return (
              <li key={trial.id} className={styles.trial}>
                <Status kind={kinds[trial.worked]} wraps>
                  {t(`workingGroup.trial.said.${trial.worked}`, { by, day: format.day(trial.day) })}
                  {trial.note && ` ${trial.note}`}
                </Status>
                <Verbs>
                  <RowVerbs
                    name={`${what}, ${by}`}
                    id={trial.id}
                    remove={api.workingGroup.removeTrial}
                    onChange={() => onShow({ kind: 'trial', idea, trial })}
                  />
                </Verbs>
              </li>
            )
          })}
        </ul>
      )}
    </TitledLine>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines, LineTitle } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type HelpAct, type Helping, useHelpWords } from '../../parts/help-draft.ts'
import styles from './Helping.module.css'

const ActDialog = later(async () => (await import('./ActDialog.tsx')).ActDialog)

export interface ActListProps {
  readonly acts: readonly HelpAct[]
  readonly groups: Helping['groups']
  readonly today: string
  /** How many there are in all. */
  readonly total: number
  readonly onMore: () => void
}

/** What was done, newest first. */
export function ActList({ acts, groups, today, total, onMore }: ActListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useHelpWords()
  return (
    <>
      <p className="soft measure">{t('mutualHelp.acts.about')}</p>
      {acts.length === 0 ? (
        <p className="soft">{t('mutualHelp.acts.none')}</p>
      ) : (
        <Lines label={t('mutualHelp.acts.title')}>
          {acts.map((act) => (
            <Line key={act.id} verbs={<ActVerbs act={act} groups={groups} />}>
              <LineTitle>
                <bdi>
                  {t('mutualHelp.acts.sentence', {
                    giver: words.nameFirst(act.giver),
                    receiver: words.name(act.receiver),
                  })}
                </bdi>
              </LineTitle>
              <p>
                {words.what(act)} <span className="soft">{format.dayNear(act.doneDay, today)}</span>
              </p>
              <Came act={act} />
            </Line>
          ))}
        </Lines>
      )}
      {acts.length < total && (
        <div className={styles.after}>
          <Button onPress={onMore}>{t('mutualHelp.acts.more')}</Button>
        </div>
      )}
    </>
  )
}

function Came({ act: { outcome, grewInto } }: { readonly act: HelpAct }) {
  const { t } = useTranslation()
  if (outcome !== 'gedaan')
    return (
      <Status kind="no" wraps>
        {t(`mutualHelp.outcomes.${outcome}`)}
      </Status>
    )
  // What is not known yet need not be said of every one of them.
  return grewInto === null ? null : <p className="soft">{t(`mutualHelp.growths.${grewInto}`)}</p>
}

function ActVerbs({ act, groups }: { readonly act: HelpAct; readonly groups: Helping['groups'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useHelpWords()
  const [isChanging, setChanging] = useState(false)
  const remove = useCommand(api.mutualHelp.removeAct)
  const about = { what: words.what(act), day: format.day(act.doneDay, 'short') }
  return (
    <>
      <Button kind="plain" label={t('mutualHelp.acts.changeLabel', about)} onPress={() => setChanging(true)}>
        {t('mutualHelp.acts.change')}
      </Button>
      <Button
        kind="plain"
        isBusy={remove.isRunning}
        label={t('mutualHelp.acts.removeLabel', about)}
        onPress={() => void remove.run({ id: act.id })}
      >
        {t('mutualHelp.acts.remove')}
      </Button>
      <FormError text={remove.formError} />
      {isChanging && <ActDialog act={act} request={null} groups={groups} onClose={() => setChanging(false)} />}
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import { Status } from '../../components/Status.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import type { InitiativePage } from './InitiativeDialog.tsx'

const StepDialog = later(async () => (await import('./StepDialog.tsx')).StepDialog)

export type Step = InitiativePage['steps'][number]

/** What is to be done, in order; what is done last. */
export function Steps({ initiative }: { readonly initiative: InitiativePage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const save = useCommand(api.initiatives.saveStep)
  const [edited, setEdited] = useState<Step | 'new' | null>(null)
  const finish = ({ id, what, dueDay }: Step) =>
    void save.run({ id, what, dueDay, initiativeId: initiative.id, doneDay: initiative.today })
  return (
    <div className="stack">
      {initiative.steps.length === 0 ? (
        <p className="soft">{t('initiatives.step.none')}</p>
      ) : (
        <TitledLines label={t('initiatives.step.title')}>
          {initiative.steps.map((step) => (
            <TitledLine
              key={step.id}
              title={step.what}
              verbs={
                <>
                  {step.doneDay === null && (
                    <Button
                      kind="plain"
                      label={t('initiatives.step.finishOf', { name: step.what })}
                      onPress={() => finish(step)}
                    >
                      {t('initiatives.step.finish')}
                    </Button>
                  )}
                  <RowVerbs
                    name={step.what}
                    id={step.id}
                    remove={api.initiatives.removeStep}
                    onChange={() => setEdited(step)}
                  />
                </>
              }
            >
              {step.doneDay !== null ? (
                <Status kind="ok">{t('initiatives.step.done', { day: format.day(step.doneDay) })}</Status>
              ) : (
                step.dueDay !== null &&
                (step.isLate ? (
                  <Status kind="att" wraps>
                    {t('initiatives.step.late', { day: format.day(step.dueDay) })}
                  </Status>
                ) : (
                  <span className="soft">{t('initiatives.step.due', { day: format.day(step.dueDay) })}</span>
                ))
              )}
            </TitledLine>
          ))}
        </TitledLines>
      )}
      <FormError text={save.formError} />
      <div>
        <Button icon="plus" onPress={() => setEdited('new')}>
          {t('initiatives.step.add')}
        </Button>
      </div>
      {edited !== null && (
        <StepDialog
          initiativeId={initiative.id}
          step={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}

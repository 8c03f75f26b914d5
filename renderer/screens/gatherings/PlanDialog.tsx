import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountedWay } from '../../../shared/domain/gathering-forms.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Form } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useModules } from '../../parts/use-modules.ts'
import { emptyDraft, type GatheringDraft, GatheringFields, inputOf } from './GatheringFields.tsx'

export interface PlanDialogProps {
  /** The group that is being looked at: it is proposed. 'association' or null as in the list. */
  readonly group: string | null
  readonly onClose: () => void
  readonly onPlanned: (id: string) => void
}

const everybody = 'association'

/** Four questions plan a gathering; the rest is behind "Meer". */
export function PlanDialog({ group, onClose, onPlanned }: PlanDialogProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<GatheringDraft>(emptyDraft)
  const [chosen, setChosen] = useState<string | null>(group)
  const [counted, setCounted] = useState<CountedWay>('namen')
  const keeps = useModules()
  const plan = useCommand(api.gatherings.plan)
  const planning = useQuery(
    api.gatherings.planning,
    { groupId: chosen === everybody ? null : chosen, day: draft.day },
    { keep: true },
  )
  const known = planning.state === 'ready' ? planning.value : undefined
  // One group, or none: there is nothing to choose.
  const groups = known?.groups ?? []
  const forWhom = chosen ?? (groups.length === 0 ? everybody : groups.length === 1 ? (groups[0]?.id ?? null) : null)
  if (known && forWhom !== null && forWhom !== chosen) setChosen(forWhom)

  const submit = async () => {
    if (forWhom === null || draft.day === null) return
    const outcome = await plan.run({
      groupId: forWhom === everybody ? null : forWhom,
      counted,
      ...inputOf(draft),
      day: draft.day,
    })
    if (outcome.ok) onPlanned(outcome.value.id)
  }
  return (
    <Dialog title={t('gatherings.form.planTitle')} onClose={onClose}>
      <Form
        onSubmit={submit}
        error={plan.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={plan.isRunning}>
              {t('gatherings.form.planSave')}
            </Button>
          </>
        }
      >
        <GatheringFields
          draft={draft}
          onChange={setDraft}
          hosts={known?.hosts ?? []}
          invited={forWhom === null || counted === 'aantal' ? undefined : known?.invited}
          fieldError={plan.fieldError}
          group={
            <>
              {groups.length > 0 && (
                <SelectField
                  label={t('gatherings.form.group')}
                  isRequired
                  value={forWhom}
                  onChange={setChosen}
                  options={[
                    ...groups.map(({ id, name }) => ({ value: id, label: name })),
                    { value: everybody, label: t('gatherings.everybody') },
                  ]}
                  error={plan.fieldError('groupId')}
                  hint={
                    forWhom === null || !known || counted === 'aantal'
                      ? undefined
                      : known.invited === 0
                        ? t('gatherings.form.willInviteNobody')
                        : [
                            t('gatherings.form.willInvite', { count: known.invited }),
                            ...(known.restricted > 0 ? [t('rights.leftOut', { count: known.restricted })] : []),
                          ].join(' ')
                  }
                />
              )}
              {(keeps('series') || keeps('forms') || keeps('subsidy')) && (
                <ChoiceGroup
                  label={t('series.counted.label')}
                  layout="column"
                  value={counted}
                  onChange={setCounted}
                  choices={[
                    { value: 'namen', label: t('series.counted.namen') },
                    { value: 'aantal', label: t('series.counted.aantal') },
                  ]}
                />
              )}
            </>
          }
        />
      </Form>
    </Dialog>
  )
}

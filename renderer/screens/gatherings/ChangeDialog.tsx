import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Form } from '../../components/Form.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { type GatheringDraft, GatheringFields, inputOf } from './GatheringFields.tsx'

export interface ChangeDialogProps {
  readonly gathering: Awaited<ReturnType<Api['gatherings']['detail']>>
  readonly onClose: () => void
}

/** Everything about a gathering but for whom it is: those people are on the list. */
export function ChangeDialog({ gathering, onClose }: ChangeDialogProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<GatheringDraft>(() => ({
    day: gathering.day,
    title: gathering.title,
    where: gathering.hostName ?? gathering.place ?? '',
    hostPersonId: gathering.hostPersonId,
    startTime: gathering.startTime,
    capacity: gathering.capacity,
    language: gathering.language ?? '',
    theme: gathering.theme ?? '',
    programme: gathering.programme ?? '',
    note: gathering.note ?? '',
    workForm: gathering.workForm,
    goals: gathering.goals,
    connections: gathering.connections,
    themeAsked: gathering.themeAsked,
    volunteerHours: gathering.volunteerHours,
    subsidyId: gathering.subsidyId,
    costCents: gathering.costCents,
  }))
  const change = useCommand(api.gatherings.change)
  const planning = useQuery(api.gatherings.planning, { groupId: gathering.groupId, day: gathering.day })
  const submit = async () => {
    if (draft.day === null) return
    const outcome = await change.run({ id: gathering.id, ...inputOf(draft), day: draft.day })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t('gatherings.form.changeTitle')} onClose={onClose}>
      <Form
        onSubmit={submit}
        error={change.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={change.isRunning}>
              {t('gatherings.form.save')}
            </Button>
          </>
        }
      >
        <GatheringFields
          draft={draft}
          onChange={setDraft}
          hosts={planning.state === 'ready' ? planning.value.hosts : []}
          invited={gathering.counts.invited}
          fieldError={change.fieldError}
        />
      </Form>
    </Dialog>
  )
}

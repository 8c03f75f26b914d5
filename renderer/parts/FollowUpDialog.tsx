import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ContactWay, contactWays } from '../../shared/domain/attendance.ts'
import { type ContactResult, contactResults } from '../../shared/domain/care.ts'
import { Button } from '../components/Button.tsx'
import { DayField } from '../components/DayField.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Form } from '../components/Form.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import type { Agreed } from './FollowUpList.tsx'
import { type Owner, OwnerField } from './OwnerField.tsx'
import { useModules } from './use-modules.ts'

export interface FollowUpDialogProps {
  readonly personId: string
  readonly personName: string
  /** The agreement to change; null makes a new one. */
  readonly followUp: Agreed | null
  readonly onClose: () => void
}

/** Who gets in touch, before when and how. Not why: that is told, not written. */
export function FollowUpDialog(props: FollowUpDialogProps) {
  const { t } = useTranslation()
  const proposal = useQuery(api.followUps.proposal, { personId: props.personId })
  return (
    <Dialog title={t('gatherings.followUp.planTitle', { name: props.personName })} onClose={props.onClose}>
      <Answered of={proposal}>{(proposed) => <AgreementForm {...props} proposed={proposed} />}</Answered>
    </Dialog>
  )
}

type Proposal = Awaited<ReturnType<Api['followUps']['proposal']>>

function AgreementForm({
  personId,
  followUp,
  onClose,
  proposed,
}: FollowUpDialogProps & { readonly proposed: Proposal }) {
  const { t } = useTranslation()
  const plan = useCommand(api.followUps.plan)
  const change = useCommand(api.followUps.change)
  const owners = withPresent(proposed.owners, followUp)
  const [owner, setOwner] = useState<Owner>(() => ownerAtFirst(owners, followUp))
  const [dueDay, setDueDay] = useState<string | null>(followUp?.dueDay ?? proposed.dueDay)
  const [how, setHow] = useState<ContactWay | 'any'>(followUp?.how ?? 'any')
  const command = followUp ? change : plan

  const submit = async () => {
    if (dueDay === null) return
    const agreement = { ...owner, dueDay, how: how === 'any' ? null : how }
    const outcome = followUp
      ? await change.run({ id: followUp.id, ...agreement })
      : await plan.run({ personId, gatheringId: null, ...agreement })
    if (outcome.ok) onClose()
  }
  return (
    <Form
      onSubmit={submit}
      error={command.formError}
      actions={
        <>
          <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
          <Button kind="main" type="submit" isBusy={command.isRunning}>
            {t('gatherings.followUp.save')}
          </Button>
        </>
      }
    >
      <OwnerField
        label={t('gatherings.followUp.owner')}
        owners={owners}
        value={owner}
        onChange={setOwner}
        openLabel={t('gatherings.followUp.ownerOpen')}
        error={command.fieldError('ownerPersonId')}
      />
      <DayField
        label={t('gatherings.followUp.dueDay')}
        isRequired
        value={dueDay}
        onChange={setDueDay}
        error={command.fieldError('dueDay')}
      />
      <WayField value={how} onChange={setHow} />
      <p className="soft">{t('gatherings.followUp.noNotes')}</p>
    </Form>
  )
}

/** Who was chosen before stays to choose, also without a place in the group. */
function withPresent(owners: Proposal['owners'], followUp: Agreed | null) {
  const unique = owners.filter((owner, at) => owners.findIndex(({ personId }) => personId === owner.personId) === at)
  if (!followUp?.ownerPersonId || unique.some(({ personId }) => personId === followUp.ownerPersonId)) return unique
  return [{ personId: followUp.ownerPersonId, name: followUp.ownerName ?? '', role: '' }, ...unique]
}

function ownerAtFirst(owners: Proposal['owners'], followUp: Agreed | null): Owner {
  if (!followUp) return { ownerPersonId: owners[0]?.personId ?? null, ownerName: null }
  const { ownerPersonId, ownerName } = followUp
  return { ownerPersonId, ownerName: ownerPersonId === null ? ownerName : null }
}

export function WayField(props: {
  readonly value: ContactWay | 'any'
  readonly onChange: (how: ContactWay | 'any') => void
}) {
  const { t } = useTranslation()
  return (
    <SelectField<ContactWay | 'any'>
      label={t('gatherings.followUp.how')}
      width="medium"
      value={props.value}
      onChange={props.onChange}
      options={[
        { value: 'any', label: t('gatherings.followUp.howOpen') },
        ...contactWays.map((way) => ({ value: way, label: t(`gatherings.followUp.hows.${way}`) })),
      ]}
    />
  )
}

export interface FinishDialogProps {
  readonly personName: string
  readonly followUp: Agreed
  readonly onClose: () => void
}

/** That there was contact, when and how. */
export function FinishDialog({ personName, followUp, onClose }: FinishDialogProps) {
  const { t } = useTranslation()
  const finish = useCommand(api.followUps.finish)
  const list = useQuery(api.followUps.list, { closed: false })
  const today = list.state === 'ready' ? list.value.today : null
  const [chosen, setDoneDay] = useState<string | null>()
  const doneDay = chosen === undefined ? today : chosen
  const [how, setHow] = useState<ContactWay | 'any'>(followUp.how ?? 'any')
  const [result, setResult] = useState<ContactResult>('gesproken')
  // Counts as contact or not in the lists of care.
  const withResult = useModules()('care')
  const submit = async () => {
    if (doneDay === null) return
    const outcome = await finish.run({
      id: followUp.id,
      doneDay,
      how: how === 'any' ? null : how,
      outcome: withResult ? result : null,
    })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t('gatherings.followUp.finishTitle', { name: personName })} onClose={onClose}>
      <Form
        onSubmit={submit}
        error={finish.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={finish.isRunning}>
              {t('gatherings.followUp.finishSave')}
            </Button>
          </>
        }
      >
        <DayField
          label={t('gatherings.followUp.doneDay')}
          isRequired
          isFirst
          value={doneDay}
          onChange={setDoneDay}
          error={finish.fieldError('doneDay')}
        />
        <WayField value={how} onChange={setHow} />
        {withResult && <ResultField value={result} onChange={setResult} />}
        <p className="soft">{t('gatherings.followUp.noNotes')}</p>
      </Form>
    </Dialog>
  )
}

/** What came of it, in one word. */
export function ResultField(props: {
  readonly value: ContactResult
  readonly onChange: (result: ContactResult) => void
}) {
  const { t } = useTranslation()
  return (
    <SelectField
      {...props}
      label={t('care.step.result')}
      width="medium"
      options={contactResults.map((code) => ({ value: code, label: t(`care.results.${code}`) }))}
    />
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ContactWay, contactWays } from '../../shared/domain/attendance.ts'
import { Button } from '../components/Button.tsx'
import { DayField } from '../components/DayField.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Form } from '../components/Form.tsx'
import { SelectField } from '../components/SelectField.tsx'
import { TextField } from '../components/TextField.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import type { Agreed } from './FollowUpList.tsx'

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

const somebodyElse = 'other'
const nobodyYet = 'open'

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
  const [owner, setOwner] = useState(() => ownerAtFirst(owners, followUp))
  const [ownerName, setOwnerName] = useState(followUp?.ownerPersonId ? '' : (followUp?.ownerName ?? ''))
  const [dueDay, setDueDay] = useState<string | null>(followUp?.dueDay ?? proposed.dueDay)
  const [how, setHow] = useState<ContactWay | 'any'>(followUp?.how ?? 'any')
  const command = followUp ? change : plan

  const submit = async () => {
    if (dueDay === null) return
    const agreement = {
      ownerPersonId: owner === somebodyElse || owner === nobodyYet ? null : owner,
      ownerName: owner === somebodyElse ? ownerName : null,
      dueDay,
      how: how === 'any' ? null : how,
    }
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
      <SelectField
        label={t('gatherings.followUp.owner')}
        value={owner}
        onChange={setOwner}
        options={[
          ...owners.map(({ personId: id, name }) => ({ value: id, label: name })),
          { value: somebodyElse, label: t('gatherings.followUp.ownerOther') },
          { value: nobodyYet, label: t('gatherings.followUp.ownerOpen') },
        ]}
        error={command.fieldError('ownerPersonId')}
      />
      {owner === somebodyElse && (
        <TextField
          label={t('gatherings.followUp.ownerName')}
          isRequired
          maxLength={120}
          value={ownerName}
          onChange={setOwnerName}
        />
      )}
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

function ownerAtFirst(owners: Proposal['owners'], followUp: Agreed | null): string {
  if (followUp) return followUp.ownerPersonId ?? (followUp.ownerName === null ? nobodyYet : somebodyElse)
  return owners[0]?.personId ?? nobodyYet
}

function WayField(props: { readonly value: ContactWay | 'any'; readonly onChange: (how: ContactWay | 'any') => void }) {
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
  const submit = async () => {
    if (doneDay === null) return
    const outcome = await finish.run({ id: followUp.id, doneDay, how: how === 'any' ? null : how })
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
        <p className="soft">{t('gatherings.followUp.noNotes')}</p>
      </Form>
    </Dialog>
  )
}

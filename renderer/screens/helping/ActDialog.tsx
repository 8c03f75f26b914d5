import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import type { ConnectionKind } from '../../../shared/domain/gathering-forms.ts'
import { type HelpOutcome, helpOutcomes } from '../../../shared/domain/mutual-help.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { ConnectionsField } from '../../parts/FormsFields.tsx'
import type { HelpAct, Helping, HelpRequest } from '../../parts/help-draft.ts'
import { PersonPicker } from '../../parts/PersonPicker.tsx'
import { useModules } from '../../parts/use-modules.ts'
import { GroupField, GrowthField, KindOfHelpFields, useKindOfHelp } from './HelpFields.tsx'

export interface ActDialogProps {
  /** The act to change; null writes down a new one. */
  readonly act: HelpAct | null
  /** The request that it answers: what is known of it is filled in. */
  readonly request: HelpRequest | null
  readonly groups: Helping['groups']
  readonly onClose: () => void
}

/** A Dammetje: who for whom, with what, when and how it went. From a request there is only the button to press. */
export function ActDialog({ act, request, groups, onClose }: ActDialogProps) {
  const { t } = useTranslation()
  const record = useCommand(api.mutualHelp.recordAct)
  const change = useCommand(api.mutualHelp.changeAct)
  const command = act ? change : record
  const kind = useKindOfHelp(act ?? request)
  const [giver, setGiver] = useState(act?.giver ?? request?.helper ?? null)
  const [receiver, setReceiver] = useState(act?.receiver ?? request?.person ?? null)
  const [groupId, setGroupId] = useState(act?.groupId ?? request?.groupId ?? null)
  const [doneDay, setDoneDay] = useState<string | null>(act?.doneDay ?? dayOfClock(new Date()))
  const [askedDay, setAskedDay] = useState(act?.askedDay ?? request?.askedDay ?? null)
  const [outcome, setOutcome] = useState<HelpOutcome>(act?.outcome ?? 'gedaan')
  const [grewInto, setGrewInto] = useState(act?.grewInto ?? null)
  const [connections, setConnections] = useState<readonly ConnectionKind[]>(act?.connections ?? [])
  const keeps = useModules()
  const isUnnamed = giver === null && receiver === null

  const submit = async () => {
    if (kind.category === null || doneDay === null) return
    const done = {
      giverId: giver?.id ?? null,
      receiverId: receiver?.id ?? null,
      groupId: isUnnamed ? groupId : null,
      category: kind.category,
      institution: kind.institution,
      // Asked and done on one day is told most often afterwards: the earlier of the two holds.
      askedDay: askedDay !== null && request !== null && askedDay > doneDay ? doneDay : askedDay,
      doneDay,
      outcome,
      grewInto,
      connections: [...connections],
    }
    const answer = act
      ? await change.run({ id: act.id, ...done })
      : await record.run({ ...done, requestId: request?.id ?? null })
    if (answer.ok) onClose()
  }
  return (
    <FormDialog
      title={t(act ? 'mutualHelp.act.changeTitle' : 'mutualHelp.act.title')}
      submit={t('mutualHelp.act.save')}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonPicker
        label={t('mutualHelp.act.giver')}
        hint={t('mutualHelp.act.anybody')}
        isFirst
        value={giver}
        onChange={setGiver}
      />
      <PersonPicker
        label={t('mutualHelp.act.receiver')}
        value={receiver}
        onChange={setReceiver}
        error={command.fieldError('receiverId')}
      />
      <KindOfHelpFields {...kind} />
      <DayField
        label={t('mutualHelp.act.day')}
        isRequired
        width="short"
        value={doneDay}
        onChange={setDoneDay}
        error={command.fieldError('doneDay')}
      />
      <ChoiceGroup
        label={t('mutualHelp.act.outcome')}
        value={outcome}
        onChange={setOutcome}
        choices={helpOutcomes.map((value) => ({ value, label: t(`mutualHelp.outcomes.${value}`) }))}
      />
      {isUnnamed && <GroupField groups={groups} known={act ?? request} value={groupId} onChange={setGroupId} />}
      <Disclosure title={t('mutualHelp.act.more')} isOpenAtFirst={act !== null}>
        <GrowthField value={grewInto} onChange={setGrewInto} />
        {keeps('forms') && <ConnectionsField value={connections} onChange={setConnections} />}
        <DayField
          label={t('mutualHelp.act.askedDay')}
          width="short"
          isOptional
          value={askedDay}
          onChange={setAskedDay}
          error={command.fieldError('askedDay')}
        />
      </Disclosure>
    </FormDialog>
  )
}

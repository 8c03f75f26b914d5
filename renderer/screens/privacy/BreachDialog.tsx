import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import {
  breachAdvice,
  breachedData,
  breachKinds,
  breachLocks,
  reportBefore,
} from '../../../shared/domain/person-rights.ts'
import { CheckGroup } from '../../components/CheckGroup.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { TimeField } from '../../components/TimeField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Breach, Overview } from './PrivacyScreen.tsx'

interface BreachDialogProps {
  /** null: a new one. */
  readonly breach: Breach | null
  readonly overview: Overview
  readonly onClose: () => void
}

/** What happened, to how many, and before which moment the authority must know. */
export function BreachDialog({ breach, overview, onClose }: BreachDialogProps) {
  const { t } = useTranslation()
  const add = useCommand(api.privacy.addBreach)
  const change = useCommand(api.privacy.changeBreach)
  const command = breach === null ? add : change
  const found = new Date(breach?.foundAt ?? overview.now)
  const [foundDay, setFoundDay] = useState<Day | null>(dayOfClock(found))
  const [foundTime, setFoundTime] = useState<string | null>(timeOf(found))
  const draft = useDraft(breach ? draftOf(breach) : emptyDraft(overview.people), command)
  const { values } = draft
  const save = async () => {
    if (foundDay === null || foundTime === null || values.people === null) return
    const foundAt = new Date(`${foundDay}T${foundTime}:00`).toISOString()
    const told = { ...values, people: values.people, foundAt }
    const outcome = await (breach === null ? add.run(told) : change.run({ id: breach.id, ...told }))
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(breach === null ? 'privacy.breach.title' : 'privacy.breach.changeTitle')}
      submit={t('privacy.breach.submit')}
      command={command}
      onSubmit={save}
      onClose={onClose}
      size="wide"
    >
      <ChoiceGroup
        label={t('privacy.breach.kind')}
        {...draft.field('kind')}
        choices={breachKinds.map((value) => ({ value, label: t(`privacy.breach.kinds.${value}`) }))}
      />
      <FieldRow>
        <DayField
          label={t('privacy.breach.foundDay')}
          isRequired
          value={foundDay}
          onChange={setFoundDay}
          error={command.fieldError('foundDay')}
        />
        <TimeField label={t('privacy.breach.foundTime')} isRequired value={foundTime} onChange={setFoundTime} />
      </FieldRow>
      <DayField label={t('privacy.breach.happenedDay')} isOptional {...draft.field('happenedDay')} />
      <TextArea
        label={t('privacy.breach.what')}
        hint={t('privacy.breach.whatHint')}
        isRequired
        maxLength={1000}
        rows={3}
        {...draft.field('what')}
      />
      <CheckGroup
        label={t('privacy.breach.data')}
        isInColumns
        {...draft.field('kinds')}
        options={breachedData.map((value) => ({ value, label: t(`privacy.breach.datas.${value}`) }))}
      />
      <NumberField
        label={t('privacy.breach.people')}
        hint={t('privacy.breach.peopleHint', { count: overview.people })}
        isRequired
        {...draft.field('people')}
      />
      <ChoiceGroup
        label={t('privacy.breach.isLocked')}
        layout="column"
        {...draft.field('isLocked')}
        choices={breachLocks.map((value) => ({ value, label: t(`privacy.breach.locks.${value}`) }))}
      />
      <Advice draft={values} foundDay={foundDay} foundTime={foundTime} />
      <TextArea
        label={t('privacy.breach.measures')}
        isOptional
        maxLength={1000}
        rows={2}
        {...draft.field('measures')}
      />
      <FieldRow>
        <DayField label={t('privacy.breach.toldAuthorityDay')} isOptional {...draft.field('toldAuthorityDay')} />
        <DayField label={t('privacy.breach.toldPeopleDay')} isOptional {...draft.field('toldPeopleDay')} />
      </FieldRow>
      <TextField label={t('privacy.breach.whyNot')} isOptional maxLength={500} {...draft.field('whyNot')} />
      <DayField label={t('privacy.breach.closedDay')} isOptional {...draft.field('closedDay')} />
    </FormDialog>
  )
}

interface Draft {
  readonly kind: Breach['kind']
  readonly happenedDay: Day | null
  readonly what: string
  readonly kinds: Breach['kinds']
  readonly people: number | null
  readonly isLocked: Breach['isLocked']
  readonly measures: string
  readonly toldAuthorityDay: Day | null
  readonly toldPeopleDay: Day | null
  readonly whyNot: string
  readonly closedDay: Day | null
}

/** Said before it is saved: whom to tell, and until when. */
function Advice(props: { readonly draft: Draft; readonly foundDay: Day | null; readonly foundTime: string | null }) {
  const { draft, foundDay, foundTime } = props
  const { t } = useTranslation()
  const format = useFormat()
  const advice = breachAdvice({
    isLocked: draft.isLocked === 'ja',
    kinds: draft.kinds,
    people: draft.people ?? 0,
  })
  const until =
    advice !== 'note' && foundDay !== null && foundTime !== null
      ? t('privacy.breaches.before', {
          moment: format.moment(reportBefore(new Date(`${foundDay}T${foundTime}:00`).toISOString())),
        })
      : null
  return (
    <Notice kind={advice === 'note' ? 'plain' : 'att'}>
      <p>{t(`privacy.breach.advice.${advice}`)}</p>
      {until !== null && (
        <p>
          <strong>{until}</strong>
        </p>
      )}
    </Notice>
  )
}

const timeOf = (clock: Date) =>
  `${String(clock.getHours()).padStart(2, '0')}:${String(clock.getMinutes()).padStart(2, '0')}`

function draftOf(breach: Breach): Draft {
  const { kind, happenedDay, what, kinds, people, isLocked, measures, toldAuthorityDay, toldPeopleDay, whyNot } = breach
  return {
    ...{ kind, happenedDay, what, kinds, people, isLocked, toldAuthorityDay, toldPeopleDay },
    ...{ measures: measures ?? '', whyNot: whyNot ?? '', closedDay: breach.closedDay },
  }
}

const emptyDraft = (people: number): Draft => ({
  ...{ kind: 'kwijt', happenedDay: null, what: '', kinds: ['namen', 'adressen'], people, isLocked: 'onbekend' },
  ...{ measures: '', toldAuthorityDay: null, toldPeopleDay: null, whyNot: '', closedDay: null },
})

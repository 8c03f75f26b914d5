import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { ConnectionsField } from '../../parts/FormsFields.tsx'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'
import { useModules } from '../../parts/use-modules.ts'
import { PairClicks, PairDays } from './PairDays.tsx'
import { RoundField } from './RoundField.tsx'
import { TogetherFields } from './TogetherFields.tsx'
import type { PairPage } from './use-pair-words.ts'

/** Everything that is agreed on or asked while a pair runs: what connects them, guidance, and with a child the parent. */
export function ChangePairDialog({ page, onClose }: { readonly page: PairPage; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { pair, programme } = page
  const change = useCommand(api.pairs.change)
  const keeps = useModules()
  const known = useQuery(api.pairs.programme, { id: programme.id })
  const [draft, setDraft] = useState(() => draftOf(page))
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })

  const submit = async () => {
    const { fromDay, plannedUntil, coach, deputy, ...rest } = draft
    if (fromDay === null || plannedUntil === null) return
    const outcome = await change.run({
      id: pair.id,
      ...rest,
      fromDay,
      plannedUntil,
      coachPersonId: coach?.id ?? null,
      deputyPersonId: deputy?.id ?? null,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('pairs.changePair.title')}
      submit={t('pairs.changePair.save')}
      command={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <PairDays days={draft} onChange={set} errorOf={change.fieldError} />
      <PairClicks a={pair.a.name} b={pair.b.name} clicks={draft} onChange={set} />
      {programme.kind === 'mentor' && <ChildFields draft={draft} onChange={set} />}
      <Disclosure title={t('pairs.changePair.care')}>
        <div className="stack">
          <PersonPicker
            label={t('pairs.pair.coach')}
            isOptional
            value={draft.coach}
            onChange={(coach) => set({ coach })}
          />
          <PersonPicker
            label={t('pairs.pair.deputy')}
            isOptional
            value={draft.deputy}
            onChange={(deputy) => set({ deputy })}
          />
          <DayField
            label={t('pairs.pair.trainedOn')}
            isOptional
            value={draft.trainedOn}
            onChange={(trainedOn) => set({ trainedOn })}
          />
          <DayField
            label={t('pairs.pair.restUntil')}
            hint={t('pairs.changePair.restUntilHint')}
            isOptional
            value={draft.restUntil}
            onChange={(restUntil) => set({ restUntil })}
          />
          <RoundField
            rounds={known.state === 'ready' ? known.value.rounds : page.round ? [page.round] : []}
            value={draft.roundId}
            onChange={(roundId) => set({ roundId })}
          />
        </div>
      </Disclosure>
      <Disclosure title={t('pairs.changePair.together')}>
        <div className="stack">
          <TogetherFields
            a={pair.a.name}
            b={pair.b.name}
            words={draft}
            onChange={({ sharedGround, aBrings, bBrings }) => set({ sharedGround, aBrings, bBrings })}
          />
          {keeps('forms') && (
            <ConnectionsField value={draft.connections} onChange={(connections) => set({ connections })} />
          )}
          <Checkbox label={t('pairs.match.once')} isChecked={draft.isOnce} onChange={(isOnce) => set({ isOnce })} />
        </div>
      </Disclosure>
    </FormDialog>
  )
}

type Draft = ReturnType<typeof draftOf>

function draftOf({ pair }: PairPage) {
  return {
    roundId: pair.roundId,
    fromDay: pair.from as string | null,
    plannedUntil: pair.plannedUntil as string | null,
    isOnce: pair.isOnce,
    deputy: pair.deputy as PickedPerson | null,
    coach: pair.coach as PickedPerson | null,
    sharedGround: pair.sharedGround ?? '',
    aBrings: pair.aBrings ?? '',
    bBrings: pair.bBrings ?? '',
    aClick: pair.aClick,
    bClick: pair.bClick,
    trainedOn: pair.trainedOn,
    restUntil: pair.restUntil,
    guardianName: pair.guardianName ?? '',
    guardianContact: pair.guardianContact ?? '',
    school: pair.school ?? '',
    goal: pair.goal ?? '',
    parentConsentOn: pair.parentConsentOn,
    vogUntil: pair.vogUntil,
    connections: pair.connections,
  }
}

function ChildFields({
  draft,
  onChange,
}: {
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <FieldRow>
        <DayField
          label={t('pairs.pair.parentConsentOn')}
          value={draft.parentConsentOn}
          onChange={(parentConsentOn) => onChange({ parentConsentOn })}
        />
        <DayField
          label={t('pairs.pair.vogUntil')}
          value={draft.vogUntil}
          onChange={(vogUntil) => onChange({ vogUntil })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('pairs.pair.guardian')}
          maxLength={120}
          value={draft.guardianName}
          onChange={(guardianName) => onChange({ guardianName })}
        />
        <TextField
          label={t('pairs.pair.guardianContact')}
          maxLength={120}
          value={draft.guardianContact}
          onChange={(guardianContact) => onChange({ guardianContact })}
        />
      </FieldRow>
      <TextField
        label={t('pairs.pair.school')}
        isOptional
        maxLength={120}
        value={draft.school}
        onChange={(school) => onChange({ school })}
      />
      <TextArea
        label={t('pairs.pair.goal')}
        isOptional
        rows={2}
        maxLength={400}
        value={draft.goal}
        onChange={(goal) => onChange({ goal })}
      />
    </>
  )
}

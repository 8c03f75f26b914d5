import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths } from '../../../shared/domain/calendar-date.ts'
import { type PairEndReason, pairEndReasons } from '../../../shared/domain/pair-programme.ts'
import { Button } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PairClicks, PairDays } from './PairDays.tsx'
import type { SealedPair } from './SealedProgramme.tsx'
import { TogetherFields } from './TogetherFields.tsx'

export interface SealedPairDialogProps {
  readonly programmeId: string
  readonly shown: Awaited<ReturnType<Api['sealedPairs']['get']>>
  /** The pair to change; null makes a new one. */
  readonly pair: SealedPair | null
  readonly onClose: () => void
}

/** A pair by alias: who they are stays in the head of the coach. */
export function SealedPairDialog({ programmeId, shown, pair, onClose }: SealedPairDialogProps) {
  const { t } = useTranslation()
  const add = useCommand(api.sealedPairs.addPair)
  const change = useCommand(api.sealedPairs.changePair)
  const remove = useCommand(api.sealedPairs.removePair)
  const [isRemoving, setRemoving] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(pair, shown))
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const command = pair ? change : add

  const submit = async () => {
    const { fromDay, plannedUntil, untilDay, endReason, ...rest } = draft
    if (fromDay === null || plannedUntil === null) return
    const fields = {
      ...rest,
      fromDay,
      plannedUntil,
      untilDay,
      endReason: untilDay === null ? null : (endReason ?? 'klaar'),
    }
    const outcome = pair
      ? await change.run({ programmeId, id: pair.id, ...fields })
      : await add.run({ programmeId, ...fields })
    if (outcome.ok) onClose()
  }
  const throwAway = async (id: string) => {
    const outcome = await remove.run({ programmeId, id })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(pair ? 'pairs.changePair.title' : 'pairs.sealed.addPair')}
      submit={t('pairs.changePair.save')}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{t('pairs.sealed.aliasHint')}</p>
      <FieldRow>
        <TextField
          label={t('pairs.sealed.alias', { side: shown.aName })}
          isRequired
          isFirst
          maxLength={40}
          value={draft.aAlias}
          onChange={(aAlias) => set({ aAlias })}
        />
        <TextField
          label={t('pairs.sealed.alias', { side: shown.bName })}
          isRequired
          maxLength={40}
          value={draft.bAlias}
          onChange={(bAlias) => set({ bAlias })}
        />
      </FieldRow>
      <PairDays days={draft} onChange={set} errorOf={command.fieldError} />
      <TogetherFields
        a={draft.aAlias || shown.aName}
        b={draft.bAlias || shown.bName}
        words={draft}
        onChange={({ sharedGround, aBrings, bBrings }) => set({ sharedGround, aBrings, bBrings })}
      />
      {pair && (
        <>
          <PairClicks a={pair.aAlias} b={pair.bAlias} clicks={draft} onChange={set} />
          <FieldRow>
            <DayField
              label={t('pairs.pair.midTalkOn')}
              value={draft.midTalkOn}
              onChange={(midTalkOn) => set({ midTalkOn })}
            />
            <DayField
              label={t('pairs.pair.endTalkOn')}
              value={draft.endTalkOn}
              onChange={(endTalkOn) => set({ endTalkOn })}
            />
          </FieldRow>
          <FieldRow>
            <DayField
              label={t('pairs.running.until')}
              isOptional
              value={draft.untilDay}
              onChange={(untilDay) => set({ untilDay })}
              error={command.fieldError('untilDay')}
            />
            <SelectField<PairEndReason>
              label={t('pairs.end.reason')}
              value={draft.endReason ?? 'klaar'}
              onChange={(endReason) => set({ endReason })}
              options={pairEndReasons.map((each) => ({ value: each, label: t(`pairs.end.reasons.${each}`) }))}
            />
          </FieldRow>
          <div>
            <Button kind="plain" onPress={() => setRemoving(true)}>
              {t('pairs.pair.remove')}
            </Button>
            {isRemoving && (
              <ConfirmDialog
                isFinal
                title={t('pairs.sealed.removePairTitle')}
                confirmLabel={t('pairs.sealed.removeVerb')}
                isBusy={remove.isRunning}
                error={remove.formError}
                onConfirm={() => void throwAway(pair.id)}
                onClose={() => setRemoving(false)}
              >
                <p>{t('pairs.sealed.removePairText')}</p>
              </ConfirmDialog>
            )}
          </div>
        </>
      )}
    </FormDialog>
  )
}

function draftOf(pair: SealedPair | null, { today, months }: SealedPairDialogProps['shown']) {
  return {
    aAlias: pair?.aAlias ?? '',
    bAlias: pair?.bAlias ?? '',
    fromDay: (pair?.fromDay ?? today) as string | null,
    plannedUntil: (pair?.plannedUntil ?? addMonths(today, months)) as string | null,
    sharedGround: pair?.sharedGround ?? '',
    aBrings: pair?.aBrings ?? '',
    bBrings: pair?.bBrings ?? '',
    aClick: pair?.aClick ?? null,
    bClick: pair?.bClick ?? null,
    midTalkOn: pair?.midTalkOn ?? null,
    endTalkOn: pair?.endTalkOn ?? null,
    untilDay: pair?.untilDay ?? null,
    endReason: pair?.endReason ?? null,
  }
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { type ProgrammeKind, programmeKinds, usualAgreement } from '../../../shared/domain/pair-programme.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FormError } from '../../components/Form.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type Agreed, AgreementFields } from './AgreementFields.tsx'
import type { Programme } from './use-pair-words.ts'

export interface ProgrammeDialogProps {
  /** The programme to change; null makes a new one. */
  readonly programme: Programme | null
  readonly onClose: () => void
  readonly onAdded?: (id: string) => void
}

/** What a programme is called, what its sides are called, and what is agreed on. A kind fills in what is usual. */
export function ProgrammeDialog({ programme, onClose, onAdded }: ProgrammeDialogProps) {
  const { t } = useTranslation()
  const add = useCommand(api.pairs.addProgramme)
  const change = useCommand(api.pairs.changeProgramme)
  const usual = (kind: ProgrammeKind) => ({
    kind,
    aName: t(`pairs.usual.${kind}.a`),
    bName: t(`pairs.usual.${kind}.b`),
    ...usualAgreement[kind],
  })
  const [name, setName] = useState(programme?.name ?? '')
  const [draft, setDraft] = useState<Agreed & { readonly kind: ProgrammeKind }>(() =>
    programme ? { ...programme, ...programme.rhythm } : usual('maatjes'),
  )
  const [closedOn, setClosedOn] = useState(programme?.closedOn ?? null)
  const command = programme ? change : add

  const submit = async () => {
    const { kind, aName, bName, unit, times, months } = draft
    if (times === null || months === null) return
    const agreement = { name, kind, aName, bName, rhythm: { unit, times }, months }
    if (programme) {
      const outcome = await change.run({ id: programme.id, ...agreement, closedOn })
      if (outcome.ok) onClose()
    } else {
      const outcome = await add.run(agreement)
      if (outcome.ok) onAdded?.(outcome.value.id)
    }
  }
  return (
    <FormDialog
      title={t(programme ? 'pairs.programme.changeTitle' : 'pairs.programme.addTitle')}
      submit={t('pairs.programme.save')}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('pairs.programme.name')}
        hint={t('pairs.programme.nameHint')}
        isRequired
        isFirst
        maxLength={80}
        value={name}
        onChange={setName}
      />
      {!programme && (
        <ChoiceGroup
          label={t('pairs.programme.kind')}
          layout="column"
          value={draft.kind}
          onChange={(kind) => setDraft(usual(kind))}
          choices={programmeKinds.map((kind) => ({
            value: kind,
            label: t(`pairs.kinds.${kind}`),
            hint: t(`pairs.kindHints.${kind}`),
          }))}
        />
      )}
      <AgreementFields agreed={draft} onChange={(agreed) => setDraft({ ...draft, ...agreed })} />
      {programme && (
        <>
          <DayField label={t('pairs.programme.closedOn')} isOptional value={closedOn} onChange={setClosedOn} />
          <RemoveProgramme id={programme.id} />
        </>
      )}
    </FormDialog>
  )
}

function RemoveProgramme({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const remove = useCommand(api.pairs.removeProgramme)
  const press = async () => {
    const outcome = await remove.run({ id })
    if (outcome.ok) navigate(paths.pairs)
  }
  return (
    <div>
      <Button kind="plain" isBusy={remove.isRunning} onPress={() => void press()}>
        {t('pairs.programme.remove')}
      </Button>
      <FormError text={remove.formError} />
    </div>
  )
}

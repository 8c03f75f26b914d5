import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sheetLineOfGroups } from '../../../shared/domain/sheet-line.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { FormError } from '../../components/Form.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { emptyGroups, GroupFields } from '../../parts/GroupFields.tsx'
import type { Sharing } from './SharingScreen.tsx'

export interface SettleDialogProps {
  readonly disputed: Sharing['disputed']
  readonly onClose: () => void
}

/** Two took each other off: who holds the recovery sheet says who go on. */
export function SettleDialog({ disputed, onClose }: SettleDialogProps) {
  const { t } = useTranslation()
  const [groups, setGroups] = useState(emptyGroups)
  const [keep, setKeep] = useState<ReadonlySet<string>>(new Set())
  const settle = useCommand(api.sync.settle)
  const others = disputed.filter(({ isHere }) => !isHere)
  const choose = (id: string, isKept: boolean) => {
    const next = new Set(keep)
    if (isKept) next.add(id)
    else next.delete(id)
    setKeep(next)
  }
  return (
    <FormDialog
      title={t('sharing.settleTitle')}
      submit={t('sharing.settleSubmit')}
      command={settle}
      size="wide"
      onSubmit={async () => {
        const line = sheetLineOfGroups(groups) ?? groups.join(' ')
        const settled = await settle.run({ line, keep: [...keep] })
        if (settled.ok) onClose()
      }}
      onClose={onClose}
    >
      <p className="measure">{t('sharing.settleText')}</p>
      <fieldset className="stack">
        <legend>
          <strong>{t('sharing.settleWho')}</strong>
        </legend>
        {others.map(({ id, name }) => (
          <Checkbox key={id} label={name} isChecked={keep.has(id)} onChange={(isKept) => choose(id, isKept)} />
        ))}
      </fieldset>
      <p className="measure">{t('sharing.settleThen')}</p>
      <GroupFields groups={groups} onChange={setGroups} />
      <FormError text={settle.fieldError('line')} />
    </FormDialog>
  )
}

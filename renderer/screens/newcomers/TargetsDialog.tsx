import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../components/NumberField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Welcome } from '../../parts/Newcomer.tsx'

export interface TargetsDialogProps {
  readonly targets: Welcome['targets']
  readonly onClose: () => void
}

/** Within how many days of the arrival what is to be done. */
export function TargetsDialog({ targets, onClose }: TargetsDialogProps) {
  const { t } = useTranslation()
  const change = useCommand(api.newcomers.changeTargets)
  const [contactWithin, setContact] = useState<number | null>(targets.contactWithin)
  const [informedWithin, setInformed] = useState<number | null>(targets.informedWithin)
  const [visitedWithin, setVisited] = useState<number | null>(targets.visitedWithin)
  const submit = async () => {
    if (contactWithin === null || informedWithin === null || visitedWithin === null) return
    const outcome = await change.run({ contactWithin, informedWithin, visitedWithin })
    if (outcome.ok) onClose()
  }
  const days = { isRequired: true, max: 365, width: 'short' } as const
  return (
    <FormDialog
      title={t('newcomers.targets.title')}
      sub={t('newcomers.targets.sub')}
      submit={t('newcomers.targets.save')}
      command={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <NumberField label={t('newcomers.targets.contact')} {...days} value={contactWithin} onChange={setContact} />
      <NumberField label={t('newcomers.targets.informed')} {...days} value={informedWithin} onChange={setInformed} />
      <NumberField label={t('newcomers.targets.visited')} {...days} value={visitedWithin} onChange={setVisited} />
    </FormDialog>
  )
}

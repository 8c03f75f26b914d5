import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Consequences } from './Consequences.tsx'
import type { PersonDialogProps } from './PersonEvents.tsx'

/** For who was written down by mistake; says what is meant for who leaves or dies. */
export function RemoveDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const remove = useCommand(api.members.remove)
  const preview = useQuery(api.members.previewRemove, { personId: person.id })
  const save = async () => {
    const outcome = await remove.run({ personId: person.id })
    if (!outcome.ok) return
    onClose()
    navigate(paths.people)
  }
  return (
    <FormDialog
      title={t('members.remove.title')}
      sub={person.name}
      submit={t('members.remove.submit')}
      onSubmit={save}
      onClose={onClose}
      command={remove}
    >
      <p>{t('members.remove.text')}</p>
      <Consequences of={preview} />
      <p className="soft">{t('members.remove.kept')}</p>
    </FormDialog>
  )
}

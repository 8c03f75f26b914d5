import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { GatheringDetail } from './GatheringScreen.tsx'

const namesShown = 3

/** Who belongs to the group by now and was not yet there when the list was made. */
export function LateJoiners({ gathering }: { readonly gathering: GatheringDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const invite = useCommand(api.gatherings.invite)
  const { lateJoiners } = gathering
  if (lateJoiners.length === 0) return null
  const names = lateJoiners.slice(0, namesShown).map(({ name }) => name)
  const rest = lateJoiners.length - names.length
  return (
    <Notice
      action={
        <Button
          isBusy={invite.isRunning}
          onPress={() =>
            void invite.run({ gatheringId: gathering.id, personIds: lateJoiners.map(({ personId }) => personId) })
          }
        >
          {t('gatherings.invite.addLate', { count: lateJoiners.length })}
        </Button>
      }
    >
      {rest > 0
        ? t('gatherings.invite.lateMany', { names: names.join(', '), count: rest })
        : t('gatherings.invite.late', { names: format.list(names), count: names.length })}
      <FormError text={invite.formError} />
    </Notice>
  )
}

import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { LinkButton } from '../components/Button.tsx'
import { Notice } from '../components/Notice.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

/** Where something sealed is shown: that it cannot be read now, or that there is no recovery sheet yet, with the way out. */
export function LockNotice() {
  const { t } = useTranslation()
  const asks = useQuery(api.sealing.asks, {})
  // What cannot be asked is told by the screen itself.
  if (asks.state !== 'ready' || asks.value.asks === null) return null
  const isLocked = asks.value.asks === 'key'
  return (
    <Notice
      kind={isLocked ? 'att' : 'plain'}
      action={
        <LinkButton href={isLocked ? paths.security : paths.recoverySheet}>
          {t(isLocked ? 'security.notice.open' : 'security.notice.makeSheet')}
        </LinkButton>
      }
    >
      {t(isLocked ? 'security.notice.locked' : 'security.notice.noSheet')}
    </Notice>
  )
}

import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../app/paths.ts'
import { Status } from '../components/Status.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'

/** One plain line, always there once the book is kept together; nothing at all before. */
export function SharingLine() {
  const { t } = useTranslation()
  const format = useFormat()
  const state = useQuery(api.sync.state, {})
  const isShared = state.state === 'ready' && state.value.state !== 'off'
  const found = useQuery(api.differences.count, {}, { isWanted: isShared })
  if (!isShared) return null
  const { status } = state.value
  const level = status?.level ?? 'begun'
  // Then nobody waits for somebody: the user may have to put the stick in.
  const isFolderGone = status?.causes.some(({ kind }) => kind === 'folderMissing' || kind === 'folderStuck') ?? false
  const count = found.state === 'ready' ? found.value.differences + found.value.hints + found.value.breaches : 0
  const time = status?.lookedAt ? format.clock(status.lookedAt) : ''
  return (
    <>
      <Link href={paths.sharing}>
        <Status kind={level === 'attention' ? 'att' : level === 'upToDate' ? 'ok' : 'no'} wraps>
          {t(`sharing.line.${isFolderGone ? 'folderGone' : level}`, { time })}
        </Status>
      </Link>
      {count > 0 && <Link href={paths.differences}>{t('sharing.differences', { count })}</Link>}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { Notice } from '../components/Notice.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

/** Where a book is kept together and this computer has no share in the part on the screen: what is written here stays here. */
export function PartNotice({ part }: { readonly part: 'bank' | 'buurt' | 'zorg' }) {
  const { t } = useTranslation()
  const sharing = useQuery(api.sync.state, {})
  if (sharing.state !== 'ready' || sharing.value.state !== 'on') return null
  const here = sharing.value.devices.find(({ isHere }) => isHere)
  if (!here || here.parts.includes(part)) return null
  return <Notice kind="plain">{t(`sharing.notShared.${part}`)}</Notice>
}

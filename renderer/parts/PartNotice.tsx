import { useTranslation } from 'react-i18next'
import { Notice } from '../components/Notice.tsx'
import { useUnsharedPart } from './use-unshared-part.ts'

/** Where a book is kept together and this computer has no share in the part on the screen: what is written here stays here. */
export function PartNotice({ part }: { readonly part: 'bank' | 'buurt' | 'zorg' }) {
  const { t } = useTranslation()
  const isUnshared = useUnsharedPart(part)
  return isUnshared ? <Notice kind="plain">{t(`sharing.notShared.${part}`)}</Notice> : null
}

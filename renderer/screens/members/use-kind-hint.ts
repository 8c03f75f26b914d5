import { useTranslation } from 'react-i18next'
import { useKeepsDues } from '../../parts/use-modules.ts'

/** What it means to be a member, interested or a contact: "Betaalt contributie" only where there are dues. */
export function useKindHint(): (kind: 'lid' | 'belangstellende' | 'contact') => string {
  const { t } = useTranslation()
  const keepsDues = useKeepsDues()
  return (kind) => t(`members.kindHint.${kind === 'lid' && !keepsDues ? 'lidWithoutDues' : kind}`)
}

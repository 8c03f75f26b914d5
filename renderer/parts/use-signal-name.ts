import { useTranslation } from 'react-i18next'

/** The name of the person, or the address nobody knows a name to. */
export function useSignalName() {
  const { t } = useTranslation()
  return ({ personName, place }: { readonly personName: string | null; readonly place: string | null }) =>
    personName ?? (place === null ? t('care.signals.unreadable') : t('care.signals.somebodyAt', { place }))
}

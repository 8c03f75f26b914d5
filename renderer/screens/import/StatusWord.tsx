import { useTranslation } from 'react-i18next'
import type { ImportStatus } from '../../../shared/domain/import-field.ts'
import type { IconName } from '../../components/Icon.tsx'
import { Status, type StatusKind } from '../../components/Status.tsx'

const looks: Readonly<Record<ImportStatus, { readonly kind: StatusKind; readonly icon: IconName }>> = {
  error: { kind: 'bad', icon: 'cross' },
  double: { kind: 'att', icon: 'overlap' },
  left: { kind: 'att', icon: 'minus' },
  changed: { kind: 'no', icon: 'pencil' },
  new: { kind: 'ok', icon: 'plus' },
  same: { kind: 'no', icon: 'equals' },
}

/** Symbol and word for what will happen with somebody of the list. */
export function StatusWord({ status }: { readonly status: ImportStatus }) {
  const { t } = useTranslation()
  return <Status {...looks[status]}>{t(`imports.statuses.${status}`)}</Status>
}

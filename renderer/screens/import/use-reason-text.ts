import { useTranslation } from 'react-i18next'
import { type ImportField, isImportField } from '../../../shared/domain/import-field.ts'
import type { MembershipKind } from '../../../shared/domain/membership.ts'
import type { PreferredContact } from '../../../shared/domain/preferred-contact.ts'
import type { Role } from '../../../shared/domain/role-seats.ts'
import type { Api } from '../../data/api.ts'

export type PreviewRow = Awaited<ReturnType<Api['imports']['preview']>>['rows'][number]
type Reason = PreviewRow['reasons'][number]

/** What happens with a person of the list, or what is wrong, in words. */
export function useReasonText() {
  const { t } = useTranslation()
  const say = (field: unknown, value: string | number | null) => {
    if (field === 'kind') return t(`imports.kinds.${value as MembershipKind}`) // the field says which codes these are
    if (field === 'preferredContact') return t(`imports.contacts.${value as PreferredContact}`) // likewise
    return value
  }
  const one = ({ code, details }: Reason): string => {
    const { field, to = null, from = null, role, kind } = details
    return t(`imports.reasons.${code}`, {
      ...details,
      field: typeof field === 'string' && isImportField(field) ? fieldName(field) : '',
      to: say(field, to),
      from: say(field, from),
      role: role ? t(`imports.roles.${role as Role}`) : '', // a role of the book, never of the list
      kind: kind ? t(`imports.kinds.${kind as MembershipKind}`) : '', // likewise
    })
  }
  const fieldName = (field: ImportField) =>
    field === 'kind' ? t('imports.preview.status') : t(`imports.fields.${field}`)
  const all = ({ status, reasons }: PreviewRow): string => {
    // That a lost zero was put back is told with the row itself; in the list it would stand at every other person.
    const texts = reasons.filter(({ code }) => code !== 'phoneRepaired').map(one)
    if (status === 'error') return texts.join(' ')
    return upperFirst(texts.join(status === 'changed' ? '; ' : ', '))
  }
  return { one, all }
}

const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

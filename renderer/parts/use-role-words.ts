import { useTranslation } from 'react-i18next'
import type { Role, Side } from '../../shared/domain/role-seats.ts'

/** What a role is called: "Vervanger"; of a duo with the side the person chose. */
export function useRoleWords(): (role: Role, side: Side | null) => string {
  const { t } = useTranslation()
  return (role, side) => {
    const name = t(`roles.names.${role}`)
    return side === null ? name : t('roles.withSide', { role: name, side: t(`roles.sides.${side}`) })
  }
}

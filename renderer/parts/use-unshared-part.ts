import type { SharedPart } from '../../shared/domain/sharing-role.ts'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

/** Whether the book is kept together and this computer has no share in that part of it. */
export function useUnsharedPart(part: SharedPart): boolean {
  const sharing = useQuery(api.sync.state, {})
  if (sharing.state !== 'ready' || sharing.value.state !== 'on') return false
  const here = sharing.value.devices.find(({ isHere }) => isHere)
  return here !== undefined && !here.parts.includes(part)
}

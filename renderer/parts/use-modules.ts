import type { ModuleCode } from '../../shared/domain/modules.ts'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

/** Whether this book keeps dues. No until it is known. */
export function useKeepsDues(): boolean {
  const settings = useQuery(api.books.settings, {})
  return settings.state === 'ready' && settings.value.duesEnabled
}

/** Whether this book keeps something beside the usual: `const keeps = useModules(); keeps('care')`. Nothing until it is known. */
export function useModules(): (code: ModuleCode) => boolean {
  const settings = useQuery(api.books.settings, {})
  const modules = settings.state === 'ready' ? settings.value.modules : []
  return (code) => modules.includes(code)
}

import type { ReactNode } from 'react'
import { keepsOneOf } from '../../shared/domain/modules.ts'
import { later } from '../components/later.tsx'
import { LoadingState } from '../components/States.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { fetchRestOfWords } from '../i18n/start-i18n.ts'
import { partsAt } from './parts-at.ts'

const PartOffScreen = later(
  async () => {
    const [{ PartOffScreen: Screen }] = await Promise.all([import('./PartOffScreen.tsx'), fetchRestOfWords()])
    return Screen
  },
  <LoadingState />,
)

/** The screen at an address, or that the part it belongs to is off: an address can be typed, and a link can be older than a choice. */
export function OfKeptPart({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const parts = partsAt(address)
  const book = useQuery(api.books.settings, {})
  if (parts.length === 0 || book.state === 'error') return children
  if (book.state === 'loading') return <LoadingState />
  return keepsOneOf(parts, book.value) ? children : <PartOffScreen parts={parts} />
}

import type { Cents } from '../../shared/domain/money.ts'
import { useFormat } from '../i18n/use-format.ts'

/** An amount as people read it: € 30, and € 30,50 where there are cents. `exact` always shows the cents. */
export function Amount({ cents, exact = false }: { readonly cents: Cents; readonly exact?: boolean }) {
  const format = useFormat()
  return <bdi className="nowrap">{exact ? format.amountExact(cents) : format.amount(cents)}</bdi>
}

import type { ReactNode } from 'react'
import type { Verdict } from '../../../shared/domain/initiative-target.ts'
import { Status, type StatusKind } from '../../components/Status.tsx'

const kinds: Readonly<Record<Verdict, StatusKind>> = { gehaald: 'ok', nog_niet: 'att', niet_gehaald: 'no' }

/** Whether a target is reached; not yet asks attention, and what is over asks nothing any more. */
export function VerdictStatus({ verdict, children }: { readonly verdict: Verdict; readonly children: ReactNode }) {
  return (
    <Status kind={kinds[verdict]} wraps>
      {children}
    </Status>
  )
}

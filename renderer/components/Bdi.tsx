import type { ReactNode } from 'react'

/** Keeps a name, phone number or address whole in a line that runs the other way. */
export function Bdi({ children }: { readonly children: ReactNode }) {
  return <bdi>{children}</bdi>
}

import type { ReactNode } from 'react'
import { Bar, type BarProps } from '../../components/Bar.tsx'
import { type Pip, Pips } from '../../components/Pips.tsx'
import styles from './Workgroup.module.css'

/** A bar with its number behind it. The numbers of a column take the same room, so its bars can be laid beside each other. */
export function DrawnBar({ bar, children }: { readonly bar: BarProps | null; readonly children: ReactNode }) {
  return (
    <div className={styles.drawnBar}>
      <span>{children}</span>
      {bar && <Bar {...bar} />}
    </div>
  )
}

/** Squares with their number behind them; of more than can be seen at once a bar. */
export function DrawnPips({ pips, children }: { readonly pips: readonly Pip[]; readonly children: ReactNode }) {
  if (pips.length > mostPips)
    return <DrawnBar bar={{ part: pips.filter((pip) => pip !== 'empty').length / pips.length }}>{children}</DrawnBar>
  return (
    <div className={styles.drawnPips}>
      {pips.length > 0 && <Pips pips={pips} />}
      <span>{children}</span>
    </div>
  )
}

const mostPips = 12

export const pipsOf = (full: number, of: number): Pip[] =>
  Array.from({ length: Math.max(full, of) }, (_pip, at) => (at < full ? 'full' : 'empty'))

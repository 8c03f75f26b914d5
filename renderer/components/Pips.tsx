import styles from './Pips.module.css'

export type Pip = 'full' | 'half' | 'empty'

/** One square for each that is counted, filled or not: for numbers small enough to see at once. In words they stand beside it. */
export function Pips({ pips }: { readonly pips: readonly Pip[] }) {
  return (
    <svg className={styles.pips} viewBox={`0 0 ${pips.length * step} ${size + 2}`} aria-hidden="true">
      {pips.map((pip, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are drawn whole and have no other name
        <g key={at} transform={`translate(${at * step + 1} 1)`}>
          {pip === 'half' && <path className={styles.half} d={`M0 ${size} ${size} 0v${size}z`} />}
          <rect className={pip === 'full' ? styles.full : styles.empty} width={size} height={size} rx="1.5" />
        </g>
      ))}
    </svg>
  )
}

const size = 14
const step = 19

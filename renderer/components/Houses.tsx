// The row of houses: the mark in the sidebar, the first page and empty lists. Nowhere else.
import styles from './Houses.module.css'

/** Three gables side by side, 52 wide. */
const gables =
  'M2 28V11l7.5-8 7.5 8v17M17 28V9h2.5V6.5H22V3.5h4.5v3H29V9h2.5v19M31.5 28V12l4-5.5h7l4.5 5.5v16M9.5 15v4M24.5 12v4M39 16v4'

/** `mark` is one group of houses; `street` repeats them in a row. Decoration only. */
export function Houses({ size }: { readonly size: 'mark' | 'street' }) {
  const groups = size === 'mark' ? [0] : [0, 1, 2, 3, 4]
  const width = groups.length * 47 + 5
  return (
    <svg aria-hidden="true" focusable="false" viewBox={`0 0 ${width} 30`} className={styles[size]}>
      {groups.map((group) => (
        <path key={group} d={gables} transform={`translate(${group * 47} 0)`} />
      ))}
      <path d={`M0 28h${width}`} />
    </svg>
  )
}

import type { ReactNode } from 'react'
import styles from './PlainTable.module.css'

export interface PlainTableProps {
  /** What it holds, for screen readers. */
  readonly caption: string
  readonly headers: readonly string[]
  /** Columns of numbers, lined up at the end. */
  readonly numbers?: readonly number[]
  /** The first cell of a row names it. `isTotal`: it adds up those above. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[]; readonly isTotal?: boolean }[]
}

/** A table that is read and printed; DataTable is for lists somebody works in. What does not fit is reached by the keys. */
export function PlainTable({ caption, headers, numbers = [], rows }: PlainTableProps) {
  const alignment = (column: number) => (numbers.includes(column) ? styles.number : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved with the arrow keys
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <caption className="hide">{caption}</caption>
        <thead>
          <tr>
            {headers.map((header, column) => (
              <th key={header} scope="col" className={alignment(column)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, isTotal = false }) => (
            <tr key={key} className={isTotal ? styles.total : undefined}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={headers[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={headers[column]} className={alignment(column)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

// Keeps a list at one stop of the Tab key: one row can be reached, arrows move which one it is.
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'

const pageOfRows = 10

/** `current` is the index of the row that Tab reaches. Put `ref` and `onKeyDown` on the table. */
export function useRovingRows(count: number) {
  const ref = useRef<HTMLTableElement>(null)
  const [wanted, setCurrent] = useState(0)
  const current = Math.max(0, Math.min(wanted, count - 1))

  // Links and buttons of the other rows are left out of the Tab order.
  useLayoutEffect(() => {
    for (const [index, row] of rowsOf(ref.current).entries()) {
      for (const control of row.querySelectorAll<HTMLElement>('a, button, input:not([data-row-choice]), select')) {
        control.tabIndex = index === current ? 0 : -1
      }
    }
  })

  const onKeyDown = useCallback((event: KeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    const heading = event.target.closest('th')
    const to = heading ? fromHeading(ref.current, event) : fromRow(ref.current, event)
    if (!to) return
    event.preventDefault()
    to.focus()
  }, [])

  return { ref, current, setCurrent, onKeyDown }
}

function fromRow(table: HTMLTableElement | null, event: KeyboardEvent<HTMLTableElement>): HTMLElement | undefined {
  // A text field or a list of choices inside a row needs these keys for itself.
  if (!(event.target instanceof HTMLElement) || event.target.matches('input:not([type="checkbox"]), select, textarea'))
    return undefined
  const rows = rowsOf(table)
  const row = event.target.closest<HTMLTableRowElement>('tbody tr')
  const index = row ? rows.indexOf(row) : -1
  if (index < 0) return undefined
  switch (event.key) {
    case 'ArrowDown':
      return rows[index + 1]
    case 'ArrowUp':
      return rows[index - 1] ?? sortersOf(table)[0]
    case 'PageDown':
      return rows[Math.min(index + pageOfRows, rows.length - 1)]
    case 'PageUp':
      return rows[Math.max(index - pageOfRows, 0)]
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    default:
      return undefined
  }
}

function fromHeading(table: HTMLTableElement | null, event: KeyboardEvent<HTMLTableElement>): HTMLElement | undefined {
  const sorters = sortersOf(table)
  const index = event.target instanceof HTMLElement ? sorters.indexOf(event.target) : -1
  const isMirrored = table?.matches(':dir(rtl)') === true
  switch (event.key) {
    case 'ArrowDown':
      return rowsOf(table)[0]
    case 'ArrowRight':
      return sorters[isMirrored ? index - 1 : index + 1]
    case 'ArrowLeft':
      return sorters[isMirrored ? index + 1 : index - 1]
    default:
      return undefined
  }
}

function rowsOf(table: HTMLTableElement | null): HTMLTableRowElement[] {
  return table ? [...table.querySelectorAll<HTMLTableRowElement>('tbody > tr')] : []
}

function sortersOf(table: HTMLTableElement | null): HTMLElement[] {
  return table ? [...table.querySelectorAll<HTMLElement>('thead button')] : []
}

import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './DataTable.module.css'
import { Icon } from './Icon.tsx'
import { useRovingRows } from './use-roving-rows.ts'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** name: strong, the first thing read. number: lined up at the end. actions: verbs of the row, at the end. */
  readonly kind?: 'text' | 'name' | 'number' | 'actions'
  /** The word the list is sorted by when this heading is pressed; absent where it cannot be. */
  readonly sort?: string
  /** In a narrow window the headings are gone: say the heading before this cell there. */
  readonly isNamedInBlock?: boolean
  /** Only for who looks at the screen. */
  readonly isOffPaper?: boolean
}

export interface Sort {
  readonly by: string
  readonly direction: 'up' | 'down'
}

export interface Selection {
  readonly keys: ReadonlySet<string>
  readonly onChange: (keys: ReadonlySet<string>) => void
}

export interface DataTableProps<Row> {
  /** What the list holds, for screen readers: "Mensen". */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Opens a row: click or Enter. */
  readonly onOpen?: (row: Row) => void
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
  /** With it, Space or a click on the box chooses a row. `selectLabel` names the box: "Kies Ria van den Berg". */
  readonly selection?: Selection
  readonly selectLabel?: (row: Row) => string
  /** How many there are in all, when not all rows are here; with `onMore` the rest can be asked for. */
  readonly total?: number
  readonly onMore?: () => void
  readonly isLoadingMore?: boolean
  /** Plain lines without the tint outside the text, for a short list within a section. */
  readonly isCompact?: boolean
  /** Whether a row is left out where the list is printed. */
  readonly isOffPaper?: (row: Row) => boolean
}

/**
 * A list as a table: one stop of the Tab key. Arrows, Home, End, Page up and Page down move between the rows, Enter opens,
 * Space chooses, arrow up from the first row goes to the headings. Verbs of the current row are the next Tab stops.
 * In a narrow or enlarged window each row becomes a block.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, sort, onSort, selection, selectLabel, total, isCompact = false } = props
  const { onMore, isLoadingMore = false, isOffPaper } = props
  const { t } = useTranslation()
  const drawn = useDrawnRows(rows)
  const roving = useRovingRows(drawn.length)

  const toggle = (row: Row) => {
    if (!selection) return
    const keys = new Set(selection.keys)
    const key = rowKey(row)
    if (!keys.delete(key)) keys.add(key)
    selection.onChange(keys)
  }
  const pressKey = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    // Keys typed on a button or box inside the row belong to that.
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      onOpen(row)
    } else if (event.key === ' ' && selection) {
      event.preventDefault()
      toggle(row)
    }
  }
  const click = (event: MouseEvent, row: Row) => {
    if (isControl(event.target) || hasTextSelected()) return
    if (onOpen) onOpen(row)
    else if (selection) toggle(row)
  }
  const press = (column: Column<Row>) => {
    if (!column.sort) return
    const isSame = sort?.by === column.sort
    onSort?.({ by: column.sort, direction: isSame && sort.direction === 'up' ? 'down' : 'up' })
  }

  return (
    <>
      <table
        ref={roving.ref}
        {...(selection ? roles.choosing : roles.grid)}
        aria-label={label}
        aria-rowcount={total === undefined ? undefined : total + 1}
        className={`${styles.list} ${isCompact ? styles.compact : ''} ${onOpen ? styles.opens : ''}`}
        onKeyDown={roving.onKeyDown}
      >
        <thead {...roles.group}>
          <tr {...roles.row}>
            {selection && (
              <th {...roles.heading} scope="col" className={styles.choose}>
                <span className="hide">{t('app.table.chosen')}</span>
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.key}
                {...roles.heading}
                scope="col"
                className={classes(
                  (column.kind === 'number' || column.kind === 'actions') && styles[column.kind],
                  column.isOffPaper && styles.offPaper,
                )}
                aria-sort={column.sort && sort?.by === column.sort ? ariaSort[sort.direction] : undefined}
              >
                {column.sort && onSort ? (
                  <button type="button" tabIndex={-1} className={styles.sorter} onClick={() => press(column)}>
                    {column.header}
                    {sort?.by === column.sort && <Icon name={sort.direction} />}
                  </button>
                ) : (
                  <span className={column.kind === 'actions' ? 'hide' : undefined}>{column.header}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {drawn.map((row, index) => {
            const key = rowKey(row)
            const isChosen = selection?.keys.has(key)
            return (
              <tr
                key={key}
                {...roles.row}
                className={classes(isOffPaper?.(row) && styles.offPaper)}
                tabIndex={index === roving.current ? 0 : -1}
                aria-rowindex={total === undefined ? undefined : index + 2}
                aria-selected={selection ? isChosen === true : undefined}
                onFocus={() => roving.setCurrent(index)}
                onKeyDown={(event) => pressKey(event, row)}
                onClick={(event) => click(event, row)}
              >
                {selection && (
                  <td {...roles.cell} className={styles.choose}>
                    <label>
                      <input
                        type="checkbox"
                        // Space on the row does the same, so this is no stop of its own.
                        tabIndex={-1}
                        data-row-choice
                        aria-label={selectLabel?.(row)}
                        checked={isChosen === true}
                        onChange={() => toggle(row)}
                      />
                    </label>
                  </td>
                )}
                {columns.map((column) => (
                  <td
                    key={column.key}
                    {...roles.cell}
                    className={classes(styles[column.kind ?? 'text'], column.isOffPaper && styles.offPaper)}
                  >
                    {column.isNamedInBlock && <span className={styles.inBlock}>{column.header}: </span>}
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {onMore && total !== undefined && rows.length < total && (
        <div className={styles.more}>
          <p className="soft">{t('app.table.shown', { shown: rows.length, total })}</p>
          <Button isBusy={isLoadingMore} onPress={onMore}>
            {t('app.table.more')}
          </Button>
        </div>
      )}
    </>
  )
}

const classes = (...names: readonly (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined

// Said outright, because a row that is drawn as a block in a narrow window would lose its own role, and with it the table.
const roles = {
  grid: { role: 'grid' },
  choosing: { role: 'grid', 'aria-multiselectable': true },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  heading: { role: 'columnheader' },
  cell: { role: 'gridcell' },
} as const

const ariaSort = { up: 'ascending', down: 'descending' } as const

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, select, textarea, label') !== null
}

// Somebody who drags over a phone number wants to copy it, not to open the row.
function hasTextSelected(): boolean {
  const selection = getSelection()
  return selection !== null && !selection.isCollapsed
}

/** No row is lower, in pixels. */
const lowestRow = 40

/** As many as fit in the window, whatever stands above them. */
const countFirstRows = () => Math.ceil(window.innerHeight / lowestRow)

/** The first rows at once and the rest right after they are on the screen: a long list then opens as quickly as a short one. */
function useDrawnRows<Row>(rows: readonly Row[]): readonly Row[] {
  const [firstRows] = useState(countFirstRows)
  const [isOpen, setOpen] = useState(rows.length <= firstRows)
  useEffect(() => {
    if (isOpen) return
    // After the frame that shows the first rows: a timer set in a frame's callback runs when it has been drawn.
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setOpen(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isOpen])
  return isOpen ? rows : rows.slice(0, firstRows)
}

import { type KeyboardEvent, memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../components/Icon.tsx'
import styles from './AttendanceMarks.module.css'
import type { Mark } from './use-marks.ts'

export interface MarkedPerson {
  readonly personId: string
  readonly name: string
  readonly mark: Mark
  /** Said beforehand to come; worth knowing as long as nothing else is known. */
  readonly saidComing: boolean
  /** "Langer weg, tot 3 januari"; null of who is not. */
  readonly away: string | null
}

interface MarkChoice {
  readonly mark: Mark
  readonly word: 'aanwezig' | 'afgemeld' | 'niet_gekomen' | 'coming' | 'notComing'
  readonly icon: IconName
  readonly look: 'there' | 'excused' | 'missed'
}

const onTheDay: readonly MarkChoice[] = [
  { mark: 'aanwezig', word: 'aanwezig', icon: 'check', look: 'there' },
  { mark: 'afgemeld', word: 'afgemeld', icon: 'circleMinus', look: 'excused' },
  { mark: 'niet_gekomen', word: 'niet_gekomen', icon: 'emptyChair', look: 'missed' },
]
const beforehand: readonly MarkChoice[] = [
  { mark: 'coming', word: 'coming', icon: 'check', look: 'there' },
  { mark: 'afgemeld', word: 'notComing', icon: 'circleMinus', look: 'excused' },
]

export interface AttendanceMarksProps {
  readonly people: readonly MarkedPerson[]
  /** Before the day nobody has been there yet: the choices are to come or not. */
  readonly isAhead: boolean
  readonly onChoose: (personId: string, mark: Mark) => void
}

/**
 * Everybody invited with the choices beside them, in fixed columns. One stop of the Tab key: arrows move over the choices,
 * Enter or Space takes one; 1, 2 and 3 take one and go on to the next person, 0 empties.
 */
export function AttendanceMarks({ people, isAhead, onChoose }: AttendanceMarksProps) {
  const { t } = useTranslation()
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState({ row: 0, column: 0 })
  const choices = isAhead ? beforehand : onTheDay
  const current = { row: Math.min(place.row, people.length - 1), column: Math.min(place.column, choices.length - 1) }

  const go = (row: number, column: number) => {
    const to = { row: clamp(row, people.length), column: clamp(column, choices.length) }
    setPlace(to)
    const button = table.current?.querySelector<HTMLElement>(`[data-place="${to.row}-${to.column}"]`)
    button?.focus()
    button?.scrollIntoView({ block: 'nearest' })
  }
  const take = (row: number, mark: Mark) => {
    const person = people[row]
    if (person && person.mark !== mark) onChoose(person.personId, mark)
  }
  const pressKey = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const { row, column } = current
    const onward = table.current?.matches(':dir(rtl)') ? -1 : 1
    const moves: Record<string, readonly [number, number]> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + onward],
      ArrowLeft: [row, column - onward],
      Home: [0, column],
      End: [people.length - 1, column],
      PageDown: [row + 10, column],
      PageUp: [row - 10, column],
    }
    const move = moves[event.key]
    const chosen = choices[Number(event.key) - 1]
    if (move) go(...move)
    else if (chosen) {
      take(row, chosen.mark)
      go(row + 1, choices.indexOf(chosen))
    } else if (event.key === '0' || event.key === 'Delete') take(row, 'onbekend')
    else return
    event.preventDefault()
  }
  return (
    <table
      ref={table}
      {...roles.grid}
      aria-label={t(isAhead ? 'gatherings.marks.tableAhead' : 'gatherings.marks.table')}
      className={`${styles.marks} ${isAhead ? styles.ahead : ''}`}
      onKeyDown={pressKey}
    >
      <tbody {...roles.group}>
        {people.map((person, row) => (
          <MarkRow
            key={person.personId}
            personId={person.personId}
            name={person.name}
            mark={person.mark}
            away={person.away}
            isExpected={person.saidComing && !isAhead && person.mark === 'onbekend'}
            choices={choices}
            row={row}
            reachable={row === current.row ? current.column : -1}
            onTake={onChoose}
            onPlace={setPlace}
          />
        ))}
      </tbody>
    </table>
  )
}

interface MarkRowProps {
  readonly personId: string
  readonly name: string
  readonly mark: Mark
  /** Said to come, and nothing else is known. */
  readonly isExpected: boolean
  readonly away: string | null
  readonly choices: readonly MarkChoice[]
  readonly row: number
  /** The choice that Tab reaches; -1 in all rows but one. */
  readonly reachable: number
  readonly onTake: (personId: string, mark: Mark) => void
  readonly onPlace: (place: { row: number; column: number }) => void
}

// Memoized: a key changes one row or two, and the others are not drawn again.
const MarkRow = memo(function MarkRow(props: MarkRowProps) {
  const { personId, name, mark, isExpected, away, choices, row, reachable, onTake, onPlace } = props
  const { t } = useTranslation()
  return (
    <tr {...roles.row}>
      <th scope="row" {...roles.heading} className={away === null ? undefined : styles.away}>
        <bdi>{name}</bdi>
        {away !== null && <span className={styles.said}>{away}</span>}
        {isExpected && <span className={styles.said}>{t('gatherings.marks.saidComing')}</span>}
      </th>
      {choices.map((choice, column) => {
        const isChosen = mark === choice.mark
        const word = t(`gatherings.marks.${choice.word}`)
        return (
          <td key={choice.mark} {...roles.cell}>
            <button
              type="button"
              className={`${styles.mark} ${styles[choice.look]}`}
              aria-pressed={isChosen}
              aria-label={t('gatherings.marks.chosen', { name, choice: word })}
              data-place={`${row}-${column}`}
              tabIndex={column === reachable ? 0 : -1}
              onFocus={() => onPlace({ row, column })}
              onClick={() => {
                if (!isChosen) onTake(personId, choice.mark)
              }}
            >
              <Icon name={isChosen ? choice.icon : 'circle'} />
              <span className={styles.word} data-word={word}>
                {word}
              </span>
            </button>
          </td>
        )
      })}
    </tr>
  )
})

// Said outright, because a row that is drawn as a block in a narrow window would lose its own role, and with it the table.
const roles = {
  grid: { role: 'grid' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  heading: { role: 'rowheader' },
  cell: { role: 'gridcell' },
} as const

const clamp = (index: number, count: number) => Math.max(0, Math.min(index, count - 1))

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { OpenLine } from '../../../shared/contract/bank.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { FormError } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import styles from './Bank.module.css'
import { LineItem } from './LineItem.tsx'
import { useLineOptions } from './use-line-options.ts'

const PayerDialog = later(async () => (await import('./PayerDialog.tsx')).PayerDialog)
const DivideDialog = later(async () => (await import('./DivideDialog.tsx')).DivideDialog)
const CategoryDialog = later(async () => (await import('./CategoryDialog.tsx')).CategoryDialog)
const TransferDialog = later(async () => (await import('./TransferDialog.tsx')).TransferDialog)

export type Asked = 'member' | 'divide' | 'refund' | 'category' | 'transfer'

export interface LineListProps {
  readonly label: string
  readonly lines: readonly OpenLine[]
}

/**
 * Lines that wait, as one stop of the Tab key. Arrows choose a line, Enter takes its first possibility, a digit another one, letters
 * ask for something else; the next line then has the focus, so that a month is done without the hands leaving the keys.
 */
export function LineList({ label, lines }: LineListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [wanted, setWanted] = useState(0)
  const [asked, setAsked] = useState<Omit<QuestionProps, 'onClose'> | null>(null)
  const isWorking = useRef(false)
  const options = useLineOptions()
  const current = Math.max(0, Math.min(wanted, lines.length - 1))

  const focusLine = (index: number) => list.current?.querySelectorAll<HTMLElement>('[data-line]')[index]?.focus()
  // What was done takes its line away: the focus goes to the line that comes in its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when other lines are there
  useLayoutEffect(() => {
    if (isWorking.current && asked === null) focusLine(current)
  }, [lines, asked])

  const ask = (line: OpenLine, about: Asked) => {
    isWorking.current = true
    setAsked({ line, about })
  }
  const take = async (line: OpenLine, index: number) => {
    isWorking.current = true
    await options.of(line)[index]?.run()
  }
  const pressKey = (event: KeyboardEvent<HTMLLIElement>, line: OpenLine, index: number) => {
    // Keys typed on a button inside the line belong to that.
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const key = event.key.toLowerCase()
    const done = () => event.preventDefault()
    if (key === 'arrowdown' || key === 'arrowup') {
      done()
      focusLine(Math.max(0, Math.min(lines.length - 1, index + (key === 'arrowdown' ? 1 : -1))))
    } else if (key === 'home' || key === 'end') {
      done()
      focusLine(key === 'home' ? 0 : lines.length - 1)
    } else if (key === 'enter' || /^[1-9]$/.test(key)) {
      done()
      void take(line, key === 'enter' ? 0 : Number(key) - 1)
    } else if (key === 'l') {
      done()
      ask(line, line.cents > 0 ? 'member' : 'refund')
    } else if (key === 'g') {
      done()
      ask(line, 'category')
    } else if (key === 'v' && line.cents > 0) {
      done()
      ask(line, 'divide')
    } else if (key === 'e') {
      done()
      ask(line, 'transfer')
    }
  }

  return (
    <>
      <ul ref={list} aria-label={label} className={styles.lines}>
        {lines.map((line, index) => (
          <LineItem
            key={line.id}
            line={line}
            isCurrent={index === current}
            options={index === current ? options.of(line) : []}
            isBusy={options.isBusy}
            onCurrent={() => setWanted(index)}
            onKeyDown={(event) => pressKey(event, line, index)}
            onTake={(at) => void take(line, at)}
            onAsk={(about) => ask(line, about)}
          />
        ))}
      </ul>
      <FormError text={options.error} />
      {asked && <Question {...asked} onClose={() => setAsked(null)} />}
    </>
  )
}

interface QuestionProps {
  readonly line: OpenLine
  readonly about: Asked
  readonly onClose: () => void
}

function Question({ line, about, onClose }: QuestionProps) {
  switch (about) {
    case 'member':
    case 'refund':
      return <PayerDialog line={line} isRefund={about === 'refund'} onClose={onClose} />
    case 'divide':
      return <DivideDialog line={line} onClose={onClose} />
    case 'category':
      return <CategoryDialog line={line} onClose={onClose} />
    case 'transfer':
      return <TransferDialog line={line} onClose={onClose} />
    default:
      return assertNever(about)
  }
}

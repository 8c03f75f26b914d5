// What a bank's CSV file looks like: how it is known, and how one of its rows is read.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { centsOfCsv } from './bank-amount.ts'
import type { BankEntry } from './bank-file.ts'
import { amountOrRefuse, dayOrRefuse } from './refuse.ts'

export interface CsvRow {
  /** As it stands in the file. */
  readonly account: string
  readonly currency: string
  readonly entry: BankEntry
  /** The balance of the account around the entry, where the file has it. */
  readonly balanceBefore?: Cents | undefined
  readonly balanceAfter?: Cents | undefined
}

export interface CsvReader {
  /** Rows before the first entry. */
  readonly headingRows: number
  /** Every row has so many cells. */
  readonly cells: number
  readonly read: (cells: Cells, line: number) => CsvRow
}

export interface CsvLayout {
  readonly format: string
  readonly delimiters: readonly string[]
  /** Its rows end with a free text without quotes: only the end of the line tells that a row is whole. */
  readonly endsInText?: true
  /** Looks at the first rows; undefined when they are not this bank's. Throws RuleBroken for a list of this bank that is of no use. */
  readonly recognise: (first: Cells, second: Cells) => CsvReader | undefined
}

/** The cells of a row; one that is not there is empty. */
export class Cells {
  readonly values: readonly string[]

  constructor(values: readonly string[]) {
    this.values = values
  }

  get length(): number {
    return this.values.length
  }

  at(index: number): string {
    return (this.values[index] ?? '').trim()
  }

  /** As it stands, also its spaces: for texts that are cut in the middle of a word. */
  raw(index: number): string {
    return this.values[index] ?? ''
  }

  cents(index: number, line: number): Cents {
    return amountOrRefuse(centsOfCsv(this.at(index)), this.at(index), line)
  }

  /** Undefined for an empty cell. */
  optionalCents(index: number, line: number): Cents | undefined {
    return this.at(index) === '' ? undefined : this.cents(index, line)
  }

  /** `20261101` */
  compactDay(index: number, line: number): Day {
    return this.day(index, line, /^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  }

  /** `2026-11-01` */
  isoDay(index: number, line: number): Day {
    return this.day(index, line, /^(\d{4}-\d{2}-\d{2})$/, '$1')
  }

  /** `01-11-2026` */
  dutchDay(index: number, line: number): Day {
    return this.day(index, line, /^(\d{2})-(\d{2})-(\d{4})$/, '$3-$2-$1')
  }

  private day(index: number, line: number, form: RegExp, written: string): Day {
    const text = this.at(index)
    return dayOrRefuse(form.test(text) ? text.replace(form, written) : '', text, line)
  }
}

/** Where the columns of a heading are, by any of their names. -1 for one that is not there. */
export function columnFinder(heading: Cells): (...names: readonly string[]) => number {
  const found = heading.values.map((name) => name.trim().toLowerCase())
  return (...names) => found.findIndex((name) => names.includes(name))
}

/** Number of cells of a heading; some banks end it with a separator that stands for nothing. */
export function headingLength(heading: Cells): number {
  let length = heading.length
  while (length > 0 && heading.at(length - 1) === '') length -= 1
  return length
}

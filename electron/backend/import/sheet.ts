// What a reader of files makes of any file: lines of text cells, numbered as Excel numbers its rows.

export interface SheetLine {
  /** Row number as the user sees it in a spreadsheet program, from 1. */
  readonly line: number
  /** Text of every cell; dates as dd-mm-jjjj, numbers with all their digits. Missing cells at the end are left out. */
  readonly cells: readonly string[]
}

export interface ReadSheet {
  /** Names of the sheets that can be chosen; one without a name for CSV. */
  readonly sheets: readonly string[]
  /** Index in `sheets` of the one that was read. */
  readonly sheet: number
  readonly lines: readonly SheetLine[]
}

export const importLimits = { rows: 20_000, columns: 200, cellLength: 32_767 } as const

/** A formula whose outcome was not saved in the file, so nobody knows what the cell showed. */
export const formulaWithoutValue = '#FORMULE!'

/** Left where bytes were no letters in the encoding of the file. */
export const unreadableLetter = '\ufffd'

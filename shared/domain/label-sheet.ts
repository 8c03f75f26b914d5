// Sheets of labels and envelopes as shops sell them, in millimetres. What lies between and around the labels follows from their size.

export interface LabelSheet {
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
  /** Between two columns; rows touch each other. */
  readonly gap: number
}

export const labelSheets = {
  '3x7': { columns: 3, rows: 7, width: 63.5, height: 38.1, gap: 2.5 },
  '3x8': { columns: 3, rows: 8, width: 70, height: 37, gap: 0 },
  '2x7': { columns: 2, rows: 7, width: 99.1, height: 38.1, gap: 2.5 },
  '4x10': { columns: 4, rows: 10, width: 52.5, height: 29.7, gap: 0 },
} as const satisfies Readonly<Record<string, LabelSheet>>

export const labelSheetNames = ['3x7', '3x8', '2x7', '4x10'] as const
export type LabelSheetName = (typeof labelSheetNames)[number]

/** Cards to wear: the size of a bank card's holder, ten on a sheet. */
export const badgeSheet: LabelSheet = { columns: 2, rows: 5, width: 85, height: 54, gap: 10 }

const paper = { width: 210, height: 297 } as const

/** Where the first label begins: the rest of the paper is the same on both sides. */
export function edgesOf({ columns, rows, width, height, gap }: LabelSheet) {
  return {
    left: (paper.width - columns * width - (columns - 1) * gap) / 2,
    top: (paper.height - rows * height) / 2,
  }
}

export const envelopeSizes = {
  C6: { width: 162, height: 114 },
  DL: { width: 220, height: 110 },
  'C5/6': { width: 229, height: 114 },
} as const

export const envelopeNames = ['C6', 'DL', 'C5/6'] as const
export type EnvelopeName = (typeof envelopeNames)[number]

// Where a label has to lie, worked out from the size of the sheet alone.
import type { LabelSheet } from '../../../shared/domain/label-sheet.ts'
import type { Measured } from './measure-page.ts'

/** How far the furthest edge of any label is from where the knife of the factory was, in millimetres. */
export function furthestOff(
  labels: Measured['labels'],
  sheet: LabelSheet,
  start: number,
  across: number,
  down: number,
): number {
  const { columns, rows, width, height, gap } = sheet
  const left = (210 - columns * width - (columns - 1) * gap) / 2
  const top = (297 - rows * height) / 2
  const offs = labels.map((label, index) => {
    const at = index + start - 1
    const row = Math.floor((at % (columns * rows)) / columns)
    const wanted = { left: left + (at % columns) * (width + gap) + across, top: top + row * height + down }
    return Math.max(
      Math.abs(label.left - wanted.left),
      Math.abs(label.top - wanted.top),
      Math.abs(label.width - width),
      Math.abs(label.height - height),
      label.sheet === Math.floor(at / (columns * rows)) ? 0 : 297,
    )
  })
  return Math.max(...offs)
}

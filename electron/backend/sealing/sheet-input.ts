import { isSheetLine, sheetLineOfGroups, splitSheetText } from '../../../shared/domain/sheet-line.ts'
import { RuleBroken } from '../rule-broken.ts'

/** The line somebody typed or pasted, bare or in groups. Throws RuleBroken `sheetLineWrong`. */
export function readSheetLine(typed: string): string {
  const bare = typed.trim().toUpperCase()
  const line = isSheetLine(bare) ? bare : sheetLineOfGroups(splitSheetText(typed))
  if (line === undefined) throw new RuleBroken('sheetLineWrong', { field: 'line' })
  return line
}

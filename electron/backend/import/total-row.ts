// A total at the foot of a list is nobody: such a word, or a number alone, stands where the names stand, or in front of them.
import { foldText, type PersonName } from '../../../shared/domain/person-name.ts'
import type { readNames } from './read-names.ts'

const totals: ReadonlySet<string> = new Set(
  'totaal totalen totaalbedrag subtotaal eindtotaal aantal total totals subtotal'.split(' '),
)

const counted: ReadonlySet<string> = new Set(
  'leden lid personen mensen adressen huishoudens bewoners namen contributie euro eur members people households'.split(
    ' ',
  ),
)

type Names = ReturnType<typeof readNames>

export function peopleOnly(names: Names): Names {
  const isName = ({ firstName, called, lastName }: PersonName) => {
    const words = foldText(`${firstName} ${called} ${lastName}`)
    return /\p{L}/u.test(words) && !isTotal(words)
  }
  return { ...names, people: names.people.filter(isName) }
}

/** Of a row without a name: whether it adds the others up. A telephone number alone is somebody whose name was forgotten. */
export function isTotalRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.some((cell) => isTotal(foldText(cell)))) return true
  return filled.length > 0 && filled.every(isSum)
}

const isSum = (cell: string) =>
  /^[€\d\s.,-]*\d[\d\s.,-]*$/.test(cell) && cell.replace(/[.,]\d\d(?:,-)?$/, '').replace(/\D/g, '').length <= 6

/** "Totaal", "Totaal: 12 leden", "Totaal aantal leden 12". A surname behind such a word makes it somebody's name after all. */
function isTotal(words: string): boolean {
  const all = words.split(' ')
  return (
    all.some((word) => totals.has(word)) &&
    all.every((word) => /^\d+$/.test(word) || totals.has(word) || counted.has(word))
  )
}

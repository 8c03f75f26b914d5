// Lists keep people who are gone, with a word beside them. They would come in as members, and be written to.
import { type ImportField, nameFields } from '../../../shared/domain/import-field.ts'
import { foldText, splitPair } from '../../../shared/domain/person-name.ts'
import { saysNo, saysYes } from './cell-values.ts'
import type { ColumnLayout, ListRow } from './list-row.ts'

const places: readonly ImportField[] = [...nameFields, 'neighbourhood', 'kind', 'note', 'toNote']

type Row = Pick<ListRow, 'cells' | 'line' | 'layout'>
type Said = (cell: Cell) => boolean

interface Cell {
  readonly field: ImportField
  readonly heading: string
  readonly text: string
}

/** Of each of the people on a row what it says when it says that they are gone: "weg, verhuisd naar Delft", "overleden 3-2-2025", "wijlen Cor Mulder". */
export function goneWordsOf(row: Row, count: number): (string | null)[] {
  return wordsOf(row, count, cellSaysGone)
}

/** The same of who died only: a day on which they left does not make them somebody to write to. */
export function diedWordsOf(row: Row, count: number): (string | null)[] {
  return wordsOf(row, count, cellSaysDied)
}

/** A word of leaving or dying that may be about somebody else, or about another house in the street: null when there is none. */
export function mentionOf(row: Row): string | null {
  if (!mayBeSaid(row)) return null
  const said = cellsOf(row).find(({ field, text }) => !nameFields.includes(field) && mentionWords.test(text))
  return said?.text.slice(0, 80) ?? null
}

const mentionWords =
  /(?<!\p{L})(?:overleden|overl\.|gestorven|verhuisd|opgezegd|uitgeschreven|vertrokken|deceased)(?!\p{L})|†/iu

// Nearly every row has none of these, and what they mean costs more to find out than all the rest of the row.
const anyWord =
  /†|overl|gestorven|wijlen|deceased|passed|weg|vertrokken|verhuisd|opgezegd|uitgeschreven|geen\s+lid|moved|has\s+left/i
const anyHeading = /overl|vertrokken|verhuisd|actief|active|gestopt|weg|afgemeld/i
const headingsThatSay = new WeakMap<ColumnLayout, boolean>()

function mayBeSaid({ line, layout }: Row): boolean {
  const known = headingsThatSay.get(layout)
  const byHeading = known ?? layout.columns.some(({ heading }) => anyHeading.test(heading))
  if (known === undefined) headingsThatSay.set(layout, byHeading)
  return byHeading || line.cells.some((cell) => anyWord.test(cell))
}

function wordsOf(row: Row, count: number, said: Said): (string | null)[] {
  const cell = mayBeSaid(row) ? cellsOf(row).find(said) : undefined
  const words = cell ? wordsIn(cell).slice(0, 80) : null
  // "Karin en †Leo Dam": the sign stands with one of the two.
  const parts = cell?.field === 'name' && count === 2 ? splitPair(cell.text) : []
  const gone = parts.map((text) => said({ ...cell, field: 'name', heading: '', text }))
  const isOneOfThem = gone.length === 2 && gone[0] !== gone[1]
  return Array.from({ length: Math.max(count, 1) }, (_none, at) => (isOneOfThem && !gone[at] ? null : words))
}

const cellsOf = (row: Row): Cell[] =>
  places.flatMap((field) => row.cells(field).map(({ heading, text }) => ({ field, heading, text })))

/** "x" says nothing without what stands above it. */
const wordsIn = ({ heading, text }: Cell) => (saysYes(text) || saysNo(text) ? `${heading}: ${text}` : text)

const cellSaysGone: Said = (cell) =>
  nameFields.includes(cell.field)
    ? nameSaysGone(cell.text)
    : saysGone(cell.text) || headingSays(goneHeading, cell) || isNotActive(cell)

const cellSaysDied: Said = (cell) =>
  saysDied(cell.text) || (!nameFields.includes(cell.field) && headingSays(diedHeading, cell))

const diedHeading = /^(?:is |datum )?(?:overleden|overlijden|overlijdensdatum)(?: op| datum)?$/
const goneHeading =
  /^(?:is |datum )?(?:overleden|overlijden|overlijdensdatum|vertrokken|verhuisd|inactief|niet actief|non actief|gestopt|weg|afgemeld|inactive)(?: op| per| sinds| datum)?$/

/** A column for it, with a cross or a day in the cell. */
function headingSays(said: RegExp, { heading, text }: Cell): boolean {
  return said.test(foldText(heading)) && (saysYes(text) || /^\d{1,4}(?:[-/. ]|$)/.test(text))
}

const isNotActive = ({ heading, text }: Cell): boolean =>
  /^(?:is )?(?:actief|actief lid|active)$/.test(foldText(heading)) && saysNo(text)

// Somebody may well be called Weg; there it counts only alone or between brackets.
const nameSaysGone = (text: string): boolean =>
  /^(?:weg|vertrokken|verhuisd|opgezegd)$|^wijlen\s|\((?:weg|vertrokken|verhuisd|opgezegd)\b/i.test(text) ||
  saysDied(text)

const when =
  '(?:(?:is|per|in|op|sinds|vanaf|begin|eind|medio|m\\.?i\\.?v\\.?|[\\d/.-]+|jan|feb|maart|mrt|apr|mei|juni?|juli?|aug|sept?|okt|nov|dec|(?:janu|febru)ari|april|augustus|(?:septem|novem|decem)ber|oktober)\\.?\\s+)*'

const goneAtStart = new RegExp(
  `^${when}(?:weg|vertrokken|verhuisd|opgezegd|uitgeschreven|wijlen|geen lid meer|moved (?:away|out|to)|has left)(?![\\p{L}-])(?!\\s+(?:binnen|(?:van|naar)\\s+(?:(?:huis)?(?:nr|nummer)\\.?\\s*)?\\d))`,
  'iu',
)

const saysGone = (text: string): boolean => goneAtStart.test(text) || saysDied(text)

/** Of a widow it is her husband who died: that does not make her gone. */
const saysDied = (text: string): boolean =>
  /(?<!\b(?:man|vrouw|echtgenoot|echtgenote|partner|zoon|dochter|moeder|vader|broer|zus|husband|wife)\s+(?:[^\s.,;(]+\s+){0,4})\b(?:overleden|overl(?!\p{L})|gestorven|deceased|passed away)(?!\p{L})|†/iu.test(
    text,
  )

// Lists keep people who are gone, with a word beside them. They would come in as members, and be written to.
import { type ImportField, nameFields } from '../../../shared/domain/import-field.ts'
import type { ListRow } from './list-row.ts'

const places: readonly ImportField[] = [...nameFields, 'neighbourhood', 'note', 'toNote']

/** The same of who died only: a day on which they left does not make them somebody to write to. */
export function diedWordsOf(row: Pick<ListRow, 'all'>): string | null {
  return (
    places
      .flatMap((field) => row.all(field))
      .find(saysDied)
      ?.slice(0, 80) ?? null
  )
}

/** "weg, verhuisd naar Delft", "overleden 3-2-2025", "wijlen Cor Mulder": the first cell that says so; null when none does. */
export function goneWordsOf(row: Pick<ListRow, 'all'>): string | null {
  const cells = places.flatMap((field) => row.all(field).map((text) => ({ isName: nameFields.includes(field), text })))
  return cells.find(({ isName, text }) => (isName ? nameSaysGone(text) : saysGone(text)))?.text.slice(0, 80) ?? null
}

// Somebody may well be called Weg; there it counts only alone or between brackets.
const nameSaysGone = (text: string): boolean =>
  /^(?:weg|vertrokken|verhuisd|opgezegd)$|^wijlen\s|\((?:weg|vertrokken|verhuisd|opgezegd)\b/i.test(text) ||
  saysDied(text)

const saysGone = (text: string): boolean =>
  /^(?:is\s+)?(?:weg|vertrokken|verhuisd|opgezegd|uitgeschreven|wijlen|geen lid meer|moved (?:away|out|to)|has left)(?![\p{L}-])/iu.test(
    text,
  ) || saysDied(text)

/** Of a widow it is her husband who died: that does not make her gone. */
const saysDied = (text: string): boolean =>
  /(?<!\b(?:man|vrouw|echtgenoot|echtgenote|partner|zoon|dochter|moeder|vader|broer|zus|husband|wife)\s+(?:is\s+)?)\b(?:overleden|gestorven|deceased|passed away)\b|†/iu.test(
    text,
  )

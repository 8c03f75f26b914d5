// A file as ING gives it, with invented payers.
import type { ListFile } from '../pages/import-page.ts'

export interface BankRow {
  /** YYYY-MM-DD */
  readonly day: string
  readonly name: string
  readonly iban: string
  /** In euros as it stands in the file: `10,00`. */
  readonly amount: string
  readonly isOut?: boolean
  readonly text: string
}

const ownIban = 'NL13TEST0123456789'

export function ingFile(name: string, rows: readonly BankRow[]): ListFile {
  const heading =
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"'
  const lines = rows.map(
    ({ day, name: payer, iban, amount, isOut = false, text }) =>
      `"${day.replaceAll('-', '')}";"${payer}";"${ownIban}";"${iban}";"OV";"${isOut ? 'Af' : 'Bij'}";"${amount}";"Overschrijving";"Naam: ${payer} Omschrijving: ${text} IBAN: ${iban} Valutadatum: ${day.split('-').toReversed().join('-')}"`,
  )
  return { name, mimeType: 'text/csv', buffer: Buffer.from([heading, ...lines, ''].join('\r\n'), 'utf8') }
}

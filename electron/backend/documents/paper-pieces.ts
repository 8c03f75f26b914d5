// What documents have in common: a heading, a table, the ways to reach somebody.
import { figures, type Html, html, isolated, type Piece, say } from './html.ts'
import type { PaperPerson } from './paper-people.ts'
import type { PaperWords } from './paper-words.ts'

/** The heading of a document: what it is, and under it of whom or when. */
export const heading = (title: Piece, ...under: readonly Piece[]): Html =>
  html`<h1>${title}</h1>${under.some(Boolean) && html`<p class="lead">${joined(under)}</p>`}`

/** Pieces after each other with a dot between them; empty ones are left out. */
function joined(pieces: readonly Piece[]): Html {
  const there = pieces.filter(Boolean)
  return html`${there.map((piece, at) => html`${at > 0 && ' · '}${piece}`)}`
}

export interface PaperTable {
  readonly headings: readonly Piece[]
  readonly rows: readonly (readonly Piece[])[]
  /** Columns of numbers. */
  readonly numbers?: readonly number[]
  /** What the rows come to, under a line. */
  readonly sum?: readonly Piece[]
}

/** A table whose head stands on every page and whose rows are never torn; the first cell names the row. */
export function table({ headings, rows, numbers = [], sum }: PaperTable): Html {
  const classes = (at: number) => numbers.includes(at) && html` class="number"`
  const line = (row: readonly Piece[], kind: Piece) =>
    html`<tr${kind}>${row.map((cell, at) =>
      at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${classes(at)}>${cell}</td>`,
    )}</tr>
`
  return html`<table><thead><tr>${headings.map((text, at) => html`<th scope="col"${classes(at)}>${text}</th>`)}</tr></thead>
<tbody>${rows.map((row) => line(row, ''))}${sum && line(sum, html` class="sum"`)}</tbody></table>`
}

/** A telephone number, never broken. */
export const phonePiece = (phone: string): Html => html`<span class="keep">${figures(phone)}</span>`

/** Telephone numbers and e-mail address, each on a line of its own. */
export const reach = ({ phones, email }: Pick<PaperPerson, 'phones' | 'email'>): Html =>
  html`${[...phones.map(phonePiece), ...(email === null ? [] : [figures(email)])].map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`

/** A few words, such as a street with its number, on one line where that can be. */
export const keptPiece = (words: string): Html =>
  html`<span class="${words.length <= longestKept ? 'keep' : ''}">${isolated(words)}</span>`

const longestKept = 24

/** The tasks of somebody, in words; of this group alone where one is named. */
export function rolesOf(person: PaperPerson, groupId: string | null, { words, format }: PaperWords): string {
  const own = person.roles.filter((term) => groupId === null || term.groupId === groupId || term.groupId === null)
  return format.list([...new Set(own.map(({ role }) => words.roles[role]))])
}

export const madeOn = (day: string, { words, format }: PaperWords): Html =>
  html`<p class="foot">${say(words.madeOn, { day: format.day(day) })}</p>`

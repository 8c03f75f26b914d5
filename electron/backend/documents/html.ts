// The one way in which a document is put together: what people wrote is escaped, always, and only what this file made counts as HTML.

/** HTML that is safe as it is. Made by `html` and the functions below alone. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What may stand between the braces of `html`: text is escaped, lists are joined, null and false are nothing. */
export type Piece = string | number | Html | null | undefined | false | readonly Piece[]

/** html`<p>${name}</p>` */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(parts.map((part, at) => (at === 0 ? part : write(pieces[at - 1]) + part)).join(''))
}

/** A name or a line that people wrote: whatever its script, it does not turn the words around it. */
export const isolated = (text: Piece) => html`<bdi>${text}</bdi>`

/** A number, date, phone number, postcode or amount: read from left to right, also among Arabic. */
export const figures = (text: Piece) => html`<bdi dir="ltr">${text}</bdi>`

function write(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (piece instanceof Html) return piece.text
  if (Array.isArray(piece)) return piece.map(write).join('')
  return escaped(String(piece))
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Words with {{name}} in them as HTML: what is filled in is isolated, unless it is HTML already. */
export function say(words: string, values: Readonly<Record<string, string | number | Html>>): Html {
  const [first = '', ...rest] = words.split('{{')
  return html`${first}${rest.map((part) => {
    const [name = '', after = ''] = part.split('}}')
    const value = values[name] ?? ''
    return html`${value instanceof Html ? value : isolated(value)}${after}`
  })}`
}

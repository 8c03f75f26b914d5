// Reads vCard and iCalendar files by what their standards say (RFC 6350 3.2, RFC 5545 3.1), apart from the library that writes them.

export interface ContentLine {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  /** As it stands, escapes and all. */
  readonly value: string
}

/** Unfolds the lines and takes each apart. Throws when one is longer than 75 bytes or does not end as it must. */
export function readContentLines(bytes: Uint8Array): ContentLine[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical)
    if (Buffer.byteLength(line) > 75 || /[\r\n]/.test(line)) throw new Error(`not a line: ${line}`)
  return physical
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(readLine)
}

function readLine(line: string): ContentLine {
  const match = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/i.exec(line)
  if (!match) throw new Error(`not a line: ${line}`)
  const [, name = '', parameters = '', value = ''] = match
  const pairs = parameters
    .slice(1)
    .split(';')
    .filter(Boolean)
    .map((pair) => pair.split('='))
  return {
    name: name.toUpperCase(),
    parameters: Object.fromEntries(pairs.map(([key = '', of = '']) => [key.toUpperCase(), of])),
    value,
  }
}

/** A text as it was before it was written. */
export const plainText = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_whole, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))

/** The parts of a name or an address. */
export const partsOf = (value: string): string[] =>
  (value.match(/(?:\\.|[^;\\])*(?:;|$)/g) ?? []).map((part) => plainText(part.replace(/;$/, ''))).slice(0, -1)

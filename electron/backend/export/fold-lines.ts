// The library folds lines at 75 characters, and the standards at 75 bytes (RFC 5545 3.1, RFC 6350 3.2): letters of other scripts are more.

const longest = 75

/** The same content lines, none longer than the standards want. */
export function foldLines(text: string): string {
  return text.replace(/\r\n /g, '').split('\r\n').map(foldLine).join('\r\n')
}

function foldLine(line: string): string {
  let folded = ''
  let length = 0
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign)
    if (length + bytes > longest) {
      folded += '\r\n '
      length = 1
    }
    folded += sign
    length += bytes
  }
  return folded
}
